"""Reports of one figure at one time that cannot both be true.

Every report says that the value lies in an interval: an exact value in itself, "at least" from it
upwards, "at most" up to it, a range between its ends, and "about" within 5 % on either side. Two
reports differ where their intervals lie further apart than the series' tolerance (nothing, where
it has none) while what they are as of overlaps. They are compared in the unit of the series (see
``units``); what cannot be converted into it is left out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING

from generator.model.links import Disagreement, FigureReport
from generator.model.quantity import Qualifier, Quantity
from generator.model.registers import Tolerance

from .units import SeriesUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.site import Site

_ABOUT = Decimal("0.05")
_NO_TOLERANCE = Tolerance(Decimal(0), relative=False)
_WINDOW = 64
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class _Statement:
    """What one or several reports say alike: ``low`` to ``high`` on ``scale`` during ``period``.

    The period is given by its first and last day, as ordinals.
    """

    period: tuple[int, int]
    scale: str
    low: Decimal
    high: Decimal


def disagreements(
    reports: Mapping[str, tuple[FigureReport, ...]], site: Site
) -> tuple[Disagreement, ...]:
    """The pairs that differ, by series, each once, the earlier report first.

    Of reports that say the same, every one is paired with the first of those that say otherwise,
    not with each of them; and of the statements whose time overlaps, each is compared with the 64
    before it. So the work is linear in the reports.
    """
    return tuple(
        Disagreement(key, first, second, site.figures[key].tolerance or _NO_TOLERANCE)
        for key, all_reports in reports.items()
        for first, second in _pairs(
            all_reports,
            SeriesUnit(site.figures[key], site),
            site.figures[key].tolerance or _NO_TOLERANCE,
        )
    )


def _pairs(
    reports: tuple[FigureReport, ...], unit: SeriesUnit, tolerance: Tolerance
) -> list[tuple[FigureReport, FigureReport]]:
    with localcontext(Context(prec=34, traps=[])):
        groups: dict[_Statement, list[int]] = {}
        for number, report in enumerate(reports):
            statement = _statement(report, unit)
            if statement is not None:
                groups.setdefault(statement, []).append(number)
        pairs: set[tuple[int, int]] = set()
        for first, second in _overlapping(groups):
            if _differ(first, second, tolerance):
                pairs.update(_across(groups[first], groups[second]))
    return [(reports[first], reports[second]) for first, second in sorted(pairs)]


def _overlapping(groups: Iterable[_Statement]) -> Iterator[tuple[_Statement, _Statement]]:
    active: dict[str, list[_Statement]] = {}
    order = sorted(groups, key=lambda item: (item.period, item.scale, item.low, item.high))
    for statement in order:
        window = [
            other
            for other in active.get(statement.scale, ())
            if other.period[1] >= statement.period[0]
        ][-_WINDOW:]
        for other in window:
            yield other, statement
        active[statement.scale] = [*window, statement]


def _across(first: list[int], second: list[int]) -> Iterator[tuple[int, int]]:
    for number in first:
        yield min(number, second[0]), max(number, second[0])
    for number in second:
        yield min(number, first[0]), max(number, first[0])


def _statement(report: FigureReport, unit: SeriesUnit) -> _Statement | None:
    interval = _interval(report.quantity)
    if interval is None or report.as_of is None:
        return None
    amount = unit.amount(report, *interval)
    if amount is None:
        return None
    first, last = report.as_of.earliest or dt.date.min, report.as_of.latest or dt.date.max
    period = first.toordinal(), last.toordinal()
    return _Statement(period, amount.scale, amount.low, amount.high)


def _interval(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    low = quantity.value if quantity.low is None else quantity.low
    high = quantity.value if quantity.high is None else quantity.high
    if low is None or high is None or not (low.is_finite() and high.is_finite()):
        return None
    match quantity.qualifier:
        case Qualifier.AT_LEAST:
            return low, _INFINITE
        case Qualifier.AT_MOST:
            return -_INFINITE, high
        case Qualifier.ABOUT:
            return low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
        case Qualifier.EXACT | Qualifier.BETWEEN:
            return low, high


def _differ(first: _Statement, second: _Statement, tolerance: Tolerance) -> bool:
    lower, upper = sorted((first, second), key=lambda item: (item.low, item.high))
    gap = upper.low - lower.high
    if not gap > 0:
        return False
    if tolerance.relative:
        return gap > tolerance.amount * max(abs(upper.low), abs(lower.high))
    return gap > tolerance.amount
