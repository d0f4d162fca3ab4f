"""A site before and after one article changed, and the Markdown that is made of both."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.site_corpus import write_site

ROOT: Final = Path(__file__).resolve().parents[2]
"""The checkout, whose configuration and theme the site has."""

ARTICLE: Final = "content/articles/article-7.md"


@dataclass(frozen=True, slots=True)
class States:
    """The folder of the site, and by path below ``docs/`` what an edit of one article changes.

    ``docs`` is the Markdown of the site as it is before the edit.
    """

    site: Path
    docs: Path
    before: dict[str, bytes]
    after: dict[str, bytes]


def write_states(folder: Path, articles: int) -> States:
    """Write a site of so many articles below ``folder`` and make its pages in both states."""
    site = folder / "site-of-articles"
    write_site(site, articles)
    shutil.copy(ROOT / "mkdocs.yml", site / "mkdocs.yml")
    shutil.copytree(ROOT / "templates", site / "templates")
    _make_pages(site)
    docs = folder / "docs"
    shutil.copytree(site / "docs", docs)
    edit(site)
    _make_pages(site)
    old, new = _files(docs), _files(site / "docs")
    restore(site)
    shutil.rmtree(site / "docs")
    shutil.copytree(docs, site / "docs")
    shutil.rmtree(site / ".briefing", ignore_errors=True)
    changed = sorted(path for path in old.keys() & new.keys() if old[path] != new[path])
    return States(
        site, docs, {path: old[path] for path in changed}, {path: new[path] for path in changed}
    )


def edit(site: Path) -> None:
    """Change the first words of one article, and what it is said to be about."""
    _replace(site, r"(?m)^summary: ", "summary: Once more ")


def restore(site: Path) -> None:
    """Undo :func:`edit`."""
    _replace(site, "Once more ", "")


def environment() -> dict[str, str]:
    """The variables of a builder: this checkout's generator, no network, a fixed date."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": "1700000000",
        "NO_MKDOCS_2_WARNING": "1",
    }


def _replace(site: Path, pattern: str, by: str) -> None:
    path = site / ARTICLE
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, by, text, count=1)
    if changed == text:
        raise ValueError(f"{ARTICLE} has no {pattern!r}")
    path.write_text(changed, encoding="utf-8")


def _make_pages(site: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from generator.pipeline import Workspace;"
        "from generator.pipeline.build import write_pages;"
        "made = write_pages(Workspace(Path(sys.argv[1]))); assert made.written is not None"
    )
    command = [sys.executable, "-c", script, str(site)]
    subprocess.run(command, check=True, env=environment())  # noqa: S603  our own code


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
