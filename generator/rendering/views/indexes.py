"""Pages that list others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import CorrectionView, EventView, FigureView, TeaserView, TopicView
    from .page import PageView
    from .pieces import FeedView, LinkView


@dataclass(frozen=True, slots=True)
class IndexEntryView:
    """One line of an index: a link, a note behind it, a number of briefings."""

    link: LinkView
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class IndexGroupView:
    """A group of an index under its heading: a letter, a month, a kind."""

    title: str
    anchor: str
    entries: tuple[IndexEntryView, ...] = ()
    teasers: tuple[TeaserView, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexPageView:
    """An index: briefings by month, actors by letter, figures, places, topics."""

    page: PageView
    groups: tuple[IndexGroupView, ...]
    total: int
    others: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelinePageView:
    """The site's timeline, grouped by year, newest year first."""

    page: PageView
    years: tuple[tuple[str, tuple[EventView, ...]], ...]
    others: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionsPageView:
    """All corrections, newest first."""

    page: PageView
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class SearchPageView:
    """The search page. ``kinds`` and ``languages`` are keys of the index with their words."""

    page: PageView
    kinds: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    indexes: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page: a lead briefing, the latest, topics, figures."""

    page: PageView
    lead: TeaserView | None
    lead_figures: tuple[FigureView, ...]
    latest: tuple[TeaserView, ...]
    topics: tuple[TopicView, ...]
    figures: tuple[FigureView, ...]
    indexes: tuple[LinkView, ...]
    feed: FeedView | None = None


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page of an old id. ``location`` is the present page's path below ``docs/``."""

    page: PageView
    target: LinkView
    location: str
