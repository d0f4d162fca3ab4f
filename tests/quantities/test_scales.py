from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.quantity import Qualifier
from generator.quantities import parse_quantity


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "qualifier"),
    [
        ("ru", "4 млн человек", 4_000_000, "человек", Qualifier.EXACT),
        ("ru", "около 4,5 млн", 4_500_000, None, Qualifier.ABOUT),
        ("ru", "12 тыс. человек", 12_000, "человек", Qualifier.EXACT),
        ("ru", "более 350 000 погибших", 350_000, "погибших", Qualifier.AT_LEAST),
        ("ru", "25 процентов", 25, "percent", Qualifier.EXACT),
        ("tr", "yaklaşık 4 milyon kişi", 4_000_000, "kişi", Qualifier.ABOUT),
        ("tr", "en az 50 bin kişi", 50_000, "kişi", Qualifier.AT_LEAST),
        ("tr", "44.218 kişi", 44_218, "kişi", Qualifier.EXACT),
        ("fa", "حدود ۴ میلیون نفر", 4_000_000, "نفر", Qualifier.ABOUT),
        ("he", "20 אחוז", 20, "percent", Qualifier.EXACT),
        ("he", "4 מיליון", 4_000_000, None, Qualifier.EXACT),
    ],
)
def test_digits_with_a_scale_word(
    language: str, text: str, value: int, unit: str | None, qualifier: Qualifier
) -> None:
    found = parse_quantity(text, language)

    assert found is not None
    assert (found.value, found.unit, found.qualifier) == (Decimal(value), unit, qualifier)


def test_a_scale_word_alone_is_no_number() -> None:
    assert parse_quantity("миллионы", "ru") is None


@pytest.mark.parametrize("text", ["1" + "0" * 60, "1" * 30 + " people", "0." + "0" * 20 + "1"])
def test_what_nobody_counts_is_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None
