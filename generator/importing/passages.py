"""Plain text as passages: runs of lines with blank lines between them, each line at its place."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Span


class Line(NamedTuple):
    """A line without the white space at its ends, and its offset in the imported text."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """The place of the line in the imported text."""
        return Span(self.start, self.start + len(self.text))


Passage: TypeAlias = tuple[Line, ...]

WRAP = 120
"""Nobody wraps by hand beyond this column: where a line is longer, each line is a paragraph."""

_LINE = re.compile(
    r"([^\n\r\v\f\x1c-\x1f\x85\u2028\u2029]*)(?:\r\n|[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]|\Z)"
)
# No text editor shows these and no YAML or XML file may hold them.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")


def unprintable(text: str) -> tuple[Span, int]:
    """The place of the first character that a page cannot hold, and how many there are."""
    first = _UNPRINTABLE.search(text)
    if first is None:
        return Span(0, 0), 0
    return Span(*first.span()), sum(1 for _ in _UNPRINTABLE.finditer(text))


def printable(text: str) -> str:
    """``text`` without characters that a page cannot hold."""
    return _UNPRINTABLE.sub("", text)


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of ``text`` in order, without characters that a page cannot hold.

    Lines end as Python's ``str.splitlines`` has it. A line of invisible characters is blank.
    """
    passages: list[Passage] = []
    group: list[Line] = []
    for match in _LINE.finditer(text):
        raw = match.group(1)
        line = _line(raw, match.start()) if raw else None
        if line and not _INVISIBLE.fullmatch(line.text):
            group.append(line)
        elif group:
            passages.extend(_unwrapped(group))
            group = []
    passages.extend(_unwrapped(group))
    return tuple(passages)


def joined(passage: Passage) -> str:
    """The passage as one line."""
    return " ".join(line.text for line in passage)


def _line(raw: str, start: int) -> Line:
    text = raw.lstrip()
    start += len(raw) - len(text)
    # Characters left out move what stands behind them in their line, and that alone.
    return Line(printable(text).rstrip(), start)


def _unwrapped(group: list[Line]) -> list[Passage]:
    """One passage, or one for each line where none of them was wrapped by hand."""
    if any(len(line.text) > WRAP for line in group):
        return [(line,) for line in group]
    return [tuple(group)] if group else []
