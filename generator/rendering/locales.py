"""The CLDR locale of a language."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale
from babel.core import UnknownLocaleError

# English without a country is written as in most countries: day, month, year.
_DEFAULTS: Final = {"en": "en_001", "iw": "he"}


@cache
def locale_of(language: str) -> Locale:
    """The locale of a BCP 47 language, or of its nearest relative that CLDR knows, else English."""
    tag = _DEFAULTS.get(language.lower(), language).replace("-", "_")
    while tag:
        try:
            return Locale.parse(tag)
        except (ValueError, UnknownLocaleError, TypeError):
            tag = tag.rpartition("_")[0]
    return Locale.parse(_DEFAULTS["en"])
