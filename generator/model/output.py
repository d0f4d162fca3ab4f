"""What a build writes below ``docs/``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: its POSIX path relative to ``docs/`` and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to be copied: its POSIX path below ``docs/``, and its source below ``content/``."""

    path: str
    source: str
