from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.diagnostics import Span
from generator.model.registers import ActorKind
from generator.model.site import Site
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.suggesting.lexicon import lexicon
from generator.suggesting.passages import Markup
from generator.suggesting.settling import settled
from generator.suggesting.suggest import suggest
from tests.suggesting.texts import actor, article, place, site, suggested

ENTRIES = (
    actor("ann-example", ActorKind.PERSON, "Ann Example", "Example"),
    actor("norland", ActorKind.STATE, "Norland"),
    actor("sdf", ActorKind.ARMED_GROUP, "Southern Desk Forces", "SDF"),
    place("exampleton", "Exampleton", "إكزامبلتون"),
    place("norland", "Norland"),
)
PIECES = (
    "Ann Example", "Example’s", "Norland", "SDF", "(SDF)", "Southern Desk Forces", "Exampleton",
    "President Jane Roe", "Roe", "said", "“", "”", '"', "that", "in", "40 people", "on Monday",
    "in 2011", "since", ".", ",", "\n\n", "\n", "> ", "- ", "# ", "::: background\n", ":::\n",
    "*", "**", "`", "[", "]", "{.actor}", "{.plain}", "](x.md)", "\\", "&amp;", "|", "READ MORE: ",
    "Also read: ", "وقال الرئيس سامي الخطيب إن", "Präsident Karl Muster", "\u200e", "\ufffc", " ",
)  # fmt: skip


def make(kind: str, start: int, end: int, confidence: float = 0.5) -> Suggestion:
    return Suggestion(SuggestionKind(kind), Span(start, end), "", confidence)


def kept(*found: Suggestion, taken: tuple[Span, ...] = (), text: str = "x" * 99) -> list[str]:
    return [
        f"{item.kind} {item.span.start}-{item.span.end}" for item in settled(found, taken, (), text)
    ]


# Settling


def test_nested_ones_stay_longer_first() -> None:
    found = [make("actor", 5, 8), make("quote", 2, 20), make("claim", 2, 30)]
    assert kept(*found) == ["claim 2-30", "quote 2-20", "actor 5-8"]


@pytest.mark.parametrize(
    ("one", "two", "winner"),
    [
        (make("quote", 0, 10, 0.4), make("claim", 5, 15, 0.6), "claim 5-15"),
        (make("quote", 0, 10, 0.6), make("claim", 5, 15, 0.4), "quote 0-10"),
        (make("quote", 0, 10), make("claim", 5, 16), "claim 5-16"),
        (make("actor", 0, 10, 0.4), make("place", 0, 10, 0.6), "place 0-10"),
        (make("actor", 0, 10), make("place", 2, 5), "actor 0-10"),
        (make("quote", 0, 10), make("quote", 2, 5), "quote 0-10"),
    ],
)
def test_one_of_two_that_clash(one: Suggestion, two: Suggestion, winner: str) -> None:
    assert kept(one, two) == kept(two, one) == [winner]


def test_one_that_beats_two() -> None:
    found = [make("quote", 0, 10, 0.3), make("claim", 8, 20, 0.2), make("figure", 5, 15, 0.9)]
    assert kept(*found) == ["figure 5-15"]


def test_annotations_are_not_touched() -> None:
    taken = (Span(5, 8), Span(20, 30))
    found = [
        make("actor", 0, 5),
        make("actor", 4, 6),
        make("actor", 6, 7),
        make("actor", 8, 20),
        make("background", 0, 40),
    ]
    assert kept(*found, taken=taken) == ["actor 0-5", "actor 8-20"]


def test_what_lies_outside_of_the_text_goes() -> None:
    assert kept(make("actor", -1, 2), make("actor", 3, 3), make("actor", 90, 100)) == []


@pytest.mark.parametrize(
    ("span", "stays"),
    [((0, 2), True), ((2, 11), True), ((4, 9), True), ((6, 7), True), ((0, 13), True),
     ((2, 9), False), ((3, 9), False), ((4, 6), False), ((6, 9), False), ((0, 5), False)],
)  # fmt: skip
def test_markup_is_not_cut(span: tuple[int, int], stays: bool) -> None:  # noqa: FBT001 - expected
    # 0 2 4 5 6 7 8 9 11: ``a **b*c*d** e`` with its places spread out.
    markup = (Markup(Span(2, 11), Span(4, 9)), Markup(Span(5, 8), Span(6, 7)))
    found = settled([make("claim", *span)], (), markup, "x" * 13)
    assert bool(found) is stays


def test_brackets_must_pair_off() -> None:
    text = "a [b] c ] d"
    assert kept(make("quote", 0, 7), text=text) == ["quote 0-7"]
    assert kept(make("quote", 0, 9), text=text) == []
    assert kept(make("quote", 1, 2), text="\\*") == []


# The whole


def check(body: str, language: str) -> None:
    read, found = suggested(body, *ENTRIES, language=language)
    text = read.file.text
    assert list(found) == sorted(found, key=lambda item: (item.span.start, -item.span.end))
    for item in found:
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert item.text == text[item.span.start : item.span.end]
        assert 0 < item.confidence <= 1
        assert not (item.ref and item.candidates)
        for annotation in read.document.annotations:
            other = annotation.span
            assert item.span.end <= other.start or other.end <= item.span.start
    open_ends: list[int] = []
    for item in found:
        while open_ends and open_ends[-1] <= item.span.start:
            open_ends.pop()
        assert not open_ends or item.span.end <= open_ends[-1]
        open_ends.append(item.span.end)


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.sampled_from(["en", "de", "ar", "fr"]),
)
@settings(max_examples=150, deadline=None)
def test_suggestions_nest_and_touch_no_annotation(body: str, language: str) -> None:
    check(body, language)


@given(st.text(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_text(body: str) -> None:
    check(body, "en")


BODY = (
    "Ann Example met President Jane Roe in Exampleton. Norland said the SDF left.\n\n"
    "Example said that “all is well in Norland”, and Roe agreed.\n"
)


def test_the_order_of_registers_changes_nothing() -> None:
    read = article(BODY)
    one = site(*ENTRIES)
    two = Site(
        Settings(),
        actors=MappingProxyType(dict(reversed([*one.actors.items()]))),
        places=MappingProxyType(dict(reversed([*one.places.items()]))),
    )
    assert suggest(read, lexicon(one)) == suggest(read, lexicon(two)) != ()


def annotated(text: str, found: tuple[Suggestion, ...]) -> str:
    """``text`` with every inline suggestion written into it."""
    marks: list[tuple[int, int, int, str]] = []
    for item in found:
        if item.kind in {SuggestionKind.BACKGROUND, SuggestionKind.READ_MORE}:
            continue
        marks.append((item.span.start, 1, -item.span.end, "["))
        marks.append((item.span.end, 0, -item.span.start, f"]{{.{item.kind} ref=x}}"))
    for at, _, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_all_of_them_can_be_written(body: str) -> None:
    read, found = suggested(body, *ENTRIES)
    inline = [
        item
        for item in found
        if item.kind not in {SuggestionKind.BACKGROUND, SuggestionKind.READ_MORE}
    ]
    again = article(annotated(read.file.text, found).partition("---\n\n")[2])
    before = [item.text for item in read.document.annotations]
    texts = [item.text for item in again.document.annotations]
    assert len(texts) == len(before) + len(inline)


def test_suggesting_again_proposes_none_of_them_twice() -> None:
    _, found = suggested(BODY, *ENTRIES)
    assert found
    body = annotated(article(BODY).file.text, found).partition("---\n\n")[2]
    spans = {item.text for item in found if item.kind is SuggestionKind.ACTOR}
    again = suggested(body, *ENTRIES)[1]
    assert not [item for item in again if item.kind is SuggestionKind.ACTOR and item.text in spans]


def test_time_is_linear_in_hostile_texts() -> None:
    for piece in (
        "Ann Example ",
        "President Jane Roe, ",
        "[",
        "*a* ",
        "A Roe said. ",
        "(AB) ",
        "in ",
    ):
        assert isinstance(suggested(piece * 2000, *ENTRIES)[1], tuple)
