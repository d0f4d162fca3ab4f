"""The front matter of the registers' entries as it is written: keys, types and what they mean."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, WithJsonSchema, model_validator

from generator.model.edtf import Edtf
from generator.model.registers import ActorKind, Better, Tolerance
from generator.records import (
    ADDRESS_SCHEMA,
    Address,
    Kind,
    Line,
    Lines,
    Record,
    Refusal,
    Slugs,
    choice,
    choice_schema,
    no_choice,
    quoted,
    text_field,
)
from generator.records.dates import propose_date

from .article_record import ImageRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
_WIKIDATA_ADDRESS = re.compile(
    r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/|wd:)?[Qq][1-9][0-9]{0,11}"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:([, _'])[0-9]{3})(?:\1[0-9]{3})*")
_TOLERANCE = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?) ?(%?)")
_NOTHING_BETTER = "none"


def _read_edtf(text: str) -> Edtf:
    try:
        return Edtf.parse(text)
    except ValueError as error:
        proposed, certain = propose_date(text)
        raise Refusal(
            Kind.EDTF, "which is no date", str(error), proposed=proposed, certain=certain
        ) from error


def _read_point(text: str) -> Edtf:
    date = _read_edtf(text)
    if date.interval:
        raise Refusal(Kind.EDTF, "which is no single date", "Write one date, as 2021-09")
    return date


def _read_wikidata(text: str) -> str:
    text = text.strip()
    if _WIKIDATA.fullmatch(text):
        return text
    found = _WIKIDATA.search(text.upper())
    proposed = found.group() if found else ""
    mend = f"Write {proposed}" if proposed else "Write it as Q42"
    certain = _WIKIDATA_ADDRESS.fullmatch(text) is not None
    reason = "which is no item of Wikidata"
    raise Refusal(Kind.WIKIDATA, reason, mend, proposed=proposed, certain=certain)


def _read_tolerance(text: str) -> Tolerance:
    text = text.strip()
    parts = _TOLERANCE.fullmatch(text)
    if parts is None:
        plain = re.sub(r"[, _']", "", text)
        proposed = plain if _THOUSANDS.fullmatch(text) else ""
        mend = f"Write {plain}" if _TOLERANCE.fullmatch(plain) else "Write it as 10% or 500"
        reason = "which is neither a share nor a number"
        raise Refusal(Kind.TOLERANCE, reason, mend, proposed=proposed)
    amount = Decimal(parts[1])
    if not parts[2]:
        return Tolerance(amount, relative=False)
    if amount > 100:  # noqa: PLR2004 - per cent
        raise Refusal(Kind.TOLERANCE, "which is more than all of it", "Write at most 100%")
    return Tolerance(amount / 100, relative=True)


def _read_direction(text: str) -> Better | None:
    text = text.strip()
    if text == _NOTHING_BETTER:
        return None
    try:
        return Better(text)
    except ValueError as error:
        raise no_choice(text, (*Better, _NOTHING_BETTER)) from error


_POINT = (
    "[0-9]{2}([0-9]{2}|[0-9][Xx]|[Xx]{2})(-(0[1-9]|1[0-2]|2[1-4]|[Xx]{2})"
    "(-(0[1-9]|[12][0-9]|3[01]|[Xx]{2})([T ][0-9:.,Z+-]+)?)?)?([?~%]|\\?~|~\\?)?"
)
_END = f"(\\.\\.|{_POINT})?"


def _schema(pattern: str, mend: str, *examples: str) -> WithJsonSchema:
    told = {"examples": list(examples)} if examples else {}
    schema = {"type": "string", "pattern": f"^{pattern}$", "patternErrorMessage": mend}
    return WithJsonSchema({**schema, **told})


def _or_addresses(schema: dict[str, Any]) -> None:
    schema["items"] = {"anyOf": [ADDRESS_SCHEMA, schema["items"]]}


_EXAMPLES = ("2021-09-14", "2021-09", "2021")
_WRITE_DATE = "Write a date as 2021-09-14, 2021-09, 2021 or 199X."
Date = Annotated[
    Edtf, text_field(_read_edtf), _schema(f"({_POINT}|{_END} */ *{_END})", _WRITE_DATE, *_EXAMPLES)
]
Point = Annotated[Edtf, text_field(_read_point), _schema(_POINT, _WRITE_DATE, *_EXAMPLES)]
Wikidata = Annotated[
    str, text_field(_read_wikidata), _schema(_WIKIDATA.pattern, "Write it as Q42.")
]
ToleranceField = Annotated[
    Tolerance,
    text_field(_read_tolerance),
    _schema("[0-9]{1,15}(\\.[0-9]{1,9})? ?%?", "Write it as 10% or 500."),
]
KindField = Annotated[ActorKind, choice(ActorKind), choice_schema(ActorKind)]
Direction = Annotated[
    Better | None, text_field(_read_direction), choice_schema(Better, _NOTHING_BETTER)
]

_FORMER_IDS = "Ids that the entry had before; each keeps working as a redirect."
_WIKIDATA_ITEM = "Its item in Wikidata."


class RoleRecord(Record):
    """A title held for a time."""

    title: Line = Field(description="What the role is called.", examples=["Harbour master"])
    from_: Point | None = Field(default=None, description="Since when (EDTF). Default: open.")
    to: Point | None = Field(default=None, description="Until when (EDTF). Default: still held.")

    @model_validator(mode="after")
    def _in_order(self) -> RoleRecord:
        start = self.from_.earliest if self.from_ else None
        end = self.to.latest if self.to else None
        if self.from_ and self.to and start and end and end < start:
            reason = (
                f"has {quoted(self.title)} end in {self.to.text}, "
                f"before it begins in {self.from_.text}"
            )
            raise Refusal(Kind.ORDER, reason, "Correct the one that is wrong", "to")
        return self


class LinkRecord(Record):
    """A titled address; an address alone needs no keys."""

    title: Line = Field(default="", description="What it leads to. Default: the name of the host.")
    url: Address = Field(description="The address.", examples=["https://desk.example/about"])

    @model_validator(mode="before")
    @classmethod
    def _alone(cls, value: object) -> object:
        return {"url": value} if isinstance(value, str) else value


class ActorRecord(Record):
    """The front matter of a person, organisation, state or armed group."""

    name: Line = Field(description="The name that pages show.", examples=["Ada Example"])
    kind: KindField = Field(
        default=ActorKind.LEGAL_ENTITY, description="What it is, as FollowTheMoney calls it."
    )
    aliases: Lines = Field(default=(), description="Other names, in any script.")
    roles: tuple[RoleRecord, ...] = Field(default=(), description="Titles held, with their times.")
    wikidata: Wikidata | None = Field(default=None, description=_WIKIDATA_ITEM)
    links: tuple[LinkRecord, ...] = Field(
        default=(), description="Pages about it.", json_schema_extra=_or_addresses
    )
    image: ImageRecord | None = Field(default=None, description="A picture.")
    former_ids: Slugs = Field(default=(), description=_FORMER_IDS)


class FigureRecord(Record):
    """The front matter of a quantity that several articles report over time."""

    label: Line = Field(description="What is counted or measured.", examples=["People displaced"])
    unit: Line = Field(default="", description="What one of it is: people, percent, EUR, month.")
    better: Direction = Field(default=None, description="Which way of change is good news.")
    tolerance: ToleranceField | None = Field(
        default=None,
        description="How far apart two reports may be before readers are told: 10% or a number.",
    )
    date: Date | None = Field(
        default=None,
        description="When the one event was that it measures (EDTF): later reports revise it.",
    )
    former_ids: Slugs = Field(default=(), description=_FORMER_IDS)


class PlaceRecord(Record):
    """The front matter of a place."""

    name: Line = Field(description="The name that pages show.", examples=["Example Town"])
    aliases: Lines = Field(default=(), description="Other names, in any script.")
    country: Line = Field(
        default="", description="The country it lies in: an ISO 3166 code or a name."
    )
    wikidata: Wikidata | None = Field(default=None, description=_WIKIDATA_ITEM)
    former_ids: Slugs = Field(default=(), description=_FORMER_IDS)


class TopicRecord(Record):
    """The front matter of a subject that briefings are grouped by."""

    title: Line = Field(description="What pages call it.", examples=["Harbours"])
    former_ids: Slugs = Field(default=(), description=_FORMER_IDS)


class BackgroundRecord(Record):
    """The front matter of reusable background."""

    title: Line = Field(description="What pages call it.", examples=["The harbour in brief"])
    as_of: Date | None = Field(default=None, description="What day it tells of (EDTF).")
    review_by: Point | None = Field(
        default=None, description="When an editor should read it again (EDTF)."
    )


NAMED: Mapping[str, str] = MappingProxyType(
    {
        "alias": "aliases",
        "also-known-as": "aliases",
        "label": "name",
        "names": "name and aliases",
        "old-ids": "former-ids",
        "redirects": "former-ids",
        "title": "name",
        "type": "kind",
        "url": "links",
        "website": "links",
    }
)
"""Keys that an actor or place may be given, and what they are called here."""

LABELLED: Mapping[str, str] = MappingProxyType(
    {
        "name": "label",
        "title": "label",
        "old-ids": "former-ids",
        "redirects": "former-ids",
        "units": "unit",
    }
)
"""The same for a figure."""

TITLED: Mapping[str, str] = MappingProxyType(
    {
        "label": "title",
        "name": "title",
        "date": "as-of",
        "old-ids": "former-ids",
        "redirects": "former-ids",
    }
)
"""The same for a topic or a background block."""
