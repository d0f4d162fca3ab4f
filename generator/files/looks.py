"""How a file looks from outside: one that looks as it did was not written to, and need not be read.

Its looks are its number on the disk, its size and its times. A change within one tick of the clock
that gives files their times would not show in them, so that looks are worth keeping only once that
tick is over: see "racy git", https://git-scm.com/docs/racy-git. Where files were copied, as from a
cache of another machine, they look different and are read once.
"""

from __future__ import annotations

import os
import struct
import tempfile
import time
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Looks: TypeAlias = str
"""Equal for a file that was not touched; plain, so that it can be kept in any record."""

_LOOKS: Final = struct.Struct("<QQqq")
_WORD: Final = 2**64 - 1  # some systems number files with more bits
_COARSE: Final = 2_000_000_000  # nanoseconds; FAT keeps times in two seconds
_TICK: Final = 20_000_000  # nanoseconds; the clock of others advances every 16 ms or less
_MILLISECOND: Final = 1_000_000
_PAUSES: Final = (0.0, *(0.001,) * 40)  # seconds


def looks_of(about: os.stat_result) -> Looks:
    """The looks of a file."""
    numbers = about.st_ino & _WORD, about.st_size, about.st_mtime_ns, about.st_ctime_ns
    return _LOOKS.pack(*numbers).hex()


class FileClock:
    """The clock that gives files their times, read off a nameless file made in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now = 0
        self._device = -1

    def is_past(self, about: os.stat_result) -> bool:
        """Whether whatever changes a file from now on changes its looks.

        A file is to be looked at first, then this be asked, then the file be read. The end of the
        present tick is awaited; the end of two seconds, where times are that coarse, is not.
        """
        newest = max(about.st_mtime_ns, about.st_ctime_ns)
        if not self._now:
            self._look()
        # Another disk may keep coarser times, or be a machine with another clock.
        if about.st_dev != self._device or not about.st_ctime_ns % _MILLISECOND:
            newest += _COARSE
        for pause in _PAUSES:
            if newest < self._now:
                break
            time.sleep(pause)
            self._look()
            if newest >= self._now + _TICK:
                break
        return newest < self._now

    def _look(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder) as probe:
                about = os.fstat(probe.fileno())
        except OSError:
            self._now = 0
        else:
            self._now, self._device = about.st_mtime_ns, about.st_dev
