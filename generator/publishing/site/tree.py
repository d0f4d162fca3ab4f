"""The site's folder: made beside the present one of new files and links, then put in its place."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.publishing.published import NAME

from .fingerprints import digest_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Signature: TypeAlias = list[int]
"""Size, times of change and place on the disk; empty where the system has no fine times."""

_GRAIN: Final = 20_000_000  # nanoseconds; the clock of file systems advances every 4 or 10 ms
_EXCHANGE: Final = 2
_HERE: Final = -100


class FreshTree:
    """A new folder for the site. A file in it may share its bytes with the old site's."""

    def __init__(self, target: Path, spare: Path) -> None:
        self._target = target
        self._spare = spare
        target.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".{target.name}-{os.getpid()}-"
        self.folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
        self.folder.chmod(0o755)
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
        """Put the folder in the place of the old one, which is removed.

        Raises:
            OSError: the disk refuses; the old one stands.
        """
        target = self._target
        if target.is_dir() and not target.is_symlink() and _exchange(self.folder, target):
            self._put_by(self.folder)
            return
        old = set_aside(target)
        if old.exists():
            remove_tree(old)
        if target.exists():
            target.rename(old)
        try:
            self.folder.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
        if old.exists():
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


def set_aside(target: Path) -> Path:
    """Where an old site is for a moment, on systems that cannot exchange two folders."""
    return target.with_name(f".{target.name}-old")


def recover(target: Path) -> None:
    """Clear up after a build that was killed: its site is put back, its half folders removed."""
    old = set_aside(target)
    if old.is_dir() and not target.exists():
        old.rename(target)
    for folder in target.parent.glob(f".{target.name}-*-*"):
        number = folder.name.removeprefix(f".{target.name}-").partition("-")[0]
        if number.isdigit() and int(number) != os.getpid() and not _running(int(number)):
            remove_tree(folder)


def _running(process: int) -> bool:
    if sys.platform == "win32":
        return True  # asking would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step, where Linux can; whether it did."""
    if sys.platform != "linux":
        return False
    try:
        library = ctypes.CDLL(None, use_errno=True)
        names = (os.fsencode(first), os.fsencode(second))
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    except (OSError, AttributeError):
        return False


def remove_tree(folder: Path) -> None:
    """Remove a folder and all in it; what cannot be removed is left."""
    _empty(str(folder))
    shutil.rmtree(folder, ignore_errors=True)


def _empty(folder: str) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    _empty(entry.path)
                else:
                    os.unlink(entry.path)  # noqa: PTH108  thousands
        os.rmdir(folder)  # noqa: PTH106  thousands
    except OSError:
        return


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
