"""A figure over time as a picture: every report as what it is, at the time that it holds for.

A mark is as wide as the time it holds for: a dot for a day, a bar for a month or a year. It is
filled, or open for "about"; "at least" and "at most" have an arrow, a range reaches from its low
to its high end. Reports that differ are joined. Marks are not joined otherwise: nobody has said
what was between them. Time runs in the page's reading direction, as its text does.

There are two drawings of the same, for wide and for narrow windows, so that text is readable in
both; the style sheet shows one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.model.quantity import Qualifier

from .boxes import Box
from .canvas import Canvas
from .chart_key import chart_key
from .chart_labels import Label, Words, place_labels
from .chart_points import ChartPoint, ChartPoints, chart_points
from .chart_unit import ChartUnit
from .chart_words import description, mark_words, qualified, told
from .language import foreign_language
from .text_size import LINE, above, fitted, text_width
from .time_axis import TimeTick, TimeUnit, time_scales
from .value_axis import ValueAxis, value_axis
from .views import ChartView, Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.links import Disagreement, FigureReport
    from generator.model.registers import FigureSeries

    from .scope import Scope

_RADIUS: Final = 4.5
_ARROW: Final = 17.0
_HEAD: Final = 3.5
_STEM: Final = 2.0
_EDGE: Final = 14.0
_GUTTER: Final = 10.0
_WIDEST_GUTTER: Final = 0.5
_TICK: Final = 5.0
_BETWEEN_TICKS: Final = 7.0
_NAME: Final = 12.0
_NAME_ROOMS: Final = (330.0, 170.0)


@dataclass(frozen=True, slots=True)
class _Format:
    """One of the sizes in which a chart is drawn. ``names`` says whether it names who says so."""

    kind: str
    width: float
    height: float
    size: float
    steps: int
    times: int
    labels: int
    names: bool


_FORMATS: Final = (
    _Format("bf-wide", 760, 330, 14, steps=4, times=7, labels=9, names=True),
    _Format("bf-narrow", 320, 270, 13, steps=3, times=4, labels=6, names=False),
)


def figure_chart(
    scope: Scope,
    series: FigureSeries,
    reports: Iterable[FigureReport],
    disagreements: Iterable[Disagreement],
) -> ChartView | None:
    """The chart of a series whose ``reports`` come newest first.

    ``None`` where fewer than two times are reported, or amounts are too long to be written on an
    axis.
    """
    every = tuple(reports)
    named = next((item.quantity.unit for item in every if item.quantity.unit), "")
    unit = ChartUnit(scope, series.unit or named)
    points = chart_points(every, disagreements, unit)
    if points is None:
        return None
    drawings = []
    wide = False
    for form in _FORMATS:
        plot = _Plot(scope, series, unit, points, form)
        if plot.gutter > form.width * _WIDEST_GUTTER:
            return None
        wide = wide or plot.wide
        drawings.append(plot.drawn())
    return ChartView(
        Markdown("".join(drawings)),
        chart_key(scope, points),
        tuple(told(scope, points, wide=wide)),
    )


class _Plot:
    """A chart in one format: where everything is, in the canvas's units."""

    def __init__(
        self,
        scope: Scope,
        series: FigureSeries,
        unit: ChartUnit,
        points: ChartPoints,
        form: _Format,
    ) -> None:
        self.scope = scope
        self.series = series
        self.unit = unit
        self.points = points
        self.form = form
        self.axis: ValueAxis = value_axis(
            (end for point in points.points for end in (point.low, point.high)), form.steps
        )
        self.canvas = Canvas(form.width, form.height, scope.language, form.size)

    @cached_property
    def amounts(self) -> tuple[str, ...]:
        """The ticks of the axis of amounts in words."""
        return tuple(map(self.unit.written, self.axis.ticks))

    @cached_property
    def gutter(self) -> float:
        """The width of the column in which amounts stand."""
        return _GUTTER + max(text_width(text, self.form.size) for text in self.amounts)

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """The lines above the axis of amounts: what it counts, and whether it is cut."""
        cut = self.scope.say("The axis does not start at zero.") if self.axis.cut else ""
        lines = (self.unit.heading, cut)
        return tuple(fitted(line, self.form.width, self.form.size) for line in lines if line)

    @cached_property
    def top(self) -> float:
        """Where the room for marks and labels begins."""
        return len(self.heading) * LINE * self.form.size

    @cached_property
    def roof(self) -> float:
        """The height of the greatest amount: above it are its arrow and its label."""
        lines = 2 if self.form.names else 1
        return self.top + max(lines * LINE * self.form.size, _ARROW) + _RADIUS + 4

    @cached_property
    def base(self) -> float:
        """Where the room for marks and labels ends and the axis of time begins."""
        rows = 2 if any(tick.year for tick in self.times) else 1
        return self.form.height - rows * LINE * self.form.size - _TICK - 2

    @cached_property
    def floor(self) -> float:
        """The height of the least amount of the axis; what is not zero keeps off the other axis."""
        return self.base - (_RADIUS + _ARROW if self.axis.low or self.axis.cut else 0)

    @cached_property
    def times(self) -> tuple[TimeTick, ...]:
        """The finest ticks of time whose labels do not touch."""
        first, last = self.points.first_day, self.points.last_day
        found: tuple[TimeTick, ...] = ()
        for ticks in time_scales(first, last, self.form.times, self.scope.language):
            boxes = [self.time_box(tick) for tick in ticks]
            if all(a.end + _BETWEEN_TICKS <= b.start for a, b in pairwise(boxes)):
                return ticks
            found = ticks
        return found[:1]

    def time_box(self, tick: TimeTick) -> Box:
        """From where to where a tick's words reach, across."""
        size = self.form.size
        middle = self.time_place(tick)
        width = max(text_width(tick.label, size), text_width(tick.year, size))
        # Kept on the picture, beside its tick if need be.
        middle = max(width / 2, min(middle, self.form.width - width / 2))
        return Box(middle - width / 2, 0, middle + width / 2, 0)

    def time_place(self, tick: TimeTick) -> float:
        """Where a tick stands: a month begins at it, a day has it in its middle."""
        return self.across(tick.day + (0.5 if tick.unit is TimeUnit.DAY else 0))

    def across(self, day: float) -> float:
        """Where a day begins."""
        first, beyond = self.points.first_day, self.points.last_day + 1
        room = self.form.width - _EDGE - self.gutter - _EDGE
        return self.gutter + _EDGE + (day - first) / (beyond - first) * room

    def up(self, value: Decimal) -> float:
        """The height of an amount."""
        return self.floor - self.axis.share(value) * (self.floor - self.roof)

    def mark(self, point: ChartPoint) -> Box:
        """The room of a point without its arrow."""
        start = self.across(point.first) if point.first else self.gutter
        end = self.across(point.last + 1) if point.last else self.form.width
        # A day is a dot however long the picture makes it.
        if end - start < 2 * _RADIUS or point.first == point.last:
            middle = (start + end) / 2
            start, end = middle - _RADIUS, middle + _RADIUS
        return Box(start, self.up(point.high) - _RADIUS, end, self.up(point.low) + _RADIUS)

    @property
    def wide(self) -> bool:
        """Whether any mark shows how long it holds for."""
        return any(box.end - box.start > 2 * _RADIUS for box in map(self.mark, self.points.points))

    def room(self, point: ChartPoint) -> Box:
        """The room of a point with its arrow."""
        box = self.mark(point)
        match point.qualifier:
            case Qualifier.AT_LEAST:
                return Box(box.start, box.top - _ARROW, box.end, box.bottom)
            case Qualifier.AT_MOST:
                return Box(box.start, box.top, box.end, box.bottom + _ARROW)
            case _:
                return box

    def stem(self, point: ChartPoint) -> Box:
        """The room between a point and zero: a line below a dot, else as wide as the mark."""
        box = self.mark(point)
        top, bottom = sorted((self.up(min(point.low, point.high, key=abs)), self.up(Decimal(0))))
        if box.end - box.start > 2 * _RADIUS:
            return Box(box.start, top, box.end, bottom)
        middle = (box.start + box.end) / 2
        return Box(middle - _STEM / 2, top, middle + _STEM / 2, bottom)

    def drawn(self) -> Markdown:
        """The drawing."""
        self._draw_amounts()
        self._draw_times()
        self._draw_marks()
        self._draw_labels()
        return self.canvas.svg(
            self.form.kind,
            self.series.label,
            description(self.scope, self.series, self.points, cut=self.axis.cut),
        )

    def _draw_amounts(self) -> None:
        size = self.form.size
        for number, line in enumerate(self.heading):
            note = self.axis.cut and number == len(self.heading) - 1
            self.canvas.text(
                0,
                number * LINE * size + above(size),
                line,
                kind="bf-axis bf-cut" if note else "bf-axis",
                language=foreign_language(line, self.scope.language),
            )
        if self.floor != self.base:
            self.canvas.line(((self.gutter, self.base), (self.form.width, self.base)), "bf-base")
        for tick, text in zip(self.axis.ticks, self.amounts, strict=True):
            height = self.up(tick)
            kind = "bf-grid" if tick or self.axis.cut else "bf-zero"
            self.canvas.line(((self.gutter, height), (self.form.width, height)), kind)
            self.canvas.text(
                self.gutter - _GUTTER + 2,
                height + size * 0.36,
                text,
                align="end",
                kind="bf-axis",
            )

    def _draw_times(self) -> None:
        size = self.form.size
        for tick in self.times:
            place = self.time_place(tick)
            box = self.time_box(tick)
            middle = (box.start + box.end) / 2
            self.canvas.line(((place, self.base), (place, self.base + _TICK)), "bf-tick")
            baseline = self.base + _TICK + above(size)
            self.canvas.text(middle, baseline, tick.label, align="middle", kind="bf-axis")
            if tick.year:
                self.canvas.text(
                    middle, baseline + LINE * size, tick.year, align="middle", kind="bf-axis"
                )

    def _draw_marks(self) -> None:
        points = self.points.points
        if not self.axis.cut:
            for point in points:
                self._draw_stem(point)
        for first, second in self.points.pairs:
            self.canvas.line((self._middle(points[first]), self._middle(points[second])), "bf-pair")
        differing = {number for pair in self.points.pairs for number in pair}
        # The latest report lies on top.
        for number in sorted(range(len(points)), key=lambda item: item == self.points.latest):
            kind = "bf-point"
            if number == self.points.latest:
                kind += " bf-last"
            if number in differing:
                kind += " bf-differing"
            self._draw_mark(points[number], kind)

    def _draw_stem(self, point: ChartPoint) -> None:
        """What ties a point to zero: its height is its amount."""
        box = self.stem(point)
        kind = "bf-stem" if box.end - box.start <= _STEM else "bf-stem bf-broad"
        self.canvas.bar(box.start, box.end, box.top, box.bottom, kind)

    def _draw_mark(self, point: ChartPoint, kind: str) -> None:
        box = self.mark(point)
        middle = (box.start + box.end) / 2
        match point.qualifier:
            case Qualifier.AT_LEAST:
                self._draw_arrow(middle, box.top, -1, kind)
            case Qualifier.AT_MOST:
                self._draw_arrow(middle, box.bottom, 1, kind)
            case Qualifier.ABOUT:
                kind += " bf-open"
            case _ if point.ranged:
                kind += " bf-range"
        title = mark_words(self.scope, self.series, point)
        self.canvas.bar(box.start, box.end, box.top, box.bottom, kind, radius=_RADIUS, title=title)

    def _draw_arrow(self, place: float, start: float, way: int, kind: str) -> None:
        tip = min(start + way * (_ARROW - 2), self.base + _TICK)
        kind = f"{kind} bf-arrow"
        back = tip - way * _HEAD
        self.canvas.line(((place, start), (place, tip)), kind)
        self.canvas.line(((place - _HEAD, back), (place, tip), (place + _HEAD, back)), kind)

    def _draw_labels(self) -> None:
        points = self.points.points
        frame = Box(self.gutter + 2, self.top, self.form.width, self.base - 2)
        obstacles = [self.room(point).grown(1) for point in points]
        for first, second in self.points.pairs:
            obstacles.append(self._joint(points[first], points[second]))
        labels = (
            Label(self.room(points[number]), tuple(self._variants(number)))
            for number in self._named()
        )
        lines = [] if self.axis.cut else [self.stem(point) for point in points]
        place_labels(self.canvas, labels, frame, obstacles, lines)

    def _named(self) -> list[int]:
        """The points that are named, the most important first."""
        points = self.points.points
        every = range(len(points))
        first = [self.points.latest, *(number for pair in self.points.pairs for number in pair)]
        first.append(min(every, key=lambda number: (points[number].low, number)))
        first.append(max(every, key=lambda number: (points[number].high, -number)))
        first.append(0)
        if len(points) <= self.form.labels:
            first.extend(every)
        return list(dict.fromkeys(first))[: self.form.labels]

    def _variants(self, number: int) -> Iterator[tuple[Words, ...]]:
        point = self.points.points[number]
        bold = number == self.points.latest
        size = self.form.size
        text = qualified(self.scope, self.series, point)
        whole = Words(text, size, "bf-said-value", bold=bold)
        by = next((item.by for item in point.reports if item.by), "")
        who = self.scope.actor(by) if by else None
        if who and self.form.names:
            for room in _NAME_ROOMS:
                name = fitted(who.text, room, _NAME)
                yield whole, Words(name, _NAME, "bf-said-by", language=who.language)
        yield (whole,)

    def _middle(self, point: ChartPoint) -> tuple[float, float]:
        box = self.mark(point)
        return (box.start + box.end) / 2, (box.top + box.bottom) / 2

    def _joint(self, first: ChartPoint, second: ChartPoint) -> Box:
        """The room of the line between two points, where that is upright enough to be a box."""
        (start, top), (end, bottom) = self._middle(first), self._middle(second)
        middle = (start + end) / 2
        half = abs(end - start) / 2 if abs(end - start) < 6 * _RADIUS else 0
        return Box(middle - half - 1, min(top, bottom), middle + half + 1, max(top, bottom))
