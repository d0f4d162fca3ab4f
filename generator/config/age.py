"""How old a fact may be: a length of time in months and days."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

_MONTHS = 12
_WEEK = 7
_DURATION = re.compile(
    r"P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?", re.ASCII
)
_DAYS = re.compile(r"\d{1,5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Age:
    """A length of time; ``text`` is how it is written."""

    text: str
    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Age:
        """The age that ``text`` writes: a number of days, or an ISO 8601 duration (P1Y6M, P2W).

        Raises:
            ValueError: it is neither, or no time at all.
        """
        text = text.strip().upper()
        if _DAYS.fullmatch(text) and int(text):
            return cls(f"P{int(text)}D", 0, int(text))
        match = _DURATION.fullmatch(text)
        years, months, weeks, days = (
            (int(part or 0) for part in match.groups()) if match else (0,) * 4
        )
        if not (years or months or weeks or days):
            message = f"{text!r} is no length of time"
            raise ValueError(message)
        return cls(text, _MONTHS * years + months, _WEEK * weeks + days)

    def before(self, day: dt.date) -> dt.date:
        """The day that lies this long before ``day``, its month cut short where need be."""
        count = day.year * _MONTHS + day.month - 1 - self.months
        year, month = divmod(count, _MONTHS)
        if year < dt.MINYEAR:
            return dt.date.min
        last = monthrange(year, month + 1)[1]
        start = dt.date(year, month + 1, min(day.day, last))
        return dt.date.fromordinal(max(start.toordinal() - self.days, 1))
