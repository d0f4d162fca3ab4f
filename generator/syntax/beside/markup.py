"""Annotations of a sidecar as markup of the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Edit, Span
from generator.model.document import (
    Annotated,
    Block,
    Caption,
    Division,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    Table,
)
from generator.syntax.writing.escapes import quoted_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.annotation import Annotation


class Bracket(NamedTuple):
    """An annotation and where its brackets would stand, markup within them included."""

    span: Span
    annotation: Annotation


def brackets(blocks: Sequence[Block], annotations: Sequence[Annotation]) -> Mapping[int, Bracket]:
    """Where brackets would stand, for each annotation by its number that one pair can enclose."""
    pieces: defaultdict[int, list[Span]] = defaultdict(list)
    for inlines in _lines(blocks):
        for node in _nodes(inlines):
            if node.number is not None:
                pieces[node.number].append(node.span)
    return {
        number: Bracket(spans[0], annotations[number])
        for number, spans in pieces.items()
        if len(spans) == 1
    }


def bracket_edits(found: Iterable[Bracket]) -> tuple[Edit, ...]:
    """The edits that write annotations as markup; they must nest, the outer of two alike first."""
    opening: defaultdict[int, list[str]] = defaultdict(list)
    closing: defaultdict[int, list[str]] = defaultdict(list)
    for span, annotation in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        opening[span.start].append("[")
        closing[span.end].insert(0, f"]{{{_attributes(annotation)}}}")
    return tuple(
        Edit(Span(at, at), "".join((*closing[at], *opening[at])))
        for at in sorted({*opening, *closing})
    )


def _attributes(annotation: Annotation) -> str:
    pairs = (f"{item.key}={quoted_value(item.value)}" for item in annotation.attributes)
    return " ".join((f".{annotation.kind}", *pairs))


def _nodes(inlines: Iterable[Inline]) -> Iterator[Annotated]:
    for node in inlines:
        if isinstance(node, Emphasis | Link | Annotated):
            if isinstance(node, Annotated):
                yield node
            yield from _nodes(node.inlines)


def _lines(blocks: Sequence[Block]) -> Iterator[Sequence[Inline]]:
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Caption():
                yield block.inlines
            case Quote() | Division():
                yield from _lines(block.blocks)
            case List():
                for item in block.items:
                    yield from _lines(item)
            case Table():
                for row in (block.header, *block.rows):
                    yield from row
            case _:
                pass
