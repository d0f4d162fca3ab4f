"""Puts new contents in place of files that editors wrote, and new files beside: all, or none."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .exchanging import put_in_place
from .staging import discard, stage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ANY_WRITER = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class NotReplacedError(Exception):
    """A file cannot be replaced, so none was; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file, the bytes it held when it was read, and those it is to hold.

    ``old`` is ``None`` for a file that must not be there yet.
    """

    path: Path
    old: bytes | None
    new: bytes


def replace_files(replacements: Iterable[Replacement]) -> None:
    """Write every new content beside its file, to the disk, and only then rename them all.

    A link stays a link: what it leads to is replaced. Permissions are kept.

    Raises:
        NotReplacedError: a file is read-only, no longer what it was when it was read, or there
            though it should be new.
        OSError: the disk refuses. In either case each file holds what it held.
    """
    wanted = [(item.path.resolve(), item) for item in replacements]
    staged: list[tuple[Path, Path]] = []
    try:
        for path, item in wanted:
            if item.old is None:
                path.parent.mkdir(parents=True, exist_ok=True)
            else:
                _refuse_locked(path, item.path)
            staged.append((path, stage(path, item.new)))
        for path, item in wanted:
            _refuse_changed(path, item)
        put_in_place(staged, durable=True)
    except BaseException:
        for _, temporary in staged:
            discard(temporary)
        raise


def _refuse_locked(path: Path, shown: Path) -> None:
    # A rename would succeed: it is the folder's permission that it needs.
    if not path.stat().st_mode & _ANY_WRITER or not os.access(path, os.W_OK):
        raise NotReplacedError(f"{shown} is read-only, so no file was changed.")


def _refuse_changed(path: Path, item: Replacement) -> None:
    if item.old is None:
        if os.path.lexists(path):
            raise NotReplacedError(f"{item.path} exists already, so no file was changed.")
    elif path.read_bytes() != item.old:
        raise NotReplacedError(
            f"{item.path} was changed by somebody else meanwhile, so no file was changed. "
            "Run the command again."
        )
