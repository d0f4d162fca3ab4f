"""Thematic breaks: three or more of ``*``, ``-`` or ``_`` alone on a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lines import CODE_INDENT, Line
from .raw import RawRule

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner

_BREAK = re.compile(r"([*_-])[ \t]*+(?:\1[ \t]*+){2,}\Z")


def is_break(text: str, line: Line) -> bool:
    """Whether the line is nothing but a break."""
    return _BREAK.match(text[line.start : line.end]) is not None


def thematic_break(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a break. It needs a blank line above; the paragraph rule sees to that."""
    line = frame.lines[index]
    if line.indent >= CODE_INDENT or not is_break(scanner.text, line):
        return None
    frame.blocks.append(RawRule(line.start, scanner.content_end(line)))
    return index + 1
