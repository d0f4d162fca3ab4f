"""What a chart draws of a figure's reports: amounts with the time that they hold for.

Left out, and told so, are reports without an amount ("dozens") or without a date, and those in a
unit that cannot be compared with the series' own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.model.quantity import Qualifier

from .site_index import report_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from generator.model.links import Disagreement, FigureReport

    from .chart_unit import ChartUnit

# A picture of more could not be read, and a page of 300 points weighed a megabyte.
MOST_POINTS: Final = 60
MOST_PAIRS: Final = 40


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """An amount from ``low`` to ``high``, equal unless it is a range, and who reports it.

    It holds from the day ``first`` to the day ``last``, both included, as ordinals; ``None`` where
    that end is open or unknown. ``reports`` say the same of the same time, the newest first.
    """

    reports: tuple[FigureReport, ...]
    low: Decimal
    high: Decimal
    qualifier: Qualifier
    first: int | None
    last: int | None

    @property
    def ranged(self) -> bool:
        """Whether it is a range of amounts."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class ChartPoints:
    """The points in order of time; ``latest`` is the number of the newest report's.

    ``pairs`` are numbers of points that differ, the latest ``MOST_PAIRS`` of them. ``complete``
    says that no report had to be left out, ``shortened`` that only the latest points are drawn.
    ``first_day`` and ``last_day`` are the first and the last that any point names, as ordinals.
    """

    points: tuple[ChartPoint, ...]
    latest: int
    pairs: tuple[tuple[int, int], ...]
    complete: bool
    shortened: bool = False
    first_day: int = field(init=False, default=0)
    last_day: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        days = [day for point in self.points for day in (point.first, point.last) if day]
        object.__setattr__(self, "first_day", min(days, default=0))
        object.__setattr__(self, "last_day", max(days, default=0))


def chart_points(
    reports: Iterable[FigureReport], disagreements: Iterable[Disagreement], unit: ChartUnit
) -> ChartPoints | None:
    """The points of ``reports``, given newest first, in ``unit``.

    ``None`` where they do not hold for two times at least: then nothing has changed over time.
    """
    every = tuple(reports)
    groups: defaultdict[_Point, list[FigureReport]] = defaultdict(list)
    for report in every:
        point = _point(report, unit)
        if point is not None:
            groups[point].append(report)
    if len({(point.first, point.last) for point in groups}) < 2:  # noqa: PLR2004 - a change needs two
        return None
    newest = next(iter(groups))
    every_point = sorted(groups, key=_order)
    order = every_point[-MOST_POINTS:]
    if newest not in order:
        order = [newest, *order[1:]]
    place = {
        report_key(report.fact): number
        for number, point in enumerate(order)
        for report in groups[point]
    }
    pairs = {
        (min(first, second), max(first, second))
        for item in disagreements
        if (first := place.get(report_key(item.first.fact))) is not None
        and (second := place.get(report_key(item.second.fact))) is not None
    }
    return ChartPoints(
        points=tuple(
            ChartPoint(
                tuple(groups[item]), item.low, item.high, item.qualifier, item.first, item.last
            )
            for item in order
        ),
        latest=order.index(newest),
        pairs=tuple(sorted(pairs)[-MOST_PAIRS:]),
        complete=sum(map(len, groups.values())) == len(every),
        shortened=len(order) < len(every_point),
    )


@dataclass(frozen=True, slots=True)
class _Point:
    """What reports have in common that are drawn as one."""

    low: Decimal
    high: Decimal
    qualifier: Qualifier
    first: int | None
    last: int | None


def _point(report: FigureReport, unit: ChartUnit) -> _Point | None:
    ends = unit.ends(report)
    if ends is None or report.as_of is None:
        return None
    first, last = report.as_of.earliest, report.as_of.latest
    return _Point(
        *ends,
        report.quantity.qualifier,
        first.toordinal() if first else None,
        last.toordinal() if last else None,
    )


def _order(point: _Point) -> tuple[int, int, Decimal, Decimal, str]:
    return (point.first or 0, point.last or 0, point.low, point.high, point.qualifier.value)
