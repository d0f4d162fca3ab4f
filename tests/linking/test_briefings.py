"""Briefings made of several articles, related ones, and addresses."""

from __future__ import annotations

import datetime as dt

from generator.linking import link
from generator.model.article import Rights
from generator.model.links import Problem
from tests.linking.building import actor, article, background, place, series, site, topic


def test_articles_of_one_briefing_are_merged_newest_first() -> None:
    linked = link(
        site(
            actor("x", "X"),
            actor("y", "Y"),
            topic("war"),
            topic("aid"),
            background("b1", "[Y]{.actor role=second}"),
            background("b2"),
            article(
                "first",
                "[X]{.actor} [1]{.figure label=n}",
                date="2021-01-01",
                briefing="j",
                topics=["war"],
                background=["b1"],
            ),
            article(
                "second",
                "[Y]{.actor} [X]{.actor role=host} [2]{.figure label=n}",
                date="2021-01-02",
                briefing="j",
                topics=["aid", "war"],
                background=["b2", "b1"],
            ),
        )
    )
    briefing = linked.briefings["j"]
    assert briefing.articles == ("second", "first")
    assert briefing.topics == ("aid", "war")
    assert briefing.background == ("b2", "b1")
    assert [(item.id, item.role) for item in briefing.actors] == [("y", "second"), ("x", "host")]
    assert briefing.actors[0].fact.origin.id == "second"
    assert [item.fact.annotation.text for item in briefing.figures] == ["2", "1"]
    assert list(linked.briefings) == ["j"]


def test_articles_of_one_day_are_ordered_by_moment_in_any_zone() -> None:
    noon = dt.datetime(2021, 9, 14, 12, tzinfo=dt.UTC)
    later = dt.datetime(2021, 9, 14, 11, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    linked = link(
        site(
            article("a", briefing="j", moment=noon),
            article("b", briefing="j", moment=later),
            article("c", briefing="j"),
        )
    )
    assert linked.briefings["j"].articles == ("b", "a", "c")


def test_unknown_topics_background_and_related_are_told() -> None:
    linked = link(
        site(topic("war"), article("a", topics=["wra"], background=["x"], related=["b", "aa"]))
    )
    told = {(item.field, item.wanted): item.candidates for item in linked.unresolved}
    assert told == {
        ("topics", "wra"): ("war",) if told["topics", "wra"] else (),
        ("background", "x"): (),
        ("related", "b"): (),
        ("related", "aa"): (),
    }
    assert all(item.problem is Problem.UNKNOWN for item in linked.unresolved)


def test_related_briefings_share_what_is_rare_and_say_what() -> None:
    linked = link(
        site(
            actor("rare", "Rare"),
            place("idlib", "Idlib"),
            series("dead"),
            topic("war"),
            article("a", "[Rare]{.actor} [Idlib]{.place} [1]{.figure ref=dead}", topics=["war"]),
            article("b", "[Rare]{.actor}", topics=["war"], date="2020-01-01"),
            article("c", topics=["war"], date="2021-01-01"),
            article("d", topics=["war"], date="2022-01-01"),
            article("e", "[Idlib]{.place}", related=["a"]),
            article("f"),
        )
    )
    briefing = linked.briefings["a"]
    assert briefing.related == ("b", "e", "d", "c")
    first = briefing.relations[0]
    assert (first.briefing, first.picked, first.actors, first.topics) == (
        "b",
        False,
        ("rare",),
        ("war",),
    )
    assert linked.briefings["e"].related[0] == "a"
    assert linked.briefings["e"].relations[0].picked
    assert linked.briefings["f"].related == ()


def test_editors_picks_come_first_and_never_lead_to_the_page_itself() -> None:
    linked = link(
        site(
            topic("war"),
            *(article(f"n{n}", topics=["war"]) for n in range(9)),
            article("own", topics=["war"], related=["old", "own", "part", "n8"]),
            article("now", aliases=["old"]),
            article("part", briefing="whole"),
        )
    )
    related = linked.briefings["own"].related
    assert related[:3] == ("now", "whole", "n8")
    assert len(related) == 6
    assert [item.problem for item in linked.unresolved] == [Problem.FORMER]


def test_what_very_many_share_still_relates_neighbours_in_time() -> None:
    articles = (
        article(f"n{n:03}", topics=["war"], date=str(dt.date(2021, 1, 1) + dt.timedelta(n)))
        for n in range(100)
    )
    linked = link(site(topic("war"), *articles))
    assert set(linked.briefings["n050"].related) <= {f"n{n:03}" for n in range(44, 57)}
    assert len(linked.briefings["n050"].related) == 6


def test_old_addresses_lead_to_present_ones() -> None:
    linked = link(
        site(
            article("a", aliases=["old-a"]),
            article("b", briefing="joint", aliases=["joint"]),
            article("c", aliases=["old-c"], rights=Rights.QUOTE),
            actor("x", former=["old-x", "older-x"]),
        )
    )
    assert linked.redirects == {
        "actors/old-x": "actors/x",
        "actors/older-x": "actors/x",
        "articles/joint": "articles/b",
        "articles/old-a": "articles/a",
        "articles/old-c": "briefings/c",
        "briefings/b": "briefings/joint",
        "briefings/old-a": "briefings/a",
        "briefings/old-c": "briefings/c",
    }
    assert linked.unresolved == ()


def test_an_old_id_that_is_taken_names_both_files() -> None:
    linked = link(
        site(
            article("a", aliases=["b", "old", "a", "joint"]),
            article("b", aliases=["old"]),
            article("c", briefing="joint"),
            actor("x", former=["y", "z"]),
            actor("y", former=["z"]),
        )
    )
    told = [(item.file.path, item.wanted, item.candidates) for item in linked.unresolved]
    assert sorted(told) == [
        ("content/actors/x.md", "y", ("content/actors/y.md",)),
        ("content/actors/y.md", "z", ("content/actors/x.md",)),
        ("content/articles/a.md", "a", ("content/articles/a.md",)),
        ("content/articles/a.md", "b", ("content/articles/b.md",)),
        ("content/articles/a.md", "joint", ("content/articles/c.md",)),
        ("content/articles/b.md", "old", ("content/articles/a.md",)),
    ]
    assert all(item.problem is Problem.CLASH for item in linked.unresolved)
    assert linked.redirects["briefings/old"] == "briefings/a"
