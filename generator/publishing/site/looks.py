"""How files look from outside: one that looks as it did was not written to, and need not be read.

The looks of a file are its size, its times of change and its place on the disk. A change in the
same tick of the system's clock would not show in them, so that a file's looks are written down only
once that tick is over.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .fingerprints import digest_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Signature: TypeAlias = list[int]
"""Size, times of change and place on the disk; empty where the system has no fine times."""

_GRAIN: Final = 20_000_000  # nanoseconds; the clock of file systems advances every 4 or 10 ms


def sign(folder: Path, paths: Iterable[str]) -> dict[str, Signature]:
    """How files look, so that later a look tells that none was touched.

    The system's clock is awaited: what changes afterwards then looks different for certain.
    """
    top = str(folder)
    signed = {path: signature(_about(f"{top}/{path}")) for path in paths}
    newest = max((mark[2] for mark in signed.values() if mark), default=0)
    for _ in range(100):
        if clock() > newest:
            return signed
        time.sleep(0.001)
    return {path: [] for path in signed}


def clock() -> int:
    """The clock that file systems write down, in nanoseconds."""
    if hasattr(time, "CLOCK_REALTIME_COARSE"):
        return time.clock_gettime_ns(time.CLOCK_REALTIME_COARSE)
    return time.time_ns() - _GRAIN


def signature(about: os.stat_result) -> Signature:
    """The looks that a system tells of a file."""
    if sys.platform != "linux" or not about.st_ctime_ns % 1_000_000:
        return []
    return [about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino]


def _about(name: str) -> os.stat_result:
    return os.stat(name, follow_symlinks=False)  # noqa: PTH116  thousands


def untouched(folder: Path | str, path: str, digest: str, signed: Signature) -> bool:
    """Whether a file of a site is as it was written, by its looks or else by its bytes."""
    name = f"{folder}/{path}"
    try:
        if signed and signature(_about(name)) == signed:
            return True
        with open(name, "rb") as file:  # noqa: PTH123  thousands
            return digest_bytes(file.read()) == digest
    except OSError:
        return False


def files_in(top: str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder with its POSIX path, links to folders among them."""
    with os.scandir(f"{top}/{prefix}") as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(top, f"{path}/")
            else:
                yield path, entry


def same_tree(folder: Path, outputs: Mapping[str, list[Any]], besides: str) -> bool:
    """Whether ``folder`` holds these files, as they were written, and no others but ``besides``.

    ``outputs`` has the digest and the signature of each.
    """
    found = 0
    try:
        for path, entry in files_in(str(folder)):
            if path == besides:
                continue
            held = outputs.get(path)
            if held is None:
                return False
            digest, signed = held
            looks = signature(entry.stat(follow_symlinks=False))
            if (not signed or looks != signed) and not untouched(folder, path, digest, []):
                return False
            found += 1
    except OSError:
        return False
    return found == len(outputs) - (besides in outputs)


class KnownFiles:
    """The digests of the files below folders; what looks as it did before is not read again.

    ``held`` is what an earlier one's ``held`` was. Links are followed.
    """

    def __init__(self, held: Mapping[str, Mapping[str, list[Any]]]) -> None:
        self._before = held
        self._began = clock()
        self.held: dict[str, dict[str, list[Any]]] = {}
        """By folder and POSIX path: the digest, and the signature or an empty list."""

    def digests(self, folder: Path | str) -> dict[str, str]:
        """The digest of every file below ``folder`` by its POSIX path."""
        top = str(folder)
        if top not in self.held:
            found: dict[str, list[Any]] = {}
            self._look(top, "", self._before.get(top, {}), found)
            self.held[top] = found
        return {path: held[0] for path, held in self.held[top].items()}

    def unchanged(self) -> bool:
        """Whether the folders that were looked at before hold what they held, and nothing else."""
        return all(
            self.digests(top) == {path: held[0] for path, held in files.items()}
            for top, files in self._before.items()
        )

    def _look(
        self,
        top: str,
        prefix: str,
        before: Mapping[str, list[Any]],
        found: dict[str, list[Any]],
    ) -> None:
        try:
            with os.scandir(f"{top}/{prefix}") as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError:
            return
        folders = []
        for entry in entries:
            if entry.is_dir():
                folders.append(entry.name)
                continue
            path = prefix + entry.name
            try:
                looks = signature(entry.stat())
                known = before.get(path)
                if known is not None and looks and known[1] == looks:
                    found[path] = known
                    continue
                with open(entry.path, "rb") as file:  # noqa: PTH123  thousands
                    digest = digest_bytes(file.read())
            except (FileNotFoundError, IsADirectoryError):
                continue
            found[path] = [digest, looks if looks and looks[2] < self._began else []]
        for name in folders:
            self._look(top, f"{prefix}{name}/", before, found)
