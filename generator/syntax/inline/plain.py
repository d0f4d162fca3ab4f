"""Inlines as plain text: what readers see, without markup. Images have no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.document import (
    Annotated,
    Code,
    Emphasis,
    HardBreak,
    Inline,
    Link,
    SoftBreak,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class Plain:
    """Plain text as it is put together; ``places`` tells where each annotation stands in it."""

    __slots__ = ("_length", "parts", "places")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.places: list[tuple[int, int, int]] = []
        self._length = 0

    def add(self, inlines: Iterable[Inline]) -> None:
        """Put inlines behind what is there; a line end is a space."""
        for node in inlines:
            kind = type(node)
            if isinstance(node, (Text, Code)):
                self.parts.append(node.text)
                self._length += len(node.text)
            elif kind is SoftBreak or kind is HardBreak:
                self.parts.append(" ")
                self._length += 1
            elif isinstance(node, Annotated):
                start = self._length
                self.add(node.inlines)
                if node.number is not None:
                    self.places.append((node.number, start, self._length))
            elif isinstance(node, (Emphasis, Link)):
                self.add(node.inlines)


def plain(inlines: Iterable[Inline]) -> str:
    """The text of inlines; a line end is a space."""
    gathered = Plain()
    gathered.add(inlines)
    return "".join(gathered.parts)
