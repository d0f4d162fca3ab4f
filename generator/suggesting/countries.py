"""The names of countries in a language, by CLDR, as places that every newsroom knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from babel import Locale, UnknownLocaleError

_ALPHA_2: Final = 2
# What CLDR's first choice of a name leaves out; by code, which other languages never need.
_ENGLISH: Final = (
    ("GB", "United Kingdom"),
    ("GB", "UK"),
    ("GB", "U.K."),
    ("GB", "Britain"),
    ("US", "US"),
    ("US", "U.S."),
    ("US", "USA"),
    ("TR", "Turkey"),
    ("MM", "Burma"),
    ("CI", "Ivory Coast"),
    ("CZ", "Czech Republic"),
    ("PS", "Palestine"),
    ("CD", "Democratic Republic of Congo"),
    ("HK", "Hong Kong"),
    ("MO", "Macao"),
)
# Regions that are no territory, private use and names that are common words or people's.
_LEFT_OUT: Final = frozenset(
    {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "IO", "TF", "GS", "HM", "UM"}
)


@cache
def countries(language: str) -> Mapping[str, str]:
    """The code (ISO 3166-1) of each country by its name in ``language``, a BCP 47 tag.

    Empty where CLDR knows no names in that language.
    """
    base = language.split("-", 1)[0].lower()
    try:
        territories = Locale.parse(base).territories
    except (UnknownLocaleError, ValueError):
        return MappingProxyType({})
    found: dict[str, str] = {}
    for code in sorted(territories):
        if len(code) != _ALPHA_2 or not code.isalpha() or code in _LEFT_OUT:
            continue
        name = territories[code]
        short, _, rest = name.partition(" (")
        for form in (name, short, rest.rstrip(")"), name.replace(" & ", " and ")):
            if form:
                found.setdefault(form, code)
    if base == "en":
        found.update((name, code) for code, name in _ENGLISH)
    return MappingProxyType(found)
