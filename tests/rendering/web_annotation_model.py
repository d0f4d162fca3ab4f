"""What the Web Annotation Data Model asks of a document, each rule with its section.

https://www.w3.org/TR/2017/REC-annotation-model-20170223/
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {  # 3.3.5 Motivation and Purpose
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def faults(value: Any) -> list[str]:  # noqa: ANN401
    """What is wrong with a collection, a page or an annotation that stands by itself."""
    found = []
    context = value.get("@context")
    contexts = context if isinstance(context, list) else [context]
    if CONTEXT not in contexts:
        found.append("3.1, 5.1: the @context is not that of Web Annotations")
    return found + list(_any(value))


def _any(value: Any) -> Iterator[str]:  # noqa: ANN401
    kinds = value.get("type")
    if kinds == "AnnotationCollection":
        yield from _collection(value)
    elif kinds == "AnnotationPage":
        yield from _page(value)
    else:
        yield from _annotation(value)


def _collection(value: Any) -> Iterator[str]:  # noqa: ANN401
    yield from _identified(value, "5.1")
    total = value.get("total")
    if "total" in value and not (isinstance(total, int) and total >= 0):
        yield "5.1: total is no non-negative integer"
    if not isinstance(value.get("label", ""), str):
        yield "5.1: label is no text"
    first = value.get("first")
    if isinstance(first, dict):
        if "@context" in first:
            yield "5.1: an embedded page repeats the @context"
        if first.get("type") != "AnnotationPage":
            yield "5.1: the first page is no AnnotationPage"
        yield from _page(first)
        if "next" not in first and len(first.get("items", ())) != total:
            yield "5.1: total is not the number of annotations"
        if first.get("partOf") not in {value.get("id"), None}:
            yield "5.2: the page is part of something else"
    elif not _is_iri(first):
        yield "5.1: there is no first page"


def _page(value: Any) -> Iterator[str]:  # noqa: ANN401
    yield from _identified(value, "5.2")
    start = value.get("startIndex")
    if "startIndex" in value and not (isinstance(start, int) and start >= 0):
        yield "5.2: startIndex is no non-negative integer"
    items = value.get("items")
    if not isinstance(items, list) or not items:
        yield "5.2: a page has a list of one or more annotations"
        return
    for item in items:
        if "@context" in item:
            yield "5.2: an embedded annotation repeats the @context"
        yield from _annotation(item)
    ids = [item.get("id") for item in items]
    if len(set(ids)) != len(ids):
        yield "3.1: two annotations have one id"


def _identified(value: Any, section: str) -> Iterator[str]:  # noqa: ANN401
    if not _is_iri(value.get("id")):
        yield f"{section}: the id is no IRI"


def _annotation(value: Any) -> Iterator[str]:  # noqa: ANN401
    yield from _identified(value, "3.1")
    if "Annotation" not in _listed(value.get("type")):
        yield "3.1: the type is not Annotation"
    targets = _listed(value.get("target"))
    if not targets:
        yield "3.1: there is no target"
    if "body" in value and "bodyValue" in value:
        yield "3.2.5: there are a body and a bodyValue"
    for motivation in _listed(value.get("motivation")):
        if motivation not in MOTIVATIONS:
            yield f"3.3.5: {motivation} is no motivation"
    for key in ("created", "modified", "generated"):
        if key in value and not _is_utc(value[key]):
            yield f"3.3.1: {key} is no dateTime in UTC"
    for body in _listed(value.get("body")):
        yield from _resource(body, "body")
    for target in targets:
        yield from _resource(target, "target")


def _resource(value: Any, what: str) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, str):
        if not _is_iri(value):
            yield f"3.2.1: the {what} is no IRI"
        return
    yield from _purposes(value, what)
    if value.get("type") == "TextualBody":
        if not isinstance(value.get("value"), str):
            yield "3.2.4: a TextualBody has exactly one text"
        if what == "target":
            yield "3.2.4: a target is no TextualBody"
        return
    if "source" in value:
        yield from _specific(value)
    elif "purpose" in value:
        yield "4: what has a purpose has a source"
    elif not _is_iri(value.get("id")):
        yield "3.2.1: an external resource has an IRI"


def _purposes(value: Any, what: str) -> Iterator[str]:  # noqa: ANN401
    for purpose in _listed(value.get("purpose")):
        if what == "target":
            yield "3.3.5: a target has a purpose"
        if purpose not in MOTIVATIONS:
            yield f"3.3.5: {purpose} is no purpose"


def _specific(value: Any) -> Iterator[str]:  # noqa: ANN401
    if value.get("type") not in {None, "SpecificResource"}:
        yield "4: the type is not SpecificResource"
    source = value["source"]
    if not _is_iri(source if isinstance(source, str) else source.get("id")):
        yield "4: a specific resource has exactly one source, an IRI"
    for selector in _listed(value.get("selector")):
        if isinstance(selector, str) or selector.get("type") != "TextQuoteSelector":
            yield "4.2: another selector than those that are written here"
            continue
        if not isinstance(selector.get("exact"), str) or not selector["exact"]:
            yield "4.2.4: a TextQuoteSelector has exactly one exact"
        for key in ("prefix", "suffix"):
            if not isinstance(selector.get(key, ""), str):
                yield f"4.2.4: {key} is no text"
        if set(selector) - {"type", "exact", "prefix", "suffix", "id", "refinedBy"}:
            yield "4.2.4: a TextQuoteSelector has other keys"


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _is_iri(value: object) -> bool:
    if not isinstance(value, str) or re.search(r"[\s<>\"{}|\\^`]", value):
        return False
    parts = urlsplit(value)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _is_utc(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value):
        return False
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
