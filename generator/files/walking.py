"""The files below a folder, hidden ones left out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .links import is_link, within

if TYPE_CHECKING:
    from pathlib import Path


def files_below(folder: Path) -> tuple[str, ...]:
    """The POSIX paths, relative to ``folder``, of every file below it, in order.

    Names that begin with a dot are left out, and so are links that lead out of the folder; folders
    that are links are not entered. Of a folder that is not there nothing is below.

    Raises:
        OSError: a folder cannot be read.
    """
    top = os.path.realpath(folder)
    found: list[str] = []
    waiting = [(os.fspath(folder), "")] if folder.is_dir() else []
    while waiting:
        path, prefix = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if is_link(entry):
                    real = os.path.realpath(entry.path)
                    if os.path.isfile(real) and within(real, top):  # noqa: PTH113  a loop is none
                        found.append(f"{prefix}{entry.name}")
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                elif entry.is_file():
                    found.append(f"{prefix}{entry.name}")
    return tuple(sorted(found))
