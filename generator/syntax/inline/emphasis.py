"""Emphasis: ``*text*``, ``**text**``, ``_text_``.

The rules are those of Pandoc's ``enclosure``, ``one``, ``two`` and ``three``.

Pandoc's functions call each other; here each call is a level on a stack, so that a text of nothing
but asterisks costs no recursion. A level whose marker finds no end gives it back as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.document import Emphasis

from .run import Run

if TYPE_CHECKING:
    from generator.syntax.leaf import Leaf

DEEPEST = 24
"""How deep emphasis may stand within emphasis; deeper markers are text."""

_LONGEST = 3
_STRONG = 2
_CLOSING_SIZES = {1: (1,), 2: (2,), 3: (3, 2, 1)}
"""How many signs may close a marker of one, two or three: of three, the rest stays open."""


class Level:
    """An open marker of ``size`` signs and what was read behind it."""

    __slots__ = ("char", "run", "size", "start")

    def __init__(self, char: str, size: int, start: int, leaf: Leaf) -> None:
        self.char = char
        self.size = size
        self.start = start
        self.run = Run(leaf)


class Stack:
    """The open levels of one bracket or block. ``run`` is where inlines are added now."""

    __slots__ = ("_bottom", "_end", "_leaf", "_levels", "_text", "run", "too_deep", "word_end")

    def __init__(self, leaf: Leaf, end: int) -> None:
        self._leaf = leaf
        self._text = leaf.text
        self._end = end
        self._bottom = Run(leaf)
        self._levels: list[Level] = []
        self.run = self._bottom
        self.word_end = -1
        self.too_deep = False

    def sign(self, at: int) -> int:
        """Read the ``*`` or ``_`` at a position; the position behind what was read.

        ``word_end`` is where the last word or emphasis ended: right behind it no ``_`` opens.
        """
        char = self._text[at]
        if self._levels:
            closed = self._closing(char, at)
            if closed is not None:
                return closed
        if char == "_" and self.word_end == at:
            self.run.text(at, at + 1, char)
            return at + 1
        behind = at
        while behind < self._end and self._text[behind] == char:
            behind += 1
        size = behind - at
        spaced = behind < self._end and self._text[behind] in " \t"
        if spaced or size > _LONGEST or len(self._levels) >= DEEPEST:
            self.too_deep = self.too_deep or len(self._levels) >= DEEPEST
            self.run.text(at, behind, char * size)
            return behind
        self._open(char, size, at)
        return behind

    def finish(self) -> Run:
        """Give back the markers that found no end; everything that was read."""
        while self._levels:
            level = self._levels.pop()
            below = self._levels[-1].run if self._levels else self._bottom
            below.text(level.start, level.start + level.size, level.char * level.size)
            below.absorb(level.run)
        return self._bottom

    def _ends(self, char: str, size: int, at: int) -> bool:
        behind = at + size
        if behind > self._end or not self._text.startswith(char * size, at):
            return False
        return char == "*" or behind == self._end or not self._text[behind].isalnum()

    def _closing(self, char: str, at: int) -> int | None:
        level = self._levels[-1]
        if level.char != char:
            return None
        if level.size == 1 and self._ends(char, 1, at):
            doubled = self._text.startswith(char * 2, at) and at + 2 <= self._end
            if doubled and not self._ends(char, 1, at + 2) and len(self._levels) < DEEPEST:
                self._open(char, 2, at)
                return at + 2
        for size in _CLOSING_SIZES[level.size]:
            if self._ends(char, size, at):
                return self._close(at, size)
        return None

    def _open(self, char: str, size: int, at: int) -> None:
        level = Level(char, size, at, self._leaf)
        self._levels.append(level)
        self.run = level.run

    def _close(self, at: int, size: int) -> int:
        """Close ``size`` signs of the innermost level; of three, the rest stays open."""
        level = self._levels[-1]
        behind = at + size
        self.word_end = behind
        start = level.start + level.size - size
        inlines = level.run.inlines()
        if size == _LONGEST:
            inner = Emphasis(self._leaf.span(start + 2, at + 1), strong=False, inlines=inlines)
            node = Emphasis(self._leaf.span(start, behind), strong=True, inlines=(inner,))
        else:
            node = Emphasis(self._leaf.span(start, behind), strong=size == _STRONG, inlines=inlines)
        if level.size > size:
            level.size -= size
            level.run = Run(self._leaf)
        else:
            self._levels.pop()
        self.run = self._levels[-1].run if self._levels else self._bottom
        self.run.node(node)
        return behind
