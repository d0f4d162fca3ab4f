"""Pages that list others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .entries import ReportView
    from .facts import (
        CorrectionView,
        EventView,
        FigureView,
        StatementView,
        TeaserView,
        TopicView,
    )
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
class ArchivePageView:
    """All that an entry's page lists, of one period: briefings by month, reports, and so on.

    ``entry`` leads back to that page. Of a long period ``groups`` has links to its months.
    """

    page: PageView
    entry: LinkView
    groups: tuple[IndexGroupView, ...]
    reports: tuple[ReportView, ...]
    statements: tuple[StatementView, ...]
    timeline: tuple[EventView, ...]
    others: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TimelinePageView:
    """The site's timeline by year, or by what a long year is divided into, the newest first.

    The page of a long year has ``groups``, which lead to its months.
    """

    page: PageView
    years: tuple[tuple[str, tuple[EventView, ...]], ...]
    others: tuple[LinkView, ...] = ()
    groups: tuple[IndexGroupView, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionsPageView:
    """All corrections, newest first: those there is room for, and those of other times."""

    page: PageView
    corrections: tuple[CorrectionView, ...]
    others: tuple[LinkView, ...] = ()
    groups: tuple[IndexGroupView, ...] = ()


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
