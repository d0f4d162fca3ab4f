"""Figures: which numbers count, what they are called, which series they match."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

import pytest

from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.model.article import Document
from generator.model.quantity import Qualifier
from generator.model.registers import ActorKind, FigureSeries
from generator.model.site import Site
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.quantities import parse_quantities
from generator.suggesting.lexicon import lexicon
from generator.suggesting.series import SeriesIndex, stem, stems
from generator.suggesting.suggest import suggest
from tests.suggesting.texts import actor, article, of_kind

JANE = actor("jane-roe", ActorKind.PERSON, "Jane Roe")
SURE = 0.7
DOUBTFUL = 0.5


def figures(text: str, language: str = "en") -> list[Suggestion]:
    return of_kind(SuggestionKind.FIGURE, text, JANE, language=language)


def only(text: str) -> Suggestion:
    [found] = figures(text)
    return found


def test_a_figure_has_its_quantity() -> None:
    found = only("The storm has displaced some 4 million people in the north.")
    assert found.text == "some 4 million people"
    quantity = found.quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit, quantity.qualifier) == (
        Decimal(4_000_000),
        "people",
        Qualifier.ABOUT,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 107 people in the harbour.",
        "The work will cost €1.2bn in all.",
        "Prices rose by 3.5 per cent in a year.",
        "At least one sailor was killed in the storm.",
        "Between 300,000 and 500,000 people left the coast.",
        "The fire took 700 square miles of forest.",
    ],
)
def test_what_readers_want_to_know_is_likely(text: str) -> None:
    assert max(item.confidence for item in figures(text)) >= SURE


@pytest.mark.parametrize(
    "text",
    [
        "The two captains met in the port.",
        "Ministers agreed a 12-month extension.",
        "A 10-year-old boy saw the ship.",
        "They waited for 48 hours in the port.",
        "Dozens of ships left the port.",
    ],
)
def test_what_nobody_would_count_is_doubtful(text: str) -> None:
    assert all(item.confidence < DOUBTFUL for item in figures(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The port will get $100 million in new aid for its piers.", "New aid for its piers"),
        ("More than 60 sailors were killed in the storm.", "Sailors killed in the storm"),
        ("The vote ended, and the turnout rate of 58% was high.", "Turnout rate"),
        ("The fire spread, which has killed 40 people, and grew.", "Killed people"),
        ("The town had 23 million who are refugees now.", "Refugees"),
        ("Jane Roe was elected with 84,121 votes, the most ever.",
         "Jane Roe was elected with votes"),
    ],
)  # fmt: skip
def test_labels_are_words_of_the_sentence(text: str, label: str) -> None:
    assert figures(text)[0].label == label


def test_a_label_is_short() -> None:
    words = "very " * 60
    found = only(f"It took 5,000 {words}old ships from the harbour.")
    assert len(found.label) <= 60


def test_a_figure_within_a_claim_is_said_by_its_speaker() -> None:
    assert only("The storm killed 107 sailors, according to Jane Roe.").by == "jane-roe"
    assert only("The storm killed 107 sailors in the port.").by == ""


def test_dates_are_no_figures() -> None:
    assert figures("It happened on 13 September 2021 and in 2011.") == []


# Series


def entry(ident: str, label: str, unit: str) -> FigureSeries:
    file = SourceFile(f"content/figures/{ident}.md", "")
    return FigureSeries(ident, file, label, unit, None, None, (), Document())


def best(text: str, *entries: FigureSeries, around: str = "") -> str:
    index = SeriesIndex(MappingProxyType({item.id: item for item in entries}), "en")
    [found] = parse_quantities(text)
    match = index.best(found.quantity, found.kind, stems(text), stems(f"{text} {around}"), "en")
    return match.id if match else ""


KILLED = entry("killed", "People killed in the storm", "people")
TURNOUT = entry("turnout", "Voter turnout", "percent")
COST = entry("cost", "Cost of the harbour", "EUR")


def test_a_series_is_matched_by_the_words_of_its_label() -> None:
    assert best("The storm has killed 107 people.", KILLED, TURNOUT, COST) == "killed"
    assert best("The turnout of voters was 58%.", KILLED, TURNOUT, COST) == "turnout"
    assert best("The harbour will cost €5m.", KILLED, TURNOUT, COST) == "cost"


def test_words_elsewhere_in_the_text_count_half() -> None:
    assert best("It has killed 107 people.", KILLED) == ""
    assert best("It has killed 107 people.", KILLED, around="The storm came.") == "killed"


def test_a_series_of_another_unit_is_none() -> None:
    assert best("The harbour will cost $5m.", COST) == ""
    assert best("The storm has killed 58%.", KILLED) == ""


def test_each_number_of_a_sentence_has_the_series_of_its_own_words() -> None:
    text = "The storm killed 107 people and displaced half of the 2 million people there."
    whole = Site(Settings(), figures=MappingProxyType({KILLED.id: KILLED}))
    found = suggest(article(text), lexicon(whole))
    refs = {item.text: item.ref for item in found if item.kind is SuggestionKind.FIGURE}
    assert refs["107 people"] == "killed"
    assert [ref for ref in refs.values() if ref] == ["killed"]


def test_of_two_that_fit_alike_none_is_meant() -> None:
    assert best("The storm has killed 107 people.", KILLED, entry("b", KILLED.label, "")) != ""
    assert (
        best("The storm has killed 107 people.", KILLED, entry("b", KILLED.label, "people")) == ""
    )


@pytest.mark.parametrize(
    ("one", "two"), [("killed", "killing"), ("votes", "vote"), ("Häuser", "Häusern")]
)
def test_stems_leave_endings_out(one: str, two: str) -> None:
    assert stem(one) == stem(two)
