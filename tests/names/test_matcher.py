"""Names in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.names import Listing, NameMatcher, matcher

MATCHER = NameMatcher(
    (
        Listing("ann-arbor", ("Ann Arbor",)),
        Listing("ann", ("Ann",)),
        Listing("assad", ("Bashar al-Assad", "Assad", "بشار الأسد")),
        Listing("hafez", ("Hafez al-Assad", "Assad")),
        Listing("putin", ("Vladimir Putin", "Putin", "Путин", "普京", "بوتين")),
        Listing("us", ("US", "United States")),
        Listing("turkey", ("Turkey",)),
        Listing("erdogan", ("Erdoğan",)),
        Listing("khan", ("खान",)),
    )
)


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    names = MATCHER.find_names(text)
    for name in names:
        assert text[name.span.start : name.span.end] == name.text
    return [(name.text, name.ids) for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vladimir Putin met Ann.", [("Vladimir Putin", "putin"), ("Ann", "ann")]),
        ("in Ann Arbor", [("Ann Arbor", "ann-arbor")]),
        ("Ann Arborist", [("Ann", "ann")]),
        ("Putin’s, ‘Putin’ and Putins", [("Putin", "putin"), ("Putin", "putin")]),
        ("Vladimir\n  Putin", [("Vladimir\n  Putin", "putin")]),
        ("give us turkey", []),
        ("the US and TURKEY", [("US", "us"), ("TURKEY", "turkey")]),
        ("Er sah Путина", []),
        ("Сказал Путин.", [("Путин", "putin")]),
        ("俄罗斯总统普京说", [("普京", "putin")]),
        ("وقال بُوتين وبوتين", [("بُوتين", "putin"), ("بوتين", "putin")]),
        ("Erdog\u0306an’ın", [("Erdog\u0306an", "erdogan")]),
        ("शाहरुख खान ने", [("खान", "khan")]),
        ("खाना", []),
        ("pro-Putin, Putin—he", [("Putin", "putin")]),
        ("Bashar al\u2011Assad", [("Bashar al\u2011Assad", "assad")]),
        ("", []),
    ],
)
def test_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == [(name, (key,)) for name, key in expected]


def test_a_name_of_two_has_both_owners() -> None:
    assert found("Assad said") == [("Assad", ("assad", "hafez"))]
    assert found("Hafez al-Assad said") == [("Hafez al-Assad", ("hafez",))]
    assert found("Rifaat al-Assad said") == []


def test_no_names_at_all() -> None:
    assert NameMatcher(()).find_names("Putin") == ()


@given(st.text(), st.text())
def test_spans_are_exact_in_any_text(before: str, after: str) -> None:
    found(before + "Путин" + after)
    names = MATCHER.find_names(f"{before} Путин {after}")
    assert "putin" in {key for name in names for key in name.ids}


UNEVEN = " \t\n\u00a0\u2003aePß’`ﬁİ\u0301\u0308\u064e\u064b\u0640가\u1161\u11a8\u200b\uffff\ufffc.-"


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(UNEVEN)))
def test_the_short_way_maps_as_the_long_one(text: str) -> None:
    normal, starts, ends = matcher._mapped(text)
    assert (normal, list(starts), list(ends)) == matcher._mapped_word(text)
