"""Joins the annotations beside a text with those in it, as if all stood in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Span
from generator.syntax.annotation import Beside
from generator.syntax.inline import Pending

from .items import read_sidecar
from .line import Insertion, Line
from .place import place_all
from .tree import Tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.document import Block, Caption, Division
    from generator.syntax.annotation import Passage
    from generator.syntax.context import Context


@dataclass(slots=True)
class Joined:
    """All annotations in the order in which they open, and the blocks with all of them."""

    blocks: tuple[Block, ...]
    pending: list[Pending]
    divisions: list[Division]
    captions: list[Caption]
    beside: dict[int, Beside] = field(default_factory=dict)


class _Entry(NamedTuple):
    """An annotation and its order: where it opens, the longest first, one beside the text first."""

    start: int
    end: int
    inline: int
    order: int


def join(context: Context, sidecar: Context, joined: Joined, passages: Sequence[Passage]) -> Joined:
    """``joined`` with the annotations of the file that ``sidecar`` reads.

    ``context`` reads the text. Numbers are given anew: the numbers of passages' places too.
    """
    placed = place_all(sidecar, read_sidecar(sidecar).items, passages)
    if not placed:
        return joined
    lines = {
        index: Line(passages[index].inlines, context.source.text)
        for index in dict.fromkeys(found.place.passage for found in placed)
    }
    ranges = [
        lines[found.place.passage].as_read(found.place.start, found.place.end) for found in placed
    ]
    spans = [
        lines[found.place.passage].in_file(*within)
        for found, within in zip(placed, ranges, strict=True)
    ]
    entries = sorted(
        (
            *(_Entry(item.text_span.start, -item.text_span.end, 1, index)
              for index, item in enumerate(joined.pending)),
            *(_Entry(span.start, -span.end, 0, index) for index, span in enumerate(spans)),
        )
    )  # fmt: skip
    numbers = {entry.order: number for number, entry in enumerate(entries) if entry.inline}
    places = {entry.order: number for number, entry in enumerate(entries) if not entry.inline}
    _move(passages, numbers)
    pending = {numbers[item.number]: item for item in joined.pending}
    for index, (found, within) in enumerate(zip(placed, ranges, strict=True)):
        number, item = places[index], found.item
        passage = passages[found.place.passage]
        passage.places.append((number, found.place.start, found.place.end))
        lines[found.place.passage].insert(
            Insertion(within.start, within.end, number, item.kind, item.attributes)
        )
        pending[number] = Pending(
            item.kind, number, item.span, item.exact_span, item.attributes, None
        )
    known = {id(passages[index].inlines[0]): line for index, line in lines.items()}
    tree = Tree(known, numbers)
    blocks = tree.blocks(joined.blocks)
    _set_parents(pending, passages)
    for number, annotation in pending.items():
        annotation.number = number
    beside = {places[index]: Beside(sidecar, span) for index, span in enumerate(spans)}
    ordered = [pending[number] for number in range(len(pending))]
    return Joined(blocks, ordered, tree.divisions, tree.captions, beside)


def _move(passages: Sequence[Passage], numbers: Mapping[int, int]) -> None:
    for passage in passages:
        passage.places = [(numbers[number], start, end) for number, start, end in passage.places]


def _set_parents(pending: Mapping[int, Pending], passages: Sequence[Passage]) -> None:
    """The innermost annotation around each one, where its text lies within that one's."""
    for passage in passages:
        around: list[tuple[int, Span]] = []
        for number, start, end in sorted(passage.places):
            around = [item for item in around if item[1].end > start]
            inner = Span(start, end)
            parents = [item for item in around if item[1].contains(inner)]
            pending[number].parent = parents[-1][0] if parents else None
            around.append((number, inner))
