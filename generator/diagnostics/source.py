"""A source file as read, and places in it.

Offsets are code points into the decoded file, byte order mark and carriage
returns included, so ``text[span.start:span.end]`` is always what an editor sees.
Lines and columns count from 1; a tab is one column; the byte order mark has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of offsets, in code points, into a file's text."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same range, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies within this range."""
        return self.start <= other.start and other.end <= self.end


NOWHERE = Span(0, 0)
"""The place of what stands in no file."""


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class SourceFile:
    """A file's path (POSIX, relative to the site's root) and its decoded text.

    ``text`` keeps a byte order mark and the line ends exactly as they stand.
    """

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        # Most files are never asked for a line.
        first = 1 if self.text.startswith("\ufeff") else 0
        return (first, *(match.end() for match in _LINE_END.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """Line and column of ``offset``; one outside the text is brought to its nearest end."""
        offset = min(max(offset, self._line_starts[0]), len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both counted from 1.

        Raises:
            IndexError: there is no such line.
        """
        if line < 1:
            raise IndexError(line)
        return self._line_starts[line - 1] + column - 1
