"""Fenced code: ``` or ~~~, three or more, to a line of at least as many.

A fence of backticks ends a paragraph, one of tildes does not. A fence that is never closed is text,
as in Pandoc, and is reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Span
from generator.diagnostics.codes import blocks as codes
from generator.syntax.inline.attributes import read_attributes
from generator.syntax.leaf import Leaf

from .lines import CODE_INDENT, Line, gobbled
from .raw import RawCode

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner

_OPEN = re.compile(r"(`{3,}+|~{3,}+)[ \t]*+([^`{}\s]*+)[ \t]*+(\{.*)?")
_RAW = re.compile(r"\{=([\w-]+)\}[ \t]*")


def fenced_code(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a fenced code block that opens at the line ``index``."""
    line = frame.lines[index]
    info = _info(scanner.text, line)
    if info is None:
        return None
    fence, language = info
    close = _closing(scanner.text, frame, index, fence)
    if close is None:
        scanner.context.fault(
            codes.UNCLOSED_CODE,
            Span(line.start, line.start + len(fence)),
            f"The code block that opens with {fence} is never closed, so it is read as text.",
            f"Write a line {fence} below the code.",
        )
        return None
    text = "\n".join(
        " " * inner.indent + scanner.text[inner.start : inner.end]
        for inner in (gobbled(one, line.indent) for one in frame.lines[index + 1 : close])
    )
    end = scanner.content_end(frame.lines[close])
    frame.blocks.append(RawCode(line.start, end, text, language))
    return close + 1


def opens_code(scanner: Scanner, frame: Frame, index: int, *, backtick_only: bool) -> bool:
    """Whether a whole fenced code block opens at the line ``index``."""
    line = frame.lines[index]
    first = scanner.text[line.start : line.start + 1]
    if first != "`" and (backtick_only or first != "~"):
        return False
    if backtick_only and line.indent:
        return False
    info = _info(scanner.text, line)
    return info is not None and _closing(scanner.text, frame, index, info[0]) is not None


def _info(text: str, line: Line) -> tuple[str, str] | None:
    if line.indent >= CODE_INDENT:
        return None
    match = _OPEN.match(text, line.start, line.end)
    if match is None:
        return None
    language = match[2]
    end = match.end()
    if match[3] is not None:
        at = match.start(3)
        raw = _RAW.match(text, at, line.end)
        if raw is not None:
            language, end = raw[1], raw.end()
        else:
            attributes = read_attributes(Leaf(text, at, line.end), at, line.end)
            if attributes is None:
                return None
            end = attributes.end
            if not language and attributes.classes:
                language = attributes.classes[0][0]
    if text[end : line.end].strip(" \t"):
        return None
    return match[1], language


def _closing(text: str, frame: Frame, index: int, fence: str) -> int | None:
    char, size = fence[0], len(fence)
    hopeless = frame.unclosed.get(char)
    if hopeless is not None and size >= hopeless:
        return None
    lines = frame.lines
    for later in range(index + 1, len(lines)):
        line = lines[later]
        if line.start < line.end and text[line.start] == char and line.indent < CODE_INDENT:
            found = text[line.start : line.end].rstrip(" \t")
            if len(found) >= size and found.count(char) == len(found):
                return later
    frame.unclosed[char] = size
    return None
