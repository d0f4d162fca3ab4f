"""The day of publication, read from a text or told to be missing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from generator.config import Settings
from generator.importing import import_text
from generator.model.document import Block, Paragraph, Text

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.model.draft import Draft

FALLBACK = dt.date(2024, 5, 6)
BODY = "The ferry sank on Monday, and all of its passengers were brought ashore.\n"


def run(text: str, language: str = "en") -> tuple[Draft, tuple[Diagnostic, ...]]:
    settings = Settings(language=language)
    return import_text(text, path="ferry.txt", settings=settings, fallback_date=FALLBACK)


def words(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return " ".join(inline.text for inline in block.inlines if isinstance(inline, Text))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Saturday, September 12, 2015", "2015-09-12"),
        ("13 September 2021", "2021-09-13"),
        ("2021-09-13", "2021-09-13"),
        ("2021-09-13T10:30:00+02:00", "2021-09-13T10:30:00+02:00"),
        ("13 September 2021, 14:30 GMT", "2021-09-13T14:30+00:00"),
        ("September 13, 2021 at 2:30 pm", "2021-09-13T14:30"),
    ],
)
def test_a_date_line_becomes_the_date(line: str, date: str) -> None:
    draft, found = run(f"Ferry sinks\n\n{line}\n\n{BODY}")
    assert draft.front_matter["date"] == date
    assert len(draft.blocks) == 1
    assert found == ()


@pytest.mark.parametrize(
    ("line", "language", "date"),
    [
        ("Samedi 12 septembre 2015", "fr", "2015-09-12"),
        ("Samstag, 12. September 2015", "de", "2015-09-12"),
        ("12 de septiembre de 2015", "es", "2015-09-12"),
        ("السبت 12 سبتمبر 2015", "ar", "2015-09-12"),
        ("12 сентября 2015", "ru", "2015-09-12"),
        ("12 Eylül 2015 Cumartesi", "tr", "2015-09-12"),
    ],
)
def test_a_date_line_is_read_in_the_language_of_the_text(
    line: str, language: str, date: str
) -> None:
    draft, _ = run(f"A B\n\n{line}\n\n1 2 3.\n", language=language)
    assert draft.front_matter["date"] == date


@pytest.mark.parametrize(
    "text",
    [
        "Ferry sinks\n13 September 2021\n" + BODY,
        "13 September 2021\n\nFerry sinks\n\n" + BODY,
        "13 September 2021\nFerry sinks\n\n" + BODY,
        f"Ferry sinks\n\n{BODY}\n{BODY}\n13 September 2021\n",
    ],
)
def test_the_date_line_is_found_around_the_headline_and_at_the_end(text: str) -> None:
    draft, found = run(text)
    assert (draft.front_matter["title"], draft.front_matter["date"]) == (
        "Ferry sinks",
        "2021-09-13",
    )
    assert found == ()


@pytest.mark.parametrize(
    "line",
    [
        "Thursday, May 7, 2015 On Tuesday, the ferry sank near the harbour.",
        "Published: 7 May 2015 by the harbour office",
        "EXAMPLE TOWN, May 7, 2015 — The ferry sank near the harbour.",
        "May 7, 2015 — The ferry sank near the harbour.",
    ],
)
def test_a_date_in_front_of_the_text_is_read_and_stays(line: str) -> None:
    draft, found = run(f"Ferry sinks\n\n{line}\n\n{BODY}")
    assert draft.front_matter["date"] == "2015-05-07"
    assert words(draft.blocks[0]) == line
    assert found == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It sank on 7 May 2015, not on 6 May 2015 as was said.", "2015-05-07"),
        ("It will sail on 7 May 2031, as was said on 6 May 2015.", "2015-05-06"),
        ("7 May 2015 was the day on which it sank.", "2015-05-07"),
        ("It sank in May 2015, on a Monday.", "2024-05-06"),
    ],
)
def test_a_stand_in_for_the_date_is_told(text: str, date: str) -> None:
    draft, (warning,) = run(f"Ferry sinks\n\nMore.\n\n{text}\n\n{BODY}")
    assert draft.front_matter["date"] == date
    assert draft.front_matter["review"] == ("date",)
    assert warning.code == "I005"


def test_the_warning_stands_where_the_date_was_read() -> None:
    _, (warning,) = run(f"Ferry sinks\n\n{BODY}\n\tIt sank on 7 May 2015.\n")
    assert (warning.line, warning.column, warning.end_column) == (5, 13, 23)


def test_a_date_that_can_be_read_in_two_ways_stays_to_be_confirmed() -> None:
    draft, found = run(f"Ferry sinks\n\n03/04/2021\n\n{BODY}")
    assert [item.code for item in found] == ["I005"]
    assert len(draft.blocks) == 2


def test_a_chronology_keeps_its_days() -> None:
    days = "".join(f"{day} May 2015\n\n{BODY}\n" for day in (5, 6, 7))
    draft, found = run(f"Ferry sinks\n\n{days}")
    assert len(draft.blocks) == 6
    assert [item.code for item in found] == ["I005"]


def test_a_date_within_a_wrapped_sentence_stays() -> None:
    draft, _ = run(f"Ferry sinks\n\n{BODY}\nThe ferry sank on\n7 May 2015\nin the harbour.\n")
    assert "7 May 2015" in words(draft.blocks[1])
