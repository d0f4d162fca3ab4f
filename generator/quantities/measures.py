"""Measures as they are written in any language, under the symbols of UCUM as far as it reads well.

``t`` is the tonne; a text that says "ton" is taken to mean it too. ``percent``, ``mi2`` and ``ft2``
are written out for people, where UCUM has ``%``, ``[mi_i]2`` and ``[sft_i]``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .found import QuantityKind
from .language import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PERCENT = Unit("percent", QuantityKind.PERCENT)

SYMBOLS: Mapping[str, Unit] = MappingProxyType(
    {
        written: Unit(name, QuantityKind.MEASURE)
        for name, forms in {
            "mm": "mm",
            "cm": "cm",
            "m": "m",
            "km": "km kms Km KM",
            "m2": "m2 m²",
            "km2": "km2 km²",
            "mi2": "mi2 mi²",
            "m3": "m3 m³",
            "mi": "mi",
            "ft": "ft",
            "ft2": "ft2 ft²",
            "yd": "yd yds",
            "ha": "ha",
            "mg": "mg",
            "g": "g",
            "kg": "kg kgs Kg KG",
            "t": "t",
            "kt": "kt",
            "Mt": "Mt",
            "lb": "lb lbs",
            "oz": "oz",
            "ml": "ml",
            "L": "l L",
            "W": "W",
            "kW": "kW KW",
            "MW": "MW",
            "GW": "GW",
            "kWh": "kWh KWh",
            "MWh": "MWh",
            "GWh": "GWh",
            "TWh": "TWh",
            "MB": "MB",
            "GB": "GB",
            "TB": "TB",
            "barrel/d": "bpd",
            "km/h": "kph kmh",
            "mi/h": "mph",
        }.items()
        for written in forms.split()
    }
)
"""Symbols whose letters' case matters, standing as one word."""

TIME_SYMBOLS: Mapping[str, Unit] = MappingProxyType(
    {
        written: Unit(name, QuantityKind.DURATION)
        for name, forms in {"hour": "hrs hr", "minute": "min mins", "second": "sec secs"}.items()
        for written in forms.split()
    }
)

DEGREES: Mapping[str, Unit] = MappingProxyType(
    {"C": Unit("Cel", QuantityKind.MEASURE), "F": Unit("degF", QuantityKind.MEASURE)}
)
"""Letters that mean a temperature where they are written at digits."""

PHRASES: Mapping[str, Unit] = MappingProxyType(
    {
        "%": PERCENT,
        "％": PERCENT,
        "٪": PERCENT,
        "‰": Unit("permille", QuantityKind.PERCENT),
        "°C": Unit("Cel", QuantityKind.MEASURE),
        "° C": Unit("Cel", QuantityKind.MEASURE),
        "°F": Unit("degF", QuantityKind.MEASURE),
        "km/h": Unit("km/h", QuantityKind.MEASURE),
        "m/s": Unit("m/s", QuantityKind.MEASURE),
    }
)


def units(kind: QuantityKind, names: Mapping[str, str | Iterable[str]]) -> dict[str, Unit]:
    """Units for a table of names and their words: one string divided by "|", or several."""
    return {
        word: Unit(name, kind)
        for name, words in names.items()
        for word in (words.split("|") if isinstance(words, str) else words)
    }
