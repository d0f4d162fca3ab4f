"""Days and moments as ISO 8601 writes them in full: ``2021-09-14``, ``2021-09-14T18:30+02:00``."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from .faults import Kind, Refusal

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
    r"([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?) ?"
    r"([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_EXAMPLE = "2021-09-14"


class Published(NamedTuple):
    """A day, and the moment where one is given; the day is the one where the moment was noted.

    A moment always has a zone: one that is written without is read as UTC.
    """

    day: dt.date
    moment: dt.datetime | None = None


def read_published(text: str) -> Published:
    """A date or a date-time.

    Raises:
        Refusal: ``text`` is neither; the mend says what to write.
    """
    text = text.strip()
    try:
        if _DAY.fullmatch(text):
            return Published(dt.date.fromisoformat(text))
        parts = _MOMENT.fullmatch(text)
        if parts:
            day, clock, zone = parts[1], parts[2], (parts[3] or "Z").upper()
            moment = dt.datetime.fromisoformat(f"{day}T{clock}{zone}")
            return Published(moment.date(), moment)
    except ValueError as error:
        reason = "which is no day or time of the calendar"
        raise Refusal(Kind.DATE, reason, f"Write it as {_EXAMPLE}") from error
    proposed = _propose(text)
    mend = f"Write {proposed}" if proposed else f"Write it as {_EXAMPLE}"
    raise Refusal(Kind.DATE, "which is no date", mend)


def read_day(text: str) -> dt.date:
    """The day of a date or a date-time.

    Raises:
        Refusal: ``text`` is neither; the mend says what to write.
    """
    return read_published(text).day


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]?([0-9]{1,2})[-/.]?([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3,9})\.?,? ([0-9]{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")


def _propose(text: str) -> str:
    """The ISO form of a date written otherwise, where it can mean only one day."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(found[1], found[2], found[3])
    if found := _YEAR_LAST.fullmatch(text):
        day_first, month_first = _iso(found[3], found[2], found[1]), _iso(*found.group(3, 1, 2))
        ambiguous = day_first and month_first and day_first != month_first
        return "" if ambiguous else day_first or month_first
    if found := _DAY_MONTH.fullmatch(text):
        return _iso(found[3], _month(found[2]), found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _iso(found[3], _month(found[1]), found[2])
    return ""


def _month(name: str) -> str:
    start = name[:3].lower()
    return str(_MONTHS.index(start) + 1) if start in _MONTHS else "0"


def _iso(year: str, month: str, day: str) -> str:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
