"""Blocks rebuilt with annotations put into them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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

from .line import renumbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .line import Line


class Tree:
    """Rebuilds blocks whose annotations have new numbers.

    ``lines`` are the passages that something was put into, by the identity of their first inline;
    ``numbers`` maps old numbers to new ones. ``divisions`` and ``captions`` are those rebuilt.
    """

    def __init__(self, lines: Mapping[int, Line], numbers: Mapping[int, int]) -> None:
        self._lines = lines
        self._numbers = numbers
        self.divisions: list[Division] = []
        self.captions: list[Caption] = []

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks of one container."""
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:  # noqa: PLR0911 - a case for each block
        match block:
            case Paragraph() | Heading():
                return replace(block, inlines=self._line(block.inlines))
            case Caption():
                caption = replace(block, inlines=self._line(block.inlines))
                self.captions.append(caption)
                return caption
            case Quote():
                return replace(block, blocks=self.blocks(block.blocks))
            case List():
                return replace(block, items=tuple(map(self.blocks, block.items)))
            case Table():
                header = tuple(map(self._line, block.header))
                rows = tuple(tuple(map(self._line, row)) for row in block.rows)
                return replace(block, header=header, rows=rows)
            case Division():
                place = len(self.divisions)
                division = replace(block, blocks=self.blocks(block.blocks))
                self.divisions.insert(place, division)
                return division
            case _:
                return block

    def _line(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        line = self._lines.get(id(inlines[0])) if inlines else None
        if line is not None:
            return line.first(inlines).inlines(self._numbers)
        return tuple(map(self._renumbered, inlines))

    def _renumbered(self, node: Inline) -> Inline:
        if not isinstance(node, Emphasis | Link | Annotated):
            return node
        inlines = tuple(map(self._renumbered, node.inlines))
        return renumbered(replace(node, inlines=inlines), self._numbers)
