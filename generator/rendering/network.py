"""Whom an actor appears with, as a picture: lines that are wider the more briefings both are in.

The actor stands in the middle, or on the side where reading starts where there is no room, and
the others on arcs around it, each in a row of its own: so names never touch, however long. As in
lists of actors, a person is round and everything else square.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .canvas import Canvas
from .text_size import LINE, on_two_lines
from .views import Markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .scope import Scope
    from .views import CompanionView

MOST: Final = 12
"""How many others a picture has room for; further ones are only in the list below it."""

_FEWEST: Final = 2
_RADIUS: Final = 6.0
_CENTRE: Final = 19.0
_WIDEST: Final = 8.0
_LINE: Final = 1.5
_GAP: Final = 9.0
_BULGE: Final = 0.5
# Where letters stand in the middle of a line, below it in font sizes.
_MIDDLE: Final = 0.36


@dataclass(frozen=True, slots=True)
class _Format:
    """One of the sizes in which a network is drawn; ``sides`` is on how many the others stand."""

    kind: str
    width: float
    size: float
    row: float
    sides: int
    reach: float


_FORMATS: Final = (
    _Format("bf-wide", 760, 14, 39, sides=2, reach=130),
    _Format("bf-narrow", 320, 13, 36, sides=1, reach=92),
)


@dataclass(frozen=True, slots=True)
class Centre:
    """The actor that the picture is about."""

    name: str
    initials: str
    person: bool


def actor_network(scope: Scope, actor: Centre, companions: Sequence[CompanionView]) -> Markdown:
    """The picture of ``actor`` and its ``companions``, the most frequent first.

    ``""`` where there are fewer than two: a list says it better.
    """
    shown = companions[:MOST]
    if len(shown) < _FEWEST:
        return Markdown("")
    return Markdown("".join(_drawn(scope, actor, shown, form) for form in _FORMATS))


def _drawn(
    scope: Scope, actor: Centre, companions: Sequence[CompanionView], form: _Format
) -> Markdown:
    # Both sides have of the most frequent ones: the first, third, … stand where reading ends.
    sides = [companions[number :: form.sides] for number in range(form.sides)]
    height = max(max(map(len, sides)) * form.row, 2 * _CENTRE) + form.size
    canvas = Canvas(form.width, height, scope.language, form.size)
    centre = (form.width / 2 if form.sides > 1 else _CENTRE + 1, height / 2)
    greatest = max(item.count for item in companions)
    for way, others in zip((1, -1), sides, strict=False):
        _draw_side(canvas, form, others, centre, way, greatest)
    _draw_node(canvas, centre, _CENTRE, "bf-node bf-centre", person=actor.person)
    canvas.text(
        centre[0],
        centre[1] + form.size * _MIDDLE,
        actor.initials,
        align="middle",
        kind="bf-centre-name",
        bold=True,
    )
    told = ", ".join(f"{item.link.text} ({item.count})" for item in companions)
    note = scope.say("The wider the line, the more briefings both appear in.")
    title = scope.say("Who appears with %(name)s", name=actor.name)
    return canvas.svg(form.kind, title, f"{told}. {note}")


def _draw_side(
    canvas: Canvas,
    form: _Format,
    others: Sequence[CompanionView],
    centre: tuple[float, float],
    way: int,
    greatest: int,
) -> None:
    """The companions on one side: ``way`` is 1 where reading ends, -1 where it starts."""
    count = len(others)
    for number, item in enumerate(others):
        offset = (number - (count - 1) / 2) * form.row
        # On an ellipse: the outer rows are nearer to the centre.
        share = 2 * offset / (max(count, 2) * form.row)
        across = form.reach * (1 - _BULGE * (1 - (1 - share * share) ** 0.5))
        place = (centre[0] + way * across, centre[1] + offset)
        # Where all counts are small, two briefings are not drawn as many.
        width = _LINE + (_WIDEST - _LINE) * (item.count - 1) / max(greatest - 1, 4)
        canvas.curve(centre, place, "bf-edge", width)
        _draw_node(canvas, place, _RADIUS, "bf-node", person=item.person)
        start = place[0] + way * (_RADIUS + _GAP)
        room = form.width - start if way > 0 else start
        lines = on_two_lines(item.link.text, room, form.size)
        for line, text in enumerate(lines):
            canvas.text(
                start,
                place[1] + form.size * (_MIDDLE + LINE * (line - (len(lines) - 1) / 2)),
                text,
                align="start" if way > 0 else "end",
                kind="bf-node-name",
                language=item.link.language,
            )


def _draw_node(
    canvas: Canvas, place: tuple[float, float], radius: float, kind: str, *, person: bool
) -> None:
    canvas.bar(
        place[0] - radius,
        place[0] + radius,
        place[1] - radius,
        place[1] + radius,
        kind,
        radius=radius if person else radius * 0.3,
    )
