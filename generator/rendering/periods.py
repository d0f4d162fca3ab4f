"""A long list that runs through time, divided so that no page of it grows with the site.

A year that is too long for a page is divided into its months, such a month into parts. Parts count
from the oldest: what is added to the list changes the newest part and leaves the others as they
are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Period(Generic[Item]):
    """A year (``month`` 0), a month (``part`` 0) or a part of one; the year 0 has no dates.

    It has either ``items``, the newest first, or ``periods``.
    """

    year: int
    month: int = 0
    part: int = 0
    items: tuple[Item, ...] = ()
    periods: tuple[Period[Item], ...] = ()

    @property
    def stem(self) -> str:
        """What addresses call it: ``2024``, ``2024-03``, ``2024-03-2``, ``undated``."""
        name = str(self.year) if self.year else "undated"
        month = f"-{self.month:02}" if self.month else ""
        return f"{name}{month}-{self.part}" if self.part else f"{name}{month}"

    @property
    def size(self) -> int:
        """How many items it has, those of its periods among them."""
        return len(self.items) + sum(period.size for period in self.periods)

    def all(self) -> Iterator[Period[Item]]:
        """This period and all that it is divided into, in the order of the list."""
        yield self
        for period in self.periods:
            yield from period.all()


def divided(
    items: Iterable[Item], day: Callable[[Item], dt.date | None], room: int
) -> tuple[Period[Item], ...]:
    """``items``, given newest first, by year; those without a day come last.

    No period has more than ``room`` items of its own.
    """
    dated: list[tuple[tuple[int, int], Item]] = []
    undated: list[Item] = []
    for item in items:
        date = day(item)
        if date is None:
            undated.append(item)
        else:
            dated.append(((date.year, date.month), item))
    years = [
        _year(year, list(group), room) for year, group in groupby(dated, lambda one: one[0][0])
    ]
    return (*years, *((_whole(Period(0), undated, room),) if undated else ()))


def _year(year: int, dated: list[tuple[tuple[int, int], Item]], room: int) -> Period[Item]:
    if len(dated) <= room:
        return Period(year, items=tuple(item for _, item in dated))
    months = groupby(dated, lambda one: one[0][1])
    return Period(
        year,
        periods=tuple(
            _whole(Period(year, month), [item for _, item in group], room)
            for month, group in months
        ),
    )


def _whole(period: Period[Item], items: Sequence[Item], room: int) -> Period[Item]:
    """The period with its items, or with parts of them."""
    year, month = period.year, period.month
    if len(items) <= room:
        return Period(year, month, items=tuple(items))
    ends = range(len(items), 0, -room)
    parts = [
        Period(year, month, part, items=tuple(items[max(0, end - room) : end]))
        for part, end in enumerate(ends, 1)
    ]
    return Period(year, month, periods=tuple(reversed(parts)))
