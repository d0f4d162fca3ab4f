"""Small sites from text, without a parser: annotations are ``[text]{.kind key=value}``, flat."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from generator.config import Settings
from generator.diagnostics import SourceFile, Span
from generator.model.annotation import Annotation, Kind, Quotation
from generator.model.article import Article, Document, Picture, Reference, Rights, Source, Status
from generator.model.document import Attribute, Division, ReadMore
from generator.model.edtf import Edtf
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

if TYPE_CHECKING:
    from collections.abc import Iterable

Item: TypeAlias = Article | Actor | FigureSeries | Place | Topic | Background

_ANNOTATION = re.compile(r"\[(?P<text>[^\]]*)\]\{\.(?P<kind>\w+)(?P<attributes>[^}]*)\}")
_ATTRIBUTE = re.compile(r"([\w-]+)=(?:\"([^\"]*)\"|(\S+))")
_READ_MORE = re.compile(r"^READ MORE: (?:\[([^\]]*)\]\((.*)\)|(.*))$", re.MULTILINE)
_BLOCK = re.compile(r"^::: \{\.(\w+)([^}]*)\}$(.*?)^:::$", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"[0-9][0-9,.]*")


def document(text: str) -> Document:
    """The annotations, blocks and READ MORE lines of ``text``."""
    return Document(
        annotations=tuple(
            _annotation(number, match) for number, match in enumerate(_ANNOTATION.finditer(text))
        ),
        divisions=tuple(
            Division(
                Span(*match.span()),
                match[1],
                Span(*match.span(1)),
                (),
                "",
                _attributes(match[2], match.start(2)),
                (),
            )
            for match in _BLOCK.finditer(text)
        ),
        read_more=tuple(
            ReadMore(
                Span(*match.span()),
                "READ MORE",
                match[1] or match[3],
                Span(*match.span(1 if match[1] else 3)),
                match[2] or "",
            )
            for match in _READ_MORE.finditer(text)
        ),
    )


def _annotation(number: int, match: re.Match[str]) -> Annotation:
    attributes = _attributes(match["attributes"], match.start("attributes"))
    given = {item.key: item.value for item in attributes}
    kind = Kind(match["kind"])
    date = given.get("as-of" if kind is Kind.FIGURE else "date")
    return Annotation(
        kind=kind,
        number=number,
        anchor=f"a{number}",
        span=Span(*match.span()),
        text_span=Span(*match.span("text")),
        text=match["text"],
        quotation=Quotation(match["text"]),
        sentence=match["text"],
        attributes=attributes,
        quantity=_quantity(match["text"], given) if kind is Kind.FIGURE else None,
        date=Edtf.parse(date) if date else None,
    )


def _attributes(text: str, offset: int) -> tuple[Attribute, ...]:
    return tuple(
        Attribute(
            match[1],
            match[2] or match[3] or "",
            Span(*match.span(1)).shifted(offset),
            Span(*match.span(2 if match[2] else 3)).shifted(offset),
        )
        for match in _ATTRIBUTE.finditer(text)
    )


def _quantity(text: str, given: dict[str, str]) -> Quantity | None:
    numbers = [Decimal(item.replace(",", "")) for item in _NUMBER.findall(text)]
    if not numbers:
        return None
    qualifier = Qualifier(given.get("qualifier", "exact"))
    unit = given.get("unit")
    if qualifier is Qualifier.BETWEEN:
        return Quantity(None, unit, qualifier, numbers[0], numbers[1])
    return Quantity(numbers[0], unit, qualifier)


def _references(ids: Iterable[str]) -> tuple[Reference, ...]:
    return tuple(Reference(item, Span(at, at + 1)) for at, item in enumerate(ids))


def article(  # noqa: PLR0913 - each test names the few that it needs
    key: str,
    text: str = "",
    *,
    title: str = "",
    date: str = "2021-09-14",
    moment: dt.datetime | None = None,
    briefing: str = "",
    topics: Iterable[str] = (),
    background: Iterable[str] = (),
    aliases: Iterable[str] = (),
    related: Iterable[str] = (),
    rights: Rights = Rights.OWN,
    image: str = "",
) -> Article:
    return Article(
        id=key,
        file=SourceFile(f"content/articles/{key}.md", text),
        title=title or f"Title of {key}",
        date=dt.date.fromisoformat(date),
        moment=moment,
        summary="",
        briefing=briefing or key,
        language="en",
        topics=_references(topics),
        background=_references(background),
        source=Source(rights=rights),
        image=Picture(file=image) if image else None,
        status=Status.PUBLISHED,
        updated=None,
        corrections=(),
        aliases=_references(aliases),
        related=_references(related),
        document=document(text),
        spans={},
    )


def actor(key: str, *names: str, former: Iterable[str] = (), text: str = "") -> Actor:
    names = names or (key,)
    return Actor(
        id=key,
        file=SourceFile(f"content/actors/{key}.md", text),
        name=names[0],
        kind=ActorKind.PERSON,
        names=tuple(Name(name, Span(0, 0)) for name in names),
        roles=(),
        wikidata="",
        links=(),
        image=None,
        former_ids=tuple(former),
        profile=document(text),
    )


def place(key: str, *names: str) -> Place:
    names = names or (key,)
    file = SourceFile(f"content/places/{key}.md", "")
    spans = tuple(Name(name, Span(0, 0)) for name in names)
    return Place(key, file, names[0], spans, "", "", (), Document())


def series(
    key: str, *, unit: str = "", tolerance: str = "", relative: bool = False, label: str = ""
) -> FigureSeries:
    allowed = Tolerance(Decimal(tolerance), relative) if tolerance else None
    file = SourceFile(f"content/figures/{key}.md", "")
    return FigureSeries(key, file, label or key.title(), unit, None, allowed, (), Document())


def topic(key: str) -> Topic:
    return Topic(key, SourceFile(f"content/topics/{key}.md", ""), key.title(), (), Document())


def background(key: str, text: str = "", *, as_of: str = "") -> Background:
    file = SourceFile(f"content/background/{key}.md", text)
    date = Edtf.parse(as_of) if as_of else None
    return Background(key, file, key.title(), date, None, document(text))


def site(*items: Item) -> Site:
    """A site of ``items``; its mappings are in the order in which they are given."""
    return Site(
        settings=Settings(),
        articles={item.id: item for item in items if isinstance(item, Article)},
        actors={item.id: item for item in items if isinstance(item, Actor)},
        figures={item.id: item for item in items if isinstance(item, FigureSeries)},
        places={item.id: item for item in items if isinstance(item, Place)},
        topics={item.id: item for item in items if isinstance(item, Topic)},
        background={item.id: item for item in items if isinstance(item, Background)},
    )
