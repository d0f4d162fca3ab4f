"""Annotations of one text that are not what they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import SourceFile, Span
from generator.model.annotation import Annotation, Kind
from generator.model.links import Origin, Register
from generator.model.quantity import Quantity
from generator.quantities import Dimension, measure_of

from .change import Change, ChangeKind, Text, Version, line
from .pairing import Fact, paired
from .sentences import Sentences, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.article import Article
    from generator.model.registers import Background

_MARKUP = re.compile(r"\]\{[^}\n]*\}|[\[\]*_]")


def fact_changes(text: Text, old: Version, new: Version) -> Iterator[Change]:
    """What happened to the annotations of one text."""
    later = Origin(text.origin.register, text.new.id)
    before = _by_kind(text.old, text.origin, old)
    after = _by_kind(text.new, later, new)
    yield from _figures(text, before, after)
    yield from _statements(text, before, after, new)
    yield from _events(text, before, after)
    yield from _mentions(text, before, after, new)


def _by_kind(
    text: Article | Background, origin: Origin, version: Version
) -> Mapping[Kind, list[Fact]]:
    references = version.linked.references.get(origin, {})
    facts: dict[Kind, list[Fact]] = {kind: [] for kind in Kind}
    for annotation in text.document.annotations:
        reference = references.get(annotation.number, "")
        subject, value = _identity(annotation, reference)
        label = _subject_text(annotation, reference, version)
        facts[annotation.kind].append(Fact(annotation, reference, subject, value, label))
    return facts


def _identity(annotation: Annotation, reference: str) -> tuple[str, object]:
    """What a fact is about, ``""`` where only its sentence says, and what it says of that."""
    match annotation.kind:
        case Kind.FIGURE:
            return reference or _fold(annotation.get("label")), _amount(annotation.quantity)
        case Kind.QUOTE | Kind.CLAIM:
            said = annotation.get("by") or ""
            return reference or _fold(said), folded(annotation.quotation.exact)
        case Kind.EVENT:
            label = annotation.get("ref") or annotation.get("label") or annotation.text
            return _fold(label), annotation.date.text if annotation.date else ""
        case _:
            return reference or _fold(annotation.text), annotation.get("role") or ""


def _fold(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def _subject_text(annotation: Annotation, reference: str, version: Version) -> str:
    match annotation.kind:
        case Kind.FIGURE:
            label = annotation.get("label")
            return label or (version.name(Register.FIGURE, reference) if reference else "")
        case Kind.EVENT:
            return annotation.get("label") or annotation.text
        case Kind.ACTOR:
            return version.name(Register.ACTOR, reference) if reference else annotation.text
        case _:
            return annotation.text


def _amount(quantity: Quantity | None) -> tuple[object, ...]:
    if quantity is None:
        return ()
    return quantity.value, quantity.low, quantity.high, quantity.qualifier, quantity.unit


def _figures(
    text: Text, before: Mapping[Kind, list[Fact]], after: Mapping[Kind, list[Fact]]
) -> Iterator[Change]:
    for old, new in paired(before[Kind.FIGURE], after[Kind.FIGURE]):
        if old is None and new is not None:
            place = _place(text.new, new)
            label = new.label or new.annotation.text
            yield text.change(ChangeKind.FIGURE_ADDED, label, place, "", new.annotation.text)
        elif new is None and old is not None:
            place = _place(text.old, old)
            label = old.label or old.annotation.text
            yield text.change(ChangeKind.FIGURE_REMOVED, label, place, old.annotation.text, "")
        elif old and new and not _same_amount(old.annotation, new.annotation):
            place = _place(text.new, new)
            label = new.label or old.label or old.annotation.text
            shown = _amounts(old.annotation, new.annotation)
            yield text.change(ChangeKind.FIGURE_VALUE, label, place, *shown)


def _same_amount(old: Annotation, new: Annotation) -> bool:
    """Whether two figures state the same; "people" and "persons" are no other unit."""
    first, second = old.quantity, new.quantity
    if first is None or second is None:
        return first is second
    if _amount(first)[:4] != _amount(second)[:4]:
        return False
    if first.unit == second.unit or not first.unit or not second.unit:
        return True
    one, other = measure_of(first.unit), measure_of(second.unit)
    counted = {None, Dimension.COUNT}
    if one.dimension in counted and other.dimension in counted:
        return True
    return (one.scale, one.factor) == (other.scale, other.factor)


def _amounts(old: Annotation, new: Annotation) -> tuple[str, str]:
    """Both as printed; where they are printed alike, with what the attributes say."""
    if _fold(old.text) != _fold(new.text):
        return old.text, new.text
    first, second = (f"{item.text} ({', '.join(_given(item)) or 'as read'})" for item in (old, new))
    return first, second


def _given(annotation: Annotation) -> Iterator[str]:
    for key in ("value", "unit", "qualifier"):
        value = annotation.get(key)
        if value is not None:
            yield f"{key} {value}"


def _statements(
    text: Text,
    before: Mapping[Kind, list[Fact]],
    after: Mapping[Kind, list[Fact]],
    version: Version,
) -> Iterator[Change]:
    standing = ""
    old_facts = before[Kind.QUOTE] + before[Kind.CLAIM]
    new_facts = after[Kind.QUOTE] + after[Kind.CLAIM]
    for old, new in paired(old_facts, new_facts):
        if old is None:
            continue
        subject = old.annotation.text
        if new is None:
            standing = standing or _words(text.new)
            if str(old.value) not in standing:
                place = _place(text.old, old)
                found = Sentences(SourceFile("", _body(text.new))).nearest(str(old.value))
                nearest = found[0] if found else ""
                yield text.change(ChangeKind.QUOTATION_TEXT, subject, place, subject, "", nearest)
            continue
        place = _place(text.new, new)
        if old.value != new.value:
            kind = ChangeKind.QUOTATION_TEXT
            yield text.change(kind, subject, place, subject, new.annotation.text)
        if old.subject != new.subject:
            names = [
                version.name(Register.ACTOR, item.reference or item.subject) for item in (old, new)
            ]
            yield text.change(ChangeKind.SPEAKER, subject, place, *names)
        states = [item.annotation.get("status") or "" for item in (old, new)]
        if states[0] != states[1]:
            yield text.change(ChangeKind.CLAIM_STATUS, subject, place, *states)


def _place(text: Article | Background, fact: Fact) -> tuple[SourceFile, Span]:
    annotation = fact.annotation
    return annotation.source or text.file, annotation.span


def _words(text: Article | Background) -> str:
    """What stands below front matter, without markup, as quotations are compared."""
    return folded(_body(text))


def _body(text: Article | Background) -> str:
    blocks = text.document.blocks
    start = blocks[0].span.start if blocks else len(text.file.text)
    return _MARKUP.sub("", text.file.text[start:])


def _events(
    text: Text, before: Mapping[Kind, list[Fact]], after: Mapping[Kind, list[Fact]]
) -> Iterator[Change]:
    for old, new in paired(before[Kind.EVENT], after[Kind.EVENT]):
        if old and new and old.value != new.value:
            place = _place(text.new, new)
            dates = str(old.value), str(new.value)
            yield text.change(ChangeKind.EVENT_DATE, new.label, place, *dates)


def _mentions(
    text: Text,
    before: Mapping[Kind, list[Fact]],
    after: Mapping[Kind, list[Fact]],
    version: Version,
) -> Iterator[Change]:
    """The role in this story: the first that is given for an actor, as its page shows it."""
    old, new = _first_roles(before[Kind.ACTOR]), _first_roles(after[Kind.ACTOR])
    for subject, earlier in old.items():
        later = new.get(subject)
        if later is None or line(str(earlier.value)) == line(str(later.value)):
            continue
        place = _place(text.new, later)
        name = later.label or version.name(Register.ACTOR, subject)
        roles = str(earlier.value), str(later.value)
        yield text.change(ChangeKind.ROLE, name, place, *roles)


def _first_roles(facts: Iterable[Fact]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for fact in facts:
        known = found.get(fact.subject)
        if known is None or (fact.value and not known.value):
            found[fact.subject] = fact
    return found
