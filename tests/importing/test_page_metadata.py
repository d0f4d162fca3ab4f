"""What a page says of itself, and whom is believed where its voices disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from generator.config import Settings
from generator.importing import import_file
from generator.model.draft import Draft

pytest.importorskip("trafilatura")

TEXT = (
    "<p>The bridge over the river opened to traffic on Monday morning, three years after the "
    "first pile was driven.</p><p>It is 412 metres long and carries four lanes and a path for "
    "walkers, the council said in a statement.</p>"
)
FALLBACK = dt.date(2024, 5, 6)


def draft(head: str, body: str = f"<article><h1>New bridge opens</h1>{TEXT}</article>") -> Draft:
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    found, _ = import_file(
        page.encode(), path="a.html", settings=Settings(), fallback_date=FALLBACK
    )
    assert found.blocks
    return found


def source(found: Draft) -> Mapping[str, object]:
    entries = found.front_matter.get("source", {})
    assert isinstance(entries, Mapping)
    return entries


LINKED = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"New bridge opens",'
    '"datePublished":"2021-09-13T08:00:00+02:00","author":{"name":"Ann Example"},'
    '"publisher":{"name":"Linked Desk"}}</script>'
)
TAGS = (
    '<meta property="article:published_time" content="2020-01-01"><meta name="author" '
    'content="Bo Sample"><meta property="og:site_name" content="Meta Desk">'
)
MARKED = (
    '<div itemscope><time itemprop="datePublished" datetime="2019-01-01">x</time>'
    '<span itemprop="author">Cy Pattern</span><span itemprop="publisher">Marked Desk</span></div>'
)


@pytest.mark.parametrize(
    ("head", "mark", "date", "author", "publisher"),
    [
        (TAGS + LINKED, MARKED, "2021-09-13T08:00+02:00", "Ann Example", "Linked Desk"),
        (TAGS, MARKED, "2020-01-01", "Bo Sample", "Meta Desk"),
        ("", MARKED, "2019-01-01", "Cy Pattern", "Marked Desk"),
    ],
)
def test_json_ld_is_believed_before_tags_and_those_before_microdata(
    head: str, mark: str, date: str, author: str, publisher: str
) -> None:
    body = f"<article><h1>New bridge opens</h1>{mark}{TEXT}</article>"
    found = draft(head, body)
    assert found.front_matter["date"] == date
    assert source(found) == {"publisher": publisher, "author": author}


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2021-09-13", "2021-09-13"),
        ("2021-09-13T18:30:00Z", "2021-09-13T18:30+00:00"),
        ("2021-09-13T18:30:15.123+0300", "2021-09-13T18:30:15+03:00"),
        ("2021-09-13 18:30", "2021-09-13T18:30"),
        ("20210913", "2021-09-13"),
        ("Mon, 13 Sep 2021 18:30:00 GMT", "2021-09-13T18:30+00:00"),
        ("September 13, 2021", "2021-09-13"),
        ("2021/9/13", "2021-09-13"),
    ],
)
def test_dates_are_read_in_the_forms_that_pages_use(written: str, date: str) -> None:
    found = draft(f'<meta property="article:published_time" content="{written}">')
    assert found.front_matter["date"] == date
    assert "review" not in found.front_matter


@pytest.mark.parametrize("written", ["soon", "2021-13-45", "", "0000-00-00", "99999999999"])
def test_what_is_no_date_is_not_believed(written: str) -> None:
    found = draft(f'<meta property="article:published_time" content="{written}">')
    assert found.front_matter["date"] == "2024-05-06"
    assert found.front_matter["review"] == ("date",)


def test_the_day_in_the_address_is_a_stand_in() -> None:
    found = draft('<link rel=canonical href="https://desk.example/2021/09/13/bridge">')
    assert found.front_matter["date"] == "2021-09-13"
    assert found.front_matter["review"] == ("date",)


def test_a_change_on_the_same_day_is_no_update() -> None:
    same = '"dateModified":"2021-09-13T20:00:00+02:00",'
    later = same.replace("13T", "15T")
    assert "updated" not in draft(LINKED.replace('"datePub', f'{same}"datePub')).front_matter
    found = draft(LINKED.replace('"datePub', f'{later}"datePub'))
    assert found.front_matter["updated"] == "2021-09-15"


@pytest.mark.parametrize(
    ("head", "printed", "title"),
    [
        ("<title>New bridge opens | Desk</title>", "<h1>New bridge opens</h1>", "New bridge opens"),
        ("<title>Desk - New bridge opens</title>", "<b>New bridge opens</b>", "New bridge opens"),
        # What readers saw wins over what was written for machines.
        (
            '<meta property="og:title" content="New bridge opens in Example Town">',
            "<h1>New bridge opens in town</h1>",
            "New bridge opens in town",
        ),
        # A heading of something else does not.
        (
            '<meta property="og:title" content="New bridge opens in Example Town">',
            "<h1>The Example Herald</h1>",
            "New bridge opens in Example Town",
        ),
        ("", "<h1>New <i>bridge</i> opens</h1>", "New bridge opens"),
        (
            "<title>Read &amp;amp; ride: the new bridge</title>",
            "<h1>Read &amp; ride: the new bridge</h1>",
            "Read & ride: the new bridge",
        ),
    ],
)
def test_the_headline(head: str, printed: str, title: str) -> None:
    found = draft(head, f"<article>{printed}{TEXT}</article>")
    assert found.front_matter["title"] == title


def test_without_a_headline_the_file_lends_its_name() -> None:
    found = draft("", f"<article>{TEXT}</article>")
    assert found.front_matter["title"] == "A"
    assert "title" in found.front_matter["review"]


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            (
                '<link rel=canonical href="https://a.example/x"><meta property="og:url" '
                'content="https://b.example/y">'
            ),
            "https://a.example/x",
        ),
        # A front page is nobody's address.
        (
            (
                '<link rel=canonical href="https://a.example/"><meta property="og:url" '
                'content="https://a.example/y">'
            ),
            "https://a.example/y",
        ),
        ('<link rel=canonical href="javascript:alert(1)">', None),
        (
            '<link rel=canonical href="/x"><meta property="og:url" content="https://a.example/y">',
            "https://a.example/y",
        ),
        ('<link rel=canonical href="https://user:pw@a.example/x">', None),
    ],
)
def test_the_address(head: str, url: str | None) -> None:
    assert source(draft(head)).get("url") == url


def test_the_address_that_a_browser_noted() -> None:
    page = (
        "<!DOCTYPE html>\n<!-- saved from url=(0027)https://desk.example/bridge -->\n"
        f"<html><body><h1>New bridge opens</h1>{TEXT}<p>See <a href='more'>the plan</a> of the new "
        "bridge, too.</p></body></html>"
    )
    found, _ = import_file(
        page.encode(), path="a.html", settings=Settings(), fallback_date=FALLBACK
    )
    assert source(found)["url"] == "https://desk.example/bridge"
    assert "https://desk.example/more" in repr(found.blocks)


@pytest.mark.parametrize(
    ("given", "text", "language"),
    [
        ("de-AT", "Die Brücke ist seit Montag offen und der Verkehr fließt wieder. ", "de-AT"),
        ("en", "Die Brücke ist seit Montag offen und der Verkehr fließt wieder. ", None),
        # A template's language is not that of a text in another script.
        ("en", "قال الوزير إن الجسر الجديد في المدينة افتتح بعد ثلاث سنوات من العمل. ", "ar"),
        ("", "Die Brücke ist seit Montag offen und der Verkehr fließt wieder. ", "de"),
        ("not a tag", "The bridge is open and the traffic is as it was before it. ", None),
    ],
)
def test_the_language(given: str, text: str, language: str | None) -> None:
    page = f"<!doctype html><html lang='{given}'><article><p>{text * 5}</p></article>"
    found, _ = import_file(
        page.encode(), path="a.html", settings=Settings(), fallback_date=FALLBACK
    )
    assert found.front_matter.get("language") == language


def test_the_lead_picture_with_its_words() -> None:
    found = draft(
        '<meta property="og:image" content="https://desk.example/i/bridge-1200x630.jpg">',
        "<article><h1>New bridge opens</h1><figure><img src='https://desk.example/i/bridge-640x480"
        ".jpg' alt='A bridge'><figcaption>The bridge at dawn. Photo: Ann Example</figcaption>"
        f"</figure>{TEXT}</article>",
    )
    assert found.front_matter["image"] == {
        "url": "https://desk.example/i/bridge-1200x630.jpg",
        "alt": "A bridge",
        "caption": "The bridge at dawn.",
        "credit": "Ann Example",
    }


def test_a_page_with_an_address_says_nothing_of_rights() -> None:
    found = draft('<link rel=canonical href="https://a.example/x">' + LINKED)
    assert "rights" not in source(found)
    assert found.front_matter["status"] == "draft"


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[[[[",
        "null",
        '{"@type":"NewsArticle","headline":5,"author":[[]]}',
        '{"@graph":[{"@id":"a"}]}',
        "[" * 100_000,
        '<!-- {"@type":"NewsArticle"} -->',
        '{"@type":"NewsArticle","image":{"@id":"#i"},"author":{"@id":"#i"}}',
    ],
)
def test_json_ld_that_is_none_is_passed_over(script: str) -> None:
    found = draft(f'<script type="application/ld+json">{script}</script>')
    assert found.front_matter["title"] == "New bridge opens"
