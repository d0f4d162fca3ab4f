"""Pages of actors, figures, topics and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .pieces import NO_MARKDOWN

if TYPE_CHECKING:
    from .facts import ActorView, ChangeView, EventView, FigureView, StatementView, TeaserView
    from .page import PageView
    from .pieces import DateView, FeedView, LinkView, Markdown, PictureView


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role and when it was held."""

    title: str
    held: DateView


@dataclass(frozen=True, slots=True)
class CompanionView:
    """Another actor who appears in the same briefings, and in how many."""

    link: LinkView
    count: int
    person: bool = False


@dataclass(frozen=True, slots=True)
class ActorPageView:
    """An actor's page. ``kind`` is the word for what the actor is.

    ``archive`` leads to the years of what the page has no room for. ``network`` is a finished
    inline SVG of the companions, or ``""``.
    """

    page: PageView
    kind: str
    person: bool
    initials: str
    role: str
    aliases: tuple[LinkView, ...]
    profile: Markdown
    roles: tuple[RoleView, ...]
    briefings: tuple[TeaserView, ...]
    statements: tuple[StatementView, ...]
    timeline: tuple[EventView, ...]
    companions: tuple[CompanionView, ...]
    links: tuple[LinkView, ...]
    network: Markdown = NO_MARKDOWN
    picture: PictureView | None = None
    feed: FeedView | None = None
    archive: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report of a figure, as a row of its table."""

    value: str
    qualifier: str
    as_of: DateView | None
    by: LinkView | None
    source: LinkView
    href: str
    briefings: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Two reports of one time that differ."""

    first: ReportView
    second: ReportView


@dataclass(frozen=True, slots=True)
class ChartKeyView:
    """What one kind of mark means; ``glyph`` is a finished inline SVG of it."""

    glyph: Markdown
    text: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A figure over time. ``pictures`` is finished inline SVG, for wide and for narrow windows.

    ``notes`` are sentences on how to read it.
    """

    pictures: Markdown
    key: tuple[ChartKeyView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigurePageView:
    """A figure's page, the latest report first.

    ``data`` is the address of its reports as CSV, ``json`` as JSON; ``licence`` is that of both.
    ``change`` is that of the latest report.
    """

    page: PageView
    unit: str
    profile: Markdown
    latest: ReportView | None
    reports: tuple[ReportView, ...]
    differences: tuple[DifferenceView, ...]
    briefings: tuple[TeaserView, ...]
    chart: ChartView | None = None
    data: str = ""
    json: str = ""
    licence: LinkView | None = None
    archive: tuple[LinkView, ...] = ()
    change: ChangeView | None = None


@dataclass(frozen=True, slots=True)
class CollectionPageView:
    """A topic's or a place's page; a place has no feed."""

    page: PageView
    profile: Markdown
    aliases: tuple[LinkView, ...]
    briefings: tuple[TeaserView, ...]
    figures: tuple[FigureView, ...]
    actors: tuple[ActorView, ...]
    timeline: tuple[EventView, ...]
    links: tuple[LinkView, ...] = ()
    feed: FeedView | None = None
    archive: tuple[LinkView, ...] = ()
