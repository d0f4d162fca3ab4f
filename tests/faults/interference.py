"""Lets one writing step of a process fail, or kills the process there.

A step is what changes a disk below the folders that are watched: opening a file for writing, each
writing to it, bringing it to the disk, renaming, linking, removing, making folders, permissions,
times. Python tells of most by its audit events, before they happen; writing and syncing are watched
by taking the places of ``open``, ``os.fsync`` and their kin. What other programs write is not seen:
for that there are full disks and ``strace``.
"""

# What is taken over takes anything, as ``open`` itself does.
# ruff: noqa: ANN401

from __future__ import annotations

import _io
import builtins
import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

KILL: Final = "kill"
ERRORS: Final[Mapping[str, int]] = MappingProxyType(
    {"full": errno.ENOSPC, "denied": errno.EACCES, "read-only": errno.EROFS, "broken": errno.EIO}
)

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Audit events, and which of their arguments are the path and its folder's descriptor.
_EVENTS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "os.rename": (1, 3),
        "os.remove": (0, 1),
        "os.rmdir": (0, 1),
        "os.mkdir": (0, 2),
        "os.link": (1, 3),
        "os.symlink": (1, 2),
        "os.chmod": (0, 2),
        "os.utime": (0, 3),
        "os.truncate": (0, -1),
    }
)


@dataclass
class Interference:
    """Steps below ``watched`` are told to ``tell``; step ``at``, from 1, meets ``fault``."""

    watched: tuple[str, ...]
    tell: Callable[[str], None]
    at: int = 0
    fault: str = ""
    steps: int = 0
    busy: bool = field(default=False, repr=False)

    def begin(self) -> None:
        """Watch from now on, until the process ends."""
        sys.addaudithook(self._audited)
        real, send = _io.open, os.sendfile

        def opened(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if not set(mode) & set("wax+"):
                return real(file, mode, *arguments, **options)
            return self._opened(file, mode, *arguments, **options)

        # Nobody cuts the power: waiting for the disk is counted and left out.
        def fsync(handle: Any) -> None:
            self.step("fsync", _of_handle(handle if isinstance(handle, int) else handle.fileno()))

        def sync_all() -> None:
            self.step("sync", self.watched[0])

        def sendfile(out: int, *arguments: Any, **options: Any) -> int:
            self.step("write", _of_handle(out))
            return send(out, *arguments, **options)

        for module in (builtins, io, _io):
            module.open = opened  # type: ignore[attr-defined]  # taken over for good
        os.fsync = fsync  # type: ignore[assignment]
        os.sync = sync_all
        os.sendfile = sendfile  # type: ignore[assignment]

    def step(self, kind: str, path: str, torn: Callable[[], object] | None = None) -> None:
        """Count a step and let it fail if it is the one. ``torn`` does half of it before."""
        if self.busy or not path.startswith(self.watched):
            return
        self.busy = True
        try:
            self.steps += 1
            self.tell(f"{kind} {path}\n")
            if self.steps != self.at:
                return
            if torn is not None:
                torn()
            if self.fault == KILL:
                os.kill(os.getpid(), signal.SIGKILL)
            number = ERRORS[self.fault]
            raise OSError(number, os.strerror(number), path)
        finally:
            self.busy = False

    def _audited(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING and not isinstance(path, int):
                self.step("open", _absolute(path, -1))
        elif event in _EVENTS:
            which, folder = _EVENTS[event]
            handle = arguments[folder] if 0 <= folder < len(arguments) else -1
            self.step(event.removeprefix("os."), _absolute(arguments[which], handle))
        elif event == "ctypes.dlsym" and arguments[1] == "renameat2":
            self.step("exchange", self.watched[0])

    def _opened(
        self,
        file: Any,
        mode: str,
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,  # noqa: FBT001, FBT002  as in ``open``
        opener: Any = None,
    ) -> Any:
        step = self.step

        class Watched(io.FileIO):
            def write(self, content: Any, /) -> int:
                view = memoryview(content).cast("B")
                half = view[: len(view) // 2]
                step("write", _of_handle(self.fileno()), lambda: os.write(self.fileno(), half))
                return super().write(content)

        raw = Watched(file, mode.replace("b", "").replace("t", ""), closefd, opener)
        if buffering == 0:
            return raw
        kind = io.BufferedRandom if "+" in mode else io.BufferedWriter
        buffered = kind(raw)
        if "b" in mode:
            return buffered
        return io.TextIOWrapper(buffered, encoding, errors, newline)


def _absolute(path: Any, folder: int) -> str:
    if isinstance(path, int):
        return _of_handle(path)
    name = os.fsdecode(path)
    if os.path.isabs(name):  # noqa: PTH117  paths as they were given
        return os.path.normpath(name)
    start = _of_handle(folder) if folder >= 0 else os.getcwd()  # noqa: PTH109  cheap and plain
    return os.path.normpath(f"{start}/{name}")


def _of_handle(handle: int) -> str:
    try:
        return str(Path(f"/proc/self/fd/{handle}").readlink())
    except OSError:
        return ""
