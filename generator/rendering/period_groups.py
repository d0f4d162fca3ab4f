"""Periods as readers see them: their names, lists of them, briefings under their months."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from .teasers import teaser
from .views import IndexEntryView, IndexGroupView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .periods import Item, Period
    from .scope import Scope


def period_name(scope: Scope, period: Period[Item]) -> str:
    """“2024”, “March 2024”, “March 2024 · 2”; of what has no date, that."""
    if not period.year:
        name = scope.say("Without a date")
    elif not period.month:
        name = str(period.year)
    else:
        name = scope.dates.month(period.year, period.month)
    return f"{name} · {period.part}" if period.part else name


def further_periods(
    scope: Scope, period: Period[Item], path: Callable[[Period[Item]], str]
) -> tuple[IndexGroupView, ...]:
    """Links to what a long period is divided into; ``path`` gives the page of each."""
    if not period.periods:
        return ()
    entries = (
        IndexEntryView(scope.link(period_name(scope, one), path(one)), "", one.size)
        for one in period.periods
    )
    return (IndexGroupView("", "periods", tuple(entries)),)


def month_groups(scope: Scope, briefings: Iterable[str]) -> Iterator[IndexGroupView]:
    """Briefings, given newest first, under their months."""

    def month(key: str) -> tuple[int, int]:
        date = scope.index.newest(scope.index.linked.briefings[key]).date
        return date.year, date.month

    for (year, number), group in groupby(briefings, key=month):
        yield IndexGroupView(
            scope.dates.month(year, number),
            f"month-{year}-{number:02}",
            teasers=tuple(teaser(scope, key) for key in group),
        )
