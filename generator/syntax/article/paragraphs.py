"""Paragraphs taken apart: printed lines and doubled captions within running text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.syntax.leaf import Leaf

from .captions import Pair, paired
from .printed import Labels, Printed

if TYPE_CHECKING:
    from generator.syntax.block import Line

_SIGNS = frozenset("[*_`\\")


@dataclass(slots=True)
class Running:
    """Lines of text."""

    lines: list[Line]


@dataclass(slots=True)
class ReadMoreLine:
    """A READ MORE line; with its title below it where the label stands alone."""

    lines: list[Line]
    printed: Printed


@dataclass(slots=True)
class SourceText:
    """A source line, which may be wrapped."""

    lines: list[Line]
    printed: Printed


@dataclass(slots=True)
class Doubled:
    """A caption printed on two lines."""

    one: Line
    two: Line
    pair: Pair


Piece: TypeAlias = Running | ReadMoreLine | SourceText | Doubled


def pieces(text: str, lines: list[Line], read_more: Labels, source: Labels) -> list[Piece]:
    """A paragraph's lines as printed lines, doubled captions and the text between them."""
    if not _remarkable(text, lines, read_more, source):
        return [Running(lines)]
    ending = _sources(text, lines, source)
    found: list[Piece] = []
    running: list[Line] = []
    index, count = 0, len(lines) - len(ending)
    while index < count:
        piece = _read_more_at(text, lines, index, count, read_more) or _doubled_at(
            text, lines, index, count
        )
        if piece is None:
            running.append(lines[index])
            index += 1
            continue
        _flush(found, running)
        running = []
        found.append(piece)
        index += 2 if isinstance(piece, Doubled) else len(piece.lines)
    wrapped = _wrapped_source(text, running, source) if len(running) == len(lines) else None
    if wrapped is not None:
        return [wrapped]
    _flush(found, running)
    return found + ending


def _remarkable(text: str, lines: list[Line], read_more: Labels, source: Labels) -> bool:
    """Whether a line begins as a printed one does, or like the line above it. Most do neither."""
    before = ""
    for line in lines:
        sign = text[line.start]
        if sign == before or sign in _SIGNS:
            return True
        if sign in read_more.firsts and read_more.match(text, line.start, line.end):
            return True
        before = sign
    first, last = lines[0], lines[-1]
    return any(
        text[line.start] in source.firsts and source.match(text, line.start, line.end)
        for line in (first, last)
    )


def _read_more_at(
    text: str, lines: list[Line], index: int, count: int, read_more: Labels
) -> ReadMoreLine | None:
    line = lines[index]
    printed = read_more.match(text, line.start, line.end)
    if printed is None:
        return None
    if printed.start >= printed.end and index + 1 < count:
        # A label alone on its line has its title on the next.
        below = lines[index + 1]
        if read_more.match(text, below.start, below.end) is None:
            title = Printed(printed.label, below.start, content_end(text, below))
            return ReadMoreLine([line, below], title)
    return ReadMoreLine([line], printed)


def _doubled_at(text: str, lines: list[Line], index: int, count: int) -> Doubled | None:
    if index + 1 >= count:
        return None
    one, two = lines[index], lines[index + 1]
    # Most lines differ in their first character: see that before anything is copied.
    first, second = text[one.start], text[two.start]
    if first != second and first not in _SIGNS and second not in _SIGNS:
        return None
    pair = paired(text[one.start : one.end], text[two.start : two.end])
    return Doubled(one, two, pair) if pair is not None else None


def _sources(text: str, lines: list[Line], source: Labels) -> list[Piece]:
    """The source lines at a paragraph's end."""
    ending: list[Piece] = []
    for line in reversed(lines):
        printed = source.match(text, line.start, line.end)
        if printed is None or printed.start >= printed.end:
            break
        ending.append(SourceText([line], printed))
    ending.reverse()
    return ending


def _wrapped_source(text: str, lines: list[Line], source: Labels) -> SourceText | None:
    """A source line that makes up its whole paragraph and goes on over several lines."""
    printed = source.match(text, lines[0].start, lines[0].end)
    if printed is None or printed.start >= printed.end:
        return None
    return SourceText(lines, Printed(printed.label, printed.start, content_end(text, lines[-1])))


def _flush(found: list[Piece], running: list[Line]) -> None:
    if running:
        found.append(Running(running))


def content_end(text: str, line: Line) -> int:
    """The offset behind the line's last character that is no white space."""
    return line.start + len(text[line.start : line.end].rstrip(" \t"))


def leaf_of(text: str, lines: list[Line], *, quoted: bool, start: int | None = None) -> Leaf:
    """The text of lines, from ``start`` where it is given, to be read as inlines."""
    first = lines[0].start if start is None else start
    end = content_end(text, lines[-1])
    if not quoted or len(lines) == 1:
        return Leaf(text, first, max(first, end))
    places = [(line.start, line.end) for line in lines]
    places[0] = (first, places[0][1])
    places[-1] = (places[-1][0], end)
    return Leaf.joined(text, places)
