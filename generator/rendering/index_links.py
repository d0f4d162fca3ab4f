"""The pages that list others, as links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import addresses
from .views import LinkView

if TYPE_CHECKING:
    from .scope import Scope

_INDEXES: Final = (
    ("Briefings", addresses.BRIEFINGS),
    ("Actors", addresses.ACTORS),
    ("Figures", addresses.FIGURES),
    ("Places", addresses.PLACES),
    ("Topics", addresses.TOPICS),
    ("Timeline", addresses.TIMELINE),
)


def index_links(scope: Scope) -> tuple[LinkView, ...]:
    """The indexes a reader looks through, as seen from the page of ``scope``."""
    return tuple(LinkView(scope.say(title), scope.href(path)) for title, path in _INDEXES)
