"""Pipe tables: a header, a row of dashes that sets the alignments, rows to a line without a pipe.

A pipe is literal behind a backslash and within code. A short row gets empty cells.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.diagnostics import Span
from generator.diagnostics.codes import blocks as codes
from generator.diagnostics.codes import limits
from generator.records.limits import MOST_EMPTY_CELLS
from generator.syntax.inline.lookahead import Signs

from .lines import CODE_INDENT, Line
from .raw import RawTable

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner

_PART = r"[ \t]*+:?-++:?[ \t]*+"
_BREAK = re.compile(rf"(\|)?{_PART}((?:[|+]{_PART})*+)\|?[ \t]*+\Z")
_COLUMN = re.compile(r"(:)?-+(:)?")
_PIPE = re.compile(r"\\.|\|")
_ALIGNMENTS = {
    (False, False): "",
    (True, False): "left",
    (False, True): "right",
    (True, True): "center",
}


def pipe_table(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a table whose header is the line ``index``."""
    lines, text = frame.lines, scanner.text
    first = lines[index]
    if index + 1 >= len(lines) or first.indent >= CODE_INDENT:
        return None
    alignments = _alignments(text, lines[index + 1])
    if alignments is None:
        return None
    header = _cells(scanner, first, len(alignments))
    if header is None:
        return None
    end = lines[index + 1]
    rows = []
    index += 2
    while index < len(lines):
        line = lines[index]
        cells = None if line.start == line.end else _cells(scanner, line, len(alignments))
        if cells is None:
            break
        missing = len(alignments) - len(cells)
        if not _has_room(scanner, line, missing):
            break
        rows.append(cells + [(line.end, line.end)] * missing if missing else cells)
        end = line
        index += 1
    header += [(first.end, first.end)] * (len(alignments) - len(header))
    frame.blocks.append(RawTable(first.start, scanner.content_end(end), alignments, header, rows))
    return index


def _alignments(text: str, line: Line) -> tuple[str, ...] | None:
    row = text[line.start : line.end]
    match = _BREAK.match(row)
    if match is None or line.indent >= CODE_INDENT or not (match[1] or match[2]):
        return None
    return tuple(_ALIGNMENTS[bool(column[1]), bool(column[2])] for column in _COLUMN.finditer(row))


def _cells(scanner: Scanner, line: Line, columns: int) -> list[tuple[int, int]] | None:
    text, start, end = scanner.text, line.start, scanner.content_end(line)
    if text.find("|", start, end) < 0:
        return None
    opened = text[start] == "|"
    if opened:
        start += 1
    codes_found = Signs(text, start, end).codes if text.find("`", start, end) >= 0 else {}
    closers = {content[2]: opener for opener, content in codes_found.items()}
    edges = [start - 1]
    skip = iter(sorted((opener, closer) for closer, opener in closers.items()))
    code = next(skip, None)
    for match in _PIPE.finditer(text, start, end):
        at = match.start()
        while code is not None and code[1] <= at:
            code = next(skip, None)
        if text[at] == "|" and not (code is not None and code[0] <= at):
            edges.append(at)
    if edges[-1] != end - 1 or len(edges) == 1:
        edges.append(end)
    cells = [_trimmed(text, left + 1, right) for left, right in pairwise(edges)]
    if len(cells) == 1 and not opened and edges[-1] == end:
        return None
    for left, right in cells[columns:]:
        if left < right:
            scanner.context.fault(
                codes.EXTRA_CELL,
                Span(left, right),
                f'The cell "{text[left:right]}" stands beyond the last of {columns} columns.',
                "Add a column to the header and to the line of dashes, or take the cell out.",
            )
    return cells[:columns]


def _has_room(scanner: Scanner, line: Line, missing: int) -> bool:
    """Whether so many more empty cells may be made; where not, the table ends above the line."""
    if scanner.empty_cells + missing > MOST_EMPTY_CELLS:
        scanner.context.fault(
            limits.TOO_MANY_EMPTY_CELLS,
            Span(line.start, line.end),
            f"The rows of tables lack more than {MOST_EMPTY_CELLS:,} cells up to this line.",
            "Take out columns that no row has, or divide the text into several articles.",
        )
        return False
    scanner.empty_cells += missing
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    cell = text[start:end]
    left = len(cell) - len(cell.lstrip(" \t"))
    return start + min(left, len(cell)), start + max(left, len(cell.rstrip(" \t")))
