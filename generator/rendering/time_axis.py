"""The axis of time: which days, months or years it names, and how.

Days are counted as ordinals of the proleptic Gregorian calendar (``datetime.date.toordinal``).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, format_skeleton

from .locales import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class TimeUnit(Enum):
    """What a tick of the axis names."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A tick at the beginning of the day with the ordinal ``day``.

    ``label`` names its day, month or year; ``year`` the year where that has not been named yet.
    """

    day: int
    unit: TimeUnit
    label: str
    year: str = ""


# Days of a month and months of a year that divide them without odd remainders.
_DAYS: Final = (tuple(range(1, 32)), tuple(range(1, 30, 2)), (1, 5, 10, 15, 20, 25), (1, 10, 20))
_MONTHS: Final = (tuple(range(1, 13)), (1, 3, 5, 7, 9, 11), (1, 4, 7, 10), (1, 7))
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_DAYS_OF_MONTH: Final = 30.44
_DAYS_OF_YEAR: Final = 365.25


def time_scales(first: int, last: int, most: int, language: str) -> Iterator[tuple[TimeTick, ...]]:
    """Ever coarser sets of at most ``most`` ticks between the days ``first`` and ``last``."""
    length = last - first + 1
    for unit, count, ticks in _scales(first, last, length):
        # Far too many are not even counted out.
        if count > most + 1:
            continue
        days = [day for day in ticks() if first <= day <= last]
        if 0 < len(days) <= most:
            yield tuple(_named(days, unit, language))


def _scales(
    first: int, last: int, length: int
) -> Iterator[tuple[TimeUnit, float, Callable[[], Iterator[int]]]]:
    years = dt.date.fromordinal(first).year, dt.date.fromordinal(last).year
    for days in _DAYS:
        count = length * len(days) / _DAYS_OF_MONTH
        yield TimeUnit.DAY, count, partial(_in_months, years, tuple(range(1, 13)), days)
    for months in _MONTHS:
        count = length * len(months) / _DAYS_OF_YEAR
        yield TimeUnit.MONTH, count, partial(_in_months, years, months, (1,))
    for step in _YEARS:
        yield TimeUnit.YEAR, length / _DAYS_OF_YEAR / step, partial(_in_years, years, step)


def _in_months(
    years: tuple[int, int], months: tuple[int, ...], days: tuple[int, ...]
) -> Iterator[int]:
    for year in range(years[0], years[1] + 1):
        for month in months:
            start = dt.date(year, month, 1).toordinal()
            for day in days:
                date = dt.date.fromordinal(min(start + day - 1, dt.date.max.toordinal()))
                if date.month == month:
                    yield date.toordinal()


def _in_years(years: tuple[int, int], step: int) -> Iterator[int]:
    start = -(-years[0] // step) * step
    for year in range(max(start, dt.MINYEAR), years[1] + 1, step):
        yield dt.date(year, 1, 1).toordinal()


def _named(days: list[int], unit: TimeUnit, language: str) -> Iterator[TimeTick]:
    locale = locale_of(language)
    year = 0
    for day in days:
        date = dt.date.fromordinal(day)
        if unit is TimeUnit.YEAR:
            yield TimeTick(day, unit, str(date.year))
            continue
        if unit is TimeUnit.MONTH:
            # Not the skeleton: Babel gives Hebrew names to the stand-alone months of others.
            label = format_date(date, "MMM", locale=locale)
        else:
            label = format_skeleton("MMMd", date, locale=locale)
        yield TimeTick(day, unit, label, str(date.year) if date.year != year else "")
        year = date.year
