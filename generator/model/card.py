"""The picture that stands for a page where somebody shares it."""

from __future__ import annotations

from dataclasses import dataclass

CARD_WIDTH = 1200
CARD_HEIGHT = 630
"""Pixels: what networks show whole, at 1.91 to 1."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, each text on one line; ``""`` where there is nothing to say.

    ``path`` is its file below ``docs/``. ``figure`` is an amount as readers see it and ``label``
    what it counts.
    """

    path: str
    headline: str
    site: str
    topic: str = ""
    date: str = ""
    figure: str = ""
    label: str = ""
    right_to_left: bool = False
