"""The nearest of a few known words, for "did you mean"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUTOFF = 68.0
_SHORTEST_SLIP = 3
_LONGEST = 80


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known word most like ``wanted``, ``""`` where none is; case and ``_`` do not count."""
    # Needed only where something is wrong, and slow to import.
    from rapidfuzz import fuzz  # noqa: PLC0415

    words = tuple(known)
    folded = _folded(wanted[:_LONGEST])
    scored = [(fuzz.ratio(folded, _folded(word)), word) for word in words]
    best = min(scored, key=lambda pair: (-pair[0], pair[1]), default=(0.0, ""))
    # In a short word a single slip weighs much: "onw" is but two thirds of "own".
    near = best[0] >= _CUTOFF or is_slip(wanted, best[1], words)
    return best[1] if near else ""


def is_slip(wanted: str, guess: str, known: Iterable[str]) -> bool:
    """Whether ``wanted`` can only be ``guess`` with a slip of the pen.

    The rule by which a mend is made without asking: ``wanted`` has three letters or more and
    differs from ``guess`` by one letter too many, missing, wrong or swapped with its neighbour
    (optimal string alignment distance of 1; case and ``_`` do not count), and no other word of
    ``known`` is as near.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    wanted = _folded(wanted)
    if len(wanted) < _SHORTEST_SLIP or len(wanted) > _LONGEST:
        return False
    distances = {word: OSA.distance(wanted, _folded(word), score_cutoff=1) for word in known}
    near = distances.get(guess, 2)
    return near <= 1 and sum(1 for distance in distances.values() if distance <= near) == 1


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").strip()
