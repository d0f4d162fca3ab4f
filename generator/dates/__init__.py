"""Dates in texts, with their precision, read against the day a text was published.

A grammar of the project's own: names of months and weekdays from CLDR, tables of the words around
them per language (``languages``), one engine. ``items`` divides a text, ``grammar`` reads dates
from it, ``calendar`` reckons relative to the reference day.
"""

from .grammar import FoundDate, parse_date, parse_dates

__all__ = ["FoundDate", "parse_date", "parse_dates"]
