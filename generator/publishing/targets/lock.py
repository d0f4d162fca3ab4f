"""Keeps two publishers of one folder apart. The system lets go of a lock whose holder has died.

The lock is ``flock`` on a file that stays; in it stands who holds it. What a holder leaves written
there without holding the lock was left by one that died, and is taken over. Only what another
machine wrote is believed for an hour: on some network file systems its lock cannot be seen.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from .target import TargetError

_PAUSE: Final = 0.2  # seconds

LEFT: Final = 3600
"""Seconds after which a lock of another machine counts as left."""


@contextlib.contextmanager
def file_lock(path: Path, wait: float = 0) -> Iterator[str]:
    """Hold the lock ``path``; says whose left lock was taken over, ``""`` for none.

    Somebody else who is at work is waited for ``wait`` seconds.

    Raises:
        TargetError: somebody else is publishing there.
        OSError: the file cannot be written.
    """
    _locking()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    with os.fdopen(handle, "r+", encoding="utf-8", errors="replace") as file:
        if not within(wait, lambda: _flocked(file)):
            raise TargetError(
                f"{said_of(file.read())} is publishing there ({path}). Wait until it is done."
            )
        taken = _taken_over(file.read(), path)
        _write(file, holder())
        try:
            yield taken
        finally:
            _write(file, "")


def within(seconds: float, done: Callable[[], bool]) -> bool:
    """Try ``done`` until it is true, for so many seconds; whether it is."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() >= end:
            return False
        time.sleep(_PAUSE)
    return True


def holder() -> str:
    """This process, as a lock tells it: machine, process and when it started."""
    who = {"host": socket.gethostname(), "pid": os.getpid(), "started": _started(os.getpid())}
    return json.dumps(who) + "\n"


def said_of(text: str) -> str:
    """Who wrote ``text`` into a lock, in words."""
    who = read_holder(text)
    return f"Process {who['pid']} on {who['host']}" if who else "Another process"


def read_holder(text: str) -> dict[str, Any] | None:
    """What :func:`holder` wrote; ``None`` if it is not that."""
    try:
        who = json.loads(text)
    except ValueError:
        return None
    known = isinstance(who, dict) and isinstance(who.get("host"), str)
    return who if known and isinstance(who.get("pid"), int) else None


def is_alive(who: dict[str, Any]) -> bool:
    """Whether the process still runs on this machine; another of its number is not it."""
    try:
        os.kill(who["pid"], 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return not who.get("started") or _started(who["pid"]) in {who["started"], ""}


def _taken_over(text: str, path: Path) -> str:
    if not text.strip():
        return ""
    who = read_holder(text)
    said = said_of(text)
    if who is not None and who["host"] != socket.gethostname():
        age = time.time() - path.stat().st_mtime
        if age < LEFT:
            raise TargetError(
                f"{said} was publishing there {age / 60:.0f} minutes ago and did not say that it "
                f"was done. If it no longer is, delete {path}."
            )
    return said


def _flocked(file: Any) -> bool:  # noqa: ANN401  see _write
    fcntl = _locking()
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _write(file: Any, text: str) -> None:  # noqa: ANN401  a text file, which typing calls three names
    file.seek(0)
    file.truncate()
    file.write(text)
    file.flush()


def _started(pid: int) -> str:
    """When a process started, in ticks since the machine did; ``""`` where nothing tells."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()
    return f"{boot}/{fields[19]}"


def _locking() -> Any:  # noqa: ANN401  a module
    try:
        import fcntl  # noqa: PLC0415  Windows has none
    except ImportError as error:
        raise TargetError("Publishing needs a POSIX system: its locks, its links.") from error
    return fcntl
