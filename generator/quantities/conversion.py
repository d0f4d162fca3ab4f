"""What units measure, and how one is converted into another of the same scale.

Factors are exact: the international yard and pound (1959: a yard is 0.9144 m, a pound
0.45359237 kg), the nautical mile of 1,852 m, the oil barrel of 158.987294928 L. What has no exact
factor has a scale of its own and is not converted: months and days, the gallons and the fluid
ounces of several countries, one currency and another. Nor are degrees: a temperature and a rise in
temperature are converted in different ways, and a text does not say which one it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from . import currencies, measures
from .grammar import parse_quantity

if TYPE_CHECKING:
    from collections.abc import Mapping


class Dimension(StrEnum):
    """What can be measured; quantities of two dimensions are never compared."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    TIME = "time"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    POWER = "power"
    ENERGY = "energy"
    DATA = "data"
    FLOW = "flow"
    TEMPERATURE = "temperature"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures. ``dimension`` is ``None`` where the unit is not known well enough.

    Measures of one ``scale`` are converted by their factors: 1 km is 1000 of the scale's own unit,
    the metre. ``name`` is the unit as the model has it (``km``, ``EUR``), else as it is written.
    """

    name: str
    dimension: Dimension | None
    scale: str
    factor: Decimal = Decimal(1)

    def unlike(self, other: Measure) -> bool:
        """Whether the two can never be amounts of one thing: two kinds, or two currencies."""
        if self.dimension is None or other.dimension is None:
            return False
        if self.dimension is Dimension.MONEY and other.dimension is Dimension.MONEY:
            return self.scale != other.scale
        return self.dimension is not other.dimension

    def converted(self, value: Decimal, target: Measure) -> Decimal:
        """``value`` of this unit in units of ``target``.

        Equal amounts give equal results: what is rounded, to the precision of the decimal context,
        is rounded once.

        Raises:
            ValueError: the two are not of one scale.
        """
        if self.scale != target.scale:
            message = f"{self.name} and {target.name} are not of one scale"
            raise ValueError(message)
        return value if self.factor == target.factor else value * self.factor / target.factor


_SCALES: Final[Mapping[Dimension, str]] = {
    Dimension.LENGTH: (
        "m: mm 0.001, cm 0.01, m 1, km 1000, in 0.0254, ft 0.3048, yd 0.9144, mi 1609.344, nmi 1852"
    ),
    Dimension.AREA: (
        "m2: m2 1, ha 10000, km2 1000000, ft2 0.09290304, acre 4046.8564224, mi2 2589988.110336"
    ),
    Dimension.VOLUME: "L: ml 0.001, L 1, m3 1000, barrel 158.987294928; gallon: gal 1",
    Dimension.MASS: (
        "g: mg 0.001, g 1, kg 1000, t 1000000, kt 1000000000, Mt 1000000000000, lb 453.59237,"
        " oz 28.349523125"
    ),
    Dimension.SPEED: "km/h: km/h 1, m/s 3.6, mi/h 1.609344",
    Dimension.POWER: "W: W 1, kW 1000, MW 1000000, GW 1000000000",
    Dimension.ENERGY: "kWh: kWh 1, MWh 1000, GWh 1000000, TWh 1000000000",
    Dimension.DATA: "MB: MB 1, GB 1000, TB 1000000",
    Dimension.FLOW: "barrel/d: barrel/d 1",
    Dimension.TEMPERATURE: "Cel: Cel 1; degF: degF 1",
    Dimension.SHARE: (
        "percent: percent 1, permille 0.1; point: percentage point 1, basis point 0.01"
    ),
    Dimension.TIME: (
        "second: second 1, minute 60, hour 3600, day 86400, week 604800;"
        " month: month 1, year 12, decade 120, century 1200"
    ),
}


def _measures() -> dict[str, Measure]:
    table = {code: Measure(code, Dimension.MONEY, code) for code in sorted(currencies.CODES)}
    table["deg"] = Measure("deg", None, "deg")  # of an angle or of a temperature
    for dimension, scales in _SCALES.items():
        for line in scales.split("; "):
            scale, _, units = line.partition(": ")
            for item in units.split(", "):
                name, _, factor = item.strip().rpartition(" ")
                table[name] = Measure(name, dimension, scale, Decimal(factor))
    return table


_KNOWN: Final[Mapping[str, Measure]] = _measures()
_WRITTEN: Final[Mapping[str, str]] = {
    **{written: unit.name for written, unit in measures.TIME_SYMBOLS.items()},
    **{written: unit.name for written, unit in measures.SYMBOLS.items()},
    **{written: unit.name for written, unit in measures.PHRASES.items()},
    **currencies.SIGNS,
}
_EXACT: Final = Context(prec=34, traps=[])
_SAMPLE: Final = Decimal(2)  # "2 people": one takes another noun, and leaves the plural out
_MONEY_OR_RATE: Final = re.compile(
    rf"[{re.escape(currencies.PLAIN_SIGNS)}/]|\bper\b", re.IGNORECASE
)
_SHORTEST: Final = 3
_IRREGULAR: Final = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "wives": "wife",
}


@lru_cache(maxsize=4096)
def measure_of(unit: str, language: str = "en") -> Measure:
    """What ``unit`` measures: as ``parse_quantity`` gives it, or as a person writes it.

    ``language`` (BCP 47) is that of words: "square kilometres", "Millionen Euro". A noun that is
    counted has the scale of its singular, so "deaths" and "death" are one.
    """
    text = " ".join(unit.split())
    name = _WRITTEN.get(text, text)
    if found := _KNOWN.get(name):
        return found
    unknown = Measure(text, None, f"?{text.casefold()}")
    quantity = parse_quantity(f"{_SAMPLE} {text}", language)
    if quantity is None or quantity.unit is None or not quantity.value:
        return unknown
    times = _EXACT.divide(quantity.value, _SAMPLE)
    if not times.is_finite():
        return unknown
    known = _KNOWN.get(quantity.unit)
    if known is not None:
        factor = _EXACT.multiply(known.factor, times)
        return Measure(known.name, known.dimension, known.scale, factor)
    if _MONEY_OR_RATE.search(text):
        return unknown  # "US$ per tonne": the noun that was found is not what is measured
    return Measure(text, Dimension.COUNT, f"#{singular(quantity.unit)}", times)


def singular(noun: str) -> str:
    """A counted noun in one form for both numbers: the plural in -s is taken off its last word."""
    head, space, last = noun.casefold().rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif len(last) > _SHORTEST and last.endswith("s") and not last.endswith(("ss", "us", "is")):
        if last.endswith("ies"):
            last = f"{last[:-3]}y"
        elif last.endswith(("ches", "shes", "sses", "xes")):
            last = last[:-2]
        else:
            last = last[:-1]
    return f"{head}{space}{last}"
