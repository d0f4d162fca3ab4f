"""Annotations of a sidecar as markup of the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Edit, Span
from generator.model.document import Annotated
from generator.model.walking import inline_runs, nodes
from generator.syntax.writing.escapes import quoted_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.annotation import Annotation
    from generator.model.document import Block


class Bracket(NamedTuple):
    """An annotation and where its brackets would stand, markup within them included."""

    span: Span
    annotation: Annotation


def brackets(blocks: Sequence[Block], annotations: Sequence[Annotation]) -> Mapping[int, Bracket]:
    """Where brackets would stand, for each annotation by its number that one pair can enclose."""
    pieces: defaultdict[int, list[Span]] = defaultdict(list)
    for inlines in inline_runs(blocks):
        for node in nodes(inlines):
            if isinstance(node, Annotated) and node.number is not None:
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
