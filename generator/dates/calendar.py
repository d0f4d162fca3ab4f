"""Days told relative to a reference day: pure arithmetic of the calendar.

Every function gives EDTF text, or ``None`` where the calendar has no such day.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Final

_DAYS_IN_WEEK: Final = 7
_MONTHS: Final = 12
_SATURDAY: Final = 6
_WINTER: Final = 24
_SEASON_STARTS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
_LEAP_CYCLE: Final = 8
_LONGEST_AGO: Final = 3000


def day(year: int, month: int, number: int) -> dt.date | None:
    """A day of the calendar; ``None`` where there is none."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def shifted(reference: dt.date, days: int) -> dt.date | None:
    """So many days from a day; ``None`` beyond the calendar's ends."""
    try:
        return reference + dt.timedelta(days=days)
    except OverflowError:
        return None


def nearest_day(
    reference: dt.date, month: int, number: int, weekday: int | None = None
) -> dt.date | None:
    """The day of that name nearest to the reference, the past one of two as near.

    A weekday that stands with it decides where one of the nearest years has it so.
    """
    years = range(reference.year - _LEAP_CYCLE, reference.year + _LEAP_CYCLE + 1)
    days = [found for year in years if (found := day(year, month, number))]
    days.sort(key=lambda found: (abs((found - reference).days), found > reference))
    if weekday is not None:
        for found in days[:3]:
            if found.isoweekday() == weekday:
                return found
    return days[0] if days else None


def year_of_day(reference: dt.date, month: int, number: int, modifier: int) -> int:
    """The year of a day that is "last", before the reference, "next", after it, or "this"."""
    given, today = (month, number), (reference.month, reference.day)
    if modifier < 0:
        return reference.year - (given >= today)
    return reference.year + (modifier > 0 and given <= today)


def month_text(year: int, month: int) -> str | None:
    """A month as EDTF."""
    return f"{year:04}-{month:02}" if dt.MINYEAR <= year <= dt.MAXYEAR else None


def year_text(year: int) -> str | None:
    """A year as EDTF."""
    return f"{year:04}" if dt.MINYEAR <= year <= dt.MAXYEAR else None


def bare_month(reference: dt.date, month: int, modifier: int | None = None) -> str | None:
    """A month without a year: the latest one not after the reference's.

    "Last" means one before the reference's month, "next" one after it, "this" that of its year.
    """
    year = reference.year
    if modifier is None:
        year -= month > reference.month
    elif modifier < 0:
        year -= month >= reference.month
    elif modifier > 0:
        year += month <= reference.month
    return month_text(year, month)


def weekday(reference: dt.date, number: int, modifier: int | None = None) -> dt.date | None:
    """A weekday (1, Monday, to 7): the latest one not after the reference, which counts itself.

    "Last" means before the reference, "next" after it, "this" the first one not before it.
    """
    back = (reference.isoweekday() - number) % _DAYS_IN_WEEK
    if modifier is None:
        return shifted(reference, -back)
    if modifier < 0:
        return shifted(reference, -(back or _DAYS_IN_WEEK))
    ahead = (-back) % _DAYS_IN_WEEK
    return shifted(reference, ahead if modifier == 0 else ahead or _DAYS_IN_WEEK)


def weekday_of_week(reference: dt.date, number: int, weeks: int) -> dt.date | None:
    """A weekday of the week so many weeks from the reference's; weeks start on Monday."""
    return shifted(reference, weeks * _DAYS_IN_WEEK + number - reference.isoweekday())


def period(reference: dt.date, unit: str, offset: int) -> str | None:
    """The calendar unit so many units away: of weeks, the interval of its days."""
    if unit == "day":
        found = shifted(reference, offset)
        return found.isoformat() if found else None
    if unit == "past weekend":  # the latest that has begun
        unit, offset = "weekend", -(reference.isoweekday() < _SATURDAY)
    if unit in {"week", "weekend"}:
        first = weekday_of_week(reference, 1 if unit == "week" else _SATURDAY, offset)
        last = weekday_of_week(reference, _DAYS_IN_WEEK, offset)
        return f"{first.isoformat()}/{last.isoformat()}" if first and last else None
    if unit == "month":
        years, month = divmod(reference.month - 1 + offset, _MONTHS)
        return month_text(reference.year + years, month + 1)
    return year_text(reference.year + offset)


def ago(reference: dt.date, unit: str, count: int) -> str | None:
    """So many units before the reference, as precise as one who counts in that unit.

    Days and months are exact; of weeks the day is approximate, of decades the year.
    """
    if count > _LONGEST_AGO:
        return None
    if unit == "week":
        return _approximately(period(reference, "day", -count * _DAYS_IN_WEEK))
    if unit == "decade":
        return _approximately(year_text(reference.year - 10 * count))
    if unit == "hour":
        return reference.isoformat()
    return period(reference, unit, -count)


def _approximately(text: str | None) -> str | None:
    return f"{text}~" if text else None


def season(reference: dt.date, number: int, modifier: int) -> str | None:
    """A season: "last" the latest that is over, "this" that of the year, "next" the first to come.

    Seasons are those of the northern meteorological year; a winter has the year it begins in.
    """
    year = reference.year
    if modifier < 0:
        while year >= dt.MINYEAR and _season_end(year, number) >= reference:
            year -= 1
    elif modifier > 0 and dt.date(year, _SEASON_STARTS[number], 1) <= reference:
        year += 1
    elif modifier == 0 and number == _WINTER and reference.month <= 2:  # noqa: PLR2004 - February
        year -= 1
    text = year_text(year)
    return f"{text}-{number}" if text else None


def _season_end(year: int, number: int) -> dt.date:
    start = _SEASON_STARTS[number]
    if number != _WINTER:
        return dt.date(year, start + 2, monthrange(year, start + 2)[1])
    if year == dt.MAXYEAR:
        return dt.date.max
    return dt.date(year + 1, 2, monthrange(year + 1, 2)[1])


def part_of_year(year: int, number: int, parts: int) -> str | None:
    """The nth of so many parts of a year, as the interval of its months."""
    length = _MONTHS // parts
    first, last = month_text(year, (number - 1) * length + 1), month_text(year, number * length)
    return f"{first}/{last}" if first and last else None


def century(number: int) -> str | None:
    """The nth century as the hundred years it is told by: the 20th is 19XX."""
    return f"{number - 1:02}XX" if 1 <= number <= 100 else None  # noqa: PLR2004 - year 9999
