"""Events: dates that tell when something happened, and what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.suggestion import Suggestion, SuggestionKind
from tests.suggesting.texts import of_kind, suggested

SURE = 0.6
DOUBTFUL = 0.5
FACTS = {
    SuggestionKind.QUOTE,
    SuggestionKind.CLAIM,
    SuggestionKind.FIGURE,
    SuggestionKind.EVENT,
}


def events(text: str, language: str = "en") -> list[Suggestion]:
    return of_kind(SuggestionKind.EVENT, text, language=language)


def only(text: str) -> Suggestion:
    [found] = events(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("The old pier collapsed on Friday.", "Friday", "2024-05-03"),
        ("The old pier collapsed in March 2011.", "March 2011", "2011-03"),
        ("The old pier was built in 1990.", "1990", "1990"),
        ("The pier has been closed since 2019.", "since 2019", "2019/.."),
    ],
)
def test_an_event_has_its_date(text: str, words: str, date: str) -> None:
    found = only(text)
    assert found.date is not None
    assert (found.text, found.date.text) == (words, date)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The old pier collapsed on Friday, killing nobody.", "Old pier collapsed"),
        ("On Friday, the old pier collapsed into the sea.", "Old pier collapsed into the sea"),
        ("A storm on Friday caused the old pier to fall.", "Storm caused the old pier to fall"),
        ("Ships fled from Friday's sudden storm in the bay.", "Sudden storm in the bay"),
        ("The pier, which collapsed on Friday, was old.", "Pier, which collapsed"),
        ("The meeting on Friday, held in the port, was short.",
         "Meeting held in the port, was short"),
    ],
)  # fmt: skip
def test_labels_are_words_of_the_sentence(text: str, label: str) -> None:
    assert only(text).label == label


@pytest.mark.parametrize(
    "text",
    [
        "The old pier collapsed on Friday.",
        "The old pier collapsed into the sea in March 2011.",
        "The ministers of both towns met in Exampleton on 3 May 2024.",
    ],
)
def test_a_day_or_month_is_likely(text: str) -> None:
    assert only(text).confidence >= SURE


@pytest.mark.parametrize(
    "text",
    [
        "Monday, May 6, 2024",
        "The old pier was built in 1990.",
        "The harbour will be opened again in March 2030.",
        "The harbour has been closed since 2019.",
        "The office said in a statement on Friday.",
        "The old pier and the harbour on 3 May 2024. Photo: Jane Roe.",
    ],
)
def test_years_plans_reports_and_captions_are_doubtful(text: str) -> None:
    assert only(text).confidence < DOUBTFUL


def test_the_second_mention_of_a_date_is_less_likely_an_event_of_its_own() -> None:
    first, second = events("The old pier collapsed on Friday. The harbour was shut on Friday.")
    assert second.confidence < first.confidence


# What holds of all facts

WORDS = (
    '"', "“", "”", "‘", "’", "«", "»", "'", " ", " ", ", ", ". ", ": ", "\n\n", "*", "[", "]",
    "Jane Roe", "she", "said", "that", "according to", "the port", "40", "million", "people",
    "on Monday", "in 2011", "according", "accused", "told", "قال", "sagte", "a dit", "12%", "\\",
    "{.plain}", "`", "> ", "U.S.", "and", "\u202e", "e\u0301", "\x00", "\r\n", "€", "-", "😀",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
    st.sampled_from(["en", "de", "fr", "es", "ar", "ru", "tr", "ja"]),
)
@settings(max_examples=300, deadline=None)
def test_facts_stand_in_the_file_and_meet_no_annotation(body: str, language: str) -> None:
    article, found = suggested(body, language=language)
    taken = [item.span for item in article.document.annotations]
    for item in found:
        if item.kind not in FACTS:
            continue
        start, end = item.span
        assert item.text == article.file.text[start:end] != ""
        assert 0 < item.confidence <= 1
        assert all(end <= span.start or span.end <= start for span in taken)


@pytest.mark.parametrize(
    "unit",
    ['"', '"a ', "“a ", "«a» ", "'a ", '"a b," he said. ', "said ", "according to ", "1, ", "(a/b"],
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    suggested(unit * 2000)
