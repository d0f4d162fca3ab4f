"""Front matter of other systems as the format's: which of its keys means what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.records import Refusal, read_language
from generator.records.addresses import read_address
from generator.records.dates import read_published
from generator.records.slugify import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from generator.model.draft import FrontMatter

    from .markdown_matter import Matter, Value

_TITLE = ("title", "headline")
_DATE = ("date", "published", "publishdate", "publishDate", "pubDate", "pubdatetime", "created")
_UPDATED = ("updated", "lastmod", "modified", "last_modified_at", "last-modified", "modDatetime")
_SUMMARY = ("summary", "description", "excerpt", "standfirst", "dek", "subtitle", "lead")
_AUTHOR = ("author", "authors", "byline", "creator")
_LANGUAGE = ("language", "lang", "locale")
_URL = ("canonical", "canonical_url", "canonicalURL", "original_url", "source_url", "url", "link")
_PUBLISHER = ("publisher", "publication", "site_name")
_PICTURE = ("image", "cover", "featured_image", "featuredImage", "thumbnail", "banner", "og_image")
_TOPICS = ("topics", "tags", "categories", "category")
# What stands in front matter of this format with a shape that can be written again.
_LISTS = ("background", "aliases", "related")
_SOURCE = (
    "publisher",
    "url",
    "author",
    "agencies",
    "published",
    "retrieved",
    "archive",
    "licence",
    "rights",
    "text",
)
_IMAGE = ("file", "url", "alt", "caption", "credit")


@dataclass(slots=True)
class Mapped:
    """What front matter says, in the format's terms; ``""`` where it is silent.

    ``further`` are entries that the format has itself. ``kept`` are the lines of everything that
    has no place in it, ``unknown`` the keys that these lines are of.
    """

    title: str = ""
    date: str = ""
    updated: str = ""
    summary: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    publisher: str = ""
    picture: str = ""
    alt: str = ""
    further: FrontMatter = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def map_keys(matter: Matter, topics: AbstractSet[str]) -> Mapped:
    """Each value under the first key that has one which can be read; all else is kept."""
    taken = _Taken(matter.values)
    mapped = Mapped(
        title=taken.first(_TITLE, _line),
        date=taken.first(_DATE, _moment),
        updated=taken.first(_UPDATED, _moment)[:10],
        summary=taken.first(_SUMMARY, _line),
        language=taken.first(_LANGUAGE, _language),
        url=taken.first(_URL, _address),
        publisher=taken.first(_PUBLISHER, _line),
    )
    mapped.authors = taken.names(_AUTHOR)
    further: dict[str, str | tuple[str, ...] | Mapping[str, str | tuple[str, ...]]] = {}
    known = taken.topics(topics)
    if known:
        further["topics"] = known
    for key in _LISTS:
        items = _strings(matter.values.get(key))
        if items and key not in taken.keys and all(slugify(item) == item for item in items):
            further[key] = items
            taken.keys.add(key)
    for key, allowed in (("source", _SOURCE), ("image", _IMAGE)):
        entries = _entries(matter.values.get(key), allowed)
        if entries:
            further[key] = entries
            taken.keys.add(key)
    if "image" not in further:
        mapped.picture = taken.first(_PICTURE, _address)
    mapped.further = further
    unread = [key for key in matter.values if key not in taken.keys and matter.lines.get(key)]
    mapped.unknown = tuple(unread)
    mapped.kept = (*matter.stray, *(line for key in unread for line in matter.lines[key]))
    return mapped


class _Taken:
    """Values of front matter, and the keys of those that found their place."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values
        self.keys: set[str] = set()

    def first(self, keys: Iterable[str], read: Callable[[str], str]) -> str:
        for key in keys:
            value = self._values.get(key)
            found = read(value) if isinstance(value, str) else ""
            if found:
                self.keys.add(key)
                # The same again under another name says nothing more.
                self.keys |= {other for other in keys if self._values.get(other) == value}
                return found
        return ""

    def names(self, keys: Iterable[str]) -> tuple[str, ...]:
        for key in keys:
            value = self._values.get(key)
            if isinstance(value, dict):
                value = value.get("name", "") if set(value) == {"name"} else ""
            found = tuple(filter(None, map(_line, _strings(value))))
            if found:
                self.keys.add(key)
                return found
        return ()

    def topics(self, known: AbstractSet[str]) -> tuple[str, ...]:
        """The tags that are ids of topics; a key of which one is none is kept as well."""
        found: dict[str, None] = {}
        for key in _TOPICS:
            items = _strings(self._values.get(key))
            slugs = [slugify(item) for item in items]
            found.update(dict.fromkeys(slug for slug in slugs if slug in known))
            if items and all(slug in known for slug in slugs):
                self.keys.add(key)
        return tuple(found)


def _strings(value: Value | None) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, tuple):
        strings = tuple(item for item in value if isinstance(item, str) and item.strip())
        return strings if len(strings) == len(value) else ()
    return ()


def _entries(value: Value | None, allowed: tuple[str, ...]) -> dict[str, str | tuple[str, ...]]:
    """A map of the format's own; nothing where a key or a value of it is another's."""
    if not isinstance(value, dict) or not set(value) <= set(allowed):
        return {}
    entries: dict[str, str | tuple[str, ...]] = {}
    for key, item in value.items():
        found = _strings(item)
        if not found and item:
            return {}
        entries[key] = found if isinstance(item, tuple) else _line("".join(found))
    return {key: item for key, item in entries.items() if item}


def _line(text: str) -> str:
    return " ".join(text.split())


def _moment(text: str) -> str:
    try:
        found = read_published(text)
    except Refusal:
        return ""
    if found.moment is None:
        return found.day.isoformat()
    moment: dt.datetime = found.moment.replace(microsecond=0)
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _language(text: str) -> str:
    try:
        return read_language(text.strip().replace("_", "-"))
    except Refusal:
        return ""


def _address(text: str) -> str:
    try:
        return read_address(text)
    except Refusal:
        return ""
