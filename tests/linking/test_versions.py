"""Versions of a briefing in other languages: who is joined, and who comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import check
from generator.diagnostics import Span
from generator.linking import link
from generator.model.article import Article, Reference
from generator.model.links import LinkedSite, Problem
from tests.linking.building import article, site

PLACE = Span(3, 4)


def of(made: Article, original: str = "", language: str = "en") -> Article:
    reference = Reference(original, PLACE) if original else None
    return replace(made, translation_of=reference, language=language)


def groups(linked: LinkedSite) -> dict[str, tuple[str, ...]]:
    return {key: item.versions for key, item in linked.briefings.items() if item.versions}


def codes(linked: LinkedSite) -> list[str]:
    return [item.code for item in check(linked)]


def test_versions_are_joined_through_others_the_original_first() -> None:
    linked = link(
        site(
            of(article("z-original")),
            of(article("b"), "z-original", "fr"),
            of(article("a"), "b", "ar"),
            of(article("other")),
        )
    )
    assert set(groups(linked)) == {"z-original", "a", "b"}
    assert set(groups(linked).values()) == {("z-original", "a", "b")}
    assert linked.translations == {"a": "b", "b": "z-original"}
    assert codes(linked) == []


def test_an_article_stands_for_its_briefing() -> None:
    linked = link(
        site(
            article("one", briefing="ferry"),
            article("two", briefing="ferry", aliases=["deux"]),
            of(article("bac"), "two", "fr"),
        )
    )
    assert groups(linked)["bac"] == ("ferry", "bac")
    former = link(site(article("two", aliases=["deux"]), of(article("bac"), "deux", "fr")))
    assert groups(former)["bac"] == ("two", "bac")
    assert codes(former) == ["L021"]


def test_an_unknown_original_is_told_with_the_nearest() -> None:
    linked = link(site(article("ferry-is-back"), of(article("bac"), "ferry-is-bakc", "fr")))
    (found,) = linked.unresolved
    assert (found.problem, found.field, found.span) == (Problem.UNKNOWN, "translation-of", PLACE)
    assert groups(linked) == {}
    (fault,) = check(linked)
    assert fault.code == "L023"
    assert "“ferry-is-bakc”" in fault.message
    assert "ferry-is-back" in str(fault.help)


def test_versions_in_a_circle_are_one_group() -> None:
    linked = link(site(of(article("b"), "a", "fr"), of(article("a"), "b", "ar")))
    assert groups(linked) == {"a": ("a", "b"), "b": ("a", "b")}


def test_one_language_twice_is_told_once_for_each_that_is_left_out() -> None:
    linked = link(
        site(
            of(article("ferry")),
            of(article("bac"), "ferry", "fr"),
            of(article("bac-2"), "ferry", "fr"),
            of(article("again"), "bac", "en"),
        )
    )
    found = check(linked)
    assert [(item.code, item.path) for item in found] == [
        ("L024", "content/articles/again.md"),
        ("L024", "content/articles/bac-2.md"),
    ]
    assert "“bac” and “bac-2”" in found[1].message


def test_two_originals_in_one_language_are_told_at_who_joins_them() -> None:
    linked = link(
        site(
            of(article("one")),
            of(article("two")),
            of(article("un", briefing="bac"), "one", "fr"),
            of(article("deux", briefing="bac"), "two", "fr"),
        )
    )
    assert groups(linked)["bac"] == ("one", "two", "bac")
    assert [(item.code, item.path) for item in check(linked)] == [
        ("L024", "content/articles/deux.md")
    ]


def test_a_briefing_is_no_version_of_itself() -> None:
    linked = link(site(article("ferry"), of(article("bac", briefing="ferry"), "ferry", "fr")))
    assert groups(linked) == {}
    assert codes(linked) == ["L025"]


@given(
    st.lists(
        st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14, unique_by=lambda p: p[0]
    )
)
def test_groups_are_the_unions_of_links_in_any_order(pairs: list[tuple[int, int]]) -> None:
    named = dict(pairs)
    articles = [
        of(article(f"a{key}"), f"a{named[key]}" if key in named else "") for key in range(12)
    ]
    linked = link(site(*articles))
    joined: list[set[str]] = [{f"a{key}"} for key in range(12)]
    for first, second in pairs:
        together = [group for group in joined if group & {f"a{first}", f"a{second}"}]
        joined = [group for group in joined if group not in together] + [set().union(*together)]
    expected = {frozenset(group) for group in joined if len(group) > 1}
    assert {frozenset(group) for group in groups(linked).values()} == expected
    assert all(key in group for key, group in groups(linked).items())
    assert groups(link(site(*reversed(articles)))) == groups(linked)


@pytest.mark.parametrize("count", [2000])
def test_a_long_chain_of_versions_is_one_group(count: int) -> None:
    articles = [of(article("a0"))]
    articles += [of(article(f"a{place}"), f"a{place - 1}") for place in range(1, count)]
    linked = link(site(*articles))
    assert len(linked.briefings["a0"].versions) == count
