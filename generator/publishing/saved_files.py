"""Notices that files were saved.

The system tells at once where it can; on network drives and in some containers it tells nothing, so
that the files are looked at every second or so too. What decides is always the look.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_QUIET: Final = 0.03  # seconds without another save after which a burst is over
_MOST: Final = 0.5  # seconds that a burst may last
_SHARE: Final = 20  # looking takes at most one part in so many of the time
_LEAST: Final = 1.0  # seconds between two looks of which nothing told
_TELLING: Final = frozenset({"created", "modified", "moved", "deleted", "closed"})

_Looks = dict[str, tuple[int, int, int]]


class SavedFiles:
    """The files that are watched from now on: single ones, and all below folders.

    Hidden files and those whose names end in ``~`` are left out: editors keep their own in them.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = [os.fspath(path) for path in paths]
        self._told = threading.Event()
        self._observer: Any = None
        self._looked = 0.0
        self._before = self._look()

    def start(self) -> None:
        """Have the system tell, in a thread of its own; what was saved before is told too."""
        self._observer = self._observing()
        self._told.set()

    def stop(self) -> None:
        """Watch no more."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()

    def wait(self, *, again: bool = False) -> None:
        """Return when files were saved since the last return, once a burst of saves is over.

        With ``again`` it is enough that the burst is over.
        """
        now = self._look()
        while not again and now == self._before:
            self._told.wait(max(_LEAST, _SHARE * self._looked))
            self._told.clear()
            now = self._look()
        end = time.monotonic() + _MOST
        while time.monotonic() < end:
            time.sleep(_QUIET)
            self._told.clear()
            before, now = now, self._look()
            if now == before:
                break
        self._before = now

    def more(self) -> bool:
        """Whether the system has told of a save since ``wait`` returned."""
        return self._told.is_set()

    def _look(self) -> _Looks:
        began = time.monotonic()
        found: _Looks = {}
        for path in self._paths:
            if os.path.isdir(path):  # noqa: PTH112  see _below
                _below(path, found)
            else:
                with contextlib.suppress(OSError):
                    found[path] = _seen(os.stat(path))  # noqa: PTH116  see _below
        self._looked = time.monotonic() - began
        return found

    def _observing(self) -> Any:  # noqa: ANN401  watchdog names a class for each system
        from watchdog.events import FileSystemEventHandler  # noqa: PLC0415  not for `--help`
        from watchdog.observers import Observer  # noqa: PLC0415

        told, single = self._told, frozenset(self._paths)

        class Listener(FileSystemEventHandler):
            def on_any_event(self, event: Any) -> None:  # noqa: ANN401  one class for each kind
                if event.event_type not in _TELLING or event.is_directory:
                    return
                names = {os.fsdecode(event.src_path), os.fsdecode(event.dest_path or "")}
                if any(_counts(name, single) for name in names):
                    told.set()

        observer = Observer()
        try:
            for path in self._paths:
                if os.path.isdir(path):  # noqa: PTH112  see _below
                    observer.schedule(Listener(), path, recursive=True)
                else:
                    folder = os.path.dirname(path)  # noqa: PTH120  see _below
                    observer.schedule(Listener(), folder, recursive=False)
            observer.start()
        except (OSError, RuntimeError):
            return None  # the system has no more watches to give
        return observer


def _counts(name: str, single: frozenset[str]) -> bool:
    if name in single:
        return True
    folders = (path for path in single if name.startswith(f"{path}{os.sep}"))
    return bool(name) and any(folders) and not _is_own(os.path.basename(name))  # noqa: PTH119  see _below


def _is_own(name: str) -> bool:
    return name.startswith(".") or name.endswith("~")


def _below(folder: str, found: _Looks) -> None:
    """Look at all files of a folder, thousands maybe: so with names and not with paths."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _is_own(entry.name):
                continue
            with contextlib.suppress(OSError):
                if entry.is_dir():
                    _below(entry.path, found)
                else:
                    found[entry.path] = _seen(entry.stat())


def _seen(about: os.stat_result) -> tuple[int, int, int]:
    return about.st_mtime_ns, about.st_size, about.st_ino
