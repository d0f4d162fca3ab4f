"""The text of one paragraph, heading or cell, and where its characters stand in the file."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from generator.diagnostics import Span

_new = tuple.__new__
"""Makes a span in half the time of its own constructor, which counts: every node has one."""


class Leaf:
    """``text[start:end]`` to be read as inlines.

    Where nothing but white space stands between the lines, ``text`` is the file's own text and
    positions are offsets. Within a block quotation the lines are joined without their ``>``, and
    ``lines`` (position in ``text``, offset in the file) leads back.
    """

    __slots__ = ("_brace", "_offsets", "_starts", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self._brace = (0, -1)
        self._starts: list[int] | None = None
        self._offsets: list[int] = []

    @classmethod
    def joined(cls, text: str, pieces: list[tuple[int, int]]) -> Leaf:
        """The leaf of several ranges of the file's ``text``, one for each line."""
        lines = [text[start:end] for start, end in pieces]
        whole = "\n".join(lines)
        leaf = cls(whole, 0, len(whole))
        leaf._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
        leaf._offsets = [start for start, _ in pieces]
        return leaf

    def gap(self, start: int, end: int) -> Span:
        """The range in the file up to what ``text[end]`` begins: a line end with the next ``>``."""
        if self._starts is None:
            return _new(Span, (start, end))
        return Span(self.at(start), self.at(end))

    def next_brace(self, start: int) -> int:
        """The position of the first ``}`` from ``start`` on, behind the end where there is none.

        The last answer is kept: thousands of braces that are never closed ask for the same one.
        """
        asked, found = self._brace
        if not asked <= start <= found:
            found = self.text.find("}", start, self.end)
            found = found if found >= 0 else self.end + 1
            self._brace = (start, found)
        return found

    def at(self, position: int) -> int:
        """The offset in the file of a position in ``text``."""
        if self._starts is None:
            return position
        line = bisect_right(self._starts, position) - 1
        return self._offsets[line] + position - self._starts[line]

    def span(self, start: int, end: int) -> Span:
        """The range in the file of ``text[start:end]``; it never takes in the next line's ``>``."""
        if self._starts is None:
            return _new(Span, (start, end))
        first = self.at(start)
        return Span(first, self.at(end - 1) + 1 if end > start else first)
