"""What is to stand around a place, and the edits that put it there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Edit, Span
from generator.model.annotation import Kind
from generator.model.suggestion import Suggestion, SuggestionKind

_RANKS = (Kind.QUOTE, Kind.CLAIM, Kind.EVENT, Kind.FIGURE, Kind.ACTOR, Kind.PLACE, Kind.PLAIN)
_BLOCK_RANK = -1
# Escaped signs and code spans are passed over; what is left are brackets.
_BRACKET = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[\[\]]", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK_BEFORE = re.compile(r"(?:\A\ufeff?|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\Z")
_BLANK_BEHIND = re.compile(r"[ \t]*(?:\Z|(?:\r\n|\r|\n)[ \t]*(?:\Z|\r|\n))")
_CONTEXT = 400
"""Characters in front of a passage that are looked at for a blank line."""
_CLOSE, _OPEN, _ESCAPE = range(3)
"""What stands at one offset, in this order."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A suggestion and how it is written: ``kind`` is ``None`` for a block around whole lines."""

    suggestion: Suggestion
    span: Span
    kind: Kind | None

    @property
    def order(self) -> tuple[int, int, int]:
        """A sort key: what stands around others comes before them."""
        rank = _BLOCK_RANK if self.kind is None else _RANKS.index(self.kind)
        return self.span.start, -self.span.end, rank


def mark_of(suggestion: Suggestion, text: str, *, rejected: bool) -> Mark:
    """The mark of a suggestion; ``text`` is the file's. Not for ``read-more`` passages."""
    if suggestion.kind is SuggestionKind.BACKGROUND:
        start, end = suggestion.span
        inner = text[start:end]
        end -= len(inner) - len(inner.rstrip())
        return Mark(suggestion, Span(start, max(start, end)), None)
    kind = Kind.PLAIN if rejected else Kind(suggestion.kind.value)
    return Mark(suggestion, suggestion.span, kind)


@dataclass(frozen=True, slots=True)
class Placed:
    """``edits`` of the old text, the ``text`` they give, and where each mark stands in that."""

    edits: tuple[Edit, ...]
    text: str
    spans: tuple[Span, ...]


def place(text: str, marks: Sequence[Mark], attributes: Mapping[Mark, str]) -> Placed:
    """Put ``marks``, which are in their order and cross nowhere, into ``text``."""
    pieces: list[tuple[int, int, int, str, int]] = []
    last = len(marks)
    for index, mark in enumerate(marks):
        start, end = mark.span
        if mark.kind is None:
            opening, closing, lead = _block(text, mark.span)
        else:
            opening, closing, lead = "[", f"]{{.{mark.kind}{attributes.get(mark, '')}}}", 0
        pieces.append((start, _OPEN, index, opening, lead))
        pieces.append((end, _CLOSE, last - index, closing, 0))
    pieces += ((at, _ESCAPE, 0, "\\", 0) for at in _loose_brackets(text, marks))
    pieces.sort(key=lambda item: item[:3])
    starts, ends = [0] * last, [0] * last
    parts: list[str] = []
    edits: list[Edit] = []
    at = grown = 0
    for offset, what, index, added, lead in pieces:
        if what == _OPEN:
            starts[index] = offset + grown + lead
        parts += (text[at:offset], added)
        edits.append(Edit(Span(offset, offset), added))
        grown += len(added)
        if what == _CLOSE:
            ends[last - index] = offset + grown
        at = offset
    spans = tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
    return Placed(tuple(edits), "".join((*parts, text[at:])), spans)


def _block(text: str, span: Span) -> tuple[str, str, int]:
    """The lines above and below a passage, and how far into the first its ``:::`` stands."""
    start, end = span
    before = text[max(0, start - _CONTEXT) : start]
    ends = _LINE_END.search(text, start) or _LINE_END.search(before)
    line_end = ends[0] if ends else "\n"
    lead = "" if _BLANK_BEFORE.search(before) or not before.strip("\ufeff") else line_end
    follow = "" if _BLANK_BEHIND.match(text, end) else line_end
    return f"{lead}::: {{.background}}{line_end}", f"{line_end}:::{follow}", len(lead)


def _loose_brackets(text: str, marks: Sequence[Mark]) -> set[int]:
    """Brackets whose partner does not stand within the same mark, so that they must be escaped."""
    loose: set[int] = set()
    # From the innermost outwards: a bracket that is escaped there is no partner any more.
    for mark in sorted(marks, key=lambda item: item.span.end - item.span.start):
        start, end = mark.span
        if mark.kind is None or not ("[" in text[start:end] or "]" in text[start:end]):
            continue
        opened: list[int] = []
        for match in _BRACKET.finditer(text, start, end):
            at = match.start()
            if at in loose:
                continue
            if match[0] == "[":
                opened.append(at)
            elif match[0] == "]":
                if opened:
                    opened.pop()
                else:
                    loose.add(at)
        loose.update(opened)
    return loose
