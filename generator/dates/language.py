"""What the grammar of dates has to know of a language: the form of its tables.

Names of months and weekdays come from CLDR by way of Babel; the tables add what CLDR lacks: other
names, cases and spellings, and the words around dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Kind(IntEnum):
    """What an item of a text is to the grammar."""

    END = 0
    OTHER = 1
    MARK = 2
    NUMBER = 3
    WRITTEN = 4
    """A date in digits, as EDTF."""
    DECADE = 5
    MONTH = 6
    SHORT_MONTH = 7
    WEEKDAY = 8
    SHORT_WEEKDAY = 9
    DAY = 10
    """An offset in days: "yesterday"."""
    PERIOD = 11
    """A unit and an offset: "last week"."""
    MODIFIER = 12
    """What comes before a name: "last", "this", "next"."""
    LATER_MODIFIER = 13
    """The same behind a name."""
    EDGE = 14
    """A part of a longer time: "early", "mid", "late"."""
    SEASON = 15
    QUARTER = 16
    CUE = 17
    """A preposition of time: a month or year by itself may follow."""
    YEAR_CUE = 18
    """A word that only a year by itself may follow."""
    YEAR_WORD = 19
    SINCE = 20
    UNTIL = 21
    FROM = 22
    TO = 23
    BETWEEN = 24
    AND = 25
    OF = 26
    COUNT = 27
    """A number word."""
    UNIT = 28
    AGO = 29
    AGO_BEFORE = 30
    DAY_PART = 31
    CENTURY = 32
    ORDINAL = 33
    """A number word that orders: "third"."""
    SUFFIX = 34
    """What makes digits an ordinal: "th"."""
    NOT_A_YEAR = 35
    """What is counted, behind four digits that are no year."""
    HALF = 36
    DUAL = 37
    """Two of a unit in one word, as in Arabic and Hebrew."""


class Period(NamedTuple):
    """A calendar unit so many units from that of the reference."""

    unit: str
    offset: int


class Term(NamedTuple):
    """What a phrase is; ``capital`` ones count only where they start with a capital letter."""

    kind: Kind
    value: int | str | Period = 0
    capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The tables of one language; phrases are divided by "|" where several stand in one text.

    ``bare_years`` stand without a preposition, where nouns have capitals ("es endet 2022").
    Months count from 1, weekdays from 1 (Monday), seasons as in EDTF (21, spring, to 24). ``days``
    are offsets from the reference; ``periods`` say a unit (``day``, ``week``, ``weekend``,
    ``month``, ``year``, ``decade``) and an offset. ``count`` has number words, ``units`` the words
    of a unit, ``duals`` words for two of one. ``decades`` are written as EDTF. ``prefixes`` may be
    written at names of months and weekdays.
    """

    code: str
    fold: Callable[[str], str] = str.lower
    capitals: bool = False
    bare_years: bool = False
    month_first: bool = False
    numeric_order: str = ""
    months: Mapping[str, int] = field(default_factory=dict)
    short_months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    prefixes: tuple[str, ...] = ()
    days: Mapping[str, int] = field(default_factory=dict)
    periods: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    modifiers: Mapping[str, int] = field(default_factory=dict)
    later_modifiers: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    edges: str = ""
    cues: str = ""
    year_cues: str = ""
    year_words: str = ""
    since: str = ""
    until: str = ""
    range_from: str = ""
    range_to: str = ""
    between: str = ""
    between_and: str = ""
    of: str = ""
    count: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    ago: str = ""
    ago_before: str = ""
    day_parts: str = ""
    century: str = ""
    quarter: str = ""
    half: str = ""
    duals: Mapping[str, str] = field(default_factory=dict)
    decades: Mapping[str, str] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    suffixes: str = ""
    not_years: str = ""
