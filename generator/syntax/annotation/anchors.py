"""Addresses of annotations in the reading view: stable as long as their text is."""

from __future__ import annotations

from generator.records import fragment


class Anchors:
    """Gives every annotation of one text an address of its own."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._next: dict[str, int] = {}

    def anchor(self, kind: str, text: str) -> str:
        """``kind-slug``, with ``-2``, ``-3`` … where the same text stands again."""
        slug = fragment(text)
        base = f"{kind}-{slug}" if slug else kind
        number = self._next.get(base, 1)
        anchor = base if number == 1 else f"{base}-{number}"
        while anchor in self._used:
            number += 1
            anchor = f"{base}-{number}"
        self._next[base] = number + 1
        self._used.add(anchor)
        return anchor
