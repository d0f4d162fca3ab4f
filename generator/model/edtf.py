"""Dates with their precision: the part of EDTF (ISO 8601-2:2019, levels 0 and 1) that articles use.

Accepted: ``2021-09-13``, ``2021-09``, ``2021``, ``199X``, ``19XX``, seasons ``2021-21`` to
``2021-24``, parts not given (``2021-XX``, ``2021-09-XX``, ``2021-XX-XX``), each with ``?``
(uncertain), ``~`` (approximate) or ``%`` (both) behind it, and intervals ``START/END`` whose ends
may be ``..`` (open) or empty (unknown). A date-time is read as its day.

EDTF leaves open which days a season has. Here it has those of the northern meteorological year:
spring March to May, summer June to August, autumn September to November, and winter from December
of the year named to the end of the following February.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Precision(IntEnum):
    """What a date is precise to; finer is greater."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


@dataclass(frozen=True, slots=True)
class EdtfPoint:
    """One date: all days it may mean lie between ``earliest`` and ``latest``, both included."""

    text: str
    precision: Precision
    earliest: dt.date
    latest: dt.date
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. A date has ``start`` equal to ``end``.

    In an interval an end that is open or unknown is ``None``; ``text`` tells which. Compare by
    time with ``sort_key``: equality is that of the text, so ``2021`` and ``2021-XX`` differ.
    """

    text: str
    start: EdtfPoint | None
    end: EdtfPoint | None
    interval: bool = False

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """The date that ``text`` writes; ``text`` of the result is its canonical form.

        Canonical means: no white space around, ``X`` in capitals, ``%`` for ``?~``, and the day
        alone of a date-time.

        Raises:
            ValueError: with a sentence that says what is wrong.
        """
        text = text.strip()
        if "/" not in text:
            point = _point(text)
            return cls(point.text, point, point)
        first, second, *rest = text.split("/")
        if rest:
            raise ValueError(f"“{_short(text)}” has more than one slash; an interval is START/END.")
        start, end = _interval_end(first), _interval_end(second)
        if start is None and end is None:
            raise ValueError(f"“{text}” is open at both ends; give its start or its end.")
        if start and end and end.latest < start.earliest:
            raise ValueError(f"“{text}” ends before it starts.")
        left, right = (
            point.text if point else given.strip()
            for point, given in ((start, first), (end, second))
        )
        return cls(f"{left}/{right}", start, end, interval=True)

    @classmethod
    def of_day(cls, day: dt.date) -> Edtf:
        """The date that is one day; of a date-time, its day."""
        day = dt.date(day.year, day.month, day.day)
        point = EdtfPoint(day.isoformat(), Precision.DAY, day, day)
        return cls(point.text, point, point)

    @property
    def earliest(self) -> dt.date | None:
        """The first day it may mean; ``None`` where the start is open or unknown."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> dt.date | None:
        """The last day it may mean; ``None`` where the end is open or unknown."""
        return self.end.latest if self.end else None

    @property
    def precision(self) -> Precision:
        """What it is precise to: of an interval, the coarser of its ends."""
        return min(point.precision for point in (self.start, self.end) if point)

    @property
    def approximate(self) -> bool:
        """Whether an end of it is approximate."""
        return any(point.approximate for point in (self.start, self.end) if point)

    @property
    def uncertain(self) -> bool:
        """Whether an end of it is uncertain."""
        return any(point.uncertain for point in (self.start, self.end) if point)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Orders by the first day; an open or unknown start comes first of all.

        Of dates with the same first day the one that reaches further comes first (``2021``,
        ``2021-01``, ``2021-01-01``), an open or unknown end reaching furthest; then by text.
        """
        earliest, latest = self.earliest, self.latest
        return (
            earliest.toordinal() if earliest else 0,
            -(latest.toordinal() if latest else _BEYOND),
            self.text,
        )

    def contains(self, other: Edtf) -> bool:
        """Whether every day of ``other`` lies within; open and unknown ends are without bound."""
        first, last = _bounds(self)
        other_first, other_last = _bounds(other)
        return first <= other_first and other_last <= last

    def overlaps(self, other: Edtf) -> bool:
        """Whether both may mean the same day; open and unknown ends are without bound."""
        first, last = _bounds(self)
        other_first, other_last = _bounds(other)
        return first <= other_last and other_first <= last


_BEYOND: Final = dt.date.max.toordinal() + 1
_SHOWN: Final = 40
_HOURS: Final = 24
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER: Final = 24

_POINT: Final = re.compile(
    r"""
    (?P<year>[0-9]{2}(?:[0-9]{2}|[0-9][Xx]|[Xx]{2}))
    (?:-(?P<month>[0-9]{2}|[Xx]{2})
        (?:-(?P<day>[0-9]{2}|[Xx]{2})
            (?P<time>[T ]
                (?P<hour>[0-9]{2}):[0-5][0-9]
                (?::(?:[0-5][0-9]|60)(?:[.,][0-9]{1,9})?)?
                (?:Z|[+-][0-9]{2}(?::?[0-5][0-9])?)?
            )?
        )?
    )?
    (?P<mark>[?~%]|\?~|~\?)?
    """,
    re.VERBOSE,
)
_UNPADDED: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_OTHER_ORDER: Final = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")


def _bounds(date: Edtf) -> tuple[int, int]:
    """The first and the last day as ordinals, beyond all days where an end is open or unknown."""
    earliest, latest = date.earliest, date.latest
    return (
        earliest.toordinal() if earliest else 0,
        latest.toordinal() if latest else _BEYOND,
    )


def _interval_end(text: str) -> EdtfPoint | None:
    text = text.strip()
    return None if text in {"", ".."} else _point(text)


def _point(text: str) -> EdtfPoint:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(_complaint(text))
    year, month, day, time, hour, mark = match.group("year", "month", "day", "time", "hour", "mark")
    if hour and int(hour) >= _HOURS:
        raise ValueError(f"“{text}” names the hour {hour}; a day has the hours 00 to 23.")
    written = text[: match.start("time")] if time else text.removesuffix(mark or "")
    mark = "%" if mark and len(mark) > 1 else mark or ""
    precision, earliest, latest = _days(text, year.upper(), month, day)
    return EdtfPoint(
        written.upper() + mark,
        precision,
        earliest,
        latest,
        approximate=mark in {"~", "%"},
        uncertain=mark in {"?", "%"},
    )


def _days(
    text: str, year: str, month: str | None, day: str | None
) -> tuple[Precision, dt.date, dt.date]:
    """The precision, the first and the last day of the parts of a date."""
    if "X" in year:
        return _century_or_decade(text, year, month)
    number = int(year)
    if number < dt.MINYEAR:
        raise ValueError(f"“{text}” names the year 0000; years run from 0001 to 9999.")
    if month is None or month in {"XX", "xx"}:
        if day and day not in {"XX", "xx"}:
            raise ValueError(f"“{text}” gives a day but no month.")
        return Precision.YEAR, dt.date(number, 1, 1), dt.date(number, 12, 31)
    part = int(month)
    if part in _SEASONS or part == _WINTER:
        if day:
            raise ValueError(f"“{text}” gives a day of a season; a season stands alone.")
        return _season(number, part)
    if not 1 <= part <= 12:  # noqa: PLR2004 - months of a year
        raise ValueError(
            f"“{text}” names the month {month}; months are 01 to 12 and seasons 21 to 24."
        )
    length = monthrange(number, part)[1]
    if day is None or day in {"XX", "xx"}:
        return Precision.MONTH, dt.date(number, part, 1), dt.date(number, part, length)
    if not 1 <= int(day) <= length:
        raise ValueError(f"“{text}” does not exist: {year}-{month} has the days 01 to {length}.")
    exact = dt.date(number, part, int(day))
    return Precision.DAY, exact, exact


def _century_or_decade(
    text: str, year: str, month: str | None
) -> tuple[Precision, dt.date, dt.date]:
    if month:
        raise ValueError(f"“{text}” gives a month of a year that is not known.")
    first = max(int(year.replace("X", "0")), dt.MINYEAR)
    last = int(year.replace("X", "9"))
    precision = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
    return precision, dt.date(first, 1, 1), dt.date(last, 12, 31)


def _season(year: int, season: int) -> tuple[Precision, dt.date, dt.date]:
    if season != _WINTER:
        first, last = _SEASONS[season]
        end = dt.date(year, last, monthrange(year, last)[1])
        return Precision.SEASON, dt.date(year, first, 1), end
    if year == dt.MAXYEAR:
        return Precision.SEASON, dt.date(year, 12, 1), dt.date.max
    end = dt.date(year + 1, 2, monthrange(year + 1, 2)[1])
    return Precision.SEASON, dt.date(year, 12, 1), end


def _complaint(text: str) -> str:
    """What is wrong with a text that has not the form of a date; the mend where it is plain."""
    if not text:
        return "The date is empty; write one as 2021-09-13, 2021-09 or 2021."
    shown = _short(text)
    if match := _UNPADDED.fullmatch(text):
        parts = [match[1], *(part.zfill(2) for part in match.groups()[1:] if part)]
        return f"“{shown}” lacks a leading zero; write {'-'.join(parts)}."
    if match := _OTHER_ORDER.fullmatch(text):
        return f"“{shown}” does not begin with the year; write the date as {match[4]}-MM-DD."
    return (
        f"“{shown}” is not a date; write one as 2021-09-13, 2021-09, 2021, 199X, 2021-21 (spring) "
        "or START/END."
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
