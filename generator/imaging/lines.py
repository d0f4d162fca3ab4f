"""Text broken into lines that fit and are about as long as each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .lettering import Family, width

if TYPE_CHECKING:
    from collections.abc import Sequence

_ELLIPSIS: Final = "…"
_HALVINGS: Final = 7  # to within a hundredth of the room
_LONGEST: Final = 400
"""Characters beyond which a text is cut before it is measured."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set: its lines in the order of reading, and the size of its letters in pixels."""

    lines: tuple[str, ...]
    size: int


def fitted(text: str, family: Family, room: float, sizes: Sequence[tuple[int, int]]) -> Setting:
    """``text`` at the first of ``sizes`` in whose number of lines it fits ``room`` pixels.

    ``sizes`` are pairs of a size and the most lines at it. What fits none is cut behind a word at
    the last, and marked with “…”.
    """
    words = _Words(text, family)
    for size, most in sizes if len(text) <= _LONGEST else ():
        lines = words.broken(room / size)
        if lines is not None and len(lines) <= most:
            return Setting(words.balanced(room / size, len(lines)), size)
    size, most = sizes[-1]
    return Setting(_cut(text[:_LONGEST].split(" "), family, room / size, most), size)


class _Words:
    """The words of a text with their widths, in font sizes."""

    def __init__(self, text: str, family: Family) -> None:
        self._words = [(word, width(word, family)) for word in text[:_LONGEST].split(" ")]
        self._widest = max(wide for _, wide in self._words)
        self._gap = width(" ", family)

    def broken(self, room: float) -> tuple[str, ...] | None:
        """As few lines as there can be; ``None`` where a word is wider than the room."""
        if self._widest > room:
            return None
        lines: list[list[str]] = []
        taken = room
        for word, wide in self._words:
            if taken + self._gap + wide <= room:
                lines[-1].append(word)
                taken += self._gap + wide
            else:
                lines.append([word])
                taken = wide
        return tuple(" ".join(line) for line in lines)

    def balanced(self, room: float, count: int) -> tuple[str, ...]:
        """``count`` lines in as narrow a room as holds them."""
        least, best = 0.0, room
        found = self.broken(room) or ()
        for _ in range(_HALVINGS if count > 1 else 0):
            middle = (least + best) / 2
            lines = self.broken(middle)
            if lines is not None and len(lines) <= count:
                best, found = middle, lines
            else:
                least = middle
        return found


def _cut(words: Sequence[str], family: Family, room: float, most: int) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width(longer, family) <= room:
            line = longer
            continue
        if line and len(lines) == most - 1:
            break
        if line:
            lines.append(line)
        line = word
        if width(word, family) > room:
            break
    while line and width(line + _ELLIPSIS, family) > room:
        line = line.rpartition(" ")[0] or line[:-1]
    return (*lines, line.rstrip(" ,;:–—-") + _ELLIPSIS)
