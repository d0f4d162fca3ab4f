"""Whether files hold what they should, by their digests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.caching import Digest, digest_of_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def standing_files(docs: Path) -> Callable[[str], Digest | None]:
    """A function that gives the digest of the file at a path below ``docs``; each is read once."""
    known: dict[str, Digest | None] = {}
    folder = os.fspath(docs)

    def digest(path: str) -> Digest | None:
        if path not in known:
            known[path] = file_digest(f"{folder}/{path}")
        return known[path]

    return digest


def file_digest(path: str | os.PathLike[str]) -> Digest | None:
    """The digest of a file, ``None`` where none can be read."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  thousands
            return digest_of_bytes(file.readall())
    except OSError:
        return None


def all_stand(files: Mapping[str, Digest], digest: Callable[[str], Digest | None]) -> bool:
    """Whether every file is there and is what it was."""
    return all(digest(path) == known for path, known in files.items())
