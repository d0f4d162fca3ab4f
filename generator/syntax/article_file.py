"""An article's file as an :class:`~generator.model.article.Article` with all its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.files import BAD_FILE_NAME
from generator.diagnostics.codes.front_matter import (
    IMAGE_WITHOUT_ALT,
    REPEATED_ITEM,
    UNCONFIRMED,
    UPDATED_BEFORE_DATE,
)
from generator.model.article import (
    Article,
    Correction,
    Document,
    Picture,
    Reference,
    Rights,
    Source,
)
from generator.records import (
    MapNode,
    Node,
    Refusal,
    Scalar,
    Subject,
    check_characters,
    items_of,
    key_span_at,
    propose_id,
    quoted,
    read_id,
    read_language,
    value_spans,
    yaml_quoted,
)
from generator.records.dates import read_day

from .article_record import SYNONYMS, ArticleRecord, ImageRecord, SourceRecord
from .document import parse_document
from .front_matter import CODES, read_front_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.config import Settings

T = TypeVar("T")

FOLDER = "articles"
"""The folder of articles below the content folder."""

_SUBJECT = Subject("the front matter of an article", CODES, SYNONYMS)
_LONGEST_TITLE = 120


def parse_article(
    path: str, text: str, settings: Settings, sidecar: SourceFile | None = None
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article in ``text``, read from ``path`` (POSIX, relative to the site's root).

    ``None`` where its title, its date or its id cannot be read. Otherwise it is there even with
    errors, and holds what could be read. All faults of front matter and text come in one run.
    ``sidecar`` holds annotations that stand beside the text.
    """
    source = SourceFile(path, text)
    (record, node, faults), body = read_front_matter(
        source, ArticleRecord, _SUBJECT, _header(source)
    )
    language = (record.language if record else _salvaged(node, "language", read_language)) or (
        settings.language
    )
    reference = record.date.day if record else _salvaged(node, "date", read_day)
    headline = record.title if record else _salvaged(node, "title", str) or ""
    document, more = parse_document(
        source,
        body,
        settings=settings,
        language=language,
        reference=reference,
        headline=headline,
        sidecar=sidecar,
    )
    diagnostics = [*check_characters(source), *faults, *more]
    if record is None or "id" not in node.entries:
        identity = _identity(source, settings, diagnostics)
    else:
        identity = record.id or ""
    if record is None:
        return None, tuple(diagnostics)
    diagnostics += _warnings(source, record, node)
    if not identity:
        return None, tuple(diagnostics)
    return _article(source, record, node, identity, language, document), tuple(diagnostics)


def article_id(path: str, settings: Settings) -> str:
    """The id that an article has by its path alone; it may be no slug."""
    start = f"{settings.content_dir}/{FOLDER}/"
    relative = path[len(start) :] if path.startswith(start) else path.rpartition("/")[2]
    return relative.removesuffix(".md")


def picture(image: ImageRecord | None, node: Node | None) -> Picture | None:
    """The picture that a record of front matter describes."""
    if image is None or node is None:
        return None
    return Picture(
        file=image.file or "",
        url=image.url or "",
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
        span=node.span,
    )


def image_warnings(
    source: SourceFile, image: ImageRecord | None, node: MapNode
) -> tuple[Diagnostic, ...]:
    """A warning where a picture has no alternative text."""
    if image is None or image.alt:
        return ()
    return (
        diagnose(
            IMAGE_WITHOUT_ALT,
            source,
            key_span_at(node, ("image",)),
            f"The image {quoted(image.file or image.url or '')} has no alternative text.",
            "Add alt: and say in a sentence what it shows.",
        ),
    )


def repeated(
    source: SourceFile, key: str, nodes: Sequence[Node], values: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """A warning at each item of the list ``key`` that stands in it already."""
    found: list[Diagnostic] = []
    seen: set[str] = set()
    for item, value in zip(nodes, values, strict=True):
        if value in seen:
            message = f"{quoted(value)} stands in {key} twice."
            mend = "Delete one of the two."
            found.append(diagnose(REPEATED_ITEM, source, item.span, message, mend))
        seen.add(value)
    return tuple(found)


def _header(source: SourceFile) -> str:
    """The lines proposed where there is no front matter, the text's first line as its title."""
    first = source.text.lstrip("\ufeff").lstrip().partition("\n")[0].strip(" #\r")
    title = first if 0 < len(first) <= _LONGEST_TITLE else "The headline"
    return f"title: {yaml_quoted(title)}\ndate: 2021-09-14"


def _salvaged(node: MapNode, key: str, read: Callable[[str], T]) -> T | None:
    """A value of front matter that cannot be read as a whole, so that the text still can."""
    value = node.value(key)
    if not isinstance(value, Scalar):
        return None
    try:
        return read(value.text)
    except Refusal:
        return None


def _identity(source: SourceFile, settings: Settings, diagnostics: list[Diagnostic]) -> str:
    identity = article_id(source.path, settings)
    try:
        return read_id(identity)
    except Refusal as refusal:
        diagnostics.append(bad_file_name(source, identity, refusal, propose_id(identity)))
        return ""


def bad_file_name(source: SourceFile, stem: str, refusal: Refusal, proposed: str) -> Diagnostic:
    """The fault of a file whose name cannot be an id."""
    mend = f"Rename it to {proposed}.md." if proposed else "Rename it, as in ferry-is-back.md."
    message = f"The file's name is {quoted(stem)}, {refusal.reason}."
    return diagnose(BAD_FILE_NAME, source, None, message, mend)


def _warnings(source: SourceFile, record: ArticleRecord, node: MapNode) -> list[Diagnostic]:
    found = list(image_warnings(source, record.image, node))
    if record.updated and record.updated < record.date.day:
        updated = node.value("updated")
        found.append(
            diagnose(
                UPDATED_BEFORE_DATE,
                source,
                updated.span if updated else None,
                f"The article was updated on {record.updated}, before its date {record.date.day}.",
                "Correct the one that is wrong.",
            )
        )
    for key, item in zip(record.review, items_of(node.value("review")), strict=True):
        message = f"Nobody has confirmed {quoted(key)} since the text was imported."
        mend = f"Check {key}, then take it off the list under review."
        found.append(diagnose(UNCONFIRMED, source, item.span, message, mend))
    lists = {
        "topics": record.topics,
        "background": record.background,
        "aliases": record.aliases,
        "related": record.related,
    }
    for key, values in lists.items():
        if len(values) > 1:
            found += repeated(source, key, items_of(node.value(key)), values)
    agencies = record.source.agencies
    if len(agencies) > 1 and isinstance(below := node.value("source"), MapNode):
        found += repeated(source, "agencies", items_of(below.value("agencies")), agencies)
    return found


def _references(node: MapNode, key: str, values: tuple[str, ...]) -> tuple[Reference, ...]:
    places = zip(values, items_of(node.value(key)), strict=True)
    found: dict[str, Reference] = {}
    for value, item in places:
        found.setdefault(value, Reference(value, item.span))
    return tuple(found.values())


def _reference(node: MapNode, key: str, value: str | None) -> Reference | None:
    place = node.value(key)
    return Reference(value, place.span) if value and place else None


def _source(record: SourceRecord) -> Source:
    return Source(
        publisher=record.publisher,
        url=record.url or "",
        author=record.author,
        agencies=tuple(dict.fromkeys(record.agencies)),
        published=record.published,
        retrieved=record.retrieved,
        archive=record.archive or "",
        licence=record.licence,
        rights=record.rights or (Rights.QUOTE if record.url else Rights.OWN),
        text=record.text or "",
    )


def _article(
    source: SourceFile,
    record: ArticleRecord,
    node: MapNode,
    identity: str,
    language: str,
    document: Document,
) -> Article:
    corrections = zip(record.corrections, items_of(node.value("corrections")), strict=True)
    return Article(
        id=identity,
        file=source,
        title=record.title,
        date=record.date.day,
        moment=record.date.moment,
        summary=record.summary,
        briefing=record.briefing or identity,
        language=language,
        topics=_references(node, "topics", record.topics),
        background=_references(node, "background", record.background),
        source=_source(record.source),
        image=picture(record.image, node.value("image")),
        status=record.status,
        updated=record.updated,
        corrections=tuple(Correction(item.date, item.text, at.span) for item, at in corrections),
        aliases=_references(node, "aliases", record.aliases),
        related=_references(node, "related", record.related),
        document=document,
        spans=dict(value_spans(node)),
        translation_of=_reference(node, "translation-of", record.translation_of),
    )
