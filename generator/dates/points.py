"""Single dates: a day, a month, a year, a weekday, "last week", "three days ago"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.model.edtf import Edtf

from . import calendar
from .language import Kind, Period
from .parts import MONTHS
from .point import Point, settled_days

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from .parts import Parts

_QUARTERS: Final = 4
_HALVES: Final = 2
_PERIODS_AGO: Final = frozenset({"fa"})
"""Languages where "year ago" is "last year" unless a number stands before."""


class PointReader:
    """Reads the date that starts at an item.

    Where it is not ``strict``, a year or a month's name needs no word before it that lets it stand.
    """

    def __init__(self, parts: Parts, *, strict: bool) -> None:
        self._parts = parts
        self._items = parts.items
        self._reference = parts.reference
        self._strict = strict
        self._readers: dict[Kind, Callable[[int], Point | None]] = {
            Kind.WRITTEN: self._written,
            Kind.NUMBER: self._number,
            Kind.MONTH: self._month,
            Kind.SHORT_MONTH: self._month,
            Kind.WEEKDAY: self._weekday,
            Kind.SHORT_WEEKDAY: self._weekday,
            Kind.DAY: self._day,
            Kind.PERIOD: self._period,
            Kind.MODIFIER: self._modified,
            Kind.SEASON: self._season,
            Kind.EDGE: self._edge,
            Kind.DECADE: self._decade,
            Kind.COUNT: self._ago,
            Kind.AGO_BEFORE: self._ago_before,
            Kind.QUARTER: self._quarter_or_ordered,
            Kind.ORDINAL: self._ordinal,
            Kind.HALF: self._ordered,
            Kind.CENTURY: self._ordered,
        }

    def read(self, index: int) -> Point | None:
        """The date that starts at an item."""
        read = self._readers.get(self._items.kinds[index])
        return read(index) if read else None

    def _number(self, index: int) -> Point | None:
        """A day before its month, a count of units ago, or a year by itself."""
        if self._parts.hangs(index):
            return None
        return (
            self._day_and_month(index)
            or self._ago(index)
            or self._ordinal(index)
            or self._year(index)
        )

    def _day_and_month(self, index: int) -> Point | None:
        items = self._items
        if not self._parts.is_day(index):
            return None
        after = self._parts.past_suffix(index + 1)
        if items.kinds[after] is Kind.OF:
            after += 1
        month, after = self._parts.month_name(after)
        if not month:
            return None
        year, after = self._parts.year_behind(after)
        if year is None and items.kinds[after] is Kind.LATER_MODIFIER:
            modifier = items.number(after)
            year = calendar.year_of_day(self._reference, month, items.number(index), modifier)
            after += 1
        return Point(index, after, year=year, month=month, day=items.number(index))

    def _year(self, index: int) -> Point | None:
        """A year by itself, where what is before it lets it be one."""
        items = self._items
        parts = self._parts
        if not parts.is_year(index):
            return None
        cued = parts.year_may_stand(index) if self._strict else parts.stands_free(index)
        if not cued and not parts.is_bare_year(index):
            return None
        return Point(index, self._parts.past_year_word(index + 1), year=items.number(index))

    def _month(self, index: int) -> Point | None:
        """A month's name: before its day (English), before a year, or by itself."""
        items = self._items
        month, after = self._parts.month_name(index)
        if (
            self._parts.language.month_first
            and items.kinds[after] is Kind.NUMBER
            and self._parts.is_day(after)
        ):
            return self._month_and_day(index, month, after)
        year, end = self._parts.year_behind(after)
        if year is not None:
            return Point(index, end, year=year, month=month)
        if items.kinds[after] is Kind.LATER_MODIFIER:
            text = calendar.bare_month(self._reference, month, items.number(after))
            return _at(index, after + 1, text)
        if self._strict:
            full = items.kinds[index] is Kind.MONTH
            stands = full and self._parts.month_may_stand(index, after)
        else:
            stands = self._parts.stands_free(index)
        return Point(index, after, month=month) if stands else None

    def _month_and_day(self, index: int, month: int, number: int) -> Point | None:
        items = self._items
        day = items.number(number)
        after = self._parts.past_suffix(number + 1) if items.kinds[number + 1] is Kind.SUFFIX else 0
        after = after or number + 1
        joint = items.dash(after)
        last = after + 1
        if joint and items.kinds[last] is Kind.NUMBER and self._parts.is_day(last):
            year, end = self._parts.year_behind(last + 1)
            point = Point(index, end, year=year, month=month, day=items.number(last))
            return _at(index, end, settled_days(day, point, self._reference))
        year, end = self._parts.year_behind(after)
        return Point(index, end, year=year, month=month, day=day)

    def _weekday(self, index: int) -> Point | None:
        """A weekday before its date, in a week that is named, or by itself."""
        items = self._items
        number = items.number(index)
        after = self._parts.past_suffix(index + 1)
        comma = items.mark(after, ",،")
        dated = self._dated(after + comma)
        if dated:
            return replace(dated, first=index, weekday=number)
        if items.kinds[index] is Kind.SHORT_WEEKDAY:
            return None
        after = self._parts.past_day_part(index + 1)
        value = items.values[after]
        modifier = None
        if isinstance(value, Period) and value.unit == "week":
            return _on(
                index, after + 1, calendar.weekday_of_week(self._reference, number, value.offset)
            )
        if items.kinds[after] is Kind.LATER_MODIFIER:
            modifier, after = int(str(value)), after + 1
        return _on(index, after, calendar.weekday(self._reference, number, modifier))

    def _dated(self, index: int) -> Point | None:
        """The day and month behind a weekday."""
        kind = self._items.kinds[index]
        if kind is Kind.NUMBER:
            return self._day_and_month(index)
        if kind in MONTHS and self._parts.language.month_first:
            point = self._month(index)
            return point if point and point.day else None
        return None

    def _day(self, index: int) -> Point | None:
        items = self._items
        day = calendar.shifted(self._reference, items.number(index))
        after = self._parts.past_day_part(index + 1)
        if day and items.kinds[after] is Kind.WEEKDAY and items.values[after] == day.isoweekday():
            after = self._parts.past_day_part(after + 1)  # "today, Tuesday" without its comma
        return _on(index, after, day)

    def _period(self, index: int) -> Point | None:
        items = self._items
        value = items.values[index]
        # "Over the last year" is the year up to now, no year of the calendar.
        if not isinstance(value, Period) or (index and items.words[index - 1] == "the"):
            return None
        text = calendar.period(self._reference, value.unit, value.offset)
        return _at(index, index + 1, text)

    def _modified(self, index: int) -> Point | None:
        """As in "last September", "next Friday", "last summer"."""
        items = self._items
        modifier = items.number(index)
        name = index + 1
        kind = items.kinds[name]
        if kind is Kind.MONTH:
            month, after = self._parts.month_name(name)
            text = calendar.bare_month(self._reference, month, modifier)
        elif kind is Kind.WEEKDAY:
            after = self._parts.past_day_part(name + 1)
            day = calendar.weekday(self._reference, items.number(name), modifier)
            text = day.isoformat() if day else None
        elif kind is Kind.SEASON:
            after = name + 1
            text = calendar.season(self._reference, items.number(name), modifier)
        else:
            return None
        return _at(index, after, text)

    def _season(self, index: int) -> Point | None:
        """A season with its year, or with what says which behind it."""
        items = self._items
        number = items.number(index)
        year, after = self._parts.year_behind(index + 1)
        if year is not None:
            text = calendar.year_text(year)
            return Point(index, after, text=f"{text}-{number}") if text else None
        if items.kinds[index + 1] is Kind.LATER_MODIFIER:
            modifier = items.number(index + 1)
            text = calendar.season(self._reference, number, modifier)
            return _at(index, index + 2, text)
        return None

    def _edge(self, index: int) -> Point | None:
        """As in "early 2016", "mid-September", "the end of last year"."""
        items = self._items
        start = index + 1
        if items.dash(start):
            start += 1
        if self._parts.is_year_word(start) or items.words[start] == "the":
            start += 1
        if items.kinds[start] is Kind.YEAR_CUE and items.kinds[start + 1] is Kind.DECADE:
            start += 1
        if items.kinds[start] in {Kind.EDGE, Kind.DAY}:  # "earlier today" is today
            return None
        point = self.read(start)
        if point is None and self._parts.is_year_word(start - 1) and start > index + 1:
            # "The end of the year" is that of the reference.
            text = calendar.year_text(self._reference.year)
            return Point(index, start, text=text, approximate=True)
        return replace(point, first=index, approximate=True) if point else None

    def _decade(self, index: int) -> Point | None:
        after = index + 1
        after += self._items.dash(after) and self._items.attached(after + 1)
        after = after + 1 if self._parts.is_year_word(after) else index + 1
        return Point(index, after, text=str(self._items.values[index]))

    def _ago(self, index: int) -> Point | None:
        """As in "three days ago"."""
        items = self._items
        value = items.values[index + 1]
        if isinstance(value, Period) and self._parts.language.code in _PERIODS_AGO:
            text = calendar.ago(self._reference, value.unit, items.number(index))
            return _at(index, index + 2, text) if value.offset < 0 else None
        unit = items.kinds[index + 1] is Kind.UNIT and items.kinds[index + 2] is Kind.AGO
        if not unit:
            return None
        count, name = items.number(index), str(items.values[index + 1])
        text = calendar.ago(self._reference, name, count)
        return _at(index, index + 3, text)

    def _ago_before(self, index: int) -> Point | None:
        """As in "il y a trois jours"."""
        items = self._items
        kind = items.kinds[index + 1]
        if kind is Kind.DUAL:
            text = calendar.ago(self._reference, str(items.values[index + 1]), 2)
            return _at(index, index + 2, text)
        if kind not in {Kind.NUMBER, Kind.COUNT} or items.kinds[index + 2] is not Kind.UNIT:
            return None
        count, name = items.number(index + 1), str(items.values[index + 2])
        text = calendar.ago(self._reference, name, count)
        return _at(index, index + 3, text)

    def _quarter_or_ordered(self, index: int) -> Point | None:
        """As in "Q3 2021"."""
        number = self._items.number(index)
        if number:
            return self._part(index, Kind.QUARTER, number, index + 1)
        return self._ordered(index)

    def _ordinal(self, index: int) -> Point | None:
        """As in "the 19th century", "the third quarter of 2020"."""
        items = self._items
        number = items.number(index)
        after = index + 1
        if items.kinds[index] is Kind.NUMBER:
            after = self._parts.past_suffix(after)
            if after == index + 1:
                return None
        return self._part(index, items.kinds[after], number, after + 1)

    def _ordered(self, index: int) -> Point | None:
        """The same with the ordinal behind, as in Arabic, and in "siglo XIX"."""
        items = self._items
        if items.kinds[index + 1] is not Kind.ORDINAL:
            return None
        return self._part(index, items.kinds[index], items.number(index + 1), index + 2)

    def _part(self, first: int, kind: Kind, number: int, after: int) -> Point | None:
        """The nth century, or the nth quarter or half of the year that follows."""
        if kind is Kind.CENTURY:
            return _at(first, after, calendar.century(number))
        if kind not in {Kind.QUARTER, Kind.HALF}:
            return None
        year, end = self._parts.year_behind(after)
        parts = _QUARTERS if kind is Kind.QUARTER else _HALVES
        if year is None or not 1 <= number <= parts:
            return None
        return _at(first, end, calendar.part_of_year(year, number, parts))

    def _written(self, index: int) -> Point | None:
        text = str(self._items.values[index])
        try:
            date = Edtf.parse(text)
        except ValueError:
            return None
        return Point(index, index + 1, text=date.text)


def _at(first: int, after: int, text: str | None) -> Point | None:
    return Point(first, after, text=text) if text else None


def _on(first: int, after: int, day: dt.date | None) -> Point | None:
    return Point(first, after, text=day.isoformat()) if day else None
