"""What pages tell: figures, actors, statements, events, passages, sources, briefings in lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .pieces import DateView, LinkView, Markdown, PictureView


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with the number of its briefings."""

    link: LinkView
    count: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """How a figure moved since the report of the same source before it.

    ``direction`` is ``up`` or ``down``, ``""`` of a measure that was revised; ``text`` says so
    with the earlier amount, ``date`` is that report's. ``verdict`` is ``better``, ``worse`` or,
    where neither is said, ``""``; ``verdict_text`` is its word in the page's language.
    """

    direction: str
    text: str
    date: DateView | None
    verdict: str = ""
    verdict_text: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A key figure as a card. ``href`` leads to the sentence it rests on.

    ``value`` is the number as readers see it ("4 million", "300,000 to 500,000", "dozens");
    ``qualifier`` stands before it ("about", "at least"); ``differs`` says that reports differ.
    ``earlier`` is the number of reports of the same series that are older and not shown.
    ``language`` is that of ``label``, set where it differs from the page's. ``change`` is set
    where the same source has reported another amount before.
    """

    value: str
    qualifier: str
    label: str
    as_of: DateView | None
    by: LinkView | None
    source: LinkView
    href: str
    series: LinkView | None
    differs: LinkView | None
    sentence: str
    language: str = ""
    earlier: int = 0
    change: ChangeView | None = None


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor where it is mentioned. ``role`` is the role at the time, or in the story."""

    link: LinkView
    role: str
    initials: str
    person: bool


@dataclass(frozen=True, slots=True)
class StatementView:
    """What somebody said (``quote``) or claimed (``claim``); ``href`` leads to its sentence.

    ``status`` is ``""``, ``disputed``, ``confirmed`` or ``refuted``; ``status_text`` its word in
    the page's language.
    """

    kind: str
    text: str
    language: str
    by: LinkView | None
    date: DateView
    status: str
    status_text: str
    href: str
    source: LinkView


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One speaker's statements, in their order; ``by`` is ``None`` where nobody is named."""

    by: LinkView | None
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An entry of a timeline; ``current`` marks what the page is about. ``anchor`` is its id."""

    date: DateView
    label: str
    language: str
    anchor: str
    sources: tuple[LinkView, ...]
    current: bool = False


@dataclass(frozen=True, slots=True)
class ReadMoreView:
    """A READ MORE line. Without ``link.href`` the title is not published here."""

    link: LinkView
    external: bool = False


@dataclass(frozen=True, slots=True)
class PassageView:
    """A block of running text: background, significance, outlook or methodology."""

    body: Markdown
    title: str
    language: str
    as_of: DateView | None
    source: LinkView | None
    used_in: int = 0


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source of a briefing. ``reading`` is the address of its reading view, if it has one.

    ``annotations`` is that of its annotations as W3C Web Annotations.
    """

    title: str
    language: str
    date: DateView
    publisher: str
    author: str
    agencies: str
    href: str
    archive: str
    retrieved: DateView | None
    rights: str
    licence: str
    reading: str
    annotations: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was wrong and is now right. ``page`` is what it was wrong in."""

    date: DateView
    text: str
    language: str
    page: LinkView | None


@dataclass(frozen=True, slots=True)
class TeaserView:
    """A briefing in a list. ``reason`` says why it is related to the page, where it is."""

    link: LinkView
    summary: str
    date: DateView
    topics: tuple[LinkView, ...]
    sources: int
    direction: str
    language: str
    picture: PictureView | None = None
    figure: FigureView | None = None
    reason: str = ""
