"""How dates are read: one pass over the items, looking a bounded number of them ahead and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generator.model.edtf import Edtf

from .items import Items
from .language import Kind
from .lexicon import lexicon
from .parts import JOINTS, Parts
from .point import Point, settled, settled_days
from .points import PointReader

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_RANGE_OPENERS: Final = (Kind.FROM, Kind.BETWEEN, Kind.OF)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and its place: offsets in code points, ``end`` not included.

    The place takes in the words that make the date ("since 2011", "Monday night"), not a plain
    preposition before it ("on").
    """

    start: int
    end: int
    date: Edtf


def parse_dates(text: str, reference: dt.date, language: str = "en") -> tuple[FoundDate, ...]:
    """All dates of a running text, in order; none overlaps another.

    ``reference`` is the day that the text was published, against which it is read. The rules:

    - A weekday is the latest one not after the reference, which may be that very day; "last" is
      before it, "next" after it, "this" the first one not before it.
    - A day and month without a year is the one nearest to the reference, the past one of two as
      near; a weekday before it decides where it can.
    - A month without a year is the latest one not after the reference's month.
    - "Next" or "last" behind a day and month decides, where a language writes it there.
    - Halves and quarters of a year are intervals of months, "2014-15" is one of years.
    - A week starts on Monday; "last week" is an interval of days, "the weekend" the latest that has
      begun. "Last summer" is the latest summer that is over.
    - "Early", "mid", "late" and "the end of" make a month, season, year or decade approximate.
    - "Three days ago" is a day, "two weeks ago" an approximate day, "two years ago" a year.
    - "Since" and "until" give intervals that are open at the other end.
    - Years by themselves count from 1500 to 2100 and where a word before them allows it.

    ``language`` is a BCP 47 tag. Offsets are code points into ``text``.
    """
    words = lexicon(language)
    return tuple(_Reader(Parts(Items(text, words), words.language, reference), strict=True).dates())


def parse_date(text: str, reference: dt.date, language: str = "en") -> Edtf | None:
    """The date that an annotated text states, the first of several; ``None`` where it has none.

    That somebody annotated the text says that it holds a date: where running text would leave
    everything out, a bare year or the bare name of a month is taken after all.
    """
    words = lexicon(language)
    parts = Parts(Items(text, words), words.language, reference)
    for strict in (True, False):
        found = next(_Reader(parts, strict=strict).dates(), None)
        if found:
            return found.date
    return None


class _Reader:
    """Reads the dates and intervals of one text against one reference day."""

    def __init__(self, parts: Parts, *, strict: bool) -> None:
        self._parts = parts
        self._items = parts.items
        self._points = PointReader(parts, strict=strict)

    def _settled(self, point: Point) -> str | None:
        return settled(point, self._parts.reference)

    def dates(self) -> Iterator[FoundDate]:
        """All dates, in order."""
        items = self._items
        index = 0
        while index < items.count:
            if items.kinds[index] <= Kind.MARK:
                index += 1
                continue
            found = self._at(index)
            if found is None:
                index += 1
                continue
            first, after, date = found
            yield FoundDate(items.starts[first], items.ends[after - 1], date)
            index = after

    def _at(self, index: int) -> tuple[int, int, Edtf] | None:
        """The date or interval that starts at an item, with the items it covers."""
        kind = self._items.kinds[index]
        if kind in {Kind.SINCE, Kind.UNTIL}:
            opened = self._open(index, kind)
            if opened:
                return opened
        if kind in _RANGE_OPENERS:
            start = index + 1 + self._parts.is_year_word(index + 1)
            spanned = self._span(index, self._points.read(start), opener=True)
            days = None if spanned else self._days_of_a_month(start)
            return (index, *days[1:]) if days and kind is Kind.FROM else spanned
        point = self._points.read(index)
        if point is None:
            return self._days_of_a_month(index)
        spanned = self._span(index, point, opener=False)
        if spanned:
            return spanned
        text = self._settled(point)
        return _made(point.first, point.after, text)

    def _open(self, index: int, kind: Kind) -> tuple[int, int, Edtf] | None:
        """As in "since 2011", "until March 2015"."""
        start = index + 1 + (self._items.kinds[index + 1] in {Kind.YEAR_WORD, Kind.YEAR_CUE})
        point = self._points.read(start)
        text = self._settled(point) if point else None
        if point is None or text is None:
            return None
        first, _, last = text.partition("/")
        text = f"{first}/.." if kind is Kind.SINCE else f"../{last or first}"
        return _made(index, point.after, text)

    def _span(
        self, index: int, point: Point | None, *, opener: bool
    ) -> tuple[int, int, Edtf] | None:
        """As in "from March to June 2015", "2012–2015", "between May and July"."""
        if point is None:
            return None
        items = self._items
        joint = point.after
        kind = items.kinds[joint]
        if not (items.dash(joint) or kind in JOINTS or (opener and kind is Kind.AND)):
            return None
        second = self._points.read(joint + 1)
        if second is None or second.text or point.text:
            return None
        first = point
        if first.year is None and second.year is not None:
            first = self._with_year(first, second)
        elif second.year is None and first.year is not None:
            second = replace(second, year=first.year)
        start, end = self._settled(first), self._settled(second)
        if start is None or end is None:
            return None
        if end < start and second.year is None and second.month:
            end = f"{int(end[:4]) + 1:04}{end[4:]}"
        return _made(index, second.after, f"{start}/{end}")

    def _with_year(self, first: Point, second: Point) -> Point:
        """The first end of an interval in the year of the second, or in the one before."""
        year = second.year or 0
        later = (first.month or 0, first.day or 0) > (second.month or 13, second.day or 32)
        return replace(first, year=year - later)

    def _days_of_a_month(self, index: int) -> tuple[int, int, Edtf] | None:
        """As in "12–14 September 2021": the number of a day before another with its month."""
        items = self._items
        if items.kinds[index] is not Kind.NUMBER or not self._parts.is_day(index):
            return None
        joint = self._parts.past_suffix(index + 1)
        if items.kinds[joint + 1] is not Kind.NUMBER:
            return None
        # "3 and 4 May" are days that follow; "3 and 14 May" are two dates.
        pair = items.kinds[joint] is Kind.AND
        pair = pair and items.number(joint + 1) == items.number(index) + 1
        if not (pair or items.dash(joint) or items.kinds[joint] in JOINTS):
            return None
        last = self._points.read(joint + 1)
        if last is None or last.day is None or last.month is None:
            return None
        text = settled_days(items.number(index), last, self._parts.reference)
        return _made(index, last.after, text)


def _made(first: int, after: int, text: str | None) -> tuple[int, int, Edtf] | None:
    if text is None:
        return None
    try:
        return first, after, Edtf.parse(text)
    except ValueError:
        return None
