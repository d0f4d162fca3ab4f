"""Exports of WordPress (WXR, an RSS 2.0 file with elements of its own): each post as a page.

Elements and their meaning: https://wordpress.org/documentation/article/tools-export-screen/ and
WordPress' own ``wp-admin/includes/export.php`` (versions 1.0 to 1.2).
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX: Final = ".xml"

_MARK: Final = re.compile(rb"http://wordpress\.org/export/\d")
_ENTITIES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MARKED: Final = 100_000  # bytes at the start, in which namespaces are declared
_SPACE: Final = re.compile(r"^\{([^}]*)\}(.*)$")
_TAKEN: Final = frozenset({"publish", "private"})
_TYPES: Final = frozenset({"post", "page"})
_BLOCK: Final = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|table|blockquote|figure|pre|hr|section|iframe|form)\b|\s*<!--",
    re.IGNORECASE,
)
_ZERO: Final = "0000-00-00 00:00:00"


class ExportError(Exception):
    """The export cannot be read; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Post:
    """``name`` is the post's slug or number, ``page`` its text as an HTML page.

    ``categories`` are the names and slugs of its categories and tags.
    """

    name: str
    page: str
    categories: tuple[str, ...]


def is_export(data: bytes) -> bool:
    """Whether a file begins as an export of WordPress does."""
    return _MARK.search(data[:_MARKED]) is not None


def posts(data: bytes) -> Iterator[Post]:
    """The posts and pages that readers could see, in the order of the file.

    Raises:
        ExportError: the file is not well-formed, or defines entities.
    """
    # Entities are defined ahead of the first element; nothing else can make a text grow.
    if _ENTITIES.search(data.partition(b"<rss")[0]):
        raise ExportError("The export has a document type of its own, which none of WordPress has.")
    language = ""
    try:
        for _, element in ET.iterparse(io.BytesIO(data)):  # noqa: S314  see above
            if element.tag == "language" and not language:
                language = (element.text or "").strip()
            elif element.tag == "item":
                post = _post(element, language)
                if post is not None:
                    yield post
                element.clear()
    except ET.ParseError as error:
        raise ExportError(f"The export is not well-formed: {error}.") from error


def _post(item: ET.Element, language: str) -> Post | None:
    said: dict[str, str] = {}
    categories: dict[str, None] = {}
    for child in item:
        text = (child.text or "").strip()
        name = _name(child.tag)
        if name == "category":
            categories |= dict.fromkeys(part for part in (child.get("nicename"), text) if part)
        else:
            said.setdefault(name, text)
    if said.get("status") not in _TAKEN or said.get("post_type") not in _TYPES:
        return None
    name = said.get("post_name") or said.get("post_id") or "post"
    return Post(name, _page(said, language), tuple(categories))


def _name(tag: str) -> str:
    """An element's name; of the two that differ by their space alone, with it."""
    match = _SPACE.match(tag)
    if match is None:
        return tag
    return f"excerpt {match[2]}" if "excerpt" in match[1] else match[2]


def _page(said: dict[str, str], language: str) -> str:
    head = [
        '<meta charset="utf-8">',
        _meta("property", "og:title", said.get("title", "")),
        _meta("name", "author", said.get("creator", "")),
        _meta("name", "description", said.get("excerpt encoded", "")),
        _meta("property", "article:published_time", _moment(said, "post_date")),
        _meta("property", "article:modified_time", _moment(said, "post_modified")),
    ]
    if said.get("link"):
        head.append(f'<link rel="canonical" href="{escape(said["link"])}">')
    title = escape(said.get("title", ""))
    text = _paragraphs(said.get("encoded", ""))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head>{"".join(head)}\n'
        f"<title>{title}</title></head>\n"
        f"<body><article><h1>{title}</h1>\n{text}\n</article></body></html>\n"
    )


def _meta(key: str, name: str, value: str) -> str:
    return f'<meta {key}="{name}" content="{escape(value)}">' if value else ""


def _moment(said: dict[str, str], name: str) -> str:
    """A moment in UTC, else the day as the desk's clock had it."""
    universal = said.get(f"{name}_gmt", "")
    if universal and universal != _ZERO:
        return f"{universal.replace(' ', 'T')}Z"
    local = said.get(name, "")
    return local[:10] if local and local != _ZERO else ""


def _paragraphs(text: str) -> str:
    """The text with its paragraphs marked: the classic editor leaves that to blank lines."""
    if "<!-- wp:" in text or re.search(r"<p\b", text, re.IGNORECASE):
        return text
    parts = (part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
    return "\n".join(
        part if _BLOCK.match(part) else "<p>{}</p>".format(part.replace("\n", "<br>\n"))
        for part in parts
        if part
    )
