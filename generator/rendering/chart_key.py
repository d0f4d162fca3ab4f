"""What the marks of a chart mean: one line for each kind of mark that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.quantity import Qualifier

from .canvas import element
from .views import ChartKeyView, Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .chart_points import ChartPoints
    from .scope import Scope

_DOT: Final = {"x": "6", "width": "8", "height": "8", "rx": "4"}
_BOX: Final = {
    "class": "bf-glyph",
    "viewBox": "0 0 20 20",
    "aria-hidden": "true",
    "focusable": "false",
    "fill": "currentColor",
}


def chart_key(scope: Scope, points: ChartPoints) -> tuple[ChartKeyView, ...]:
    """The lines, in the order of what is most certain."""
    return tuple(
        ChartKeyView(_glyph(*marks), text) for text, marks in _lines(scope, points) if text
    )


def _lines(scope: Scope, points: ChartPoints) -> Iterator[tuple[str, tuple[str, ...]]]:
    said = {point.qualifier for point in points.points}
    if Qualifier.ABOUT in said:
        yield scope.say("about"), (_dot("bf-point bf-open", 6),)
    if any(point.ranged for point in points.points):
        yield scope.say("range"), (_range(),)
    if Qualifier.AT_LEAST in said:
        yield scope.say("at least"), (_dot("bf-point", 10), _arrow("M10 10V2M7 5L10 2L13 5"))
    if Qualifier.AT_MOST in said:
        yield scope.say("at most"), (_dot("bf-point", 2), _arrow("M10 10V18M7 15L10 18L13 15"))
    if points.pairs:
        yield (
            scope.say("Reports differ"),
            (
                element("path", {"class": "bf-pair", "d": "M10 4V16"}),
                _dot("bf-point bf-differing", 0),
                _dot("bf-point bf-differing", 12),
            ),
        )


def _dot(kind: str, top: int) -> str:
    return element("rect", {"class": kind, "y": str(top), **_DOT})


def _range() -> str:
    return element("rect", {"class": "bf-point bf-range", "y": "2", **_DOT, "height": "16"})


def _arrow(path: str) -> str:
    return element("path", {"class": "bf-point bf-arrow", "d": path})


def _glyph(*marks: str) -> Markdown:
    return Markdown(element("svg", _BOX, "".join(marks)))
