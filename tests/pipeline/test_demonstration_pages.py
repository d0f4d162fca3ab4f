"""What the articles know together, read on the built pages of the demonstration content."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest

from generator.pipeline import Workspace, build, check_content
from tests.pipeline.test_demonstration import ROOT, copy

pytestmark = pytest.mark.site

EVENT = re.compile(r'<li class="bf-event[^"]*" id="event-([^"]*)">(.*?)</li>', re.DOTALL)
TIME = re.compile(r'<time(?: datetime="([^"]*)")?>([^<]*)</time>')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy(tmp_path_factory.mktemp("demonstration"))
    assert build(Workspace(root)).done
    return root / "site"


def page(built: Path, address: str) -> str:
    return unescape((built / address / "index.html").read_text(encoding="utf-8"))


def events(text: str) -> dict[str, str]:
    """The entries of a timeline by key; none stands twice."""
    found = EVENT.findall(text)
    assert len(dict(found)) == len(found)
    return dict(found)


def test_an_event_of_five_articles_is_one_entry_with_all_its_sources(built: Path) -> None:
    entry = events(page(built, "timeline"))["earthquakes-2023"]
    assert entry.count("/articles/") == 5
    assert '<time datetime="2023-02-06">6 February 2023</time>' in entry


def test_the_timeline_of_a_briefing_is_in_the_order_of_time(built: Path) -> None:
    dates = [
        match[1]
        for entry in events(page(built, "briefings/earthquakes-2023")).values()
        if (match := TIME.search(entry))
    ]
    assert len(dates) > 3
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("timeline", '<time datetime="2015-09">about September 2015</time>'),
        ("timeline", '<time datetime="2011-03">March 2011</time>'),
        ("timeline", "<time>since 27 July 1953</time>"),
        ("briefings/syria-death-toll", '<time datetime="2012">vers 2012</time>'),
        ("briefings/moscow-damascus-2021", '<time datetime="2012">about 2012</time>'),
    ],
)
def test_dates_keep_their_precision_in_the_language_of_the_page(
    built: Path, address: str, written: str
) -> None:
    assert written in page(built, address)


def test_related_briefings_say_why(built: Path) -> None:
    text = page(built, "briefings/moscow-damascus-2021")
    assert 'title="both involve Turkey, Bab al-Hawa and Idlib"' in text
    assert ">both involve Turkey, Bab al-Hawa and Idlib</p>" in text
    assert "the editors’ choice" in page(built, "briefings/bab-al-hawa-crossing") + text


def test_what_is_due_is_told_by_the_briefing_that_shows_it() -> None:
    found = check_content(Workspace(ROOT), drafts=True, stale_at=dt.date(2027, 4, 1)).diagnostics
    due = [item for item in found if item.code.startswith("D")]
    assert {item.code for item in due} == {"D001", "D002", "D003"}
    (war,) = (
        item
        for item in due
        if item.path == "content/background/syria-war.md" and item.code == "D002"
    )
    assert (war.line, war.column) == (4, 12)
    assert "moscow-damascus-2021 and syria-death-toll show it" in war.message
    assert [item for item in found if item.code.startswith("L019")] == []
