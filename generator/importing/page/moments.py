"""Dates as pages give them to machines, as front matter has them."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from generator.importing.passages import Line
from generator.importing.publication import publication_of

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PLAIN = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


def moment_of(text: str, languages: tuple[str, ...], latest: dt.date) -> str:
    """``text`` as a day or a date-time, with a zone where it gives one; ``""`` where it is none.

    ISO 8601 and its usual misspellings, RFC 5322, and dates as they are printed.
    """
    text = text.strip()[:100]
    if not text:
        return ""
    match = _PLAIN.fullmatch(text)
    if match:
        return _iso(match)
    compact = _COMPACT.match(text)
    if compact and text[:8].isdigit():
        return _day(*compact.groups())
    try:
        return _shown(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    found = publication_of(((Line(text, 0),),), languages, latest)
    return found.date if found.printed else ""


def day_in_address(url: str) -> str:
    """The day in the path of an address such as ``/2021/09/14/bridge``; ``""`` without one."""
    match = _IN_ADDRESS.search(url)
    return _day(*match.groups()) if match else ""


def _iso(match: re.Match[str]) -> str:
    day = _day(match[1], match[2], match[3])
    if not day or match[4] is None:
        return day
    zone = (match[7] or "").upper()
    if zone in {"Z", "UTC", "GMT"}:
        zone = "+00:00"
    elif zone:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    clock = f"{int(match[4]):02}:{match[5]}:{match[6] or '00'}"
    try:
        return _shown(dt.datetime.fromisoformat(f"{day}T{clock}{zone}"))
    except ValueError:
        return day


def _shown(moment: dt.datetime) -> str:
    moment = moment.replace(microsecond=0)
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _day(year: str, month: str, day: str) -> str:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
