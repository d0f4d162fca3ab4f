"""Sets up a new site. Nothing that stands is overwritten."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.files import create_file

from .answers import checked
from .files import site_files
from .record import NAME, Record, digest

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from .answers import Answers

_NOTHING: Final = frozenset({".git", ".DS_Store"})
"""What a folder may hold and still count as empty."""

_BEGUN: Final = ".briefing-init.part"
"""Stands while a site is set up: a run that finds it goes on where another one was stopped."""


@dataclass(frozen=True, slots=True)
class Created:
    """POSIX paths: what was written, and what stood there already and stayed as it was."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def is_empty(folder: Path) -> bool:
    """Whether nothing is in ``folder``, which need not exist, but what a stopped run wrote.

    Raises:
        OSError: it cannot be looked into, or is a file.
    """
    if not folder.exists() or (folder / _BEGUN).exists():
        return True
    return all(path.name in _NOTHING for path in folder.iterdir())


def create_site(folder: Path, answers: Answers, day: dt.date) -> Created:
    """Write the files of a new site below ``folder``; ``day`` dates its example.

    A killed or failed run is made up for by the next one: what it wrote is kept, the rest written.

    Raises:
        WrongAnswerError: an answer cannot be used; nothing was written.
        OSError: a file cannot be written.
    """
    answers = checked(answers)
    files = site_files(answers, day)
    written, kept = [], []
    with contextlib.suppress(FileExistsError):
        create_file(folder / _BEGUN, b"")
    for file in files:
        try:
            create_file(folder / file.path, file.content)
            written.append(file.path)
        except FileExistsError:
            kept.append(file.path)
    record = Record(answers, {file.path: digest(file.content) for file in files if not file.once})
    try:
        create_file(folder / NAME, record.to_bytes())
    except FileExistsError:
        kept.append(NAME)
    (folder / _BEGUN).unlink()
    return Created(tuple(written), tuple(kept))
