"""Built pages, taken apart."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVENT = re.compile(r'<li class="bf-event[^"]*" id="event-([^"]*)">(.*?)</li>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def page(built: Path, address: str) -> str:
    return unescape((built / address / "index.html").read_text(encoding="utf-8"))


def part(text: str, key: str) -> str:
    """The section of a page whose heading has the id ``key``."""
    ends = '<h2 |<h3 id="related"|</article>'
    found = re.search(rf'<h[23] id="{key}">.*?(?={ends})', text, re.DOTALL)
    assert found, key
    return found[0]


def words(html: str) -> str:
    return " ".join(TAG.sub(" ", html).split())


def events(text: str) -> dict[str, str]:
    """The entries of a timeline by key; none stands twice."""
    found = EVENT.findall(text)
    assert len(dict(found)) == len(found)
    return dict(found)
