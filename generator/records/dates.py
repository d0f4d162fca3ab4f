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
    proposed, certain = propose_day(text)
    mend = f"Write {proposed}" if certain else f"Write it as {_EXAMPLE}"
    raise Refusal(Kind.DATE, "which is no date", mend, proposed=proposed, certain=certain)


def read_day(text: str) -> dt.date:
    """The day of a date or a date-time.

    Raises:
        Refusal: ``text`` is neither; the mend says what to write.
    """
    return read_published(text).day


_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORTEST_MONTH = 3
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_UNDIVIDED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\.?[ -]([A-Za-z]{3,9})\.?,?[ -]([0-9]{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,9})\.?,? ([0-9]{4})")
_YEAR_MONTH = re.compile(r"([0-9]{4})-([0-9])")
_NUMBERED_MONTH = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")


def propose_day(text: str) -> tuple[str, bool]:
    """The ISO form of a day written otherwise, and whether it can mean only that one.

    ``03/04/2024`` may be in March or in April: no form. With full stops the day stands first
    wherever that is written, so ``3.4.2024`` gets a form, but not a certain one.
    """
    text = " ".join(text.split())
    if found := _YEAR_LAST.fullmatch(text):
        day_first = _iso(found[4], found[3], found[1])
        month_first = _iso(found[4], found[1], found[3])
        if day_first and month_first and day_first != month_first:
            return (day_first, False) if found[2] == "." else ("", False)
        return _certain(day_first or month_first)
    if found := _YEAR_FIRST.fullmatch(text):
        return _certain(_iso(found[1], found[3], found[4]))
    if found := _UNDIVIDED.fullmatch(text):
        return _certain(_iso(*found.groups()))
    if found := _DAY_MONTH.fullmatch(text):
        return _certain(_iso(found[3], _month(found[2]), found[1]))
    found = _MONTH_DAY.fullmatch(text)
    return _certain(_iso(found[3], _month(found[1]), found[2])) if found else ("", False)


def propose_date(text: str) -> tuple[str, bool]:
    """The same for a date that may be a month: ``Sept 2021``, ``2021-9``, ``09/2021``."""
    day = propose_day(text)
    text = " ".join(text.split())
    if day[0]:
        return day
    if found := _MONTH_YEAR.fullmatch(text):
        month, year = _month(found[1]), found[2]
    elif found := _YEAR_MONTH.fullmatch(text):
        month, year = found[2], found[1]
    elif found := _NUMBERED_MONTH.fullmatch(text):
        month, year = found[1], found[2]
    else:
        return "", False
    return _certain(_iso(year, month, "1").removesuffix("-01"))


def _certain(text: str) -> tuple[str, bool]:
    return text, bool(text)


def _month(name: str) -> str:
    """The number of a month by its English name or the beginning of it; ``0`` for no month."""
    start = name.lower()
    if len(start) < _SHORTEST_MONTH:
        return "0"
    return next((str(n) for n, month in enumerate(_MONTHS, 1) if month.startswith(start)), "0")


def _iso(year: str, month: str, day: str) -> str:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
