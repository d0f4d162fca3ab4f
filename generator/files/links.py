"""Links on the disk: none may lead out of the folder that it stands in.

A link to a file within the same folder is a second name of that file and does no harm. A link to a
folder is never entered, so that no walk goes round in circles and no file has two places.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_is_junction = getattr(os.DirEntry, "is_junction", None)  # Python 3.12


class LinkFault(StrEnum):
    """Why a link cannot be used."""

    OUTSIDE = "outside"
    FOLDER = "folder"
    DEAD = "dead"


def leads_out(path: Path, folder: Path) -> bool:
    """Whether ``path``, all links followed, lies outside ``folder``; it need not be there."""
    return not within(os.path.realpath(path), os.path.realpath(folder))


def within(real: str, top: str) -> bool:
    """Whether one real path lies at or below another."""
    return real == top or real.startswith(top if top.endswith(os.sep) else top + os.sep)


@dataclass(frozen=True, slots=True)
class Survey:
    """What is below a folder, by POSIX paths relative to it, in order.

    ``files`` are all that are no links and not hidden, ``faults`` the links that cannot be used.
    """

    files: tuple[str, ...] = ()
    faults: tuple[tuple[str, LinkFault], ...] = ()


def survey(folder: Path) -> Survey:
    """Look through ``folder`` for links; hidden names too, as other programs may know them.

    Raises:
        OSError: a folder cannot be read.
    """
    top = os.path.realpath(folder)
    files: list[str] = []
    faults: list[tuple[str, LinkFault]] = []
    waiting = [(os.fspath(folder), "", False)] if folder.is_dir() else []
    while waiting:
        path, prefix, hidden = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                name = f"{prefix}{entry.name}"
                secret = hidden or entry.name.startswith(".")
                if is_link(entry):
                    fault = _fault(entry.path, top)
                    if fault is not None:
                        faults.append((name, fault))
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}/", secret))
                elif not secret:
                    files.append(name)
    return Survey(tuple(sorted(files)), tuple(sorted(faults)))


def is_link(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is a link, or a junction of Windows."""
    return entry.is_symlink() or bool(_is_junction and _is_junction(entry))


def _fault(path: str, top: str) -> LinkFault | None:
    real = os.path.realpath(path)
    if not within(real, top):
        return LinkFault.OUTSIDE
    if os.path.isdir(real):  # noqa: PTH112  a string already, and many of them
        return LinkFault.FOLDER
    return None if os.path.isfile(real) else LinkFault.DEAD  # noqa: PTH113
