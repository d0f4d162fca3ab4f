"""The forms in which names and titles are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.names import normal_name, normal_title


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("O’Brien", "o'brien"),
        ("Bashar al‑Assad", "Bashar al-Assad"),
        ("Kosovo–Serbia", "KOSOVO-SERBIA"),
        ("“Hawk”  Smith\n", '"hawk" smith'),
        ("Erdog\u0306an", "ERDOĞAN"),
        ("ﬁnland", "Finland"),
        ("Straße", "STRASSE"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("أحمد", "احمد"),
        ("آل سعود", "ال سعود"),
        ("\u200fبشار الأسد\u200e", "بشار الاسد"),
        ("علی", "علي"),
        ("کابل", "كابل"),
        ("ＵＮ", "un"),
        ("Tokyo\u00ad", "tokyo"),
    ],
)
def test_variants_of_one_name_are_equal(first: str, second: str) -> None:
    assert normal_name(first) == normal_name(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Erdogan", "Erdoğan"), ("علي", "على"), ("A—B", "A-B"), ("al-Assad", "al Assad")],
)
def test_what_differs_in_letters_differs(first: str, second: str) -> None:
    assert normal_name(first) != normal_name(second)


@given(st.text())
def test_normal_form_is_stable(text: str) -> None:
    assert normal_name(normal_name(text)) == normal_name(text)


@pytest.mark.parametrize(
    "title",
    [
        "‘What’s next’ – for Idlib?",
        "WHAT'S NEXT, for Idlib",
        "What’s   next for\nIdlib!",
        "What's next: for-Idlib",
    ],
)
def test_printings_of_one_title_are_equal(title: str) -> None:
    assert normal_title(title) == "whatsnextforidlib"


def test_symbols_and_digits_count_in_titles() -> None:
    assert normal_title("Learn C++") != normal_title("Learn C")
    assert normal_title("Day 3") != normal_title("Day 4")
    assert normal_title("…!?") == ""
