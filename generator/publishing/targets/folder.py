"""A folder on this machine: releases side by side, and a link that says which is served.

::

    TARGET/current -> releases/000007      what the web server serves
    TARGET/releases/000006, 000007         whole releases, unchanged files shared between them
    TARGET/.briefing-lock                  who is publishing

A release has its name only when it is whole and on the disk; ``current`` is replaced by renaming a
link over it. A process that is killed at any moment leaves ``current`` at a whole release.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.files.staging import sync_folder
from generator.publishing.published import NAME, Listing

from .copying import copy_release
from .lock import file_lock
from .target import Release, TargetError

CURRENT: Final = "current"
RELEASES: Final = "releases"
LOCK: Final = ".briefing-lock"

_NAME = re.compile(r"[0-9]{6,}")
_LEFT = re.compile(r"\.[0-9]{6,}\.(?:part|gone)")
_LEFT_LINK = ".current.new"


class Folder:
    """Publishes into the folder ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._releases = path / RELEASES
        self._current = path / CURRENT

    @property
    def shown(self) -> str:
        """The path."""
        return str(self._path)

    def refusal(self) -> str:
        """Whether the folder is somebody else's, or cannot be written to."""
        try:
            self._refuse_foreign()
        except TargetError as error:
            return str(error)
        place = next(one for one in (self._releases, *self._releases.parents) if one.exists())
        if not place.is_dir():
            return f"{place} is a file, not a folder."
        return "" if os.access(place, os.W_OK | os.X_OK) else f"{place} cannot be written to."

    @contextlib.contextmanager
    def locked(self, wait: float = 0) -> Iterator[str]:
        """Hold the folder's lock; folders that are missing are made."""
        self._refuse_foreign()
        self._releases.mkdir(parents=True, exist_ok=True)
        with file_lock(self._path / LOCK, wait) as taken:
            yield taken

    def listing(self) -> bytes | None:
        """The list in the release that is served."""
        return _content(self._current / NAME)

    def publish(self, site: Path, listing: Listing, *, keep: int) -> Release:
        """Copy a release beside the others, serve it, and remove those that are too old (keep > 1).

        Releases newer than the one served were rolled back from, or never served because their
        publisher was killed: they are removed too.
        """
        self._sweep()
        served = self._served()
        numbers = self._numbers()
        number = max([*numbers, 0]) + 1
        name = f"{number:06d}"
        part = self._releases / f".{name}.part"
        previous = self._releases / f"{served:06d}" if served else None
        try:
            copy_release(site, part, listing, previous=previous)
            os.sync()
            part.rename(self._releases / name)
            sync_folder(self._releases)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        self._serve(number)
        kept = [one for one in numbers if served is not None and one <= served]
        self._remove(set(numbers) - set(kept[-(keep - 1) :]))
        return Release(str(self._path), f"release {number}")

    def roll_back(self) -> Release:
        """Serve the release before the present one."""
        number = self._before()
        if number is None:
            raise TargetError(f"{self._path} holds no earlier release to go back to.")
        self._serve(number)
        return Release(str(self._path), f"release {number}")

    def previous(self) -> bytes | None:
        """The list in the release before the present one."""
        number = self._before()
        return _content(self._releases / f"{number:06d}" / NAME) if number else None

    def _before(self) -> int | None:
        served = self._served()
        return max((one for one in self._numbers() if served and one < served), default=None)

    def _serve(self, number: int) -> None:
        link = self._path / _LEFT_LINK
        link.unlink(missing_ok=True)
        link.symlink_to(Path(RELEASES) / f"{number:06d}")
        link.replace(self._current)
        sync_folder(self._path)

    def _served(self) -> int | None:
        """The number of the release that is served."""
        try:
            name = self._current.readlink().name
        except OSError:
            return None
        return int(name) if _NAME.fullmatch(name) and (self._releases / name).is_dir() else None

    def _numbers(self) -> list[int]:
        """The numbers of the releases that stand, in order."""
        if not self._releases.is_dir():
            return []
        names = (path.name for path in self._releases.iterdir() if path.is_dir())
        return sorted(int(name) for name in names if _NAME.fullmatch(name))

    def _remove(self, numbers: set[int]) -> None:
        """Releases lose their name first, so that half a release is never taken for one."""
        for number in sorted(numbers):
            gone = self._releases / f".{number:06d}.gone"
            (self._releases / f"{number:06d}").rename(gone)
            shutil.rmtree(gone, ignore_errors=True)

    def _sweep(self) -> None:
        """Remove what killed publishers left."""
        for path in sorted(self._releases.iterdir()):
            if _LEFT.fullmatch(path.name):
                shutil.rmtree(path, ignore_errors=True)

    def _refuse_foreign(self) -> None:
        if self._path.exists() and not self._path.is_dir():
            raise TargetError(f"{self._path} is a file, not a folder.")
        if self._current.exists() and not self._current.is_symlink():
            raise TargetError(
                f"{self._current} is no link, so it was not made by publishing. Publish into "
                "another folder, and have the web server serve `current` there."
            )
        if not self._path.is_dir() or self._releases.is_dir():
            return
        others = sorted(path.name for path in self._path.iterdir() if path.name != LOCK)
        if others:
            raise TargetError(
                f"{self._path} holds other files ({others[0]}). Publish into a folder of its own."
            )


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
