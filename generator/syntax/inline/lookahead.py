"""The signs of one leaf, its code spans and matching brackets: found in one pass beforehand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_SIGN = re.compile(r"[\\`*_\[\]!<&\r\n]")
_OPAQUE = frozenset("\\`[]")


class Signs:
    """Every sign of a text that may be markup, and what is known of them before they are read.

    ``positions`` is where they stand; ``codes`` maps the start of a code span to the start and end
    of its content and its own end; ``brackets`` maps a ``[`` to its ``]``. Brackets within code and
    escaped ones do not count, those in attributes and addresses do, as in Pandoc.
    """

    __slots__ = ("brackets", "codes", "positions")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.positions = [match.start() for match in _SIGN.finditer(text, start, end)]
        self.codes: dict[int, tuple[int, int, int]] = {}
        self.brackets: dict[int, int] = {}
        runs: dict[int, list[int]] | None = None
        opened: list[int] = []
        behind = start
        for at in self.positions:
            sign = text[at]
            if sign not in _OPAQUE or at < behind:
                continue
            if sign == "[":
                opened.append(at)
            elif sign == "]":
                if opened:
                    self.brackets[opened.pop()] = at
            elif sign == "\\":
                behind = at + 2
            else:
                if runs is None:
                    runs = _runs(text, self.positions)
                behind = self._code(text, runs, at, end)

    def following(self, at: int, end: int) -> int:
        """The position of the first sign from ``at`` on, ``end`` where there is none before it."""
        index = bisect_left(self.positions, at)
        return min(self.positions[index], end) if index < len(self.positions) else end

    def _code(self, text: str, runs: dict[int, list[int]], at: int, end: int) -> int:
        # A run that is never closed gives one backtick to the text; the rest is tried again.
        behind = at
        while behind < end and text[behind] == "`":
            behind += 1
        for opener in range(at, behind):
            size = behind - opener
            closers = runs.get(size)
            if closers is None:
                continue
            index = bisect_right(closers, opener)
            if index < len(closers):
                closer = closers[index]
                self.codes[opener] = (opener + size, closer, closer + size)
                return closer + size
        return behind


def _runs(text: str, positions: list[int]) -> dict[int, list[int]]:
    """Where runs of backticks begin, by their length."""
    found: dict[int, list[int]] = {}
    start = behind = -1
    for at in positions:
        if text[at] != "`":
            continue
        if at != behind:
            if start >= 0:
                found.setdefault(behind - start, []).append(start)
            start = at
        behind = at + 1
    if start >= 0:
        found.setdefault(behind - start, []).append(start)
    return found
