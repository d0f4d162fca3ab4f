"""Whether files hold what they should, by their digests.

A file whose number, size and times are those that it had when it was last read is that file still,
and is not read again. A change within the grain of a file system's clock would not show in them,
so that only what was last touched well before it was read is remembered. Where files were copied,
as from a cache of another machine, their times are others and all are read once.
"""

from __future__ import annotations

import os
import struct
import tempfile
from typing import TYPE_CHECKING, Final

from generator.caching import Digest, digest_of_bytes, load_record, save_record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_FILES: Final = "files.bin"
_VERSION: Final = b"file digests  1 "
_GRAIN: Final = 2_000_000_000  # nanoseconds; FAT keeps times in two seconds
_STATE: Final = struct.Struct("<QQQqq")
_WORD: Final = 2**64 - 1  # some systems number files with more bits


class FileDigests:
    """The digests of files below ``root``; each is read at most once.

    What was read is remembered in ``folder`` for the next build. One object may serve builds of
    one process that follow each other: see :meth:`again`.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = f"{os.fspath(root)}/"
        self._folder = folder
        self._known = load_record(folder / _FILES, dict[str, bytes], _VERSION) or {}
        self._used: dict[str, bytes] = {}
        self._read: dict[str, Digest | None] = {}
        self._settled = self._present() - _GRAIN

    def of(self, path: str) -> Digest | None:
        """The digest of the file at a path below the root, ``None`` where none can be read."""
        if path not in self._read:
            self._read[path] = self._digest(path)
        return self._read[path]

    def below(self, folder: str) -> Callable[[str], Digest | None]:
        """As ``of``, for paths below a folder."""
        return lambda path: self.of(f"{folder}/{path}")

    def again(self) -> None:
        """Look at all files anew, remembering what was read: for the next build of this process."""
        self._known = self._known | self._used
        self._used = {}
        self._read = {}
        self._settled = self._present() - _GRAIN

    def save(self) -> None:
        """Keep on disk what is known of the files that were asked for, and forget the rest."""
        if self._used != self._known:
            save_record(self._folder / _FILES, self._used, _VERSION)

    def _digest(self, path: str) -> Digest | None:
        place = self._root + path
        try:
            found = os.stat(place)  # noqa: PTH116  thousands
        except OSError:
            return None
        state = _STATE.pack(
            found.st_dev & _WORD,
            found.st_ino & _WORD,
            found.st_size,
            found.st_mtime_ns,
            found.st_ctime_ns,
        )
        known = self._known.get(path)
        if known is not None and known.startswith(state):
            self._used[path] = known
            return known[_STATE.size :]
        digest = file_digest(place)
        if digest is not None and max(found.st_mtime_ns, found.st_ctime_ns) < self._settled:
            self._used[path] = state + digest
        return digest

    def _present(self) -> int:
        """The time on the clock that files get theirs from, nanoseconds; 0 where it has none."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder) as probe:
                return os.fstat(probe.fileno()).st_mtime_ns
        except OSError:
            return 0


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
