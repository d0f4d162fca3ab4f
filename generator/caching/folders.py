"""The digests of all files in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .digests import Digest, digest_of_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def files_digests(folders: Sequence[Path]) -> Mapping[str, Digest]:
    """The digests of all files in ``folders``, by ``NUMBER PATH``.

    The number is the place of their folder, the path is relative to it.
    """
    found = {}
    for number, folder in enumerate(folders):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                found[f"{number} {name}"] = digest_of_bytes(path.read_bytes())
    return found
