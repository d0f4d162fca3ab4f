"""A picture file of ``content/``: what is known of it, and how it reaches readers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

WIDTHS: Final = (480, 800, 1200, 1600)
"""Widths in pixels at which a photograph is offered; none reaches readers wider than the last."""


class Coding(StrEnum):
    """How a photograph is offered at its widths, as its file ends; the smaller one first."""

    AVIF = "avif"
    WEBP = "webp"


class ImageProblem(StrEnum):
    """Why a picture cannot be published, or what had to go for it."""

    BROKEN = "broken"
    TOO_LARGE = "too-large"
    REFUSED = "refused"
    CLEANED = "cleaned"


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture file, by its path below ``content/``.

    ``width`` and ``height`` are those in which it is published, in pixels, as readers see it
    upright; 0 where it says none. ``scaled`` says that it is offered at several widths as WebP,
    ``avif`` that it is as AVIF, too. ``problem`` is what is wrong, ``said`` that in words.
    """

    path: str
    width: int = 0
    height: int = 0
    scaled: bool = False
    avif: bool = False
    problem: ImageProblem | None = None
    said: str = ""

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths at which it is offered, the narrowest first."""
        if not self.scaled:
            return ()
        return (*(item for item in WIDTHS if item < self.width), self.width)

    @property
    def codings(self) -> tuple[Coding, ...]:
        """How it is offered at its widths, in the order in which a browser should ask."""
        if not self.scaled:
            return ()
        return (Coding.AVIF, Coding.WEBP) if self.avif else (Coding.WEBP,)


def scaled_path(path: str, width: int, coding: Coding) -> str:
    """Where a picture stands at a width, beside the picture at ``path``."""
    return f"{path}-{width}.{coding}"
