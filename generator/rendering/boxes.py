"""Rectangles of a drawing: what stands where, and whether two are in each other's way."""

from __future__ import annotations

from dataclasses import dataclass

from .text_size import above, below, text_width


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from ``start`` to ``end`` across and from ``top`` down to ``bottom``."""

    start: float
    top: float
    end: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether both share more than an edge."""
        return (
            self.start < other.end
            and other.start < self.end
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether no part of it lies outside ``other``."""
        return (
            other.start <= self.start
            and self.end <= other.end
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Box:
        """The box with a margin around it."""
        return Box(self.start - by, self.top - by, self.end + by, self.bottom + by)


def text_box(
    place: float, baseline: float, text: str, *, size: float, align: str, bold: bool = False
) -> Box:
    """The room that a line of text takes; ``align`` is ``start``, ``middle`` or ``end``."""
    width = text_width(text, size, bold=bold)
    start = place - {"start": 0.0, "middle": width / 2, "end": width}[align]
    return Box(start, baseline - above(size), start + width, baseline + below(size))
