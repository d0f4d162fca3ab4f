"""The tree of a text, gone through in the order of the text.

Nothing here recurses: however deep a hostile text nests, the stack is a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import (
    Annotated,
    Caption,
    Division,
    Emphasis,
    Heading,
    Link,
    List,
    Paragraph,
    Quote,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .document import Block, Inline


def leaves(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks that hold no others: all but lists, quotations and divisions."""
    stack: list[Block] = list(reversed(blocks))
    while stack:
        block = stack.pop()
        match block:
            case Quote() | Division():
                stack.extend(reversed(block.blocks))
            case List():
                for item in reversed(block.items):
                    stack.extend(reversed(item))
            case _:
                yield block


def inline_runs(blocks: Sequence[Block]) -> Iterator[tuple[Inline, ...]]:
    """The inlines of each paragraph, heading, caption and table cell."""
    for block in leaves(blocks):
        yield from leaf_runs(block)


def leaf_runs(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The inlines of one block that holds no others; none for code, rules and printed lines."""
    match block:
        case Paragraph() | Heading() | Caption():
            yield block.inlines
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case _:
            pass


def nodes(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Inlines and all within them, the outer before the inner."""
    stack: list[Inline] = list(inlines)[::-1]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Emphasis | Link | Annotated):
            stack.extend(reversed(node.inlines))
