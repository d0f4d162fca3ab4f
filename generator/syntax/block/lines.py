"""A text as lines, each with its indentation, from which containers take their part."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAB = 4
"""Columns from one tab stop to the next, as in Pandoc."""

CODE_INDENT = 4
"""Columns of indentation from which on a line is code, and no marker is looked for."""

_LINE = re.compile(r"([ \t]*+)([^\r\n]*+)(?:\r\n|\r|\n|\Z)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_NEAR = 2000
_BLANKS = re.compile(r"[ \t]*+")


@dataclass(slots=True)
class Line:
    """What is left of a line within its container.

    ``indent`` counts columns of white space before ``start``, the offset of the first other
    character; ``end`` is the offset of the line end. ``column`` is the column of ``start`` in the
    file, counted from 0 with tabs widened. A blank line has ``start == end``.
    """

    indent: int
    start: int
    end: int
    column: int


def split_lines(text: str, start: int) -> list[Line]:
    """All lines of ``text`` from ``start`` on, and a blank one behind them."""
    lines = []
    for match in _LINE.finditer(text, start):
        first = match.end(1)
        indent = first - match.start()
        if indent and "\t" in match[1]:
            indent = len(match[1].expandtabs(TAB))
        lines.append(Line(indent, first, match.end(2), indent))
    return lines


def gobbled(line: Line, columns: int) -> Line:
    """The line without ``columns`` of its indentation."""
    return Line(max(0, line.indent - columns), line.start, line.end, line.column)


def behind(text: str, line: Line, width: int) -> Line:
    """The line behind a marker of ``width`` characters that stands at its start."""
    marker = line.start + width
    match = _BLANKS.match(text, marker, line.end)
    start = match.end() if match else marker
    column = line.column + width
    for char in text[marker:start]:
        column += TAB - column % TAB if char == "\t" else 1
    return Line(column - line.column - width, start, line.end, column)


def line_end(text: str, at: int) -> str:
    """The line end that the file uses near ``at``: the first behind it, else the last before."""
    found = _LINE_END.search(text, at)
    if found is None:
        before = text[max(0, at - _NEAR) : at]
        found = next(reversed(list(_LINE_END.finditer(before))), None)
    return found.group() if found else "\n"


def line_start(text: str, at: int) -> int:
    """The offset at which the line of ``at`` begins in the file."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
