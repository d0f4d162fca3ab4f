"""One process at a time in a folder."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextlib.contextmanager
def alone_in(folder: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Work in ``folder`` when nobody else does; ``waiting`` is called once if somebody is at it.

    The system takes the lock from who dies. Nothing is written; where folders cannot be locked, on
    some systems and network disks, nobody is kept apart.
    """
    locks = _locks()
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC) if locks else None
    except OSError:
        handle = None
    try:
        if handle is not None:
            _wait(locks, handle, waiting)
        yield
    finally:
        if handle is not None:
            with contextlib.suppress(OSError):
                locks.flock(handle, locks.LOCK_UN)  # for copies of this process as well
            os.close(handle)


def _locks() -> Any:  # noqa: ANN401  a module
    try:
        import fcntl  # noqa: PLC0415  Windows has none
    except ImportError:
        return None
    return fcntl


def _wait(locks: Any, handle: int, waiting: Callable[[], None] | None) -> None:  # noqa: ANN401
    with contextlib.suppress(OSError):
        try:
            locks.flock(handle, locks.LOCK_EX | locks.LOCK_NB)
        except BlockingIOError:
            if waiting is not None:
                waiting()
            locks.flock(handle, locks.LOCK_EX)
