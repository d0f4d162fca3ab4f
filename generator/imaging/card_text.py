"""What of a card can be drawn: text whose every letter one of the vendored fonts has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .lettering import Family, drawable

if TYPE_CHECKING:
    from generator.model.card import Card


def drawable_card(card: Card) -> Card | None:
    """The card with no more than can be drawn; ``None`` where too little is left to show.

    A figure is nothing without what it counts, nor is a card without a headline and a figure.
    """
    label = drawable(card.label, Family.SANS)
    figure = drawable(card.figure, Family.SERIF) if label else ""
    headline = drawable(card.headline, Family.SERIF)
    if not headline and not figure:
        return None
    return replace(
        card,
        headline=headline,
        site=drawable(card.site, Family.SERIF),
        topic=drawable(card.topic, Family.SANS),
        date=drawable(card.date, Family.SANS),
        figure=figure,
        label=label if figure else "",
    )
