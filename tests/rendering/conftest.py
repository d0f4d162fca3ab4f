"""Sites made by hand: texts from pieces, articles and register entries with little to say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

import pytest

from generator.config import Settings
from generator.diagnostics import SourceFile, Span
from generator.linking import link
from generator.model.annotation import Annotation, Kind, Quotation
from generator.model.article import (
    Article,
    Correction,
    Document,
    Picture,
    Reference,
    Rights,
    Role,
    Source,
    Status,
)
from generator.model.document import (
    Annotated,
    Attribute,
    Block,
    Division,
    Inline,
    Paragraph,
    ReadMore,
    Text,
)
from generator.model.edtf import Edtf
from generator.model.links import LinkedSite
from generator.model.quantity import Qualifier, Quantity
from generator.model.registers import (
    Actor,
    ActorKind,
    Background,
    FigureSeries,
    Name,
    Place,
    Tolerance,
    Topic,
)
from generator.model.site import Site

NOWHERE = Span(0, 0)


@dataclass
class Mark:
    """An annotation to be: ``[text]{.kind …}``."""

    kind: str
    text: str
    attributes: dict[str, str] = field(default_factory=dict)
    quantity: Quantity | None = None
    date: Edtf | None = None


Piece: TypeAlias = "str | Mark"


def mark(kind: str, text: str, date: str = "", **attributes: str) -> Mark:
    """An annotation; ``date`` is an event's."""
    if date:
        attributes["date"] = date
    return Mark(kind, text, attributes, date=Edtf.parse(date) if date else None)


def figure(
    text: str,
    value: str | None = None,
    unit: str | None = "people",
    qualifier: str = "exact",
    ends: tuple[str, str] | None = None,
    **attributes: str,
) -> Mark:
    """A figure with its quantity read."""
    as_of = attributes.get("as_of")
    if as_of:
        attributes["as-of"] = attributes.pop("as_of")
    low, high = map(Decimal, ends) if ends else (None, None)
    quantity = Quantity(Decimal(value) if value else None, unit, Qualifier(qualifier), low, high)
    return Mark("figure", text, attributes, quantity, Edtf.parse(as_of) if as_of else None)


@dataclass
class Writer:
    """Makes a document of paragraphs and blocks; every node has a span of its own."""

    offset: int = 0
    annotations: list[Annotation] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    read_more: list[ReadMore] = field(default_factory=list)

    def span(self) -> Span:
        self.offset += 10
        return Span(self.offset, self.offset + 9)

    def paragraph(self, pieces: tuple[Piece, ...], section: str = "", own: bool = False) -> Block:  # noqa: FBT001, FBT002
        sentence = "".join(item if isinstance(item, str) else item.text for item in pieces)
        inlines: list[Inline] = []
        for piece in pieces:
            if isinstance(piece, str):
                inlines.append(Text(self.span(), piece))
                continue
            number = len(self.annotations)
            span = self.span()
            slug = re.sub(r"\W+", "-", piece.text.lower()).strip("-")
            self.annotations.append(
                Annotation(
                    kind=Kind(piece.kind),
                    number=number,
                    anchor=f"{piece.kind}-{slug}",
                    span=span,
                    text_span=span,
                    text=piece.text,
                    quotation=Quotation(piece.text),
                    sentence=sentence,
                    section=section,
                    own=own,
                    attributes=tuple(
                        Attribute(key, value, NOWHERE, NOWHERE)
                        for key, value in piece.attributes.items()
                    ),
                    quantity=piece.quantity,
                    date=piece.date,
                )
            )
            inner = (Text(span, piece.text),)
            inlines.append(Annotated(span, inner, (piece.kind,), "", (), number))
        return Paragraph(self.span(), tuple(inlines))

    def division(self, name: str, *paragraphs: tuple[Piece, ...], own: bool = False) -> Block:
        start = self.span().start
        blocks = tuple(self.paragraph(item, name, own) for item in paragraphs)
        span = Span(start, self.span().end)
        flags = ("own",) if own else ()
        division = Division(span, name, NOWHERE, flags, "", (), blocks)
        self.divisions.append(division)
        return division

    def document(self, *blocks: Block) -> Document:
        return Document(
            blocks,
            tuple(self.annotations),
            tuple(self.divisions),
            tuple(self.read_more),
        )


def document(*parts: object) -> Document:
    """Strings and lists are paragraphs, ``("name", …)`` blocks, ``READ MORE: …`` lines."""
    writer = Writer()
    blocks: list[Block] = []
    for part in parts:
        match part:
            case str() if part.startswith("READ MORE: "):
                title = part.removeprefix("READ MORE: ")
                line = ReadMore(writer.span(), "READ MORE", title, writer.span())
                writer.read_more.append(line)
                blocks.append(line)
            case str():
                blocks.append(writer.paragraph((part,)))
            case list():
                blocks.append(writer.paragraph(tuple(part)))
            case (name, *paragraphs):
                own = str(name).endswith(".own")
                pieces = [tuple(item) if isinstance(item, list) else (item,) for item in paragraphs]
                blocks.append(writer.division(str(name).removesuffix(".own"), *pieces, own=own))
            case _:
                raise AssertionError(part)
    return writer.document(*blocks)


def references(ids: tuple[str, ...]) -> tuple[Reference, ...]:
    return tuple(Reference(item, NOWHERE) for item in ids)


def article(key: str, *parts: object, **values: Any) -> Article:  # noqa: ANN401
    """An article whose front matter has what is given and nothing else."""
    rights = Rights(values.pop("rights", "own"))
    source = values.pop("source", None) or Source(
        values.pop("publisher", "Example Desk"), values.pop("url", ""), rights=rights
    )
    picture = values.pop("picture", "")
    return Article(
        id=key,
        file=SourceFile(f"content/articles/{key}.md", ""),
        title=values.pop("title", key.title()),
        date=dt.date.fromisoformat(values.pop("date", "2021-09-14")),
        moment=None,
        summary=values.pop("summary", ""),
        briefing=values.pop("briefing", key),
        language=values.pop("language", "en"),
        topics=references(values.pop("topics", ())),
        background=references(values.pop("background", ())),
        source=source,
        image=Picture(file=picture, alt="A picture", span=NOWHERE) if picture else None,
        status=Status(values.pop("status", "published")),
        updated=dt.date.fromisoformat(values.pop("updated")) if "updated" in values else None,
        corrections=tuple(
            Correction(dt.date.fromisoformat(date), text, NOWHERE)
            for date, text in values.pop("corrections", ())
        ),
        aliases=references(values.pop("aliases", ())),
        related=references(values.pop("related", ())),
        document=document(*parts),
        spans={},
        **values,
    )


def actor(key: str, name: str, *aliases: str, kind: str = "Person", **values: Any) -> Actor:  # noqa: ANN401
    """An actor; ``roles`` are ``(title, from, to)``."""
    roles = tuple(
        Role(title, Edtf.parse(start) if start else None, Edtf.parse(end) if end else None, NOWHERE)
        for title, start, end in values.pop("roles", ())
    )
    return Actor(
        id=key,
        file=SourceFile(f"content/actors/{key}.md", ""),
        name=name,
        kind=ActorKind(kind),
        names=tuple(Name(item, NOWHERE) for item in (name, *aliases)),
        roles=roles,
        wikidata="",
        links=(),
        image=None,
        former_ids=values.pop("former_ids", ()),
        profile=document(*values.pop("profile", ())),
    )


def place(key: str, name: str) -> Place:
    file = SourceFile(f"content/places/{key}.md", "")
    return Place(key, file, name, (Name(name, NOWHERE),), "Syria", "", (), Document())


def series(key: str, label: str, tolerance: str = "", unit: str = "people") -> FigureSeries:
    return FigureSeries(
        id=key,
        file=SourceFile(f"content/figures/{key}.md", ""),
        label=label,
        unit=unit,
        better=None,
        tolerance=Tolerance(Decimal(tolerance), relative=True) if tolerance else None,
        former_ids=(),
        profile=Document(),
    )


def topic(key: str, title: str) -> Topic:
    return Topic(key, SourceFile(f"content/topics/{key}.md", ""), title, (), Document())


def background(key: str, *parts: object, as_of: str = "2021-09") -> Background:
    return Background(
        key,
        SourceFile(f"content/background/{key}.md", ""),
        key.title(),
        Edtf.parse(as_of),
        None,
        document(*parts),
    )


def site(*things: object, **settings: Any) -> LinkedSite:  # noqa: ANN401
    """The things as a linked site."""

    def of(kind: type) -> dict[str, Any]:
        found = (item for item in things if isinstance(item, kind))
        return dict(sorted((item.id, item) for item in found))  # type: ignore[attr-defined]

    return link(
        Site(
            settings=Settings(site_name="The Desk", **settings),
            articles=of(Article),
            actors=of(Actor),
            figures=of(FigureSeries),
            places=of(Place),
            topics=of(Topic),
            background=of(Background),
        )
    )


class Make:
    """The builders of this file, for tests."""

    actor = staticmethod(actor)
    article = staticmethod(article)
    background = staticmethod(background)
    document = staticmethod(document)
    figure = staticmethod(figure)
    mark = staticmethod(mark)
    place = staticmethod(place)
    series = staticmethod(series)
    site: Callable[..., LinkedSite] = staticmethod(site)
    topic = staticmethod(topic)


@pytest.fixture(scope="session")
def make() -> Make:
    """How sites are made."""
    return Make()
