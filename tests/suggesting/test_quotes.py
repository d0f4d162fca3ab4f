"""Quotations in all kinds of marks, and who is quoted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.registers import ActorKind
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.suggesting.marks import quoted
from tests.suggesting.texts import actor, of_kind

JANE = actor("jane-roe", ActorKind.PERSON, "Jane Roe", "Жанна Роу", "جين رو")
JOHN = actor("john-doe", ActorKind.PERSON, "John Doe")
PORT = actor("port-office", ActorKind.PUBLIC_BODY, "Port Office")
LIKELY = 0.6
DOUBTFUL = 0.5


def quotes(text: str, language: str = "en") -> list[Suggestion]:
    return of_kind(SuggestionKind.QUOTE, text, JANE, JOHN, PORT, language=language)


def said(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Who says what, where that is likely."""
    return [(q.by, q.text) for q in quotes(text, language) if q.confidence >= LIKELY]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “the port is open” again.", ["the port is open"]),
        ('He said "the port is open" again.', ["the port is open"]),
        ("Er sagt „der Hafen ist offen“ dazu.", ["der Hafen ist offen"]),
        ("Er sagt „der Hafen ist offen” dazu.", ["der Hafen ist offen"]),
        ("Il dit « le port est ouvert » ici.", [" le port est ouvert "]),
        ("Er sagt »der Hafen ist offen« dazu.", ["der Hafen ist offen"]),
        ("彼は「港は開いている」と言った", ["港は開いている"]),
        ("It's 'wide open' for the members' boats", ["wide open"]),
        ("It’s ‘wide open’ for the members’ boats", ["wide open"]),
        ("rock 'n' roll in the '90s, the members' club", ["n"]),
        ("‚offen‘ und ‚zu‘", ["offen", "zu"]),
        ('a "b “c” d" e', ["b “c” d"]),
        ('an inch is 1" and no more', []),
        ("don't, can't, won't", []),
        ('"', []),
        ('""', []),
    ],
)
def test_marks_pair_off(text: str, words: list[str]) -> None:
    assert [text[item.start : item.end] for item in quoted(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        '"The port is open to all," said Jane Roe.',
        '"The port is open to all", Jane Roe said.',
        '"The port is open to all," Jane Roe, the harbour master, told reporters.',
        '"The port is open to all," Jane Roe (left) said.',
        'Jane Roe said: "The port is open to all."',
        'The harbour master, Jane Roe, told Example Desk: "The port is open to all."',
        'According to Jane Roe, "The port is open to all".',
        'Discussing the storm, the master, Jane Roe said, "The port is open to all".',
        "‘The port is open to all,’ added Jane Roe.",
        '**"The port is open to all,"** said Jane Roe.',
    ],
)
def test_a_verb_of_saying_names_the_speaker(text: str) -> None:
    [(by, words)] = said(text)
    assert by == "jane-roe"
    assert words.removesuffix(".") == "The port is open to all"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("„Der Hafen ist wieder offen“, sagte Jane Roe.", "de", "Der Hafen ist wieder offen"),
        ("« Le port est ouvert à tous », a déclaré Jane Roe.", "fr", "Le port est ouvert à tous"),
        (
            "«El puerto está abierto a todos», dijo Jane Roe.",
            "es",
            "El puerto está abierto a todos",
        ),
        ("«Порт снова открыт для всех», — сказала Жанна Роу.", "ru", "Порт снова открыт для всех"),
        ('"Liman artık herkese açık" dedi Jane Roe.', "tr", "Liman artık herkese açık"),
        ("وقالت جين رو: «الميناء مفتوح للجميع اليوم».", "ar", "الميناء مفتوح للجميع اليوم"),
    ],
)
def test_languages_have_their_verbs(text: str, language: str, words: str) -> None:
    assert said(text, language) == [("jane-roe", words)]


def test_an_attribution_that_interrupts_a_quotation_names_the_speaker_of_both_halves() -> None:
    text = '"We open today," said Jane Roe, the harbour master, "and we close again tomorrow."'
    assert said(text) == [
        ("jane-roe", "We open today"),
        ("jane-roe", "and we close again tomorrow."),
    ]


def test_a_further_quotation_of_the_paragraph_has_the_same_speaker() -> None:
    text = '"We open the port today," Jane Roe said. "Nobody can tell when it closes again."'
    assert [by for by, _ in said(text)] == ["jane-roe", "jane-roe"]


def test_a_new_attribution_counts_over_the_speaker_before() -> None:
    text = (
        '"We open the port today," Jane Roe said. John Doe said: "Nobody told the ships about it."'
    )
    assert [by for by, _ in said(text)] == ["jane-roe", "john-doe"]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = (
        'Jane Roe said: "The port is open to all ships.\n\n"It will be closed again in the winter."'
    )
    assert said(text) == [
        ("jane-roe", "The port is open to all ships."),
        ("jane-roe", "It will be closed again in the winter."),
    ]


def test_the_last_paragraph_tells_whose_the_whole_quotation_is() -> None:
    text = '"The port is open to all ships.\n\n"It will be closed in winter," Jane Roe said.'
    assert {by for by, _ in said(text)} == {"jane-roe"}


def test_a_pronoun_is_the_last_person_and_less_certain() -> None:
    text = 'Jane Roe spoke to the Port Office.\n\n"The port is open to all," she said.'
    plain = '"The port is open to all," Jane Roe said.'
    [by_pronoun], [by_name] = quotes(text), quotes(plain)
    assert by_pronoun.by == by_name.by == "jane-roe"
    assert by_pronoun.confidence < by_name.confidence


def test_a_title_stands_for_whom_it_was_given_to() -> None:
    text = (
        "Harbour Master Jane Roe met Mayor John Doe.\n\n"
        '"The port is open to all," the harbour master said.'
    )
    assert said(text) == [("jane-roe", "The port is open to all")]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe spoke of the 'so-called' plan.",
        'They call it the "old port" here.',
        'Jane Roe did not say it was "wide open" at all.',
    ],
)
def test_words_held_at_a_distance_are_doubtful(text: str) -> None:
    found = quotes(text)
    assert found
    assert all(item.confidence < DOUBTFUL for item in found)


def test_paragraphs_below_an_announcement_are_speech() -> None:
    text = "The harbour master, Jane Roe, said:\n\nWe open our port today.\n\nShips come and go."
    first, second = quotes(text)
    assert (first.by, first.text) == ("jane-roe", "We open our port today.")
    assert second.confidence < first.confidence


def test_the_place_is_that_of_the_words_in_the_file() -> None:
    text = 'Jane Roe said: "The *port* is \\"open\\" to all."'
    for item in quotes(text):
        assert item.text in text


def test_nothing_is_suggested_where_something_is_annotated() -> None:
    text = '"[The port]{.plain} is open to all," Jane Roe said.'
    assert quotes(text) == []


@given(st.text(alphabet="\"“”„‘’«»'ab ,.:\n", max_size=80))
@settings(max_examples=300, deadline=None)
def test_pairs_never_overlap(text: str) -> None:
    end = 0
    for item in quoted(text, '"'):
        assert end <= item.start < item.end <= len(text)
        end = item.end
