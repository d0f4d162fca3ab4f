"""Several files take their places together; where one cannot, all are what they were."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from .leftovers import free_name
from .staging import discard, name_file, stage, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def exchange_files(new: Iterable[tuple[Path, bytes]], gone: Iterable[Path] = ()) -> None:
    """Write the files ``new``, there or not, and remove the files ``gone``: all of it or nothing.

    Everything is written beside first, so that a full disk is met before a file is touched. Who is
    killed midway leaves each file whole, old or new. For what can be made again: a power cut may
    take what was not on the disk yet.

    Raises:
        OSError: the disk refuses; each file is what it was.
    """
    staged: list[tuple[Path, Path]] = []
    folders: set[Path] = set()
    try:
        for path, content in new:
            if path.parent not in folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                folders.add(path.parent)
            staged.append((path, stage(path, content, durable=False)))
        put_in_place(staged, tuple(gone))
    except BaseException:
        for _, temporary in staged:
            discard(temporary)
        raise


def put_in_place(
    staged: Sequence[tuple[Path, Path]], gone: Sequence[Path] = (), *, durable: bool = False
) -> None:
    """Rename each second file of ``staged`` to its first, and take those of ``gone`` away.

    Raises:
        OSError: one cannot be renamed; each is what it was.
    """
    kept: list[tuple[Path, Path | None]] = []
    path = None
    try:
        for path, temporary in staged:
            kept.append((path, _second_name(path)))
            temporary.replace(path)
        for path in gone:
            aside = free_name(path.parent)
            path.replace(aside)
            kept.append((path, aside))
    except BaseException as error:
        if path is not None:
            name_file(error, path)
        for done, old in reversed(kept):
            _undo(done, old)
        raise
    if durable:
        for folder in sorted({path.parent for path, _ in staged}):
            sync_folder(folder)
    for _, old in kept:
        if old is not None:
            discard(old)


def _second_name(path: Path) -> Path | None:
    """Another name for what stands at ``path``, to take it back by; ``None`` for nothing."""
    if not os.path.lexists(path):
        return None
    other = free_name(path.parent)
    try:
        os.link(path, other, follow_symlinks=False)
    except OSError:  # file systems without links, or with as many as they allow
        try:
            shutil.copy2(path, other, follow_symlinks=False)
        except BaseException:
            discard(other)
            raise
    return other


def _undo(path: Path, old: Path | None) -> None:
    with contextlib.suppress(OSError):
        if old is None:
            path.unlink(missing_ok=True)
        else:
            old.replace(path)
            old.unlink(missing_ok=True)  # two names of one file are not renamed
