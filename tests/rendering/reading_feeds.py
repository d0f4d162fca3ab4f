"""Reads feeds as strictly as their specifications are."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import jsonschema

from generator.model.links import LinkedSite
from generator.rendering import plan_pages

SITE = "https://desk.example/news/"
A = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# Control characters, the end of a CDATA section, markup, right to left, no character at all.
HOSTILE = "Fe\x00r\x08ry ]]> <b>&amp;\"'</b> \u202eعبّارة\u202c \ufffe\nnext {{ x }}"
PLAIN = "Ferry ]]> <b>&amp;\"'</b> \u202eعبّارة\u202c next {{ x }}"


def made(linked: LinkedSite, *, drafts: bool = False) -> dict[str, bytes]:
    """The feeds by their paths."""
    found = plan_pages(linked, drafts=drafts).data
    return {item.path: item.content for item in found if "feed." in item.path}


def in_atom(content: bytes) -> ET.Element:
    """A feed that has what RFC 4287 asks for."""
    root = ET.fromstring(content)  # noqa: S314 - our own
    assert root.tag == f"{A}feed"
    assert root.get(LANG)
    entries = root.findall(f"{A}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{A}{name}")) == 1
            assert element.findtext(f"{A}{name}")
        assert MOMENT.fullmatch(element.findtext(f"{A}updated") or "")
        authors = element.findall(f"{A}author")
        assert authors
        assert all(item.findtext(f"{A}name") for item in authors)
        links = [(item.get("rel"), item.get("type")) for item in element.findall(f"{A}link")]
        assert len(links) == len(set(links))
        assert ("alternate", "text/html") in links
        for item in element.findall(f"{A}link"):
            assert (item.get("href") or "").startswith(SITE)
    for entry in entries:
        assert entry.get(LANG)
        assert MOMENT.fullmatch(entry.findtext(f"{A}published") or "")
        content_element = entry.find(f"{A}content")
        assert content_element is not None
        assert content_element.get("type") == "html"
        assert len(entry.findall(f"{A}summary")) <= 1
        assert all(item.get("term") for item in entry.findall(f"{A}category"))
    ids = [entry.findtext(f"{A}id") for entry in entries]
    assert len(ids) == len(set(ids))
    updated = [entry.findtext(f"{A}updated") or "" for entry in entries]
    assert updated == sorted(updated, reverse=True)
    assert root.findtext(f"{A}updated") == (updated[0] if updated else "1970-01-01T00:00:00Z")
    in_order(root)
    by_others(root, content)
    return root


def in_order(root: ET.Element) -> None:
    """RFC 4287, 4.1: what may stand in a feed and in an entry, and how often."""
    once = {"id", "title", "updated", "subtitle", "summary", "content", "published", "rights",
            "generator", "icon", "logo", "source"}  # fmt: skip
    feed = (once - {"summary", "content", "published", "source"}) | {"entry"}
    entry = once - {"subtitle", "generator", "icon", "logo"}
    several = {"author", "category", "contributor", "link"}
    for element, allowed in ((root, feed), *((item, entry) for item in root.findall(f"{A}entry"))):
        names = [child.tag.removeprefix(A) for child in element]
        assert set(names) <= allowed | several
        assert all(names.count(name) == 1 for name in set(names) & once)
    selves = [item for item in root.findall(f"{A}link") if item.get("rel") == "self"]
    assert len(selves) == 1  # 4.1.1: a feed should name its own address
    tops = [number for number, child in enumerate(root) if child.tag != f"{A}entry"]
    assert tops == list(range(len(tops)))  # what tells of the feed stands before its entries


def by_others(root: ET.Element, content: bytes) -> None:
    """feedparser reads the same, and finds nothing ill-formed ("bozo")."""
    read = feedparser.parse(content)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.id == root.findtext(f"{A}id")
    entries = root.findall(f"{A}entry")
    assert [item.id for item in read.entries] == [item.findtext(f"{A}id") for item in entries]
    for item, element in zip(read.entries, entries, strict=True):
        moment = dt.datetime.fromisoformat(element.findtext(f"{A}updated") or "")
        assert calendar.timegm(item.updated_parsed) == moment.timestamp()
        assert [one.name for one in item.authors] == [
            author.findtext(f"{A}name") for author in element.findall(f"{A}author")
        ]


# JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the type of each key that we may write.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "description": {"type": "string"},
        "icon": {"type": "string"},
        "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
        "authors": {"$ref": "#/$defs/authors"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "pattern": "^https?://"},
                    "external_url": {"type": "string", "pattern": "^https?://"},
                    "title": {"type": "string"},
                    "content_html": {"type": "string"},
                    "content_text": {"type": "string"},
                    "summary": {"type": "string"},
                    "image": {"type": "string", "pattern": "^https?://"},
                    "date_published": {"type": "string"},
                    "date_modified": {"type": "string"},
                    "authors": {"$ref": "#/$defs/authors"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]+)*$"},
                },
            },
        },
    },
    "$defs": {
        "authors": {
            "type": "array",
            "items": {
                "type": "object",
                "minProperties": 1,
                "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
            },
        }
    },
}


def in_json(content: bytes) -> dict[str, Any]:
    """A feed that has what JSON Feed 1.1 asks for."""
    feed: dict[str, Any] = json.loads(content)
    jsonschema.validate(feed, JSON_FEED)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"].startswith(SITE)
    assert feed["home_page_url"].startswith(SITE)
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert MOMENT.fullmatch(item["date_published"])
        assert item["date_modified"] >= item["date_published"]
        assert all(author["name"] for author in item["authors"])
        assert item["language"]
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    return feed


def items(linked: LinkedSite, path: str = "feed") -> list[dict[str, Any]]:
    """The items of a feed, which are the same in both formats."""
    found = made(linked)
    root = in_atom(found[f"{path}.xml"])
    entries: list[dict[str, Any]] = in_json(found[f"{path}.json"])["items"]
    for element, item in zip(root.findall(f"{A}entry"), entries, strict=True):
        assert element.findtext(f"{A}id") == item["id"]
        assert element.findtext(f"{A}title") == item["title"]
        assert element.findtext(f"{A}updated") == item["date_modified"]
        assert element.findtext(f"{A}published") == item["date_published"]
        assert element.findtext(f"{A}content") == item["content_html"]
        assert (element.findtext(f"{A}summary") or "") == item.get("summary", "")
        assert element.get(LANG) == item["language"]
        labels = [one.get("label") for one in element.findall(f"{A}category")]
        assert labels == item.get("tags", [])
        authors = [one.findtext(f"{A}name") for one in element.findall(f"{A}author")]
        assert authors == [one["name"] for one in item["authors"]]
    return entries
