"""An article as read: its front matter, its text and its annotations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import NOWHERE, SourceFile, Span

from .annotation import Annotation
from .document import Block, Caption, Division, ReadMore, SourceLine
from .edtf import Edtf


class Rights(StrEnum):
    """What may be published of a text: all of it, all under licence, or annotated sentences."""

    OWN = "own"
    LICENSED = "licensed"
    QUOTE = "quote"

    @property
    def full_text(self) -> bool:
        """Whether the article gets a reading view."""
        return self is not Rights.QUOTE


class Status(StrEnum):
    """A draft is built by ``serve`` and never published."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that something else is known by, and the place where it is written."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text came from. ``rights`` is resolved: it holds the default where none is given.

    ``text`` is the path below ``content/`` of a saved copy of the source's text.
    """

    publisher: str = ""
    url: str = ""
    author: str = ""
    agencies: tuple[str, ...] = ()
    published: dt.date | None = None
    retrieved: dt.date | None = None
    archive: str = ""
    licence: str = ""
    rights: Rights = Rights.OWN
    text: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with what must be said with it; ``file`` (below ``content/``) or ``url`` is set."""

    file: str = ""
    url: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong and is now right, and since when."""

    date: dt.date
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """The text below front matter: a tree of blocks and the annotations in it, in file order."""

    blocks: tuple[Block, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    divisions: tuple[Division, ...] = ()
    read_more: tuple[ReadMore, ...] = ()
    source_lines: tuple[SourceLine, ...] = ()
    captions: tuple[Caption, ...] = ()
    words: int = 0

    @property
    def dated(self) -> tuple[tuple[Span, str], ...]:
        """The blocks that say what they are as of: each one's place, and the date as written."""
        return tuple(
            (division.span, written)
            for division in self.divisions
            if (written := _as_of(division)) is not None
        )

    def annotated(self) -> tuple[Span, ...]:
        """Where annotations stand in the text's own file, in order; those that overlap are one."""
        places = sorted(item.placed or item.span for item in self.annotations)
        found: list[Span] = []
        for place in places:
            if found and place.start < found[-1].end:
                found[-1] = Span(found[-1].start, max(found[-1].end, place.end))
            else:
                found.append(place)
        return tuple(found)


def _as_of(division: Division) -> str | None:
    return next((item.value for item in division.attributes if item.key == "as-of"), None)


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated source text.

    ``date`` is the day it was published; ``moment`` the date-time where one is given.
    ``translation_of`` is the briefing of which this article's is a version in another language.
    ``spans`` holds the place of each front-matter key that is given, by its dotted name.
    """

    id: str
    file: SourceFile
    title: str
    date: dt.date
    moment: dt.datetime | None
    summary: str
    briefing: str
    language: str
    topics: tuple[Reference, ...]
    background: tuple[Reference, ...]
    source: Source
    image: Picture | None
    status: Status
    updated: dt.date | None
    corrections: tuple[Correction, ...]
    aliases: tuple[Reference, ...]
    related: tuple[Reference, ...]
    document: Document
    spans: dict[str, Span]
    translation_of: Reference | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A title held from one date to another; an end that is not given is open."""

    title: str
    start: Edtf | None
    end: Edtf | None
    span: Span


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A titled address."""

    title: str
    url: str
    span: Span
