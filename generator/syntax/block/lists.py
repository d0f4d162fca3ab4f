"""Lists: which lines belong to an item, after Pandoc's ``rawListItem`` and ``listContinuation``.

Bullets are ``*``, ``+`` and ``-``; numbers are ``1.``, ``1)``, ``(1)`` and ``#.``. Letters and
Roman numerals are text: "A. Smith" and "I. e." begin more paragraphs of news than lists do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .breaks import is_break
from .fences import opens_code
from .lines import CODE_INDENT, Line, behind, gobbled
from .raw import RawList

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner

_NUMBER = re.compile(r"(?:([0-9]{1,9}+|#)([.)])|\(([0-9]{1,9}+|#)\))(?=[ \t]|\Z)")
_MARKERS = frozenset("*+-0123456789#(")
_BULLETS = frozenset("*+-")
_WIDEST = 4
"""Columns of white space behind a marker that belong to it; with more, code follows."""


def starts_item(text: str, line: Line) -> bool:
    """Whether a list item begins with this line."""
    return line.indent < CODE_INDENT and _marker(text, line) is not None


def bullet_list(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a list of bullets; different bullets make one list."""
    return _list(scanner, frame, index, bullets=True)


def ordered_list(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a numbered list; another delimiter begins another list, ``#`` goes on with any."""
    return _list(scanner, frame, index, bullets=False)


def _marker(text: str, line: Line) -> tuple[int, str, str] | None:
    """Width, number and delimiter of a marker; a bullet has neither number nor delimiter."""
    start, end = line.start, line.end
    if start == end or text[start] not in _MARKERS:
        return None
    if text[start] in _BULLETS:
        if (start + 1 == end or text[start + 1] in " \t") and not is_break(text, line):
            return 1, "", ""
        return None
    match = _NUMBER.match(text, start, end)
    if match is None:
        return None
    return match.end() - start, match[1] or match[3], match[2] or "()"


def _list(scanner: Scanner, frame: Frame, index: int, *, bullets: bool) -> int | None:
    text, lines = scanner.text, frame.lines
    first = lines[index]
    marker = _marker(text, first)
    if first.indent >= CODE_INDENT or marker is None or (marker[2] == "") is not bullets:
        return None
    delimiter = marker[2]
    number = None if bullets else 1 if marker[1] == "#" else int(marker[1])
    items = []
    end = first.start
    while index < len(lines):
        line = lines[index]
        marker = _marker(text, line) if line.indent < CODE_INDENT else None
        if marker is None or marker[2] != delimiter:
            break
        content = behind(text, line, marker[0])
        spaces = content.indent if content.indent <= _WIDEST else 1
        content.indent -= spaces
        inner = [content]
        index = _item(scanner, frame, index + 1, line.indent + marker[0] + spaces, inner)
        end = scanner.last_content(inner, line.start + marker[0])
        items.append(scanner.inside(frame.inner(inner, item=True)))
    frame.blocks.append(RawList(first.start, end, number, items))
    return index


def _item(scanner: Scanner, frame: Frame, index: int, width: int, inner: list[Line]) -> int:
    """Gather the lines of an item behind its first; the index of the next line that is not its."""
    index = _directly_below(scanner, frame, index, width, inner)
    lines = frame.lines
    while index < len(lines):
        line = lines[index]
        if line.start == line.end:
            inner.append(line)
            index += 1
        elif line.indent < width or scanner.closes_division(frame, line):
            break
        else:
            index = _continuation(scanner, frame, index, width, inner)
            if index < len(lines) and lines[index].start != lines[index].end:
                break
    return index


def _directly_below(
    scanner: Scanner, frame: Frame, index: int, width: int, inner: list[Line]
) -> int:
    """Gather lines up to a blank one, or to one that begins an item, a fence or a block's end."""
    text, lines = scanner.text, frame.lines
    while index < len(lines):
        line = lines[index]
        if (
            line.start == line.end
            or (_marker(text, line) is not None and _begins(line, width))
            or scanner.closes_division(frame, line)
            or opens_code(scanner, frame, index, backtick_only=False)
        ):
            break
        inner.append(gobbled(line, width) if line.indent >= width else line)
        index += 1
    return index


def _continuation(scanner: Scanner, frame: Frame, index: int, width: int, inner: list[Line]) -> int:
    """Gather a passage whose first line is indented as far as the item's text."""
    text, lines = scanner.text, frame.lines
    while index < len(lines):
        line = lines[index]
        if line.start == line.end or scanner.closes_division(frame, line):
            break
        if line.indent >= width:
            line = gobbled(line, width)
        elif starts_item(text, line):
            break
        inner.append(line)
        index += 1
    return index


def _begins(line: Line, width: int) -> bool:
    return line.indent < CODE_INDENT or line.indent >= width
