from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering import plan_pages
from generator.rendering.addresses import served
from generator.rendering.feed_formats import Category, Entry, Feed, atom, json_feed, written
from generator.rendering.feeds import MOST
from tests.rendering.conftest import Make
from tests.rendering.reading_feeds import (
    HOSTILE,
    MOMENT,
    PLAIN,
    SITE,
    A,
    in_atom,
    in_json,
    items,
    made,
)


def test_an_entry_says_what_its_briefing_is(make: Make) -> None:
    linked = make.site(
        make.topic("sea", "The sea"),
        make.article("new", briefing="crossing", title="Ferry sails", summary="It sails & stays.",
                     date="2021-09-14", updated="2021-09-20", topics=("sea",)),
        make.article("old", briefing="crossing", date="2021-09-10", publisher="Example Wire"),
        make.article("last", date="2021-09-15", language="ar", title="عبّارة"),
        site_url=SITE,
        site_description="Short and exact.",
    )  # fmt: skip
    first, second = items(linked)
    assert first == {
        "id": f"{SITE}briefings/crossing/",
        "url": f"{SITE}briefings/crossing/",
        "title": "Ferry sails",
        "summary": "It sails & stays.",
        "content_html": "<p>It sails &amp; stays.</p>",
        "date_published": "2021-09-10T00:00:00Z",
        "date_modified": "2021-09-20T00:00:00Z",
        "authors": [{"name": "Example Desk"}, {"name": "Example Wire"}],
        "tags": ["The sea"],
        "language": "en",
    }
    assert (second["title"], second["language"]) == ("عبّارة", "ar")
    root = in_atom(made(linked)["feed.xml"])
    assert root.findtext(f"{A}title") == "The Desk"
    assert root.findtext(f"{A}subtitle") == "Short and exact."
    assert root.findtext(f"{A}id") == SITE
    links = {item.get("rel"): item.get("href") for item in root.findall(f"{A}link")}
    assert links == {"self": f"{SITE}feed.xml", "alternate": SITE}


def test_topics_and_the_actors_of_briefings_have_feeds(make: Make) -> None:
    linked = make.site(
        make.topic("sea", "The sea"),
        make.topic("sky", "The sky"),
        make.actor("roe", "Jane Roe"),
        make.actor("poe", "Nobody Names"),
        make.article("a", [make.mark("actor", "Jane Roe", ref="roe")], topics=("sea",)),
        make.article("b"),
        site_url=SITE,
    )
    assert sorted(made(linked)) == [
        "actors/roe/feed.json", "actors/roe/feed.xml", "feed.json", "feed.xml",
        "topics/sea/feed.json", "topics/sea/feed.xml",
        "topics/sky/feed.json", "topics/sky/feed.xml",
    ]  # fmt: skip
    assert [item["title"] for item in items(linked)] == ["B", "A"]
    assert items(linked, "topics/sea/feed") == items(linked, "actors/roe/feed")
    assert [item["title"] for item in items(linked, "topics/sea/feed")] == ["A"]
    assert items(linked, "topics/sky/feed") == []
    feed = in_json(made(linked)["actors/roe/feed.json"])
    assert feed["title"] == "Jane Roe · The Desk"
    assert feed["home_page_url"] == f"{SITE}actors/roe/"
    assert feed["feed_url"] == f"{SITE}actors/roe/feed.json"
    followed = {view.page.path: getattr(view, "feed", None) for view in plan_pages(linked).views}
    hrefs = {path: feed.href for path, feed in followed.items() if feed}
    assert hrefs == {
        "index.md": "feed.xml",
        "actors/roe.md": "../actors/roe/feed.xml",
        "topics/sea.md": "../topics/sea/feed.xml",
        "topics/sky.md": "../topics/sky/feed.xml",
    }


def test_without_an_address_there_are_no_feeds(make: Make) -> None:
    linked = make.site(make.topic("sea", "The sea"), make.article("a"))
    assert made(linked) == {}
    assert not any(getattr(view, "feed", None) for view in plan_pages(linked).views)


def test_drafts_are_not_in_feeds(make: Make) -> None:
    linked = make.site(
        make.article("a", corrections=(("2021-10-01", "It was nine."),)),
        make.article("b", status="draft", corrections=(("2021-10-02", "It was ten."),)),
        make.article("c", briefing="a", status="draft", date="2022-01-01", publisher="Secret"),
        site_url=SITE,
    )
    first, second = items(linked)
    assert first["title"] == "Correction: A"
    assert (second["title"], second["authors"]) == ("A", [{"name": "Example Desk"}])
    assert second["date_modified"] == "2021-10-01T00:00:00Z"
    for content in made(linked).values():
        assert b"It was ten" not in content
        assert b"Secret" not in content
    assert b"It was ten" in made(linked, drafts=True)["feed.xml"]


def test_a_correction_moves_its_briefing_and_is_an_entry(make: Make) -> None:
    late, early = ("2021-12-02", "Four, not <five>."), ("2021-12-01", "Tuesday.")
    linked = make.site(
        make.article("old", date="2020-01-01", language="fr", title="Le bac",
                     corrections=(early, late, late)),
        make.article("new", date="2021-11-30"),
        site_url=SITE,
    )  # fmt: skip
    found = items(linked)
    assert [(item["title"], item["date_modified"][:10]) for item in found] == [
        ("Correction : Le bac", "2021-12-02"),
        ("Le bac", "2021-12-02"),
        ("Correction : Le bac", "2021-12-01"),
        ("New", "2021-11-30"),
    ]
    correction, briefing = found[:2]
    assert re.fullmatch(
        re.escape(f"{SITE}briefings/old/#correction-2021-12-02-") + "[0-9a-f]{12}",
        correction["id"],
    )
    assert correction["url"] == f"{SITE}briefings/old/#corrections"
    assert correction["summary"] == "Four, not <five>."
    assert correction["content_html"] == "<p>Four, not &lt;five&gt;.</p>"
    assert correction["language"] == "fr"
    assert briefing["date_published"] == "2020-01-01T00:00:00Z"
    assert briefing["content_html"] == (
        "<p>Le bac</p><h2>Corrections</h2><ul>"
        '<li lang="fr" dir="ltr"><time datetime="2021-12-02">2 décembre 2021</time>'
        " Four, not &lt;five&gt;.</li>"
        '<li lang="fr" dir="ltr"><time datetime="2021-12-01">1 décembre 2021</time>'
        " Tuesday.</li></ul>"
    )


def test_a_feed_holds_what_changed_last(make: Make) -> None:
    days = [dt.date(2021, 1, 1) + dt.timedelta(number) for number in range(MOST + 10)]
    articles = [make.article(f"a{day}", date=day.isoformat()) for day in days]
    corrected = make.article("x", date="2019-01-01", corrections=(("2022-01-01", "It was nine."),))
    found = items(make.site(*articles, corrected, site_url=SITE))
    assert [item["title"] for item in found[:2]] == ["Correction: X", "X"]
    kept = [item["id"].rsplit("/", 2)[1] for item in found[2:]]
    assert kept == [f"a{day}" for day in reversed(days)][: MOST - 1]


def test_corrections_do_not_grow_without_end(make: Make) -> None:
    many = [((dt.date(2021, 1, 1) + dt.timedelta(n)).isoformat(), f"No {n}.") for n in range(99)]
    found = items(make.site(make.article("a", corrections=tuple(many)), site_url=SITE))
    assert len(found) == MOST + 1
    assert {"No 98."} == {item.get("summary") for item in found[:2]} - {None}


def test_another_briefing_changes_no_entry(make: Make) -> None:
    things = (
        make.article("a", corrections=(("2021-10-01", "It was nine."),)),
        make.article("b", date="2021-09-14"),
    )
    before = items(make.site(*things, site_url=SITE))
    added = make.article("between", date="2021-09-14", corrections=(("2021-10-01", "No."),))
    after = items(make.site(*things, added, site_url=SITE))
    assert [item for item in after if "/between/" not in item["id"]] == before
    assert len(after) == len(before) + 2
    lines = made(make.site(*things, site_url=SITE))["feed.xml"].splitlines()
    assert set(lines) <= set(
        made(make.site(*things, added, site_url=SITE))["feed.xml"].splitlines()
    )
    assert made(make.site(*things, site_url=SITE)) == made(make.site(*things, site_url=SITE))


def test_hostile_text_is_text(make: Make) -> None:
    linked = make.site(
        make.topic("sea", HOSTILE),
        make.article("a", title=HOSTILE, summary=HOSTILE, publisher=HOSTILE, topics=("sea",),
                     corrections=(("2021-10-01", HOSTILE),)),
        site_url=SITE,
        site_description=HOSTILE,
    )  # fmt: skip
    correction, item = items(linked)
    assert items(linked, "topics/sea/feed") == [correction, item]
    assert correction["title"] == f"Correction: {PLAIN}"
    assert item["title"] == item["summary"] == item["tags"][0] == PLAIN
    assert item["authors"] == [{"name": PLAIN}]
    assert "<b>" not in item["content_html"]
    root = in_atom(made(linked)["feed.xml"])
    assert root.findtext(f"{A}subtitle") == PLAIN


@given(st.text(), st.datetimes(timezones=st.timezones()))
def test_any_text_at_any_time_can_be_read_back(text: str, moment: dt.datetime) -> None:
    entry = Entry(
        id=SITE, url=SITE, title=text, summary=text, html="<p>-</p>", published=moment,
        updated=moment, authors=(text,), categories=(Category(text, text),), language="en",
    )  # fmt: skip
    feed = Feed(SITE, SITE, SITE, text, text, text, "en")
    root = ET.fromstring(atom(feed, [written(entry)]))  # noqa: S314 - our own
    found = json.loads(json_feed(feed, [written(entry)]))["items"][0]
    assert (root.findtext(f"{A}entry/{A}title") or "") == found.get("title", "")
    assert MOMENT.fullmatch(found["date_published"])
    for char in text:
        if not char.isspace() and char.isprintable():
            assert char in found["title"]


def test_ids_do_not_change_with_what_a_briefing_says(make: Make) -> None:
    """An id is of the address alone: a reader is told of a change, not of another briefing."""

    def ids(**values: Any) -> list[str]:  # noqa: ANN401
        values = {"title": "Ferry", "corrections": (("2021-10-01", "It was nine."),), **values}
        return [item["id"] for item in items(make.site(make.article("a", **values), site_url=SITE))]

    before = ids()
    assert len(before) == 2
    for changed in (
        {"title": "Ferry sails"},
        {"summary": "It sails."},
        {"updated": "2022-01-01"},
        {"language": "fr"},
        {"publisher": "Example Wire"},
        {"corrections": (("2021-10-01", "It was nine."), ("2021-11-01", "On a Monday."))},
    ):
        assert set(before) <= set(ids(**changed)), changed


def test_a_moment_keeps_its_time_in_utc(make: Make) -> None:
    zone = dt.timezone(dt.timedelta(hours=3))
    moment = dt.datetime(2021, 9, 14, 1, 30, tzinfo=zone)
    linked = make.site(
        replace(make.article("a", date="2021-09-14", updated="2021-09-13"), moment=moment),
        site_url=SITE,
    )
    (item,) = items(linked)
    assert item["date_published"] == item["date_modified"] == "2021-09-13T22:30:00Z"


@pytest.mark.parametrize(
    ("page", "path"),
    [("index.md", ""), ("topics/index.md", "topics/"), ("topics/my-index.md", "topics/my-index/")],
)
def test_where_a_page_is_served(page: str, path: str) -> None:
    assert served(page) == path
