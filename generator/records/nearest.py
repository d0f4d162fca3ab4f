"""The nearest of a few known words, for "did you mean"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUTOFF = 68.0
_LONGEST = 80


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known word most like ``wanted``, ``""`` where none is; case and ``_`` do not count."""
    # Needed only where something is wrong, and slow to import.
    from rapidfuzz import fuzz  # noqa: PLC0415

    wanted = _folded(wanted[:_LONGEST])
    scored = [(fuzz.ratio(wanted, _folded(word)), word) for word in known]
    best = min(scored, key=lambda pair: (-pair[0], pair[1]), default=(0.0, ""))
    return best[1] if best[0] >= _CUTOFF else ""


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").strip()
