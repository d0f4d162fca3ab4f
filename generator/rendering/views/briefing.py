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
        StatementView,
        TeaserView,
    )
    from .page import PageView
    from .pieces import DateView, LinkView, Markdown, PictureView


@dataclass(frozen=True, slots=True)
class BriefingView:
    """A briefing page, in reading order."""

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
    timeline: tuple[EventView, ...]
    outlook: tuple[PassageView, ...]
    read_more: tuple[ReadMoreView, ...]
    related: tuple[TeaserView, ...]
    methodology: tuple[PassageView, ...]
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    reviewed: DateView


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The full text of one article with its annotations highlighted."""

    page: PageView
    briefing: LinkView
    source: SourceView
    date: DateView
    summary: str
    picture: PictureView | None
    body: Markdown
    actors: tuple[ActorView, ...]
    places: tuple[LinkView, ...]
    figures: tuple[FigureView, ...]
    corrections: tuple[CorrectionView, ...]
