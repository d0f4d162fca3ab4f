"""What tells, without MkDocs, that a site would be built as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .fingerprints import digest_bytes, versions

if TYPE_CHECKING:
    from pathlib import Path

_ELSEWHERE: Final = (b"INHERIT", b"!ENV")
"""By these a configuration takes in what does not stand in its file."""


def stamp(root: Path, configuration: bytes, options: str) -> list[str]:
    """All that a build depends on besides the files of docs and theme, if it can be said.

    ``options`` is whatever else makes a difference. Where it cannot be said the list is empty.
    """
    if any(word in configuration for word in _ELSEWHERE):
        return []
    return [versions(), str(root.absolute()), digest_bytes(configuration), options]
