"""A page itself, and what it says of itself to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .pieces import DateView


@dataclass(frozen=True, slots=True)
class FacetsView:
    """What the search page finds a page by, besides its words: names as readers see them.

    ``date`` is the page's day (ISO 8601), ``""`` where it has none; ``names`` are other names of
    what the page is about or mentions, found and not shown.
    """

    date: str = ""
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of a page in a language; ``page`` is its path below ``docs/``."""

    language: str
    page: str


@dataclass(frozen=True, slots=True)
class CardView:
    """A picture that stands for a page where it is shared, by its path below ``docs/``.

    ``width`` and ``height`` are in pixels; ``alt`` says what it says.
    """

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class HeadView:
    """What a page says of itself to those who find it, share it or quote it.

    ``type`` is Open Graph's; ``locale`` is a language with its country (``ar_EG``). ``published``
    and ``modified`` are days or moments (ISO 8601), ``""`` where there are none; ``reviewed`` is
    the last of them in words. ``versions`` are those in all languages, this page's own among them
    and the original first. ``address`` is the page's own and ``linked_data`` its JSON-LD on one
    line, safe in a script element; both are ``""`` on a site without an address.
    """

    type: str
    locale: str
    published: str = ""
    modified: str = ""
    reviewed: DateView | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    versions: tuple[VersionView, ...] = ()
    site: str = ""
    address: str = ""
    linked_data: str = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page has. ``path`` is relative to ``docs/``; ``kind`` names its template.

    ``head`` is set on all pages but redirects, ``facets`` on pages that the search page finds.
    ``large`` says that the site has so many pages that search has a page of its own. ``card`` is
    set on briefings that have one.
    """

    path: str
    kind: str
    title: str
    description: str
    language: str
    direction: str
    facets: FacetsView | None = None
    large: bool = False
    head: HeadView | None = None
    card: CardView | None = None
