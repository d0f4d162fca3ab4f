"""Block quotations: lines that begin with ``>``, and the lines that lazily continue their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fences import opens_code
from .lines import CODE_INDENT, Line, behind
from .lists import starts_item
from .raw import RawQuote

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner


def block_quote(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a quotation. It needs a blank line above; the paragraph rule sees to that."""
    text = scanner.text
    first = frame.lines[index]
    if first.indent >= CODE_INDENT or text[first.start] != ">":
        return None
    inner = []
    end = first.start + 1
    while index < len(frame.lines):
        line = frame.lines[index]
        if line.start == line.end:
            break
        if line.indent < CODE_INDENT and text[line.start] == ">":
            content = behind(text, line, 1)
            content.indent = max(0, content.indent - 1)
            inner.append(content)
        elif (
            text[line.start] == ">"
            or (frame.listed and starts_item(text, line))
            or scanner.closes_division(frame, line)
            or opens_code(scanner, frame, index, backtick_only=True)
        ):
            break
        else:
            # What continues a quotation lazily has no indentation of its own.
            inner.append(Line(0, line.start, line.end, line.column))
        end = scanner.content_end(line)
        index += 1
    blocks = scanner.inside(frame.inner(inner, quoted=True))
    frame.blocks.append(RawQuote(first.start, end, blocks))
    return index
