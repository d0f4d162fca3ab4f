"""Words beside the marks of a chart: what is named first, and where there is room for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .boxes import Box
from .text_size import LINE, above, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .canvas import Canvas

_GAP: Final = 3.0
_ASIDE: Final = 6.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of a label."""

    text: str
    size: float
    kind: str = ""
    bold: bool = False
    language: str = ""

    @property
    def width(self) -> float:
        """How wide the line is."""
        return text_width(self.text, self.size, bold=self.bold)


@dataclass(frozen=True, slots=True)
class Label:
    """What is said of ``mark``: of the ``variants`` the first for which there is room."""

    mark: Box
    variants: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    lines: tuple[Words, ...]
    align: str
    place: float
    box: Box


def place_labels(
    canvas: Canvas,
    labels: Iterable[Label],
    frame: Box,
    obstacles: Sequence[Box],
    lines: Sequence[Box],
) -> None:
    """Write ``labels``, the most important first, where they lie within ``frame`` on nothing else.

    Only where there is no such place may a label lie on ``lines``. One without room is left out:
    the table below the chart says it.
    """
    taken = list(obstacles)
    for label in labels:
        free = [
            placed
            for variant in label.variants
            for placed in _places(label.mark, variant)
            if placed.box.within(frame) and not any(map(placed.box.overlaps, taken))
        ]
        clear = (placed for placed in free if not any(map(placed.box.overlaps, lines)))
        best = next(clear, next(iter(free), None))
        if best is not None:
            taken.append(best.box)
            _write(canvas, best)


def _places(mark: Box, lines: tuple[Words, ...]) -> Iterator[_Placed]:
    """Where a label may stand: above, beside and below its mark, best first."""
    width = max(line.width for line in lines)
    height = sum(line.size * LINE for line in lines)
    over, under = mark.top - _GAP - height, mark.bottom + _GAP
    beside = (mark.top + mark.bottom - height) / 2
    middle = (mark.start + mark.end) / 2
    for align, place, top in (
        ("middle", middle, over),
        ("start", mark.end + _ASIDE, beside),
        ("end", mark.start - _ASIDE, beside),
        ("end", mark.end, over),
        ("start", mark.start, over),
        ("middle", middle, under),
        ("end", mark.end, under),
        ("start", mark.start, under),
    ):
        start = place - {"start": 0.0, "middle": width / 2, "end": width}[align]
        yield _Placed(lines, align, place, Box(start, top, start + width, top + height))


def _write(canvas: Canvas, placed: _Placed) -> None:
    top = placed.box.top
    for line in placed.lines:
        canvas.text(
            placed.place,
            top + above(line.size),
            line.text,
            align=placed.align,
            kind=line.kind,
            size=line.size,
            bold=line.bold,
            language=line.language,
        )
        top += line.size * LINE
