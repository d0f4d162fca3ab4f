"""Entries of the registers: what articles refer to. The file's stem is the id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from generator.diagnostics import SourceFile, Span

from .article import Document, Hyperlink, Picture, Role
from .edtf import Edtf


class ActorKind(StrEnum):
    """FollowTheMoney's schema names for those who act, and two of ours: State and ArmedGroup."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PUBLIC_BODY = "PublicBody"
    COMPANY = "Company"
    LEGAL_ENTITY = "LegalEntity"
    STATE = "State"
    ARMED_GROUP = "ArmedGroup"


class Better(StrEnum):
    """Which way of change is good news; most series have none."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Name:
    """A name or alias, and the place where it is written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far apart two reports may be: an amount, or a share of the greater (``relative``)."""

    amount: Decimal
    relative: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, state or armed group. ``names``: the name, then the aliases."""

    id: str
    file: SourceFile
    name: str
    kind: ActorKind
    names: tuple[Name, ...]
    roles: tuple[Role, ...]
    wikidata: str
    links: tuple[Hyperlink, ...]
    image: Picture | None
    former_ids: tuple[str, ...]
    profile: Document


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """A quantity that several articles report over time.

    ``date`` is given where it measures one event, which is over: what is reported of that later
    is a revision of it and no change.
    """

    id: str
    file: SourceFile
    label: str
    unit: str
    better: Better | None
    tolerance: Tolerance | None
    former_ids: tuple[str, ...]
    profile: Document
    date: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place. ``names`` holds the name first, then the aliases."""

    id: str
    file: SourceFile
    name: str
    names: tuple[Name, ...]
    country: str
    wikidata: str
    former_ids: tuple[str, ...]
    profile: Document


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that briefings are grouped by."""

    id: str
    file: SourceFile
    title: str
    former_ids: tuple[str, ...]
    profile: Document


@dataclass(frozen=True, slots=True)
class Background:
    """Reusable background. Its annotations count wherever it is included.

    ``spans`` holds the place of each front-matter key that is given.
    """

    id: str
    file: SourceFile
    title: str
    as_of: Edtf | None
    review_by: Edtf | None
    document: Document
    spans: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
