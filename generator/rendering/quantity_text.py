"""Quantities as a language writes them, without losing a digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from babel.numbers import (
    format_decimal,
    format_percent,
    get_currency_symbol,
)
from babel.units import UnknownUnitError, format_unit

from generator.model.quantity import Qualifier, Quantity

from .locales import locale_of
from .messages import Messages, messages

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale

# Below a million digits are as short as words ("500,000").
_MAGNITUDES: Final = (10**12, 10**9, 10**6)
_LARGEST_COUNT: Final = 1000
_WORDS_DECIMALS: Final = 2
_LENGTHS: Final[tuple[Literal["long", "short"], ...]] = ("long", "short")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")

_QUALIFIERS: Final = {
    Qualifier.ABOUT: "about",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
}

_DURATIONS: Final = ("year", "month", "week", "day", "hour", "minute", "second")
# CLDR's units for the symbols of quantities. Counted nouns are no units: their label says them.
_UNITS: Final = {
    **{unit: f"duration-{unit}" for unit in _DURATIONS},
    "mm": "length-millimeter",
    "cm": "length-centimeter",
    "m": "length-meter",
    "km": "length-kilometer",
    "mi": "length-mile",
    "ft": "length-foot",
    "yd": "length-yard",
    "m2": "area-square-meter",
    "km2": "area-square-kilometer",
    "mi2": "area-square-mile",
    "ft2": "area-square-foot",
    "ha": "area-hectare",
    "m3": "volume-cubic-meter",
    "ml": "volume-milliliter",
    "L": "volume-liter",
    "mg": "mass-milligram",
    "g": "mass-gram",
    "kg": "mass-kilogram",
    "t": "mass-tonne",
    "lb": "mass-pound",
    "oz": "mass-ounce",
    "W": "power-watt",
    "kW": "power-kilowatt",
    "MW": "power-megawatt",
    "GW": "power-gigawatt",
    "kWh": "energy-kilowatt-hour",
    "MB": "digital-megabyte",
    "GB": "digital-gigabyte",
    "TB": "digital-terabyte",
    "km/h": "speed-kilometer-per-hour",
    "mi/h": "speed-mile-per-hour",
    "m/s": "speed-meter-per-second",
    "Cel": "temperature-celsius",
    "degF": "temperature-fahrenheit",
    "permille": "concentr-permille",
}
# Symbols that CLDR has no words for are written as they are.
_SYMBOLS: Final = frozenset({"kt", "Mt", "MWh", "GWh", "TWh", "barrel/d"})


class QuantityText:
    """Writes quantities in one language."""

    __slots__ = ("_locale", "_messages", "_money", "_numbers", "_words")

    def __init__(self, language: str) -> None:
        self._locale: Locale = locale_of(language)
        self._messages: Messages = messages(language)
        self._numbers: dict[Decimal, str] = {}
        self._money: dict[str, tuple[str, str]] = {}
        self._words = _word_patterns(self._locale)

    def number(self, value: Decimal) -> str:
        """A number: “4 million” where words lose nothing, else “45,756”, with all its digits."""
        text = self._numbers.get(value)
        if text is None:
            text = self._numbers[value] = self._number(value)
        return text

    def value(self, quantity: Quantity) -> str:
        """The amount with its unit of measure; ``""`` of a vague amount."""
        if quantity.value is not None:
            return self._measured(quantity.value, quantity.unit)
        if quantity.low is not None and quantity.high is not None:
            return self.between(quantity.low, quantity.high, quantity.unit)
        return ""

    def between(self, low: Decimal, high: Decimal, unit: str | None = None) -> str:
        """A range with its unit of measure, said once where the unit stands behind the number."""
        if low == high:
            return self._measured(low, unit)
        if unit == "percent" or self._is_money(unit):
            ends = self._measured(low, unit), self._measured(high, unit)
            return self._messages.fill("%(low)s to %(high)s", low=ends[0], high=ends[1])
        if unit in _UNITS:
            both = self._measured(high, unit)
            number = self._plain(high)
            if both.count(number) == 1:
                joined = self._range(self._plain(low), number)
                return both.replace(number, joined)
        return self._range(self.number(low), self.number(high))

    def qualifier(self, qualifier: Qualifier) -> str:
        """The words before an amount: “about”; ``""`` where it is exact or a range."""
        word = _QUALIFIERS.get(qualifier)
        return self._messages.text(word) if word else ""

    def measures(self, unit: str | None) -> bool:
        """Whether ``value`` writes ``unit``: money, shares, time, length and the like."""
        return unit == "percent" or unit in _UNITS or unit in _SYMBOLS or self._is_money(unit)

    def _range(self, low: str, high: str) -> str:
        return self._messages.fill("%(low)s to %(high)s", low=low, high=high)

    def _number(self, value: Decimal) -> str:
        """CLDR's long compact form, where the number before the word is exact and short.

        Babel's own ``format_compact_decimal`` rounds, and multiplies by ten where the word stands
        before the number ("milioni 4").
        """
        for magnitude in _MAGNITUDES:
            count = value / magnitude
            if not 1 <= abs(count) < _LARGEST_COUNT:
                continue
            if count * magnitude != value or count != round(count, _WORDS_DECIMALS):
                break
            pattern = self._words.get((self._locale.plural_form(abs(count)), magnitude))
            if pattern:
                return pattern.replace("0", self._plain(count.normalize()))
            break
        return self._plain(value)

    def _plain(self, value: Decimal) -> str:
        return format_decimal(value, locale=self._locale, decimal_quantization=False)

    def _measured(self, value: Decimal, unit: str | None) -> str:
        if unit is None:
            return self.number(value)
        if unit == "percent":
            return format_percent(value.scaleb(-2), locale=self._locale, decimal_quantization=False)
        measure = _UNITS.get(unit)
        if measure:
            return self._with_unit(value, unit, measure)
        if unit in _SYMBOLS:
            return f"{self.number(value)}\u00a0{unit}"
        if self._is_money(unit):
            before, after = self._currency(unit)
            number = self.number(abs(value)) if value == value.to_integral() else self._cents(value)
            return f"{'−' if value < 0 else ''}{before}{number}{after}"
        return self.number(value)

    def _cents(self, value: Decimal) -> str:
        """An amount of money that is not whole, with two decimals at least."""
        value = abs(value)
        number = self.number(value)
        if number != self._plain(value):
            return number
        exponent = value.normalize().as_tuple().exponent
        digits = max(2, -exponent) if isinstance(exponent, int) else 2
        pattern = f"#,##0.{'0' * digits}"
        return format_decimal(value, pattern, locale=self._locale, decimal_quantization=False)

    def _with_unit(self, value: Decimal, unit: str, measure: str) -> str:
        number = self._plain(value)
        rounded = format_decimal(value, locale=self._locale)
        for length in _LENGTHS:
            try:
                text = format_unit(value, measure, length, locale=self._locale)
            except (UnknownUnitError, ValueError):
                break
            # Babel writes the unit's identifier where a language has no words of this length.
            if measure not in text:
                return text.replace(rounded, number)
        return f"{number} {unit}"

    def _is_money(self, unit: str | None) -> bool:
        return bool(unit and _CURRENCY.fullmatch(unit) and unit in locale_of("en").currencies)

    def _currency(self, code: str) -> tuple[str, str]:
        """What stands before and behind an amount in the currency ``code``."""
        sides = self._money.get(code)
        if sides is None:
            symbol = get_currency_symbol(code, locale=self._locale)
            pattern = self._locale.currency_formats["standard"]
            before, after = pattern.prefix[0], pattern.suffix[0]
            # CLDR sets a space between a symbol that ends in a letter and the number.
            if before.endswith("¤") and symbol[-1:].isalpha():
                before += "\u00a0"
            sides = before.replace("¤", symbol), after.replace("¤", symbol)
            self._money[code] = sides
        return sides


def _word_patterns(locale: Locale) -> dict[tuple[str, int], str]:
    """The patterns for millions, billions and trillions, by plural form and magnitude.

    Languages that count in other steps ("400万") have none here and keep their digits.
    """
    formats = locale.compact_decimal_formats
    if "long" not in formats:
        return {}
    patterns = {}
    for form, by_magnitude in formats["long"].items():
        for magnitude in _MAGNITUDES:
            pattern = by_magnitude.get(str(magnitude))
            text = pattern.pattern.partition(";")[0] if pattern else ""
            if text.count("0") == 1:
                patterns[form, magnitude] = text
    forms = {form for form, _ in patterns} | set(locale.plural_form.tags)
    for magnitude in _MAGNITUDES:
        usual = patterns.get(("other", magnitude))
        if usual:
            for form in forms:
                patterns.setdefault((form, magnitude), usual)
    return patterns
