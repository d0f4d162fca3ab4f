"""Inlines as they are gathered: text next to text becomes one node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.document import Inline, Text

if TYPE_CHECKING:
    from generator.syntax.leaf import Leaf


class Run:
    """Inlines of one level. Positions are in the leaf."""

    __slots__ = ("_end", "_leaf", "_nodes", "_pieces", "_start")

    def __init__(self, leaf: Leaf) -> None:
        self._leaf = leaf
        self._nodes: list[Inline] = []
        self._pieces: list[str] = []
        self._start = 0
        self._end = 0

    def text(self, start: int, end: int, text: str) -> None:
        """Add text as read, and where it stands."""
        if not self._pieces:
            self._start = start
        self._pieces.append(text)
        self._end = end

    def node(self, node: Inline) -> None:
        """Add any other inline."""
        pieces = self._pieces
        if pieces:
            text = pieces[0] if len(pieces) == 1 else "".join(pieces)
            self._nodes.append(Text(self._leaf.span(self._start, self._end), text))
            pieces.clear()
        self._nodes.append(node)

    def absorb(self, other: Run) -> None:
        """Add all that another level gathered: its marker turned out to be text."""
        if not other._nodes:
            if other._pieces:
                self.text(other._start, other._end, "".join(other._pieces))
            return
        if isinstance(other._nodes[0], Text) and self._pieces:
            self._pieces.append(other._nodes[0].text)
            self._close(other._nodes[0].span.end)
            self._nodes.extend(other._nodes[1:])
        else:
            if self._pieces:
                self._flush()
            self._nodes.extend(other._nodes)
        self._pieces = other._pieces
        self._start = other._start
        self._end = other._end

    def inlines(self) -> tuple[Inline, ...]:
        """Everything that was gathered."""
        if self._pieces:
            self._flush()
        return tuple(self._nodes)

    def _flush(self) -> None:
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        self._nodes.append(Text(self._leaf.span(self._start, self._end), text))
        self._pieces = []

    def _close(self, end: int) -> None:
        span = self._leaf.span(self._start, self._start)._replace(end=end)
        self._nodes.append(Text(span, "".join(self._pieces)))
        self._pieces = []
