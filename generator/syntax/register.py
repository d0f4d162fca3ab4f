"""Entries of the registers: one file of front matter and profile for each thing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.registers import REPEATED_NAME
from generator.model.article import Document, Hyperlink, Role
from generator.model.links import Register
from generator.model.registers import Actor, Background, FigureSeries, Name, Place, Topic
from generator.records import (
    MapNode,
    Record,
    Refusal,
    Subject,
    check_characters,
    items_of,
    propose_slug,
    quoted,
    read_slug,
    value_spans,
)

from .article_file import bad_file_name, image_warnings, parse_article, picture, repeated
from .document import parse_document
from .front_matter import CODES, read_front_matter
from .register_record import (
    LABELLED,
    NAMED,
    TITLED,
    ActorRecord,
    BackgroundRecord,
    FigureRecord,
    PlaceRecord,
    TopicRecord,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from generator.config import Settings

R = TypeVar("R", bound=Record)

Entry: TypeAlias = Actor | FigureSeries | Place | Topic | Background
Diagnostics: TypeAlias = tuple[Diagnostic, ...]


def parse_actor(path: str, text: str, settings: Settings) -> tuple[Actor | None, Diagnostics]:
    """The actor in ``text``; ``None`` where its name or its id cannot be read."""
    entry, faults = _read(path, text, settings, ActorRecord, _ACTOR)
    record, node = entry.record, entry.node
    if record is None:
        return None, faults
    names, more = _names(entry.source, record.name, record.aliases, node)
    faults += more + image_warnings(entry.source, record.image, node)
    if not entry.id:
        return None, faults
    roles = zip(record.roles, items_of(node.value("roles")), strict=True)
    links = zip(record.links, items_of(node.value("links")), strict=True)
    actor = Actor(
        id=entry.id,
        file=entry.source,
        name=record.name,
        kind=record.kind,
        names=names,
        roles=tuple(Role(item.title, item.from_, item.to, at.span) for item, at in roles),
        wikidata=record.wikidata or "",
        links=tuple(
            Hyperlink(item.title or urlsplit(item.url).netloc, item.url, at.span)
            for item, at in links
        ),
        image=picture(record.image, node.value("image")),
        former_ids=tuple(dict.fromkeys(record.former_ids)),
        profile=entry.document,
    )
    return actor, faults


def parse_figure(
    path: str, text: str, settings: Settings
) -> tuple[FigureSeries | None, Diagnostics]:
    """The figure series in ``text``; ``None`` where its label or its id cannot be read."""
    entry, faults = _read(path, text, settings, FigureRecord, _FIGURE)
    record = entry.record
    if record is None or not entry.id:
        return None, faults
    figure = FigureSeries(
        id=entry.id,
        file=entry.source,
        label=record.label,
        unit=record.unit,
        better=record.better,
        tolerance=record.tolerance,
        former_ids=tuple(dict.fromkeys(record.former_ids)),
        profile=entry.document,
        date=record.date,
    )
    return figure, faults


def parse_place(path: str, text: str, settings: Settings) -> tuple[Place | None, Diagnostics]:
    """The place in ``text``; ``None`` where its name or its id cannot be read."""
    entry, faults = _read(path, text, settings, PlaceRecord, _PLACE)
    record = entry.record
    if record is None:
        return None, faults
    names, more = _names(entry.source, record.name, record.aliases, entry.node)
    faults += more
    if not entry.id:
        return None, faults
    place = Place(
        id=entry.id,
        file=entry.source,
        name=record.name,
        names=names,
        country=record.country,
        wikidata=record.wikidata or "",
        former_ids=tuple(dict.fromkeys(record.former_ids)),
        profile=entry.document,
    )
    return place, faults


def parse_topic(path: str, text: str, settings: Settings) -> tuple[Topic | None, Diagnostics]:
    """The topic in ``text``; ``None`` where its title or its id cannot be read."""
    entry, faults = _read(path, text, settings, TopicRecord, _TOPIC)
    record = entry.record
    if record is None or not entry.id:
        return None, faults
    former_ids = tuple(dict.fromkeys(record.former_ids))
    return Topic(entry.id, entry.source, record.title, former_ids, entry.document), faults


def parse_background(
    path: str, text: str, settings: Settings
) -> tuple[Background | None, Diagnostics]:
    """The background block in ``text``; ``None`` where its title or its id cannot be read."""
    entry, faults = _read(path, text, settings, BackgroundRecord, _BACKGROUND)
    record = entry.record
    if record is None or not entry.id:
        return None, faults
    block = Background(
        id=entry.id,
        file=entry.source,
        title=record.title,
        as_of=record.as_of,
        review_by=record.review_by,
        document=entry.document,
        spans=dict(value_spans(entry.node)),
    )
    return block, faults


def parse_entry(
    register: Register, path: str, text: str, settings: Settings
) -> tuple[object | None, Diagnostics]:
    """What ``text`` holds, read as what stands in the folder of ``register``."""
    return _PARSERS[register](path, text, settings)


class _Kind(NamedTuple):
    """What an entry is: how messages name its front matter, and the header proposed for it."""

    subject: Subject
    header: str


@dataclass(frozen=True, slots=True)
class _Entry(Generic[R]):
    """What all entries have in common. ``id`` is ``""`` where the file's name is no slug."""

    source: SourceFile
    id: str
    record: R | None
    node: MapNode
    document: Document


def _read(
    path: str, text: str, settings: Settings, model: type[R], kind: _Kind
) -> tuple[_Entry[R], Diagnostics]:
    source = SourceFile(path, text)
    (record, node, faults), body = read_front_matter(source, model, kind.subject, kind.header)
    reference: dt.date | None = None
    if isinstance(record, BackgroundRecord) and record.as_of:
        reference = record.as_of.latest
    document, more = parse_document(
        source,
        body,
        settings=settings,
        language=settings.language,
        reference=reference,
        headline="",
    )
    stem = path.rpartition("/")[2].removesuffix(".md")
    diagnostics = [*check_characters(source), *faults, *more]
    identity = ""
    try:
        identity = read_slug(stem)
    except Refusal as refusal:
        diagnostics.append(bad_file_name(source, stem, refusal, propose_slug(stem)))
    if record is not None:
        former = getattr(record, "former_ids", ())
        diagnostics += repeated(source, "former-ids", items_of(node.value("former-ids")), former)
    return _Entry(source, identity, record, node, document), tuple(diagnostics)


def _names(
    source: SourceFile, name: str, aliases: tuple[str, ...], node: MapNode
) -> tuple[tuple[Name, ...], Diagnostics]:
    """The name and the aliases, each once, with a warning at each that is repeated."""
    places = (*items_of(node.value("name")), *items_of(node.value("aliases")))
    names: dict[str, Name] = {}
    faults: list[Diagnostic] = []
    for text, place in zip((name, *aliases), places, strict=True):
        key = unicodedata.normalize("NFC", text)
        if key in names:
            line = source.position(names[key].span.start).line
            message = f"The name {quoted(text)} is given twice: it stands on line {line} already."
            mend = "Delete one of the two."
            faults.append(diagnose(REPEATED_NAME, source, place.span, message, mend))
        names.setdefault(key, Name(text, place.span))
    return tuple(names.values()), tuple(faults)


_ACTOR = _Kind(
    Subject("the front matter of an actor", CODES, NAMED), "name: Ada Example\nkind: Person"
)
_FIGURE = _Kind(
    Subject("the front matter of a figure", CODES, LABELLED),
    "label: People displaced\nunit: people",
)
_PLACE = _Kind(Subject("the front matter of a place", CODES, NAMED), "name: Example Town")
_TOPIC = _Kind(Subject("the front matter of a topic", CODES, TITLED), "title: Harbours")
_BACKGROUND = _Kind(
    Subject("the front matter of a background block", CODES, TITLED), "title: The harbour in brief"
)

_PARSERS: Mapping[Register, Callable[[str, str, Settings], tuple[object | None, Diagnostics]]] = (
    MappingProxyType(
        {
            Register.ARTICLE: parse_article,
            Register.ACTOR: parse_actor,
            Register.FIGURE: parse_figure,
            Register.PLACE: parse_place,
            Register.TOPIC: parse_topic,
            Register.BACKGROUND: parse_background,
        }
    )
)
