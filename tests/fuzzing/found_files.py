"""What must hold of files from elsewhere: imports, annotations of other tools, pages, pictures."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as ET

from generator.config import Settings
from generator.diagnostics import Severity
from generator.imaging import SvgError, safe_svg
from generator.importing import ExportError, import_file, posts
from generator.importing.web_annotations import UnreadableAnnotationsError, read_annotations
from generator.publishing.gate.html import scan
from generator.syntax import parse_article, write_article

from .texts import text_of

DAY = dt.date(2024, 5, 6)
_ROOM = 2_000
_GROWTH = 20
"""A draft is never more than so many times its file, and so many characters besides."""


def plain_text(data: bytes) -> None:
    """A file of plain text."""
    _imported(data, "found.txt")


def markdown(data: bytes) -> None:
    """A Markdown file of another system."""
    _imported(data, "found.md")


def page(data: bytes) -> None:
    """A saved web page."""
    _imported(data, "found.html")


def export(data: bytes) -> None:
    """An export of WordPress."""
    try:
        for post in posts(data):
            _imported(post.page.encode(errors="surrogatepass"), f"{post.name}.html")
    except ExportError:
        pass


def _imported(data: bytes, path: str) -> None:
    """A draft is an article that can be read, whatever it was made of."""
    draft, faults = import_file(data, path=path, settings=Settings(), fallback_date=DAY)
    if any(item.severity is Severity.ERROR for item in faults):
        return
    text = write_article(draft, Settings())
    text.encode()
    assert len(text) <= _GROWTH * len(data) + _ROOM
    article, _ = parse_article("content/articles/found.md", text, Settings())
    assert article is not None, text


def web_annotations(data: bytes) -> None:
    """Web Annotations as another tool wrote them."""
    try:
        for item in read_annotations(data):
            str(item).encode(errors="surrogatepass")
    except UnreadableAnnotationsError:
        pass


def built_page(data: bytes) -> None:
    """A page as the gate reads it before it is published."""
    text = text_of(data)
    found = scan(text)
    assert all(item.address.strip() == item.address for item in found.references)


_HANDLER = re.compile(r"(?:.*\})?on", re.IGNORECASE)


def picture(data: bytes) -> None:
    """SVG made safe: nothing that runs is left, and what is written is safe as it stands."""
    try:
        safe = safe_svg(data)
    except SvgError:
        return
    again = safe_svg(safe.content)
    assert again.content == safe.content
    assert not again.removed
    for element in ET.fromstring(safe.content).iter():  # noqa: S314  written by us
        assert "script" not in element.tag.lower()
        for name, value in element.attrib.items():
            assert not _HANDLER.match(name), name
            assert "javascript:" not in value.lower()
