"""A feed as Atom 1.0 (RFC 4287) and as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

One element or item a line, so that a change of one entry is a change of its lines.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What a feed without entries was last changed at: a feed must say when, and no clock is read.
EMPTY_SINCE: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
JSON_FEED: Final = "https://jsonfeed.org/version/1.1"

# All but the characters of XML 1.0 (section 2.2).
_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_REFERENCES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


@dataclass(frozen=True, slots=True)
class Category:
    """A topic: its id and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``id`` and ``url`` are absolute addresses, ``html`` is finished HTML.

    ``published`` and ``updated`` have a zone. ``language`` is a BCP 47 tag.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: dt.datetime
    updated: dt.datetime
    authors: tuple[str, ...]
    categories: tuple[Category, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself. ``page`` is the address that it follows; all are absolute."""

    page: str
    atom: str
    json: str
    title: str
    description: str
    author: str
    language: str


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry in both formats, made once for all the feeds that it stands in."""

    id: str
    published: dt.datetime
    updated: dt.datetime
    atom: str
    json: str


def escaped(text: str) -> str:
    """Text on one line as XML or HTML, in an element or between double quotes."""
    return _plain(text).translate(_REFERENCES)


def moment_text(moment: dt.datetime) -> str:
    """A moment as RFC 3339 writes it, in UTC to the second: ``2021-09-14T16:30:00Z``."""
    return in_utc(moment).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def in_utc(moment: dt.datetime) -> dt.datetime:
    """The moment in UTC; in the first or last hours of the calendar, its clock as it stands."""
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        return moment.replace(tzinfo=dt.UTC)


def written(entry: Entry) -> WrittenEntry:
    """An entry in both formats."""
    return WrittenEntry(
        entry.id,
        entry.published,
        entry.updated,
        "".join(f"{line}\n" for line in _atom_entry(entry)),
        _json_entry(entry),
    )


def atom(feed: Feed, entries: Iterable[WrittenEntry]) -> bytes:
    """A feed as Atom 1.0, in UTF-8. It was last changed when its newest entry was."""
    entries = tuple(entries)
    updated = max((item.updated for item in entries), default=EMPTY_SINCE)
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escaped(feed.language)}">',
        f"<id>{escaped(feed.page)}</id>",
        f'<title type="text">{escaped(feed.title)}</title>',
        f"<updated>{moment_text(updated)}</updated>",
        f"<author><name>{escaped(feed.author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{escaped(feed.atom)}"/>',
        f'<link rel="alternate" type="text/html" href="{escaped(feed.page)}"/>',
    ]
    if feed.description:
        head.insert(4, f'<subtitle type="text">{escaped(feed.description)}</subtitle>')
    body = "".join(item.atom for item in entries)
    return ("\n".join(head) + f"\n{body}</feed>\n").encode()


def json_feed(feed: Feed, entries: Iterable[WrittenEntry]) -> bytes:
    """A feed as JSON Feed 1.1, in UTF-8."""
    head = {
        "version": JSON_FEED,
        "title": _plain(feed.title),
        "home_page_url": feed.page,
        "feed_url": feed.json,
        "description": _plain(feed.description),
        "language": feed.language,
        "authors": [{"name": _plain(feed.author)}],
    }
    lines = [f"{_json(key)}: {_json(value)}," for key, value in head.items() if value]
    items = ",\n".join(item.json for item in entries)
    body = f'"items": [\n{items}\n]' if items else '"items": []'
    return ("{\n" + "\n".join(lines) + f"\n{body}\n}}\n").encode()


def _atom_entry(entry: Entry) -> Iterator[str]:
    yield f'<entry xml:lang="{escaped(entry.language)}">'
    yield f"<id>{escaped(entry.id)}</id>"
    yield f'<title type="text">{escaped(entry.title)}</title>'
    yield f'<link rel="alternate" type="text/html" href="{escaped(entry.url)}"/>'
    yield f"<published>{moment_text(entry.published)}</published>"
    yield f"<updated>{moment_text(entry.updated)}</updated>"
    for name in entry.authors:
        yield f"<author><name>{escaped(name)}</name></author>"
    for item in entry.categories:
        yield f'<category term="{escaped(item.id)}" label="{escaped(item.title)}"/>'
    if entry.summary:
        yield f'<summary type="text">{escaped(entry.summary)}</summary>'
    yield f'<content type="html">{escaped(entry.html)}</content>'
    yield "</entry>"


def _json_entry(entry: Entry) -> str:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": _plain(entry.title),
        "summary": _plain(entry.summary),
        "content_html": _plain(entry.html),
        "date_published": moment_text(entry.published),
        "date_modified": moment_text(entry.updated),
        "authors": [{"name": _plain(name)} for name in entry.authors],
        "tags": [_plain(item.title) for item in entry.categories],
        "language": entry.language,
    }
    return _json({key: value for key, value in item.items() if value})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> str:
    return _ILLEGAL.sub("", one_line(text)).strip(" ")
