"""A picture file of ``content/``: what is known of it, and how it reaches readers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

WIDTHS: Final = (480, 800, 1200, 1600)
"""Widths in pixels at which a photograph is offered; none reaches readers wider than the last."""


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
    upright; 0 where it says none. ``scaled`` says that it is offered at several widths as WebP.
    ``problem`` is what is wrong, ``said`` that in words.
    """

    path: str
    width: int = 0
    height: int = 0
    scaled: bool = False
    problem: ImageProblem | None = None
    said: str = ""

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths at which it is offered as WebP, the narrowest first."""
        if not self.scaled:
            return ()
        return (*(item for item in WIDTHS if item < self.width), self.width)


def scaled_path(path: str, width: int) -> str:
    """Where a picture stands at a width, beside the picture at ``path``."""
    return f"{path}-{width}.webp"
