"""What linking finds: facts with what they refer to, and what did not resolve, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

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

    @property
    def folder(self) -> str:
        """The folder below ``content/`` that holds its files."""
        return self.value if self is Register.BACKGROUND else f"{self.value}s"


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
    """An actor or place named in a text. ``role`` is the role in this story, where one is given.

    ``id`` is ``""`` where no entry, or more than one, has this name: it is shown without a link.
    """

    fact: Fact
    id: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class FigureReport:
    """One report of a figure. ``series`` is an id in the register, ``""`` for one of its own.

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
    """A READ MORE line and what it leads to: a briefing's id, an address, or nothing.

    ``article`` is set where it leads to another article of its own briefing.
    """

    origin: Origin
    line: ReadMore
    briefing: str = ""
    url: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Events of one date and one label that no common ``ref`` joins; ``events`` are their keys."""

    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Why a briefing is related to another: what both have, rarest first.

    ``picked`` says that an editor named it. ``actors``, ``figures``, ``places`` and ``topics``
    hold ids.
    """

    briefing: str
    picked: bool
    actors: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reports of one series at one time that lie further apart than its tolerance."""

    series: str
    first: FigureReport
    second: FigureReport
    tolerance: Tolerance


@dataclass(frozen=True, slots=True)
class UnlikeUnit:
    """A report whose unit cannot measure what its series does (5 kg, in a series of km).

    ``unit`` and ``kind`` are those of the report, ``series_unit`` and ``series_kind`` those of the
    series; kinds are English nouns ("mass").
    """

    report: FigureReport
    unit: str
    kind: str
    series_unit: str
    series_kind: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """One page made of one or several articles, newest first.

    Its facts are those of its articles and of the background blocks they include, in order of
    first appearance: an actor or place once, at its first mention and with the first role that
    is given, and events by date. ``title``, ``summary`` and language are those of its newest
    article. ``relations`` explains ``related``, in its order. ``unlisted_actors`` and
    ``unlisted_places`` are names that the registers do not have, each once. ``versions`` are the
    briefings that say the same in other languages, this one among them and the original first.
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
    relations: tuple[Relation, ...] = ()
    unlisted_actors: tuple[Mention, ...] = ()
    unlisted_places: tuple[Mention, ...] = ()
    versions: tuple[str, ...] = ()


class Problem(StrEnum):
    """Why a reference did not resolve, or (``FORMER``) that it did by an id of earlier times."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    FORMER = "former"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads nowhere, or to more than one thing.

    ``field`` names what was referred from: ``ref``, ``text`` (an annotation without ``ref``),
    ``by``, ``topics``, ``background``, ``related``, ``translation-of``, ``read-more``,
    ``read-more-target``, ``alias`` or ``date``. ``wanted`` is the text looked up. ``candidates``
    are the ids it may have meant, best first; of an alias that is taken, the path of the file that
    has it; of dates that clash, the date that is shown. ``meant`` is the id that is likely meant,
    ``certain`` that it is.
    """

    problem: Problem
    register: Register
    field: str
    wanted: str
    file: SourceFile
    span: Span
    candidates: tuple[str, ...] = ()
    meant: str = ""
    certain: bool = False


@dataclass(frozen=True, slots=True)
class LinkedSite:
    """The whole site, linked. Mappings are in the order of their keys; tuples in reading order.

    That is: the newest article first, background blocks last, each text from its beginning.
    The reports of a series are in the order of what they are as of. Facts of a background block
    count where an article includes it; those of register entries' profiles never do.
    ``mentions``, ``figures`` and ``statements`` of drafts are included: whoever publishes decides.
    ``redirects`` maps each old address (``briefings/old-id``) to the present one.
    ``references`` holds, for each text and annotation number, what the annotation refers to: the
    id of an actor, place or series, the key of an event, or who is quoted; profiles included.
    Reports in ``unlike_units`` stand in ``series`` too, but are compared with no other.
    ``read_more`` holds each text's own lines; a briefing's are the distinct ones of its texts.
    ``translations`` holds, for each article that is given so, the briefing that it translates.
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
    proposals: tuple[Proposal, ...] = ()
    unlike_units: tuple[UnlikeUnit, ...] = ()
    read_more: Mapping[Origin, tuple[ReadMoreLink, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    references: Mapping[Origin, Mapping[int, str]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    translations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
