"""Whether files hold what they should, by their digests.

A file that looks as it did when it was last read is that file still, and is not read again.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from generator.caching import Digest, digest_of_bytes, digest_of_file, load_record, save_record
from generator.files import FileClock, Looks, looks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.model.output import Output

_FILES: Final = "files.bin"
_VERSION: Final = b"file digests  2 "


class FileDigests:
    """The digests of files below ``root``; each is read at most once.

    What was read is remembered in ``folder`` for the next build. One object may serve builds of
    one process that follow each other: see :meth:`again`.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = f"{os.fspath(root)}/"
        self._folder = folder
        self._clock = FileClock(folder)
        self._known = load_record(folder / _FILES, dict[str, tuple[Looks, Digest]], _VERSION) or {}
        self._used: dict[str, tuple[Looks, Digest]] = {}
        self._read: dict[str, Digest | None] = {}

    def of(self, path: str) -> Digest | None:
        """The digest of the file at a path below the root, ``None`` where none can be read."""
        if path not in self._read:
            self._read[path] = self._digest(path)
        return self._read[path]

    def below(self, folder: str) -> Callable[[str], Digest | None]:
        """As ``of``, for paths below a folder."""
        return lambda path: self.of(f"{folder}/{path}")

    def wrote(self, outputs: Iterable[Output], folder: str = "") -> None:
        """Take note of files that were just written below a folder: they need not be read."""
        for output in outputs:
            path = f"{folder}/{output.path}" if folder else output.path
            try:
                about = os.stat(self._root + path)  # noqa: PTH116  thousands
            except OSError:
                continue
            if about.st_size == len(output.content) and self._clock.is_past(about):
                digest = self._read[path] = digest_of_bytes(output.content)
                self._used[path] = looks_of(about), digest

    def again(self) -> None:
        """Look at all files anew, remembering what was read: for the next build of this process."""
        self._known = self._known | self._used
        self._used = {}
        self._read = {}

    def save(self) -> None:
        """Keep on disk what is known of the files that were asked for, and forget the rest."""
        if self._used != self._known:
            save_record(self._folder / _FILES, self._used, _VERSION)

    def _digest(self, path: str) -> Digest | None:
        place = self._root + path
        try:
            about = os.stat(place)  # noqa: PTH116  thousands
        except OSError:
            return None
        looks = looks_of(about)
        known = self._known.get(path)
        if known is not None and known[0] == looks:
            self._used[path] = known
            return known[1]
        past = self._clock.is_past(about)
        digest = file_digest(place)
        if digest is not None and past:
            self._used[path] = looks, digest
        return digest


def file_digest(path: str | os.PathLike[str]) -> Digest | None:
    """The digest of a file, ``None`` where none can be read."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  thousands
            return digest_of_file(file)
    except OSError:
        return None


def all_stand(files: Mapping[str, Digest], digest: Callable[[str], Digest | None]) -> bool:
    """Whether every file is there and is what it was."""
    return all(digest(path) == known for path, known in files.items())
