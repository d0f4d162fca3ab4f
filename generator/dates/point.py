"""One date as read, and how it is settled against the reference day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from . import calendar

if TYPE_CHECKING:
    import datetime as dt

_DAY_LENGTH: Final = len("2021-09-13")


@dataclass(frozen=True, slots=True)
class Point:
    """One date as read: its parts as far as they are given, or EDTF text where it is settled.

    ``first`` and ``after`` are the items it covers.
    """

    first: int
    after: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    text: str | None = None
    approximate: bool = False


def settled(point: Point, reference: dt.date) -> str | None:
    """A point as EDTF text, its missing parts taken from the reference day."""
    text = _from_parts(point, reference) if point.text is None else point.text
    if text is None or not point.approximate or "/" in text or text.endswith("~"):
        return text
    return text if len(text) == _DAY_LENGTH else f"{text}~"  # "early Monday" is a day


def settled_days(first: int, last: Point, reference: dt.date) -> str | None:
    """Days of one month as an interval, "12–14 September", from the first and the last."""
    end = settled(last, reference)
    if end is None or len(end) != _DAY_LENGTH or first >= (last.day or 0):
        return None
    return f"{end[:8]}{first:02}/{end}"


def _from_parts(point: Point, reference: dt.date) -> str | None:
    if point.month is None:
        return None if point.year is None else calendar.year_text(point.year)
    if point.day is None:
        if point.year is None:
            return calendar.bare_month(reference, point.month)
        return calendar.month_text(point.year, point.month)
    if point.year is None:
        found = calendar.nearest_day(reference, point.month, point.day, point.weekday)
    else:
        found = calendar.day(point.year, point.month, point.day)
    return found.isoformat() if found else None
