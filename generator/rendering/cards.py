"""What stands on the card of a briefing: the picture that others see where it is shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.card import CARD_HEIGHT, CARD_WIDTH, Card

from . import addresses
from .escaping import one_line
from .views import CardView

if TYPE_CHECKING:
    from generator.model.output import Output

    from .site_index import SiteIndex
    from .views import BriefingView, FigureView


def with_card(
    index: SiteIndex, key: str, view: BriefingView
) -> tuple[BriefingView, tuple[Output, ...]]:
    """A briefing's page with its card, and the card's file; as it was where there is none."""
    card = card_of(index, key, view)
    output = index.drawn(card)
    if output is None:
        return view, ()
    shown = CardView(output.path, CARD_WIDTH, CARD_HEIGHT, _said(card))
    return replace(view, page=replace(view.page, card=shown)), (output,)


def card_of(index: SiteIndex, key: str, view: BriefingView) -> Card:
    """The card of a briefing."""
    figure = next(filter(_is_plain, view.figures), None)
    return Card(
        path=addresses.card_path(key),
        headline=one_line(view.page.title),
        site=one_line(index.settings.site_name),
        topic=one_line(view.topics[0].text) if view.topics else "",
        date=view.date.text,
        figure=one_line(f"{figure.qualifier} {figure.value}").strip() if figure else "",
        label=one_line(figure.label) if figure else "",
        right_to_left=view.page.direction == "rtl",
    )


def _is_plain(figure: FigureView) -> bool:
    """Whether a figure can stand alone: named, in the page's language, and no other report of it.

    Where reports differ a card has no room to say so.
    """
    return bool(figure.value and figure.label) and not figure.language and figure.differs is None


def _said(card: Card) -> str:
    """What a card says, for those who do not see it."""
    parts = (card.headline, f"{card.figure} {card.label}".strip(), card.site)
    return " · ".join(filter(None, parts))
