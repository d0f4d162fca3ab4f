"""Annotations that other tools made: W3C Web Annotations, and what Hypothesis exports.

Read are an Annotation, an AnnotationPage or AnnotationCollection with its pages embedded, a list of
annotations, the ``rows`` of Hypothesis' search, and any of these one a line (JSON Lines).

Tags say what an annotation is: the name of a kind (``claim``), and attributes as ``by:jane-roe``. A
body that identifies a page of an actor, a figure or a place is its ``ref``. All else that somebody
wrote is kept as a note.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from generator.model.annotation import Kind
from generator.model.selector import Selected, Selector

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

LARGEST_EXPORT = 64 << 20
"""Most bytes of a file of annotations."""

_DEEPEST = 20
_KINDS = frozenset(kind.value for kind in Kind)
_ATTRIBUTE = re.compile(r"([a-z]+(?:-[a-z]+)*)\s*+:(?!//)\s*+(\S.*+)", re.DOTALL)
_PAGE = re.compile(r"/(?:actors|figures|places)/([a-z0-9-]+)/?(?:index\.html)?\Z")
_HOLDERS = ("rows", "annotations", "items", "first", "next")
"""Where files hold annotations: Hypothesis' search, then pages and collections."""


class UnreadableAnnotationsError(Exception):
    """A file holds no annotations that can be read; the message says why and where."""


def read_annotations(data: bytes) -> tuple[Selected, ...]:
    """The annotations in a file, in its order; of several targets, one for each.

    Raises:
        UnreadableAnnotationsError: it is no JSON in UTF-8, or holds no annotation.
    """
    if len(data) > LARGEST_EXPORT:
        raise UnreadableAnnotationsError(f"It has more than {LARGEST_EXPORT:,} bytes.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"The byte {error.start + 1} is no UTF-8."
        raise UnreadableAnnotationsError(message) from error
    found = tuple(
        selected
        for value in _values(text)
        for annotation in _annotations(value, 0)
        for selected in _selected(annotation)
    )
    if not found:
        raise UnreadableAnnotationsError("It holds no annotations.")
    return found


def _values(text: str) -> Iterator[Json]:
    """The JSON values of a text: one, or one a line."""
    try:
        yield json.loads(text)
    except RecursionError as error:
        raise UnreadableAnnotationsError("Its lists and objects nest too deeply.") from error
    except ValueError as whole:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            values = [json.loads(line) for line in lines]
        except (ValueError, RecursionError):
            raise UnreadableAnnotationsError(f"It is no JSON: {whole}.") from whole
        yield from values


def _annotations(value: Json, depth: int) -> Iterator[Mapping[str, Json]]:
    """The annotations in a value, those of pages and collections in order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _annotations(item, depth + 1)
    elif isinstance(value, dict):
        if "target" in value or "uri" in value:
            yield value
            return
        for key in _HOLDERS:
            yield from _annotations(value.get(key), depth + 1)


def _selected(annotation: Mapping[str, Json]) -> Iterator[Selected]:
    kinds: list[str] = []
    attributes: dict[str, str] = {}
    notes: list[str] = []
    for tag in _tags(annotation):
        _sort(tag, kinds, attributes, notes)
    for text in _remarks(annotation):
        page = _PAGE.search(text)
        if page is not None and "ref" not in attributes and "\n" not in text:
            attributes["ref"] = page[1]
        elif not _is_wikidata(text):
            notes.append(text)
    kind = kinds[0] if len(kinds) == 1 else ""
    if len(kinds) > 1:
        notes.extend(kinds)
    targets = _listed(annotation.get("target")) or [annotation.get("uri")]
    for target in targets:
        source, selector = _target(target)
        yield Selected(
            selector,
            kind,
            tuple(attributes.items()),
            "\n".join(dict.fromkeys(notes)),
            source or _text(annotation.get("uri")),
        )


def _sort(tag: str, kinds: list[str], attributes: dict[str, str], notes: list[str]) -> None:
    """What one tag says."""
    name = tag.strip().lstrip("#.").lower()
    pair = _ATTRIBUTE.fullmatch(tag.strip())
    if name in _KINDS:
        if name not in kinds:
            kinds.append(name)
    elif pair is not None and pair[1] not in attributes:
        attributes[pair[1]] = " ".join(pair[2].split())
    elif tag.strip():
        notes.append(tag.strip())


def _tags(annotation: Mapping[str, Json]) -> Iterator[str]:
    for tag in _listed(annotation.get("tags")):
        if isinstance(tag, str):
            yield tag
    for body in _bodies(annotation):
        if body.get("purpose") == "tagging" or body.get("type") == "Tag":
            yield _value(body)


def _remarks(annotation: Mapping[str, Json]) -> Iterator[str]:
    """Bodies that are no tags: comments, and the addresses of resources."""
    for key in ("text", "bodyValue"):
        text = _text(annotation.get(key)).strip()
        if text:
            yield text
    for body in _bodies(annotation):
        if body.get("purpose") != "tagging" and body.get("type") != "Tag":
            text = _value(body).strip()
            if text:
                yield text


def _bodies(annotation: Mapping[str, Json]) -> Iterator[Mapping[str, Json]]:
    for body in _listed(annotation.get("body")):
        if isinstance(body, str):
            yield {"source": body}
        elif isinstance(body, dict):
            items = body.get("items")
            if isinstance(items, list):
                yield from (item for item in items if isinstance(item, dict))
            else:
                yield body


def _value(body: Mapping[str, Json]) -> str:
    for key in ("value", "source", "id"):
        value = body.get(key)
        if isinstance(value, dict):
            value = value.get("value") or value.get("id")
        if isinstance(value, str):
            return value
    return ""


def _is_wikidata(text: str) -> bool:
    """Whether a body is an item of Wikidata: the register knows which entry it is."""
    return re.fullmatch(r"https?://www\.wikidata\.org/(?:entity|wiki)/Q[0-9]+", text) is not None


def _target(target: Json) -> tuple[str, Selector]:
    """The address of a target and the words that it selects."""
    if isinstance(target, str):
        return target.partition("#")[0], Selector("")
    if not isinstance(target, dict):
        return "", Selector("")
    source = target.get("source") or target.get("id")
    if isinstance(source, dict):
        source = source.get("id")
    for selector in _selectors(target.get("selector"), 0):
        if selector.get("type") == "TextQuoteSelector" and _text(selector.get("exact")).strip():
            exact, prefix, suffix = (
                _text(selector.get(key)) for key in ("exact", "prefix", "suffix")
            )
            return _text(source), Selector(exact, prefix, suffix)
    return _text(source), Selector("")


def _selectors(value: Json, depth: int) -> Iterator[Mapping[str, Json]]:
    """Selectors, and those that refine them."""
    if depth > _DEEPEST:
        return
    for item in _listed(value):
        if isinstance(item, dict):
            yield item
            yield from _selectors(item.get("refinedBy"), depth + 1)
            yield from _selectors(item.get("items"), depth + 1)


def _listed(value: Json) -> list[Json]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
