"""The items of a sidecar: ``NAME.annotations.yaml`` beside ``NAME.md``."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes import annotations as annotation_codes
from generator.diagnostics.codes import limits
from generator.diagnostics.codes import sidecar as codes
from generator.model.annotation import Kind
from generator.model.document import Attribute
from generator.model.selector import Selector
from generator.records import Kind as FaultKind
from generator.records import (
    ListNode,
    MapNode,
    Node,
    Scalar,
    check_characters,
    is_absent,
    nearest,
    quoted,
    read_mapping,
)
from generator.records.limits import MOST_ANNOTATIONS
from generator.syntax.context import Context
from generator.syntax.inline import Attributes
from generator.syntax.inline.spans import check_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diagnostics import Code

ANNOTATIONS = "annotations"
UNPLACED = "unplaced"
SELECTING = ("kind", "exact", "prefix", "suffix", "occurrence", "note")
"""The keys of an item that are no attributes of its kind."""

_YAML: Mapping[FaultKind, Code] = MappingProxyType(dict.fromkeys(FaultKind, codes.SIDECAR_SYNTAX))
_KINDS = {kind.value: kind for kind in Kind if kind is not Kind.CAPTION}
_MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Item:
    """An annotation by its words. ``span`` and ``exact_span`` are places in the sidecar."""

    kind: Kind
    selector: Selector
    attributes: tuple[Attribute, ...]
    span: Span
    exact_span: Span
    context_span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What stands in a sidecar. ``root`` is the file as read; ``waiting`` lists unplaced items."""

    source: SourceFile
    root: MapNode
    items: tuple[Item, ...]
    waiting: tuple[Mapping[str, str], ...]


def read_sidecar(context: Context) -> Sidecar:
    """The items of the sidecar that ``context`` reads; its faults are noted there."""
    source = context.source
    root, faults = read_mapping(source, Span(0, len(source.text)), _YAML)
    context.diagnostics += (*check_characters(source), *faults)
    for key, entry in root.entries.items():
        if key not in {ANNOTATIONS, UNPLACED}:
            meant = nearest(key, (ANNOTATIONS, UNPLACED))
            _fault(
                context,
                entry.key_span,
                f"A file of annotations has no key {quoted(key)}.",
                f"Write {meant}:." if meant else f"It has the lists {ANNOTATIONS} and {UNPLACED}.",
            )
    items = [_item(context, node) for node in _maps(context, root, ANNOTATIONS)]
    waiting = tuple(_waiting(context, node) for node in _maps(context, root, UNPLACED))
    return Sidecar(source, root, tuple(item for item in items if item), waiting)


def _fault(context: Context, span: Span, message: str, mend: str = "") -> None:
    context.fault(codes.SIDECAR_SYNTAX, span, message, mend)


def _maps(context: Context, root: MapNode, key: str) -> Iterator[MapNode]:
    value = root.value(key)
    if value is None:
        return
    if not isinstance(value, ListNode):
        _fault(context, value.span, f"{quoted(key)} is no list.", "Begin each item with - kind:.")
        return
    if len(value.items) > MOST_ANNOTATIONS:
        context.fault(
            limits.TOO_MANY_ANNOTATIONS,
            value.items[MOST_ANNOTATIONS].span,
            f"{MOST_ANNOTATIONS:,} items of {quoted(key)} stand above this one already.",
            "Keep those that reach a page, or divide the text into several articles.",
        )
    for node in value.items[:MOST_ANNOTATIONS]:
        if isinstance(node, MapNode):
            yield node
        else:
            _fault(
                context,
                node.span,
                f"An item of {quoted(key)} has no keys.",
                "Write it as - kind: claim, and below that exact: with the words.",
            )


def _texts(context: Context, node: MapNode) -> dict[str, Scalar]:
    """The values of an item that are text; others are reported."""
    found = {}
    for key, entry in node.entries.items():
        if isinstance(entry.value, Scalar):
            found[key] = entry.value
        else:
            _fault(context, entry.value.span, f"The value of {quoted(key)} is no text.")
    return found


def _item(context: Context, node: MapNode) -> Item | None:
    values = _texts(context, node)
    exact = _given(values, "exact")
    kind = _kind(context, node, values)
    if exact is None and not _unread(node, values, "exact"):
        context.fault(
            codes.INCOMPLETE_ITEM,
            _first_line(context, node),
            "The annotation does not say which words it is about.",
            "Add exact: and the words as they stand in the text.",
        )
    if exact is None or kind is None:
        return None
    pairs = [
        Attribute(key, values[key].text, entry.key_span, values[key].span)
        for key, entry in node.entries.items()
        if key in values and key not in SELECTING
    ]
    found = Attributes(0, 0)
    found.pairs.extend(pairs)
    check_span(context, kind, found)
    around = _given(values, "prefix") or _given(values, "suffix") or exact
    selector = Selector(
        exact.text,
        _text(values, "prefix"),
        _text(values, "suffix"),
        _occurrence(context, _given(values, "occurrence")),
    )
    note = _text(values, "note")
    return Item(kind, selector, tuple(pairs), node.span, exact.span, around.span, note)


def _given(values: Mapping[str, Scalar], key: str) -> Scalar | None:
    value = values.get(key)
    return None if value is None or is_absent(value) or not value.text.strip() else value


def _unread(node: MapNode, values: Mapping[str, Scalar], key: str) -> bool:
    """Whether a value is given that is no text, which has been reported."""
    return key in node.entries and key not in values


def _text(values: Mapping[str, Scalar], key: str) -> str:
    value = _given(values, key)
    return value.text if value else ""


def _first_line(context: Context, node: Node) -> Span:
    text, start = context.source.text, node.span.start
    end = text.find("\n", start, node.span.end)
    return Span(start, end if end >= 0 else node.span.end)


def _kind(context: Context, node: MapNode, values: Mapping[str, Scalar]) -> Kind | None:
    given = _given(values, "kind")
    if given is None:
        if not _unread(node, values, "kind"):
            context.fault(
                codes.INCOMPLETE_ITEM,
                _first_line(context, node),
                "The annotation does not say what kind it is.",
                f"Add kind: with one of {', '.join(_KINDS)}.",
            )
        return None
    kind = _KINDS.get(given.text.strip())
    if kind is not None:
        return kind
    if given.text.strip() == Kind.CAPTION.value:
        context.fault(
            codes.INCOMPLETE_ITEM,
            given.span,
            "A caption cannot be marked beside the text, as it is a block of its own.",
            "Mark it in the text.",
        )
        return None
    meant = nearest(given.text, _KINDS)
    context.fault(
        annotation_codes.UNKNOWN_KIND,
        given.span,
        f'There is no kind of annotation "{given.text}".',
        f"Write {meant}." if meant else f"It is one of {', '.join(_KINDS)}.",
    )
    return None


def _occurrence(context: Context, given: Scalar | None) -> int:
    if given is None:
        return 0
    text = given.text.strip()
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text):
        return int(text)
    _fault(
        context,
        given.span,
        f"{quoted(text)} is no number of an occurrence.",
        "Count such places from 1 and write the number.",
    )
    return 0


def _waiting(context: Context, node: MapNode) -> Mapping[str, str]:
    values = {key: value.text for key, value in _texts(context, node).items()}
    said = values.get("exact") or values.get("note") or "without words"
    context.diagnostics.append(_waits(context.source, _first_line(context, node), said))
    return MappingProxyType(values)


def _waits(source: SourceFile, span: Span, said: str) -> Diagnostic:
    return diagnose(
        codes.UNPLACED,
        source,
        span,
        f"The imported annotation {quoted(said)} has no place in the text, or no kind.",
        f"Give it both and move it to {ANNOTATIONS}, or delete it.",
    )
