"""Lines recognised as they are printed: ``READ MORE: title`` and ``Source: X and agencies``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SPACE = "[ \\t\u00a0]*+"


@dataclass(frozen=True, slots=True)
class Printed:
    """A label at a line's start; its text runs from ``start`` to ``end``, positions in the file."""

    label: str
    start: int
    end: int


class Labels:
    """Recognises the labels of one setting: in any case, in bold or not, any colon and spacing.

    ``firsts`` holds every character that such a line can begin with.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        names = "|".join(
            r"[ \t\u00a0]+".join(re.escape(word) for word in label.split()) for label in labels
        )
        self._pattern = re.compile(
            rf"([*_]{{0,3}})({names})(\1)?{_SPACE}[:：]{_SPACE}(\1)?{_SPACE}", re.IGNORECASE
        )
        firsts = {label[:1] for label in labels}
        marks = {"*", "_"} if labels else set()
        self.firsts = frozenset(
            {first.lower() for first in firsts} | {first.upper() for first in firsts} | marks
        )

    def match(self, text: str, start: int, end: int) -> Printed | None:
        """The label at ``start`` of a line of ``text`` that ends at ``end``."""
        if text[start] not in self.firsts:
            return None
        match = self._pattern.match(text, start, end)
        if match is None:
            return None
        stop = match.end() + len(text[match.end() : end].rstrip(" \t\u00a0"))
        marker = match[1]
        if marker and not match[3] and not match[4] and text.endswith(marker, match.end(), stop):
            stop -= len(marker)
        return Printed(match[2], match.end(), stop)


@lru_cache(maxsize=16)
def labels(names: tuple[str, ...]) -> Labels:
    """The labels of a setting, put together once."""
    return Labels(names)
