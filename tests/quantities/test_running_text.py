"""Quantities found in running text, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quantity import Qualifier
from generator.quantities import FoundQuantity, QuantityKind, parse_quantities

LANGUAGES = ["en", "ar", "de", "es", "fr", "xx"]


def found(text: str, language: str = "en") -> list[str]:
    return [text[item.start : item.end] for item in parse_quantities(text, language)]


FOUND = {
    "The flood left at least 107 dead and 238 hurt.": ["at least 107", "238"],
    "Some 4 million people live there, half of them children.": ["Some 4 million people", "half"],
    "It has killed half a million people since 2011.": ["half a million people"],
    "They hold more than 18,000 square kilometers of land.": ["more than 18,000 square kilometers"],
    "Support came from a 60-plus nation alliance.": ["60-plus"],
    "over the past 20-plus months": ["20-plus months"],
    "with over 24K gasmasks": ["over 24K gasmasks"],
    "It retook dozens of villages and more than 700 square miles.": [
        "dozens of villages",
        "more than 700 square miles",
    ],
    "killing scores of civilians": ["scores of civilians"],
    "tens of thousands of innocent people": ["tens of thousands of innocent people"],
    "hundreds of US troops stayed": ["hundreds of US troops"],
    "a panel of twelve met": ["twelve"],
    "at a cost of NZ $ 26 million, though only a quarter of citizens agreed": [
        "NZ $ 26 million",
        "a quarter",
    ],
    "larger than a third to veto": ["larger than a third"],
    "Seats rose from 9 to 10.": ["9", "10"],
    "It fell from 5% to 3%.": ["5%", "3%"],
    "The form has ten to 32 pages with 40 to 50 questions.": [
        "ten to 32 pages",
        "40 to 50 questions",
    ],
    "after an 11-year lull": ["11-year"],
    "a 10-year-old girl": ["10-year-old"],
    "Jane Roe, 45, said so.": ["45"],
    "a 3,400-strong force": ["3,400-strong"],
    "a 40-member council": ["40-member"],
    "at least one shell landed": ["at least one shell"],
    "One in five said no.": ["One in five"],
    "Two-thirds of the seats": ["Two-thirds"],
    "the first half of the match; more than half voted": ["more than half"],
    "more than 2000 houses burned": ["more than 2000 houses"],
    "Estimates suggest 8000 migrants may come": ["8000 migrants"],
    "1950 people fled": ["1950 people"],
    "“300,000–500,000”": ["300,000–500,000"],
    "for 5-10 people": ["5-10 people"],
    "The growth was -0.5% in May": ["-0.5%"],
    "40 people, 20 of them children": ["40 people", "20"],
    "In Syria 40 people died": ["40 people"],
    "Around 30 left. 12 came back.": ["Around 30", "12"],
    "several hundred people": ["several hundred people"],
    "a thousand people": ["a thousand people"],
    "up by 12.5 per cent to $3.1bn": ["12.5 per cent", "$3.1bn"],
    "fell 3% to 1,234.56": ["3%", "1,234.56"],
    "a quake of magnitude 7.8": ["7.8"],
    "$10 to $15 an hour": ["$10 to $15"],
    "hundreds of millions of people": ["hundreds of millions of people"],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


NOT_QUANTITIES = [
    "The G7 met the G20 and the P5+1.",
    "A Boeing 737 and an Airbus A320 landed.",
    "Apollo 11 flew on.",
    "It began in 2011 and ended by 2015.",
    "the 2014 protests",
    "from 2012 to 2015",
    "the 2012-2015 war",
    "Call +1 202 555 0143 or (202) 555-0143 or 202-555-0143.",
    "At 12:30 and at 10 a.m. and at 5pm and at 9 o'clock",
    "They won 3-1 and lost 0–2.",
    "Resolution 2254 and Resolution 2328",
    "Articles 5, 6 and 7",
    "posts 250 and 251",
    "On September 13 they met.",
    "13 September 2021",
    "Sept. 13, 2021",
    "Dec. 6th",
    "the 13th of May",
    "May 3 and 4",
    "version 1.2.3 of 10.0.0.1",
    "Covid-19, the F-16, the B-52 and the S-400",
    "the 21st century, the twenty-first day",
    "the first, second and third",
    "No. 10 and No 5 and #3",
    "page 12, p. 13 and pp. 14",
    "his number one priority",
    "no one, one of them, one another",
    "a second time, a third person, a quarter final",
    "the half-brother",
    "24/7 and 9/11",
    "two years ago",
    "in the 1990s",
    "a two-state solution and a five-star hotel",
    "face-to-face",
    "see https://desk.example/2021/500?id=500&n=40",
    "http://www.desk.example/12",
    "the note [12]",
    "1. The first item",
    "agent 007",
    "the class of ’90",
    "foo_12 and 4x4 and 3D",
    "The Thousand and the million-dollar question",
    "nobody and nothing",
    "after the Six-Day War",
    "under CC BY 2.0 here",
]


@pytest.mark.parametrize("text", NOT_QUANTITIES)
def test_left_out(text: str) -> None:
    assert found(text) == []


OTHERS = {
    ("de", "Am 13. September 2021 kamen um 20 Uhr 40 Menschen."): ["40 Menschen"],
    ("de", "Er kaufte eine Zeitung und ein Haus."): [],
    ("de", "vor zwei Jahren im Jahr 2011"): [],
    ("de", "Rund 1,5 Mio. Menschen, etwa ein Drittel, lebten dort."): [
        "Rund 1,5 Mio. Menschen",
        "etwa ein Drittel",
    ],
    ("de", "am 13.9. in Berlin"): [],
    ("de", "Am 17. April 600 Menschen, im April 2018 keiner"): ["600 Menschen"],
    ("fr", "Le 13 septembre 2021, un homme et une femme"): [],
    ("fr", "il y a deux ans, plus de 300 000 personnes"): ["plus de 300 000 personnes"],
    ("fr", "à 14h30, 12 blessés"): ["12"],
    ("es", "El 13 de septiembre de 2021 hubo 40 muertos"): ["40"],
    ("es", "hace dos años"): [],
    ("ar", "في 13 سبتمبر 2021 قتل 40 شخصا"): ["40 شخصا"],
    ("ar", "في عام 2011"): [],
    ("ar", "مقتل 20 وإصابة 40 على الأقل"): ["20", "40 على الأقل"],
    ("ar", "يوم الاثنين"): [],
    ("xx", "40% and $5 in 2011"): ["40%", "$5"],
}


@pytest.mark.parametrize(("key", "expected"), OTHERS.items())
def test_other_languages(key: tuple[str, str], expected: list[str]) -> None:
    language, text = key
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("40 people", QuantityKind.COUNT),
        ("$40", QuantityKind.MONEY),
        ("40%", QuantityKind.PERCENT),
        ("two thirds", QuantityKind.SHARE),
        ("40 hours", QuantityKind.DURATION),
        ("a 40-year-old", QuantityKind.AGE),
        ("Jane Roe, 40, said", QuantityKind.AGE),
        ("40 km", QuantityKind.MEASURE),
    ],
)
def test_kinds(text: str, kind: QuantityKind) -> None:
    (item,) = parse_quantities(text)
    assert item.kind is kind


def check(text: str, items: tuple[FoundQuantity, ...]) -> None:
    end = 0
    for item in items:
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip() == text[item.start : item.end]
        quantity = item.quantity
        assert (quantity.low is None) == (quantity.high is None)
        if quantity.low is not None and quantity.high is not None:
            assert quantity.value is None
            assert quantity.low < quantity.high
            assert quantity.qualifier is Qualifier.BETWEEN
        end = item.end


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str) -> None:
    check(text, parse_quantities(text, language))


PIECES = """
    12 3,400 1.5 1.234,5 2011 € $ % - – + ( ) . , ' ½ ٤٠ NZ US
    a an one two twenty and half third quarter hundred million thousands dozen of to
    between from in out or more than at least about people years old ago plus m bn
    ein eine halbe Millionen und zwischen Mio. von drei drittel tausend
    un une demi cent mille et vingt quatre tiers de d' entre moitié
    medio millón y mil dos cada
    ألف مليون ونصف نصف بين و خمسة وعشرون من كل في المئة آلاف
"""


@given(
    st.lists(
        st.tuples(st.sampled_from([*PIECES.split(), "\n\n"]), st.sampled_from(["", " ", "-"])),
        max_size=30,
    ),
    st.sampled_from(LANGUAGES),
)
def test_any_mixture_of_the_grammars_words(pieces: list[tuple[str, str]], language: str) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    check(text, parse_quantities(text, language))


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1 111 ",
        "1,",
        "1,111",
        "9",
        "million ",
        "one hundred ",
        "half ",
        "-",
        "a",
        "a-1",
        "\n",
        "between 1 and ",
        "dozens of thousands of ",
        "1.1.",
        "(",
        "$",
        "خمسة و",
        "und",
        "a.1",
    ],
)
def test_long_repetition_is_read(piece: str) -> None:
    text = piece * 800
    for language in LANGUAGES:
        check(text, parse_quantities(text, language))


def test_paragraphs_are_read_apart() -> None:
    assert found("more than\n\n40 people") == ["40 people"]
    assert found("40\n\npeople") == ["40"]
