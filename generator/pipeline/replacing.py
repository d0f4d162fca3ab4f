"""Puts new contents in place of files that editors wrote: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ANY_WRITER = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class NotReplacedError(Exception):
    """A file cannot be replaced, so none was; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file, the bytes it held when it was read, and those it is to hold."""

    path: Path
    old: bytes
    new: bytes


def replace_files(replacements: Iterable[Replacement]) -> None:
    """Write every new content beside its file, to the disk, and only then rename them all.

    A link stays a link: what it leads to is replaced. Permissions are kept.

    Raises:
        NotReplacedError: a file is read-only, or no longer what it was when it was read.
        OSError: the disk refuses. In either case each file holds what it held.
    """
    wanted = [(item.path.resolve(), item) for item in replacements]
    staged: list[tuple[Path, Path, bytes]] = []
    try:
        for path, item in wanted:
            _refuse_locked(path, item.path)
            staged.append((path, _stage(path, item.new), item.old))
        for path, item in wanted:
            _refuse_changed(path, item)
        _rename(staged)
    finally:
        for _, temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _refuse_locked(path: Path, shown: Path) -> None:
    # A rename would succeed: it is the folder's permission that it needs.
    if not path.stat().st_mode & _ANY_WRITER or not os.access(path, os.W_OK):
        raise NotReplacedError(f"{shown} is read-only, so no file was changed.")


def _refuse_changed(path: Path, item: Replacement) -> None:
    if path.read_bytes() != item.old:
        raise NotReplacedError(
            f"{item.path} was changed by somebody else meanwhile, so no file was changed. "
            "Run the command again."
        )


def _stage(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _rename(staged: list[tuple[Path, Path, bytes]]) -> None:
    done: list[tuple[Path, bytes]] = []
    try:
        for path, temporary, old in staged:
            temporary.replace(path)
            done.append((path, old))
    except BaseException:
        for path, old in done:
            with contextlib.suppress(OSError):
                _stage(path, old).replace(path)
        raise
    for folder in sorted({path.parent for path, _, _ in staged}):
        _sync(folder)


def _sync(folder: Path) -> None:
    """Bring the renaming itself to the disk, where folders can be opened for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
