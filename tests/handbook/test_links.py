"""Every relative link leads to a file, and to a heading that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.handbook.reading import PAGES, ROOT, prose

_LINK = re.compile(r"(?<!\!)\[[^\]\n]*\]\(([^)\s]+)\)")
_ID = re.compile(r"\{ #([\w-]+) \}")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    text = page.read_text(encoding="utf-8")
    titles = (re.sub(r"[^\w -]", "", title.lower()) for title in _HEADING.findall(text))
    return {*_ID.findall(text), *(title.strip().replace(" ", "-") for title in titles)}


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "ARCHITECTURE.md", ROOT / "docs/about.md"], ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"`[^`]*`", "", prose(page))
    links = [link for link in _LINK.findall(text) if not re.match(r"[a-z]+:", link)]

    for link in links:
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if target == ROOT / "docs" / "corrections.md":
            continue  # a generated page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def test_the_handbook_is_linked() -> None:
    assert "(handbook/index.md)" in (ROOT / "docs" / "about.md").read_text(encoding="utf-8")
    index = (ROOT / "docs" / "handbook" / "index.md").read_text(encoding="utf-8")
    others = [
        page.name for page in PAGES if page.parent.name == "handbook" and page.name != "index.md"
    ]
    assert all(f"({name})" in index for name in others)
