"""The site's folder: made beside the present one of new files and links, then put in its place."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.publishing.published import NAME
from generator.publishing.swapping import fresh_folder, remove_tree, swap

from .fingerprints import digest_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Signature: TypeAlias = list[int]
"""Size, times of change and place on the disk; empty where the system has no fine times."""

_GRAIN: Final = 20_000_000  # nanoseconds; the clock of file systems advances every 4 or 10 ms


class FreshTree:
    """A new folder for the site. A file in it may share its bytes with the old site's."""

    def __init__(self, target: Path, spare: Path) -> None:
        self._target = target
        self._spare = spare
        self.folder = fresh_folder(target)
        # The site before last, if it is at hand: most of its files are the present site's.
        self._lent = False
        with contextlib.suppress(OSError):
            spare.rename(self.folder)
            self._lent = True
        self._top = str(self.folder)
        self._old = str(target)
        self._folders: set[str] = {""}
        self._links = True

    def put(self, path: str, data: bytes) -> None:
        """Write a file; one that is there is replaced, never written into: it may be a link."""
        name = self._place(path)
        _free(name)
        with open(name, "wb") as file:  # noqa: PTH123  thousands
            file.write(data)

    def keep(self, path: str) -> None:
        """Take a file of the old site over.

        Raises:
            OSError: it is not there.
        """
        name = f"{self._top}/{path}"
        present = f"{self._old}/{path}"
        if _same_file(name, present):
            return
        self._place(path)
        _free(name)
        if self._links:
            try:
                os.link(present, name)
            except FileNotFoundError:
                raise
            except OSError:
                self._links = False  # a file system without links
            else:
                return
        shutil.copyfile(present, name)

    def prune(self, outputs: Iterable[str]) -> None:
        """Remove every file that is not among ``outputs``, and folders that hold none."""
        _prune(self._top, "", frozenset(outputs))

    def _place(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            try:
                os.makedirs(f"{self._top}/{folder}", exist_ok=True)  # noqa: PTH103  thousands
            except (FileExistsError, NotADirectoryError):
                self._clear_way(folder)
                os.makedirs(f"{self._top}/{folder}", exist_ok=True)  # noqa: PTH103  thousands
            while folder not in self._folders:
                self._folders.add(folder)
                folder = folder.rpartition("/")[0]
        return f"{self._top}/{path}"

    def _clear_way(self, folder: str) -> None:
        """Remove a file of the site before last where a folder must be."""
        place = self.folder
        for part in folder.split("/"):
            place /= part
            if place.is_symlink() or place.is_file():
                place.unlink()

    def swap_in(self) -> None:
        """Put the folder in the place of the old one, which is kept for the next build.

        Raises:
            OSError: the disk refuses; the old one stands.
        """
        old = swap(self.folder, self._target)
        if old is not None:
            self._put_by(old)

    def _put_by(self, old: Path) -> None:
        """Keep the old site's folder for the next build, where that is on the same disk."""
        try:
            self._spare.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self._spare)
        except OSError:
            remove_tree(old)

    def clear(self) -> None:
        """Remove what is in the folder."""
        remove_tree(self.folder)
        self.folder.mkdir(mode=0o755)
        self._folders = {""}
        self._lent = False

    def discard(self) -> None:
        """Remove the folder, if it is still there; a site before last goes back to its place."""
        if self.folder.exists():
            if self._lent:
                self._put_by(self.folder)
            else:
                remove_tree(self.folder)


def _free(name: str) -> None:
    """Remove whatever stands where a file must be."""
    try:
        os.unlink(name)  # noqa: PTH108  thousands
    except FileNotFoundError:
        return
    except OSError:
        remove_tree(Path(name))


def _same_file(first: str, second: str) -> bool:
    try:
        one = os.stat(first, follow_symlinks=False)  # noqa: PTH116  thousands
        other = os.stat(second, follow_symlinks=False)  # noqa: PTH116  thousands
    except OSError:
        return False
    return (one.st_ino, one.st_dev) == (other.st_ino, other.st_dev)


def _prune(top: str, prefix: str, outputs: frozenset[str]) -> bool:
    """Prune a folder; whether nothing is left in it."""
    empty = True
    with os.scandir(f"{top}/{prefix}") as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if _prune(top, f"{path}/", outputs):
                    os.rmdir(entry.path)  # noqa: PTH106  thousands
                else:
                    empty = False
            elif path in outputs:
                empty = False
            else:
                os.unlink(entry.path)  # noqa: PTH108  thousands
    return empty


def sign(folder: Path, paths: Iterable[str]) -> dict[str, Signature]:
    """How files look from outside, so that later a look tells that none was touched.

    The system's clock is awaited: what changes afterwards then looks different for certain.
    """
    top = str(folder)
    signed = {path: _signature(f"{top}/{path}") for path in paths}
    newest = max((mark[2] for mark in signed.values() if mark), default=0)
    for _ in range(100):
        if _clock() > newest:
            return signed
        time.sleep(0.001)
    return {path: [] for path in signed}


def _clock() -> int:
    """The clock that file systems write down, in nanoseconds."""
    if hasattr(time, "CLOCK_REALTIME_COARSE"):
        return time.clock_gettime_ns(time.CLOCK_REALTIME_COARSE)
    return time.time_ns() - _GRAIN


def _signature(name: str) -> Signature:
    about = os.stat(name, follow_symlinks=False)  # noqa: PTH116  thousands
    if sys.platform != "linux" or not about.st_ctime_ns % 1_000_000:
        return []
    return [about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino]


def untouched(folder: Path, path: str, digest: str, signature: Signature) -> bool:
    """Whether a file of the site is as it was written, by its looks or else by its bytes."""
    name = f"{folder}/{path}"
    try:
        if signature and _signature(name) == signature:
            return True
        with open(name, "rb") as file:  # noqa: PTH123  thousands
            return digest_bytes(file.read()) == digest
    except OSError:
        return False


def same_tree(folder: Path, outputs: Mapping[str, list[object]]) -> bool:
    """Whether ``folder`` holds these files and no others but the list that publishing adds."""
    found: set[str] = set()
    top = str(folder)
    for base, folders, names in os.walk(top):
        prefix = base[len(top) + 1 :].replace(os.sep, "/")
        prefix = f"{prefix}/" if prefix else ""
        found.update(prefix + name for name in names)
        found.update(prefix + name for name in folders if os.path.islink(f"{base}/{name}"))  # noqa: PTH114
    return found - {NAME} == outputs.keys() - {NAME}
