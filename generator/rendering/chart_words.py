"""What a chart says in words: in a sentence, of each mark, and below the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.edtf import Edtf
from generator.model.quantity import Quantity

from .figure_cards import amount

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.model.registers import FigureSeries

    from .chart_points import ChartPoint, ChartPoints
    from .scope import Scope


def description(scope: Scope, series: FigureSeries, points: ChartPoints, *, cut: bool) -> str:
    """The whole chart in a sentence or two: its time, its range and its latest report."""
    newest = points.points[points.latest]
    text = scope.say(
        "Reports as of %(period)s: %(range)s. Latest: %(latest)s.",
        period=_period(scope, points),
        range=_range(scope, series, points),
        latest=f"{qualified(scope, series, newest)}, {_time(scope, newest)}",
    )
    return f"{text} {scope.say('The axis does not start at zero.')}" if cut else text


def told(scope: Scope, points: ChartPoints, *, wide: bool) -> Iterator[str]:
    """What stands below the picture: that some marks are ``wide``, and what is left out."""
    if wide:
        yield scope.say("Wide marks hold for a longer time, such as a month or a year.")
    if points.shortened:
        number = len(points.points)
        yield scope.say("Only the latest %(num)s are drawn; the data has all of them.", num=number)
    if not points.complete:
        yield scope.say("Reports without a number, a date or this unit are only in the table.")


def qualified(scope: Scope, series: FigureSeries, point: ChartPoint) -> str:
    """The amount of a point with the words before it: “about 20”."""
    word = scope.quantities.qualifier(point.qualifier)
    text = amount(scope, point.reports[0], series.label)
    return f"{word} {text}" if word else text


def mark_words(scope: Scope, series: FigureSeries, point: ChartPoint) -> str:
    """What a mark stands for: its time, its amount, who says so."""
    people = (scope.actor(report.by) for report in point.reports if report.by)
    names = dict.fromkeys(link.text for link in people if link)
    sources = dict.fromkeys(scope.source(report.fact.origin).text for report in point.reports)
    parts = (_time(scope, point), qualified(scope, series, point), *names, *sources)
    return " · ".join(part for part in parts if part)


def _time(scope: Scope, point: ChartPoint) -> str:
    date = scope.date(point.reports[0].as_of)
    return date.text if date else ""


def _period(scope: Scope, points: ChartPoints) -> str:
    """From the first to the last date, each as precise as it is reported."""
    dates = [item.reports[0].as_of for item in points.points]
    ends = [point for date in dates if date for point in (date.start, date.end) if point]
    first = min(ends, key=lambda point: (point.earliest, point.latest))
    last = max(ends, key=lambda point: (point.latest, point.earliest))
    texts = (scope.dates.edtf(Edtf(end.text, end, end)).text for end in (first, last))
    return " – ".join(dict.fromkeys(texts))


def _range(scope: Scope, series: FigureSeries, points: ChartPoints) -> str:
    """The least and the greatest amount, each as it is reported."""
    least = min(points.points, key=lambda point: point.low)
    greatest = max(points.points, key=lambda point: point.high)
    low = _end(scope, series, least, least.low)
    high = _end(scope, series, greatest, greatest.high)
    return low if low == high else scope.say("%(low)s to %(high)s", low=low, high=high)


def _end(scope: Scope, series: FigureSeries, point: ChartPoint, value: Decimal) -> str:
    if point.ranged:
        return scope.quantities.value(Quantity(value, point.reports[0].quantity.unit))
    return qualified(scope, series, point)
