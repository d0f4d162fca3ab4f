"""Arabic letters join, and lines stand in the order of sight."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imaging.arabic import joined
from generator.imaging.bidi import in_order_of_sight


def names(text: str | None) -> list[str]:
    assert text is not None
    return [unicodedata.name(char).removeprefix("ARABIC ") for char in text]


def test_letters_take_the_form_of_their_place() -> None:
    assert names(joined("ببب")) == [
        "LETTER BEH INITIAL FORM",
        "LETTER BEH MEDIAL FORM",
        "LETTER BEH FINAL FORM",
    ]
    assert names(joined("ب")) == ["LETTER BEH ISOLATED FORM"]


def test_letters_that_do_not_reach_out_end_a_group() -> None:
    assert names(joined("دار")) == [
        "LETTER DAL ISOLATED FORM",
        "LETTER ALEF ISOLATED FORM",
        "LETTER REH ISOLATED FORM",
    ]


def test_lam_and_alef_are_one() -> None:
    assert names(joined("سلام")) == [
        "LETTER SEEN INITIAL FORM",
        "LIGATURE LAM WITH ALEF FINAL FORM",
        "LETTER MEEM ISOLATED FORM",
    ]


def test_persian_letters_and_what_parts_them() -> None:
    assert names(joined("می\u200cگ")) == [
        "LETTER MEEM INITIAL FORM",
        "LETTER FARSI YEH FINAL FORM",
        "LETTER GAF ISOLATED FORM",
    ]
    assert names(joined("پچژگ"))[0] == "LETTER PEH INITIAL FORM"


def test_vowel_marks_are_left_out_and_words_stand_apart() -> None:
    assert joined("بَ بِ") == joined("ب ب")


def test_what_has_no_forms_is_not_written() -> None:
    assert joined("ڵ") is None
    assert joined("plain ж") == "plain ж"


@pytest.mark.parametrize(
    ("text", "right_to_left", "seen"),
    [
        ("abc", False, "abc"),
        ("abc", True, "abc"),
        ("אבג", True, "גבא"),
        ("אבג", False, "גבא"),
        ("abc אבג def", False, "abc גבא def"),
        ("אבג abc דה", True, "הד abc גבא"),
        ("אבג 123 דה", True, "הד 123 גבא"),
        ("אבג (abc)", True, "(abc) גבא"),
        ("אבג: 1.5%", True, "1.5% :גבא"),
        ("عام 2024-2025", True, "2025-2024 ماع"),
        ("سعر 12,5", True, "12,5 رعس"),
        ("price 12% אב", False, "price 12% בא"),
        ("abc אבג ", False, "abc גבא "),
        ("", True, ""),
    ],
)
def test_lines_in_the_order_of_sight(text: str, right_to_left: bool, seen: str) -> None:  # noqa: FBT001 - a case of a table
    assert in_order_of_sight(text, right_to_left=right_to_left) == seen


@given(st.text(st.sampled_from("ab אב شم 12٣(.,%-\u0301")), st.booleans())
def test_nothing_is_lost_or_added(text: str, right_to_left: bool) -> None:  # noqa: FBT001 - drawn
    seen = in_order_of_sight(text, right_to_left=right_to_left)
    assert sorted(seen.translate(str.maketrans(")", "("))) == sorted(
        text.translate(str.maketrans(")", "("))
    )
