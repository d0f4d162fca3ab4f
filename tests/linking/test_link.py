"""What holds for every site."""

from __future__ import annotations

import random
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from generator.linking import link
from generator.model.article import Article
from tests.linking.building import Item, actor, article, background, place, series, site, topic

NAMES = ("Ann", "Ben", "Ann B.", "the Ben", "Ben’s", "بشّار", "Zed")
PIECES = (
    *(f"[{name}]{{.actor}}" for name in NAMES),
    "[Town]{.place}",
    "[1]{.figure ref=dead}",
    "[2]{.figure ref=dead as-of=2021}",
    "[3]{.figure ref=deed by=Ann}",
    "[x]{.event date=2021 ref=v}",
    "[x]{.event date=2020 ref=v}",
    "[x]{.event date=2020}",
    "[q]{.quote by=ann}",
    "\nREAD MORE: Title of a1\n",
    "\nREAD MORE: Title of a\n",
)
REGISTERS = (
    actor("ann", "Ann", "Ann B.", "بشار"),
    actor("ben", "Ben", "Zed", former=["bob"]),
    actor("zed", "Zed", former=["bob"]),
    place("town", "Town"),
    series("dead"),
    topic("war"),
    background("bg", "[Ann]{.actor} [9]{.figure ref=dead}", as_of="2020"),
)


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    count = draw(st.integers(1, 6))
    return [
        article(
            f"a{number}",
            " ".join(draw(st.lists(st.sampled_from(PIECES), max_size=6))),
            date=draw(st.sampled_from(["2021-01-01", "2021-06-01"])),
            briefing=draw(st.sampled_from(["", "joint"])),
            topics=draw(st.sampled_from([[], ["war"], ["wra"]])),
            background=draw(st.sampled_from([[], ["bg"]])),
            aliases=draw(st.sampled_from([[], ["old"], ["a1"]])),
            related=draw(st.sampled_from([[], ["a2"], ["old"]])),
        )
        for number in range(count)
    ]


@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(items: list[Article], chance: random.Random) -> None:
    shuffled: list[Item] = [*items, *REGISTERS]
    chance.shuffle(shuffled)
    first, second = link(site(*items, *REGISTERS)), link(site(*shuffled))
    for field in first.__dataclass_fields__:
        if field != "site":
            assert getattr(first, field) == getattr(second, field), field
            assert repr(getattr(first, field)) == repr(getattr(second, field)), field


@given(articles())
def test_every_report_and_mention_is_listed_exactly_once(items: list[Article]) -> None:
    linked = link(site(*items, *REGISTERS))
    facts = [
        (report.fact.origin, report.fact.annotation.number)
        for report in chain.from_iterable(linked.series.values())
    ]
    assert len(facts) == len(set(facts))
    written = sum(item.file.text.count("ref=dead") for item in items)
    included = any(item.background for item in items)
    assert len(facts) == written + included


@given(articles())
def test_an_unrelated_article_changes_no_other_briefing(items: list[Article]) -> None:
    before = link(site(*items, *REGISTERS))
    more = article("unrelated", "[Nina]{.actor}", title="Nothing in common", date="2021-03-01")
    after = link(site(*items, more, *REGISTERS))
    for key, briefing in before.briefings.items():
        assert after.briefings[key] == briefing
    for key, event in before.events.items():
        assert after.events[key] == event


def test_an_empty_site() -> None:
    linked = link(site())
    assert (linked.briefings, linked.unresolved, linked.redirects) == ({}, (), {})
