"""Builds sites of placed texts: what only a whole site refuses is taken out and counted."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic
from generator.pipeline import Workspace, build, check_content
from tests.hostile import clean
from tests.hostile.judging import Sheet, errors
from tests.hostile.placing import Placed, Placer, Where

ROOT: Final = Path(__file__).resolve().parents[2]
_ROUNDS: Final = 12

EXTENSIONS: Final = """\
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - smarty
  - tables
  - toc: {permalink: false, toc_depth: 3}
  - wikilinks
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tabbed
  - pymdownx.tasklist
  - pymdownx.tilde
"""
"""Every extension of Markdown that newsrooms are likely to switch on."""


def folder(root: Path, *, extensions: bool = False) -> Path:
    """A site's folder without content, with the project's own configuration and templates."""
    root.mkdir(parents=True)
    shutil.copytree(ROOT / "templates", root / "templates")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if extensions:
        configuration, count = re.subn(
            r"^markdown_extensions:\n(?:[ \t].*\n)+", EXTENSIONS, configuration, flags=re.MULTILINE
        )
        assert count == 1
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    (root / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "about.md", root / "docs")
    return root


def write(root: Path, placed: Placed) -> None:
    """Write the files of a site, and nothing else below ``content/``."""
    shutil.rmtree(root / "content", ignore_errors=True)
    for path, sheet in placed.files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(sheet.text.encode() if isinstance(sheet, Sheet) else sheet)


def settle(root: Path, placer: Placer) -> Placed:
    """Write a site without what it refuses; each round tells what the one before hid.

    Raises:
        AssertionError: a fault is none of a text's that was placed.
    """
    found: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        placed = placer.site()
        write(root, placed)
        found = errors(check_content(Workspace(root), drafts=False).diagnostics)
        if not found:
            return placed
        wheres = []
        for item in found:
            sheet = placed.files.get(item.path)
            where = _blamed(sheet, item.line) if isinstance(sheet, Sheet) else None
            if not where:
                raise AssertionError(f"{item.path}:{item.line}: {item.code} {item.message}")
            wheres += where
        placer.drop(wheres)
    raise AssertionError(f"faults are left: {found[0].path}:{found[0].line} {found[0].message}")


def _blamed(sheet: Sheet, line: int) -> list[Where]:
    """What stands at a line; at a line of the harness's own, the ids that stand in the file."""
    ids = ("id", "briefing", "aliases", "related", "translation-of", "former-ids")
    found = sheet.label(line)
    return (
        list(found)
        if found
        else [
            where
            for where in sheet.labels()
            if where.place.endswith(tuple(f": {key}" for key in ids))
        ]
    )


def clean_site(root: Path, *, extensions: bool = False) -> Path:
    """A built site whose texts are plain words, at the same places and in every form."""
    folder(root, extensions=extensions)
    settle(root, Placer(clean.WORDS, size=2))
    articles = root / "content" / "articles"
    (articles / "every-form.md").write_text(clean.ARTICLE, encoding="utf-8")
    (articles / "other-language.md").write_text(clean.OTHER, encoding="utf-8")
    return publish(root)


def publish(root: Path) -> Path:
    """Build the site.

    Raises:
        AssertionError: it cannot be built.
    """
    result = build(Workspace(root))
    assert result.done, [item for item in result.diagnostics if item.code[0] in "PT"][:5]
    assert result.site_folder is not None
    return result.site_folder
