"""What units measure, and exact factors between them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import Dimension, measure_of, parse_quantity
from generator.quantities.measures import PHRASES, SYMBOLS, TIME_SYMBOLS


@pytest.mark.parametrize(
    ("value", "unit", "target", "wanted"),
    [
        ("1", "mi", "km", "1.609344"),
        ("3", "ft", "yd", "1"),
        ("12", "in", "cm", "30.48"),
        ("1", "nmi", "m", "1852"),
        ("250", "ha", "km2", "2.5"),
        ("1", "mi2", "acre", "640"),
        ("1", "m3", "L", "1000"),
        ("2", "t", "kg", "2000"),
        ("16", "oz", "lb", "1"),
        ("1.5", "Mt", "kt", "1500"),
        ("36", "km/h", "m/s", "10"),
        ("2", "GW", "MW", "2000"),
        ("1", "TWh", "MWh", "1000000"),
        ("5", "permille", "percent", "0.5"),
        ("3", "week", "day", "21"),
        ("2", "decade", "month", "240"),
        ("3", "million dollars", "USD", "3000000"),
        ("2", "square kilometres", "m²", "2000000"),
    ],
)
def test_exact_factors(value: str, unit: str, target: str, wanted: str) -> None:
    amount = measure_of(unit).converted(Decimal(value), measure_of(target))
    assert amount == Decimal(wanted)


@pytest.mark.parametrize(
    ("one", "other"),
    [("month", "day"), ("Cel", "degF"), ("gal", "L"), ("EUR", "USD"), ("percentage point", "%")],
)
def test_what_has_no_exact_factor_is_not_converted(one: str, other: str) -> None:
    with pytest.raises(ValueError, match="one scale"):
        measure_of(one).converted(Decimal(1), measure_of(other))


@pytest.mark.parametrize(
    ("one", "other", "unlike"),
    [
        ("km", "kg", True),
        ("EUR", "USD", True),
        ("EUR", "people", True),
        ("percent", "people", True),
        ("km", "people", True),
        ("months", "people", True),
        ("km", "mi", False),
        ("month", "day", False),
        ("people", "deaths", False),
        ("dead", "km", False),
        ("US$ per tonne", "EUR", False),
        ("degrees", "Cel", False),
    ],
)
def test_unlike_kinds(one: str, other: str, unlike: bool) -> None:  # noqa: FBT001
    assert measure_of(one).unlike(measure_of(other)) is unlike
    assert measure_of(other).unlike(measure_of(one)) is unlike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deaths", "death"),
        ("people", "person"),
        ("families", "family"),
        ("Air strikes", "air strike"),
        ("boxes", "box"),
        ("houses", "house"),
    ],
)
def test_a_noun_has_one_scale_in_both_numbers(one: str, other: str) -> None:
    assert measure_of(one).scale == measure_of(other).scale


def test_words_are_read_in_their_language() -> None:
    assert measure_of("Millionen Euro", "de").factor == 10**6
    assert measure_of("Quadratkilometer", "de").name == "km2"
    assert measure_of("Menschen", "de").dimension is Dimension.COUNT
    assert measure_of("orang", "id").dimension is None  # no table: not sure


def test_every_symbol_of_the_grammar_is_known() -> None:
    tables = (SYMBOLS, PHRASES, TIME_SYMBOLS)
    names = sorted({unit.name for table in tables for unit in table.values()})
    assert [name for name in names if measure_of(name).name != name] == []
    assert [name for name in names if measure_of(name).dimension is Dimension.COUNT] == []


@given(st.text(max_size=40))
def test_any_text_is_a_unit_of_some_kind(text: str) -> None:
    measure = measure_of(text)
    assert measure.factor.is_finite()
    assert not measure.unlike(measure_of(text))
    assert measure.converted(Decimal(7), measure) == 7


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_there_and_back(value: Decimal) -> None:
    mile, kilometre = measure_of("mi"), measure_of("km")
    there = mile.converted(value, kilometre)
    assert kilometre.converted(there, mile) == value


def test_units_of_the_grammar_s_own_readings() -> None:
    found = parse_quantity("five miles")
    assert found is not None
    assert measure_of(found.unit or "").dimension is Dimension.LENGTH
