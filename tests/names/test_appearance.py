"""What names look like, and characters in them that cannot be seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking.directory import Directory
from generator.model.links import Problem
from generator.names import (
    Listing,
    NameMatcher,
    balanced,
    mixture,
    needless,
    normal_name,
    scripts_in,
    skeleton,
    unbalanced,
)

CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

HONEST = [
    "Paris",
    "São Paulo",
    "İstanbul",
    "Straße",
    "Москва",
    "Αθήνα",
    "VIPы",
    "SIMка",
    "iPhone",
    "Toyota自動車",
    "楽天Rakuten",
    "LG전자",
    "Google'а",
    "IT-компания",
    "IL-1β",
    "TNFα",
    "5\u00b5m",
    "Україна",
    "Ђурђевић",
    "Հայաստան",
    "بغداد",
    "ירושלים",
    "नई दिल्ली",
    "กรุงเทพ",
    "Tiếng Việt",
    "Ñandú",
    "COVID-19",
    "Радио Liberty",
]


@pytest.mark.parametrize("name", HONEST)
def test_honest_names_are_let_alone(name: str) -> None:
    for form in ("NFC", "NFD"):
        assert mixture(unicodedata.normalize(form, name)) is None


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Pаris", "а"),
        ("Раris", "Ра"),
        ("Раrіs", "rs"),
        ("Αpple", "Α"),
        ("Bаghdаd Post", "а"),
        ("Мocквa", "oca"),
        ("Gօld", "օ"),
        ("the Rеd Cross", "е"),
    ],
)
def test_letters_that_pass_for_others_are_found(name: str, letters: str) -> None:
    found = mixture(name)

    assert found is not None
    assert found.letters == letters


@pytest.mark.parametrize(
    ("one", "other"), [("Раris", "Paris"), ("СССР", "CCCP"), ("Сосо", "Coco"), ("ΤΟΥΟΤΑ", "TOYOTA")]
)
def test_names_that_look_the_same_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert scripts_in(one) != scripts_in(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Раris", "Paris"), ("Сосо", "Coco"), ("Αthens", "Athens")]
)
def test_what_looks_the_same_is_never_linked(one: str, other: str) -> None:
    listing = Listing("it", (other,))

    assert normal_name(one) != normal_name(other)
    assert NameMatcher([listing]).find_names(f"In {one} it rained.") == ()
    found = Directory([listing]).by_name(one)
    assert (found.id, found.problem) == ("", Problem.UNKNOWN)


NEEDED = [
    "می\u200cخواهم",
    "نامه\u200cای",
    "क्\u200dष",
    "क्\u200cष",
    "ශ්\u200dරී",
    "👩\u200d👩\u200d👧",
    "👩🏽\u200d⚕\ufe0f",
    "🏳\ufe0f\u200d🌈",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "™\ufe0f",
    "葛\U000e0100",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "שלום\u200f!",
    "مرحبا\u061c 5",
    "Ash Carter\u200e said",
    "ภาษา\u200bไทย",
]


@pytest.mark.parametrize("text", NEEDED)
def test_what_a_script_or_an_emoji_needs_is_let_alone(text: str) -> None:
    assert needless(text) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Par\u200bis", 3),
        ("Pa\u200dris", 2),
        ("Pa\u200cris", 2),
        ("Pa\u00adris", 2),
        ("Paris\u2060", 5),
        ("\ufeffParis", 0),
        ("Paris\u3164", 5),
        ("Pa\u115fris", 2),
        ("Pa\uffa0ris", 2),
        ("Par\ufe0fis", 3),
        ("Par\U000e0101is", 3),
        ("Paris\U000e0041", 5),
        ("Paris\u200f", 5),
        ("Москва\u200b", 6),
        ("👍\u200d", 1),
        ("\u17b5Paris", 0),
        ("Pa\u206aris", 2),
    ],
)
def test_what_nothing_needs_is_found(text: str, place: int) -> None:
    assert needless(text) == (place,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb", "ab"),
        ("a\u202ab\u202cc", "a\u202ab\u202cc"),
        ("\u2067x\u2069", "\u2067x\u2069"),
        ("x\u2069", "x"),
        ("x\u202c", "x"),
        ("\u2067a\u202bb\u2069c", "\u2067ab\u2069c"),
        ("\u2068a\u2068b\u2069", "a\u2068b\u2069"),
        ("\u202a\u2069a\u202c", "\u202aa\u202c"),
    ],
)
def test_controls_without_an_end_go(text: str, expected: str) -> None:
    assert balanced(text) == expected


@given(st.text(alphabet=f"ab א{CONTROLS}", max_size=40))
def test_what_is_balanced_has_an_end(text: str) -> None:
    whole = balanced(text)

    assert unbalanced(whole) == ()
    assert [char for char in whole if char not in CONTROLS] == [
        char for char in text if char not in CONTROLS
    ]
