"""Quantities as values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.quantity import Qualifier, Quantity


@pytest.mark.parametrize(
    ("value", "unit", "duration"),
    [
        ("12", "month", "P12M"),
        ("1", "year", "P1Y"),
        ("100", "day", "P100D"),
        ("2", "week", "P2W"),
        ("48", "hour", "PT48H"),
        ("0.5", "hour", "PT0.5H"),
        ("30", "minute", "PT30M"),
        ("9.80", "second", "PT9.8S"),
        ("3", "decade", "P30Y"),
        ("1.5", "century", "P150Y"),
        ("12", "months", None),
        ("12", "people", None),
        ("12", None, None),
    ],
)
def test_duration(value: str, unit: str | None, duration: str | None) -> None:
    assert Quantity(Decimal(value), unit).duration == duration


def test_a_range_of_time_has_no_duration() -> None:
    quantity = Quantity(None, "month", Qualifier.BETWEEN, Decimal(2), Decimal(3))
    assert quantity.duration is None
