"""A whole site takes the place of another: made in a folder beside it, then exchanged for it."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

_EXCHANGE: Final = 2
_HERE: Final = -100


def fresh_folder(target: Path) -> Path:
    """A new empty folder beside ``target``, named after it and this process; see :func:`recover`.

    Raises:
        OSError: the disk refuses.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-{os.getpid()}-", dir=target.parent))
    folder.chmod(0o755)
    return folder


def swap(fresh: Path, target: Path) -> Path | None:
    """Put ``fresh``, which stands beside it, in the place of ``target``; where the old one is now.

    Raises:
        OSError: the disk refuses; the old one stands.
    """
    if target.is_dir() and not target.is_symlink() and _exchange(fresh, target):
        return fresh
    old = _set_aside(target)
    if old.exists():
        remove_tree(old)
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    return old if old.exists() else None


def recover(target: Path) -> None:
    """Clear up after a build that was killed: its site is put back, its half folders removed."""
    old = _set_aside(target)
    if old.is_dir() and not target.exists():
        old.rename(target)
    for folder in target.parent.glob(f".{target.name}-*-*"):
        number = folder.name.removeprefix(f".{target.name}-").partition("-")[0]
        if number.isdigit() and int(number) != os.getpid() and not _running(int(number)):
            remove_tree(folder)


def remove_tree(folder: Path) -> None:
    """Remove a folder and all in it; what cannot be removed is left."""
    _empty(str(folder))
    shutil.rmtree(folder, ignore_errors=True)


def _set_aside(target: Path) -> Path:
    """Where an old site is for a moment, on systems that cannot exchange two folders."""
    return target.with_name(f".{target.name}-old")


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


def _empty(folder: str) -> None:
    """Remove a tree as far as that goes, several times faster than ``shutil`` does."""
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
