"""Corrections reach every page that they belong on; old addresses in texts lead on."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from generator.pipeline import Workspace, check_content
from generator.pipeline.build import write_pages
from tests.conftest import MakeSite

FERRY = """\
---
title: Ferry sails
date: 2024-03-04
briefing: crossing
aliases: [old-ferry]
topics: [sea]
corrections:
- {date: 2024-03-05, text: An earlier version gave another number of ships.}
---

It sails. See [the harbour](../briefings/quay.md) and [Jane Roe](../actors/roe.md).
"""
HARBOUR = """\
---
title: Harbour reopens
date: 2024-03-06
aliases: [quay]
---

It is open.
"""


@pytest.fixture
def docs(make_site: MakeSite) -> dict[str, str]:
    root = make_site(
        {
            "content/articles/ferry.md": FERRY,
            "content/articles/harbour.md": HARBOUR,
            "content/topics/sea.md": "---\ntitle: The sea\n---\n",
            "content/actors/jane-roe.md": (
                "---\nname: Jane Roe\nkind: Person\nformer-ids: [roe]\n---\n"
            ),
        }
    )
    checked = check_content(Workspace(root), drafts=False)
    assert checked.diagnostics == ()
    assert write_pages(Workspace(root), strict=True).written
    pages = (path for path in (root / "docs").rglob("*") if path.is_file())
    return {
        path.relative_to(root / "docs").as_posix(): path.read_text(encoding="utf-8")
        for path in pages
        if path.suffix != ".png"
    }


@pytest.mark.parametrize("page", ["briefings/crossing.md", "articles/ferry.md", "corrections.md"])
def test_a_correction_stands_on_its_pages(docs: dict[str, str], page: str) -> None:
    text = docs[page]
    assert "An earlier version gave another number of ships." in text
    assert "2024" in text


@pytest.mark.parametrize("page", ["briefings/harbour.md", "articles/harbour.md", "index.md"])
def test_and_on_no_other(docs: dict[str, str], page: str) -> None:
    assert "An earlier version" not in docs[page]


def test_a_link_to_an_old_id_leads_to_the_present_page(docs: dict[str, str]) -> None:
    text = docs["articles/ferry.md"]
    assert "../briefings/harbour.md" in text
    assert "../actors/jane-roe.md" in text
    assert "quay" not in text


def test_a_correction_is_an_entry_of_the_feeds_and_moves_its_briefing(docs: dict[str, str]) -> None:
    items = json.loads(docs["feed.json"])["items"]
    assert [(item["url"], item["date_modified"]) for item in items] == [
        ("https://desk.example/briefings/harbour/", "2024-03-06T00:00:00Z"),
        ("https://desk.example/briefings/crossing/#corrections", "2024-03-05T00:00:00Z"),
        ("https://desk.example/briefings/crossing/", "2024-03-05T00:00:00Z"),
    ]
    for item in items[1:]:
        assert "An earlier version gave another number of ships." in item["content_html"]
    feed = ET.fromstring(docs["feed.xml"])  # noqa: S314 - our own
    entries = feed.findall("{*}entry")
    assert [entry.findtext("{*}id") for entry in entries] == [item["id"] for item in items]


def test_pages_lead_to_the_feeds(docs: dict[str, str]) -> None:
    assert "[Feed · Example Desk](feed.xml)" in docs["index.md"]
    assert "[Feed · The sea](../topics/sea/feed.xml)" in docs["topics/sea.md"]
    assert '\nfeed: "topics/sea/feed.xml"\n' in docs["topics/sea.md"].split("---")[1]
    assert "topics/sea/feed.xml" in docs
    # Nothing published names her: she has no feed.
    assert "feed" not in docs["actors/jane-roe.md"].lower()
