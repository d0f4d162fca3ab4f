"""Dates as a language writes them, each with the precision that it has."""

from __future__ import annotations

import datetime as dt
from typing import Final

from babel.dates import format_date, format_skeleton

from generator.model.edtf import Edtf, EdtfPoint, Precision

from .locales import locale_of
from .messages import Messages, messages
from .views import DateView

_MACHINE: Final = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_SEASONS: Final = {
    "21": "spring %(year)s",
    "22": "summer %(year)s",
    "23": "autumn %(year)s",
    "24": "winter %(year)s",
}
_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class DateText:
    """Writes dates in one language. What it has written once it keeps."""

    __slots__ = ("_days", "_edtf", "_locale", "_messages", "_months")

    def __init__(self, language: str) -> None:
        self._locale = locale_of(language)
        self._messages: Messages = messages(language)
        self._days: dict[dt.date, DateView] = {}
        self._edtf: dict[str, DateView] = {}
        self._months: dict[tuple[int, int], str] = {}

    def day(self, date: dt.date) -> DateView:
        """A day: “13 September 2021”."""
        view = self._days.get(date)
        if view is None:
            day = dt.date(date.year, date.month, date.day)
            text = format_date(day, "long", locale=self._locale)
            view = self._days[date] = DateView(text, day.isoformat())
        return view

    def month(self, year: int, month: int) -> str:
        """A month: “September 2021”."""
        text = self._months.get((year, month))
        if text is None:
            text = format_skeleton("yMMMM", dt.date(year, month, 1), locale=self._locale)
            self._months[year, month] = text
        return text

    def edtf(self, date: Edtf) -> DateView:
        """A date with its precision, or an interval. Only a single date has a machine form."""
        view = self._edtf.get(date.text)
        if view is None:
            view = self._edtf[date.text] = self._written(date)
        return view

    def held(self, start: Edtf | None, end: Edtf | None) -> DateView:
        """The time from ``start`` to ``end``; an end that is not given is open."""
        if start is None and end is None:
            return DateView("")
        first = start.start if start else None
        last = end.end if end else None
        if first and not last:
            return DateView(self._messages.fill("since %(date)s", date=self._point(first)))
        if last and not first:
            return DateView(self._messages.fill("until %(date)s", date=self._point(last)))
        return DateView(self._between(first, last))

    def _written(self, date: Edtf) -> DateView:
        if date.interval:
            return DateView(self._interval(date))
        point = date.start
        if point is None:
            return DateView(date.text)
        iso = point.text.rstrip("?~%") if point.precision in _MACHINE else ""
        return DateView(self._point(point), iso.replace("-XX", ""))

    def _interval(self, date: Edtf) -> str:
        if date.start and date.end:
            return self._between(date.start, date.end)
        if date.start:
            # An end that is only unknown does not mean that it goes on.
            message = "since %(date)s" if date.text.endswith("..") else "from %(date)s"
            return self._messages.fill(message, date=self._point(date.start))
        if date.end:
            return self._messages.fill("until %(date)s", date=self._point(date.end))
        return date.text

    def _between(self, first: EdtfPoint | None, last: EdtfPoint | None) -> str:
        return " – ".join(self._point(point) for point in (first, last) if point)

    def _point(self, point: EdtfPoint) -> str:
        text = self._plain(point)
        if point.approximate:
            text = self._messages.fill("about %(date)s", date=text)
        if point.uncertain:
            text = self._messages.fill("%(date)s (uncertain)", date=text)
        return text

    def _plain(self, point: EdtfPoint) -> str:
        first = point.earliest
        match point.precision:
            case Precision.DAY:
                return self.day(first).text
            case Precision.MONTH:
                return self.month(first.year, first.month)
            case Precision.YEAR:
                return str(first.year)
            case Precision.SEASON:
                message = _SEASONS.get(point.text[5:7], "%(year)s")
                return self._messages.fill(message, year=point.text[:4])
            case Precision.DECADE:
                return self._messages.fill("%(year)ss", year=first.year // 10 * 10)
            case Precision.CENTURY:
                number = point.latest.year // 100 + 1
                return self._messages.fill(
                    "%(ordinal)s century",
                    ordinal=_ordinal(number),
                    number=number,
                    roman=_roman(number),
                )


def _ordinal(number: int) -> str:
    """The English ordinal: 1st, 2nd, 3rd, 11th, 21st."""
    ten, one = divmod(number, 10)
    suffix = "th" if ten == 1 else {1: "st", 2: "nd", 3: "rd"}.get(one, "th")
    return f"{number}{suffix}"


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
