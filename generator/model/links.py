"""What linking finds: facts with what they refer to, and what did not resolve, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import SourceFile, Span

from .annotation import Annotation, ClaimStatus
from .document import ReadMore
from .edtf import Edtf
from .quantity import Quantity
from .registers import Tolerance
from .site import Site


class Register(StrEnum):
    """A kind of thing that text refers to."""

    ARTICLE = "article"
    ACTOR = "actor"
    FIGURE = "figure"
    PLACE = "place"
    TOPIC = "topic"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """The text a fact stands in: an article, a background block or a register entry's profile."""

    register: Register
    id: str


@dataclass(frozen=True, slots=True)
class Fact:
    """An annotation and the text it stands in."""

    origin: Origin
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor or place named in a text. ``role`` is the role in this story, where one is given."""

    fact: Fact
    id: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class FigureReport:
    """One report of a figure. ``series`` is an id in the register, or ``""`` for a figure of its own.

    ``by`` is the actor who says so, or ``""`` where it is the text itself. ``as_of`` is the date
    that the annotation gives, else the day of the text, ``None`` where neither is known.
    """

    fact: Fact
    series: str
    label: str
    quantity: Quantity
    as_of: Edtf | None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation or a claim; ``by`` is an actor's id, ``""`` where nobody is named."""

    fact: Fact
    by: str = ""
    status: ClaimStatus | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the timeline, with every text that reports it. ``key`` is its address."""

    key: str
    date: Edtf
    label: str
    reports: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ReadMoreLink:
    """A READ MORE line and what it leads to: a briefing's id, an address, or neither."""

    origin: Origin
    line: ReadMore
    briefing: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reports of one series at one time that lie further apart than its tolerance."""

    series: str
    first: FigureReport
    second: FigureReport
    tolerance: Tolerance


@dataclass(frozen=True, slots=True)
class Briefing:
    """One page made of one or several articles, newest first.

    Its facts are those of its articles and of the background blocks they include, in order of
    first appearance. ``title``, ``summary`` and language are those of its newest article.
    """

    id: str
    articles: tuple[str, ...]
    background: tuple[str, ...]
    topics: tuple[str, ...]
    actors: tuple[Mention, ...]
    places: tuple[Mention, ...]
    figures: tuple[FigureReport, ...]
    statements: tuple[Statement, ...]
    events: tuple[str, ...]
    read_more: tuple[ReadMoreLink, ...]
    related: tuple[str, ...]


class Problem(StrEnum):
    """Why a reference did not resolve."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads nowhere, or to more than one thing.

    ``field`` names what was referred from (``ref``, ``by``, ``topics``, ``background``,
    ``related``, ``read-more``, ``alias``, ``date``, ``quantity`` …), ``wanted`` the text looked
    up, ``candidates`` the ids it may have meant, best first.
    """

    problem: Problem
    register: Register
    field: str
    wanted: str
    file: SourceFile
    span: Span
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedSite:
    """The whole site, linked. Mappings are in the order of their keys; tuples in reading order.

    ``mentions``, ``figures`` and ``statements`` of drafts are included: whoever publishes decides.
    ``redirects`` maps each old address (``briefings/old-id``) to the present one.
    """

    site: Site
    briefings: Mapping[str, Briefing]
    actor_mentions: Mapping[str, tuple[Mention, ...]]
    place_mentions: Mapping[str, tuple[Mention, ...]]
    series: Mapping[str, tuple[FigureReport, ...]]
    statements: Mapping[str, tuple[Statement, ...]]
    events: Mapping[str, Event]
    disagreements: tuple[Disagreement, ...]
    redirects: Mapping[str, str]
    unresolved: tuple[Unresolved, ...]
