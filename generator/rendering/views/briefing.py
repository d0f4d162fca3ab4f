"""A briefing, and the reading view of its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import (
        ActorView,
        CorrectionView,
        EventView,
        FigureView,
        PassageView,
        ReadMoreView,
        SourceView,
        SpeakerView,
        StatementView,
        TeaserView,
    )
    from .page import PageView
    from .pieces import DateView, LinkView, Markdown, PictureView


@dataclass(frozen=True, slots=True)
class BriefingView:
    """A briefing page, in reading order. ``speakers`` has the ``statements`` by who says them."""

    page: PageView
    topics: tuple[LinkView, ...]
    summary: str
    date: DateView
    updated: DateView | None
    minutes: int
    picture: PictureView | None
    versions: tuple[LinkView, ...]
    lede: tuple[PassageView, ...]
    figures: tuple[FigureView, ...]
    significance: tuple[PassageView, ...]
    developments: tuple[TeaserView, ...]
    background: tuple[PassageView, ...]
    actors: tuple[ActorView, ...]
    places: tuple[LinkView, ...]
    statements: tuple[StatementView, ...]
    speakers: tuple[SpeakerView, ...]
    timeline: tuple[EventView, ...]
    outlook: tuple[PassageView, ...]
    read_more: tuple[ReadMoreView, ...]
    related: tuple[TeaserView, ...]
    methodology: tuple[PassageView, ...]
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    reviewed: DateView


@dataclass(frozen=True, slots=True)
class FoundView:
    """What a passage names: an actor, a figure, an event or a place.

    ``text`` is what readers see first, ``href`` where it leads; ``link`` is the page of a figure's
    series, ``note`` a role or what a figure counts. ``marks`` are the ids of its marks in the
    passage, in their order.
    """

    text: LinkView
    marks: tuple[str, ...]
    note: str = ""
    link: LinkView | None = None
    date: DateView | None = None


@dataclass(frozen=True, slots=True)
class ReadingPassageView:
    """A part of a source text, as long as a screen or two, with what it names beside it."""

    body: Markdown
    figures: tuple[FoundView, ...] = ()
    actors: tuple[FoundView, ...] = ()
    events: tuple[FoundView, ...] = ()
    places: tuple[FoundView, ...] = ()

    @property
    def found(self) -> bool:
        """Whether it names anything."""
        return bool(self.figures or self.actors or self.events or self.places)


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The full text of one article with its annotations highlighted, passage by passage."""

    page: PageView
    briefing: LinkView
    source: SourceView
    date: DateView
    summary: str
    picture: PictureView | None
    passages: tuple[ReadingPassageView, ...]
    corrections: tuple[CorrectionView, ...]
