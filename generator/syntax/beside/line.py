"""The inlines of one passage, and annotations put around the fewest pieces of them that nest.

An annotation that lies within one inline, or around whole ones, is one piece. One that crosses the
border of another is divided there; all its pieces have its number. Each is put in at the cost of
what it touches, however long the passage is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.diagnostics import Span
from generator.model.annotation import Kind
from generator.model.document import (
    Annotated,
    Attribute,
    Code,
    Emphasis,
    HardBreak,
    Image,
    Inline,
    Link,
    SoftBreak,
    Text,
)
from generator.syntax.inline.characters import ENTITY, decoded

_BLANK = " \t\r\n\f\v"
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_SIGN = re.compile(rf"\\[\W_]|{ENTITY.pattern}|[ \t]{{2,}}|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Insertion:
    """An annotation to be put around ``start`` to ``end`` of a passage's text as it was read."""

    start: int
    end: int
    number: int
    kind: Kind
    attributes: tuple[Attribute, ...]


class _Source:
    """An inline without inlines of its own, and where the characters of its text stand."""

    __slots__ = ("_file", "_offsets", "node", "text")

    def __init__(self, node: Text | Code | SoftBreak | HardBreak | Image, file: str) -> None:
        self.node = node
        self.text = node.text if isinstance(node, Text | Code) else ""
        if isinstance(node, SoftBreak | HardBreak):
            self.text = " "
        self._file = file
        self._offsets: list[int] | None = None

    def offset(self, index: int, *, opening: bool) -> int:
        """The offset in the file at ``index``; within code and breaks, that of their nearer end."""
        start, end = self.node.span
        if index == 0 or index == len(self.text) or not isinstance(self.node, Text):
            return start if (index < len(self.text) if opening else index == 0) else end
        if len(self.text) == end - start:
            return start + index
        if self._offsets is None:
            self._offsets = _offsets(self._file[start:end])
        return start + self._offsets[index] if index < len(self._offsets) else end


def _offsets(raw: str) -> list[int]:
    """For each character that ``raw`` is read as, where its sign begins."""
    found: list[int] = []
    for match in _SIGN.finditer(raw):
        found += [match.start()] * len(decoded(match[0]) if match[0][0] in "\\&" else " ")
    return found


@dataclass(slots=True)
class _Leaf:
    """``start`` to ``end`` of a source's text."""

    source: _Source
    start: int
    end: int

    def inline(self) -> Inline:
        source, node = self.source, self.source.node
        if self.end - self.start == len(source.text) or not isinstance(node, Text | Code):
            return node
        span = Span(source.offset(self.start, opening=True), source.offset(self.end, opening=False))
        return replace(node, span=span, text=source.text[self.start : self.end])


@dataclass(slots=True)
class _Box:
    """An inline with inlines of its own; ``starts`` has where each begins in the passage's text."""

    node: Emphasis | Link | Annotated | Insertion | None
    children: list[_Child] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    end: int = 0

    def add(self, child: _Child, start: int, end: int) -> None:
        """Put a child behind the others."""
        self.children.append(child)
        self.starts.append(start)
        self.end = end


_Child: TypeAlias = _Leaf | _Box


class Line:
    """The inlines of one passage and its text."""

    def __init__(self, inlines: Sequence[Inline], file: str) -> None:
        self._inlines = inlines
        self._items: list[Insertion] = []
        self._sources: list[_Source] = []
        self._at: list[int] = []
        self._length = 0
        self._file = file
        self._box = self._boxed(inlines, None)
        self._cuts: list[int] = []
        self._taken: list[int] = []
        self._lead = 0
        self._measure("".join(source.text for source in self._sources))

    def _boxed(self, inlines: Iterable[Inline], node: Emphasis | Link | Annotated | None) -> _Box:
        box = _Box(node, end=self._length)
        for item in inlines:
            start = self._length
            child: _Child
            if isinstance(item, Emphasis | Link | Annotated):
                child = self._boxed(item.inlines, item)
            else:
                source = _Source(item, self._file)
                child = _Leaf(source, 0, len(source.text))
                self._sources.append(source)
                self._at.append(start)
                self._length += len(source.text)
            box.add(child, start, self._length)
        return box

    def _measure(self, text: str) -> None:
        """Note where running white space together takes characters away."""
        removed = self._lead = len(text) - len(text.lstrip(_BLANK))
        for match in _WHITE.finditer(text, removed):
            if match.end() - match.start() > 1:
                removed += match.end() - match.start() - 1
                self._cuts.append(match.end() - removed)
                self._taken.append(removed)

    def as_read(self, start: int, end: int) -> Span:
        """A range of the passage's text as one of it before white space was run together."""
        return Span(self._back(start), self._back(end - 1) + 1)

    def _back(self, position: int) -> int:
        index = bisect_right(self._cuts, position)
        return position + (self._taken[index - 1] if index else self._lead)

    def in_file(self, start: int, end: int) -> Span:
        """Where the text from ``start`` to ``end``, as it was read, stands in the file."""
        first = bisect_right(self._at, start) - 1
        last = bisect_left(self._at, end) - 1
        begin = self._sources[first].offset(start - self._at[first], opening=True)
        stop = self._sources[last].offset(end - self._at[last], opening=False)
        return Span(begin, max(begin, stop))

    def insert(self, item: Insertion) -> None:
        """Put an annotation in; those that begin earlier, or reach further, come before it."""
        self._items.append(item)
        self._insert(self._box, item)

    def _insert(self, box: _Box, item: Insertion) -> None:
        first = max(0, bisect_right(box.starts, item.start) - 1)
        last = bisect_left(box.starts, item.end)
        made = _Box(None)
        for child, start, end, within in self._pieces(box, first, last, item):
            if not within:
                made.add(child, start, end)
                continue
            run = made.children[-1] if made.children else None
            if not (isinstance(run, _Box) and run.node is item and run.end == start):
                run = _Box(item, end=start)
                made.add(run, start, end)
            run.add(child, start, end)
            made.end = end
        box.children[first:last] = made.children
        box.starts[first:last] = made.starts

    def _pieces(
        self, box: _Box, first: int, last: int, item: Insertion
    ) -> Iterator[tuple[_Child, int, int, bool]]:
        """Children, divided where ``item`` begins and ends, and whether it covers each whole."""
        for index in range(first, last):
            child, start = box.children[index], box.starts[index]
            end = box.starts[index + 1] if index + 1 < len(box.starts) else box.end
            if start == end:
                yield child, start, end, item.start < start < item.end
            elif item.start <= start and end <= item.end:
                yield child, start, end, True
            elif end <= item.start or start >= item.end:
                yield child, start, end, False
            elif isinstance(child, _Box):
                self._insert(child, item)
                yield child, start, end, False
            else:
                left, right = max(start, item.start), min(end, item.end)
                for begin, stop in ((start, left), (left, right), (right, end)):
                    if begin < stop:
                        base = child.start - start
                        part = _Leaf(child.source, base + begin, base + stop)
                        yield part, begin, stop, begin == left

    def inlines(self, numbers: Mapping[int, int]) -> tuple[Inline, ...]:
        """The inlines with all that was put in; ``numbers`` are the new ones of the others."""
        return _inlines(self._box, numbers)

    def first(self, inlines: Sequence[Inline]) -> Line:
        """The same of the passage's first inlines only: a caption goes without its credit."""
        if len(inlines) == len(self._inlines):
            return self
        part = Line(inlines, self._file)
        for item in self._items:
            if item.start < part._length:
                part.insert(item)
        return part


def _inlines(box: _Box, numbers: Mapping[int, int]) -> tuple[Inline, ...]:
    return tuple(
        child.inline() if isinstance(child, _Leaf) else _inline(child, numbers)
        for child in box.children
    )


def _inline(box: _Box, numbers: Mapping[int, int]) -> Inline:
    inlines, node = _inlines(box, numbers), box.node
    if isinstance(node, Insertion):
        span = Span(inlines[0].span.start, inlines[-1].span.end)
        return Annotated(span, inlines, (node.kind.value,), "", node.attributes, node.number)
    if node is None:  # only the line itself, which is in no other
        raise AssertionError(box)
    return renumbered(replace(node, inlines=inlines), numbers)


def renumbered(
    node: Emphasis | Link | Annotated, numbers: Mapping[int, int]
) -> Emphasis | Link | Annotated:
    """The node with its number changed, if it has one; not those within it."""
    if isinstance(node, Annotated) and node.number is not None:
        return replace(node, number=numbers[node.number])
    return node
