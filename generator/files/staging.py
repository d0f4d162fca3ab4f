"""A file is written beside its place first, then renamed into it."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

from .leftovers import temporary_file

NEW_MODE: Final = 0o644
"""Permissions of a file that was not there: anybody may read it, as a web server must."""


def replace_file(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write ``content`` to ``path``, new or not; folders are made. No reader sees half a file.

    Permissions of a file that is there are kept. ``durable`` waits for the disk, so that a power
    cut leaves the old file or the new one; what can be made again needs no such wait.

    Raises:
        OSError: the disk refuses; the file is what it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = stage(path, content, durable=durable)
    try:
        temporary.replace(path)
    except BaseException as error:
        discard(temporary)
        name_file(error, path)
        raise
    if durable:
        sync_folder(path.parent)


def stage(path: Path, content: bytes, *, durable: bool = True) -> Path:
    """Write ``content`` into a hidden file beside ``path``, with its permissions.

    Raises:
        OSError: the disk refuses, and the error names ``path``; nothing is left behind.
    """
    try:
        handle, temporary = temporary_file(path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
            try:
                shutil.copymode(path, temporary)
            except FileNotFoundError:
                temporary.chmod(NEW_MODE)
        except BaseException:
            discard(temporary)
            raise
    except OSError as error:
        name_file(error, path)
        raise
    return temporary


def name_file(error: BaseException, path: Path) -> None:
    """Let an error of the disk tell of the file that was meant, not of a hidden one beside it."""
    if isinstance(error, OSError):
        error.filename, error.filename2 = os.fspath(path), None


def discard(temporary: Path) -> None:
    """Remove a hidden file; where that fails too, the next writer in its folder does it."""
    with contextlib.suppress(OSError):
        temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Bring a renaming itself to the disk, where folders can be opened for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
