"""What is due on a day."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from generator.checking import find_stale
from generator.config import Age
from generator.diagnostics import Diagnostic, Span
from generator.linking import link
from generator.model.article import Role
from generator.model.edtf import Edtf
from generator.model.registers import Actor, Background
from generator.model.site import Site
from tests.linking.building import actor, article, background, series, site

DAY = dt.date(2022, 1, 1)


def stale(content: Site, day: dt.date = DAY, after: str = "") -> tuple[Diagnostic, ...]:
    if after:
        settings = dataclasses.replace(content.settings, stale_after=Age.parse(after))
        content = dataclasses.replace(content, settings=settings)
    return tuple(item.note for item in find_stale(link(content), day))


def test_a_series_is_as_old_as_its_newest_report() -> None:
    old = article("a", "[1]{.figure ref=dead as-of=2020-05}", date="2020-06-01")
    new = article("b", "[2]{.figure ref=dead}", date="2021-03-04")
    content = site(series("dead", label="Killed"), old, new)
    assert stale(content) == ()
    (due,) = stale(content, dt.date(2022, 3, 5))
    assert due.code == "D001"
    assert due.path == "content/articles/b.md"
    assert due.column == 2
    assert "“Killed”, “2”, is as of 2021-03-04" in due.message
    assert "the briefings a and b show it" in due.message
    assert stale(content, dt.date(2022, 3, 4)) == ()


def test_the_place_is_that_of_the_date_where_it_stands() -> None:
    (due,) = stale(site(article("a", "x [1]{.figure as-of=2020-05} [2]{.figure as-of=2021-06/..}")))
    assert (due.line, due.column, due.end_column) == (1, 21, 28)


@pytest.mark.parametrize(("after", "count"), [("P2Y", 0), ("P1M", 1), ("400", 0), ("30", 1)])
def test_the_site_says_how_old_facts_may_be(after: str, count: int) -> None:
    content = site(article("a", "[1]{.figure}", date="2021-01-15"))
    assert len(stale(content, after=after)) == count


def block(as_of: str = "", review_by: str = "") -> Background:
    spans = {key: Span(0, 1) for key in ("as-of", "review-by")}
    review = Edtf.parse(review_by) if review_by else None
    made = background("war", "text", as_of=as_of)
    return dataclasses.replace(made, review_by=review, spans=spans)


@pytest.mark.parametrize(
    ("as_of", "review_by", "due"),
    [
        ("2020", "", True),
        ("2021-06", "", False),
        ("", "", False),
        ("2020", "2022-01", False),
        ("2021-06", "2021-12", True),
        ("", "2021-12-31", True),
        ("", "2022-01-01", False),
    ],
)
def test_background(as_of: str, review_by: str, *, due: bool) -> None:
    used = article("a", background=["war"], date="2021-12-01")
    found = stale(site(used, block(as_of, review_by)))
    assert [item.code for item in found] == ["D002"] * due
    assert stale(site(article("b", date="2021-12-01"), block(as_of, review_by))) == ()


def test_background_in_an_article() -> None:
    text = "::: {.background as-of=2019-05}\nIt is old.\n:::\n::: {.summary as-of=2019}\nx\n:::"
    (due,) = stale(site(article("a", text, date="2021-12-01")))
    assert (due.code, due.line, due.column) == ("D002", 1, 24)


def holder(*roles: tuple[str, str]) -> Actor:
    def date(text: str) -> Edtf | None:
        return Edtf.parse(text) if text else None

    held = (Role("mayor", date(start), date(end), Span(0, 1)) for start, end in roles)
    return dataclasses.replace(actor("roe", "Roe", text="roles"), roles=tuple(held))


@pytest.mark.parametrize(
    ("start", "end", "named", "due"),
    [
        ("2015", "", "2020-05-05", True),
        ("2015", "", "2021-05-05", False),
        ("2015", "2019", "2020-05-05", False),
        ("2021-02", "", "2020-05-05", False),
        ("", "", "2020-05-05", True),
    ],
)
def test_roles_without_an_end(start: str, end: str, named: str, *, due: bool) -> None:
    content = site(holder((start, end)), article("a", "[Roe]{.actor}", date=named))
    found = stale(content)
    assert [item.code for item in found] == ["D003"] * due
    assert all("last confirmed on 2020-05-05" in item.message for item in found)


def test_a_role_on_no_briefing_is_not_told() -> None:
    assert stale(site(holder(("2015", "")), article("a", date="2021-12-01"))) == ()


def test_every_fact_is_told_once_and_in_order() -> None:
    text = "[1]{.figure}\n[2]{.figure}"
    content = site(*(article(key, text, briefing="one", date="2020-01-01") for key in "ba"))
    found = stale(content)
    assert [(item.path.rpartition("/")[2], item.line) for item in found] == [
        ("a.md", 1),
        ("a.md", 2),
        ("b.md", 1),
        ("b.md", 2),
    ]
    assert len(found) == 4


def test_what_is_due_names_the_briefings_that_show_it() -> None:
    shared = article("a", "[1]{.figure ref=dead}", date="2020-06-01")
    other = article("b", "[1]{.figure ref=dead} [2]{.figure}", date="2020-05-01")
    found = find_stale(link(site(series("dead", label="Killed"), shared, other)), DAY)
    assert [(item.note.path.rpartition("/")[2], item.pages) for item in found] == [
        ("a.md", ("a", "b")),
        ("b.md", ("b",)),
    ]
