"""What a register knows something by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """An entry's id and its names; ``former`` holds the ids it had before."""

    id: str
    names: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
