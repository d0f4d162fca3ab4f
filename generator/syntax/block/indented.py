"""Indented code: lines with four columns of white space in front, a blank line above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import CODE_INDENT
from .raw import RawCode

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner


def indented_code(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read indented lines, with the blank lines between them."""
    lines = frame.lines
    first = lines[index]
    if first.indent < CODE_INDENT:
        return None
    code: list[str] = []
    end = index
    while index < len(lines):
        line = lines[index]
        if line.start == line.end:
            code.append("")
        elif line.indent >= CODE_INDENT:
            code.append(" " * (line.indent - CODE_INDENT) + scanner.text[line.start : line.end])
            end = index
        else:
            break
        index += 1
    text = "\n".join(code).rstrip("\n")
    frame.blocks.append(RawCode(first.start, scanner.content_end(lines[end]), text, ""))
    return end + 1
