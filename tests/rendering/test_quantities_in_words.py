from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quantity import Qualifier, Quantity
from generator.rendering.quantity_text import QuantityText

LANGUAGES = ("en", "ar", "fr", "de")

CASES = [
    ("4000000", None, "4 million", "4 ملايين", "4 millions", "4 Millionen"),
    ("1000000000", None, "1 billion", "1 مليار", "1 milliard", "1 Milliarde"),
    ("15300000", None, "15.3 million", "15.3 مليون", "15,3 millions", "15,3 Millionen"),
    ("1250000", None, "1.25 million", "1.25 مليون", "1,25 million", "1,25 Millionen"),
    ("1234567", None, "1,234,567", "1,234,567", "1 234 567", "1.234.567"),
    ("500000", None, "500,000", "500,000", "500 000", "500.000"),
    ("45756", "people", "45,756", "45,756", "45 756", "45.756"),
    ("0.00012345", None, "0.00012345", "0.00012345", "0,00012345", "0,00012345"),
    ("1200000000", "EUR", "€1.2 billion", "1.2 مليار €", "1,2 milliard €", "1,2 Milliarden €"),
    ("450", "USD", "US$450", "450 US$", "450 $US", "450 $"),
    ("1.5", "GBP", "£1.50", "1.50 UK£", "1,50 £GB", "1,50 £"),
    ("1200000", "CHF", "CHF 1.2 million", "1.2 مليون CHF", "1,2 million CHF", "1,2 Millionen CHF"),
    ("1.5", "percent", "1.5%", "1.5%", "1,5 %", "1,5 %"),
    ("12", "month", "12 months", "12 شهرًا", "12 mois", "12 Monate"),
    ("1", "day", "1 day", "يوم", "1 jour", "1 Tag"),
    ("20.12345", "km", "20.12345 kilometres", "20.12345 كيلومتر", "20,12345 kilomètres",
     "20,12345 Kilometer"),
    ("12", "Mt", "12 Mt", "12 Mt", "12 Mt", "12 Mt"),
]  # fmt: skip


def plain(text: str) -> str:
    """Without direction marks, no-break spaces as spaces."""
    for mark in "\u200e\u200f\u061c":
        text = text.replace(mark, "")
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("value", "unit", "english", "arabic", "french", "german"), CASES)
def test_amounts(
    value: str, unit: str | None, english: str, arabic: str, french: str, german: str
) -> None:
    quantity = Quantity(Decimal(value), unit)
    written = [plain(QuantityText(language).value(quantity)) for language in LANGUAGES]
    assert written == [english, arabic, french, german]


@pytest.mark.parametrize(
    ("low", "high", "unit", "english", "german"),
    [
        ("300000", "500000", "people", "300,000 to 500,000", "300.000 bis 500.000"),
        ("6", "12", "month", "6 to 12 months", "6 bis 12 Monate"),
        ("40", "50", "percent", "40% to 50%", "40 % bis 50 %"),
        ("1000000000", "2000000000", "EUR", "€1 billion to €2 billion",
         "1 Milliarde € bis 2 Milliarden €"),
    ],
)  # fmt: skip
def test_ranges(low: str, high: str, unit: str, english: str, german: str) -> None:
    quantity = Quantity(None, unit, Qualifier.BETWEEN, Decimal(low), Decimal(high))
    assert plain(QuantityText("en").value(quantity)) == english
    assert plain(QuantityText("de").value(quantity)) == german


def test_words_stand_before_the_number_where_the_language_has_it_so() -> None:
    assert QuantityText("sw").number(Decimal(4_000_000)) == "milioni 4"
    assert QuantityText("zh").number(Decimal(4_000_000)) == "4,000,000"


def test_a_vague_amount_has_no_number() -> None:
    assert QuantityText("en").value(Quantity(None, "people")) == ""


def test_qualifiers() -> None:
    words = QuantityText("fr")
    assert [words.qualifier(item) for item in Qualifier] == [
        "",
        "environ",
        "au moins",
        "au plus",
        "",
    ]


@given(st.decimals(min_value=0, max_value=10**14, places=4, allow_nan=False))
def test_no_digit_is_lost(value: Decimal) -> None:
    text = QuantityText("en").number(value)
    number, _, word = text.partition(" ")
    scale = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[word]
    assert parse_decimal(number, locale="en") * scale == value
