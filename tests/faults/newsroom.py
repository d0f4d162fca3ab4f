"""A small site, before and after an edit that adds, changes and removes pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.conftest import CONFIGURATION

_ARTICLE: Final = """\
---
title: {title}
date: 2024-03-0{day}
topics: [harbour]
---

{text}
"""

BEFORE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mkdocs.yml": CONFIGURATION,
        "content/topics/harbour.md": "---\ntitle: Harbour\n---\n",
        "content/articles/reopened.md": _ARTICLE.format(
            title="Harbour reopens", day=4, text="The harbour reopened on Monday."
        ),
        "content/articles/closed.md": _ARTICLE.format(
            title="Harbour closes", day=2, text="The harbour closed on Saturday."
        ),
        "docs/about.md": "# About\n\nWritten by hand.\n",
    }
)

AFTER: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{path: text for path, text in BEFORE.items() if "closed" not in path},
        "content/articles/reopened.md": _ARTICLE.format(
            title="Harbour reopens", day=4, text="The harbour reopened on Monday morning."
        ),
        "content/articles/deepened.md": _ARTICLE.format(
            title="Harbour is deepened", day=6, text="Dredging began."
        ),
    }
)


def lay(root: Path, files: Mapping[str, str]) -> Path:
    """Write ``files`` below ``root``; other files of its ``content`` are removed."""
    for path in sorted((root / "content").rglob("*.md")):
        if path.relative_to(root).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return root
