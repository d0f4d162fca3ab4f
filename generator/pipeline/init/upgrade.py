"""What a newer version of the generator would set up otherwise."""

from __future__ import annotations

import datetime as dt
import difflib
import io
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator import __version__
from generator.files import replace_file
from generator.publishing.manifest import is_safe

from .files import site_files
from .record import NAME, Record, digest, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ANY_DAY = dt.date(2000, 1, 1)
"""The example, which alone is dated, is written once and never compared."""


class State(StrEnum):
    """What becomes of a file: the newsroom's own changes are never overwritten."""

    NEW = "new"
    CHANGED = "changed"
    YOURS = "yours"
    """Changed by the newsroom and by the newer version both: to be joined by hand."""
    DROPPED = "dropped"
    """No longer set up, and unchanged since: it may be deleted."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file that a newer version sets up otherwise. ``after`` is empty for a dropped one."""

    path: str
    state: State
    before: bytes
    after: bytes

    def diff(self) -> str:
        """The step as a unified diff; what is to be joined by hand leads to the newer version."""
        lines = difflib.unified_diff(
            _lines(self.before),
            _lines(self.after),
            "/dev/null" if self.state is State.NEW else f"a/{self.path}",
            "/dev/null" if self.state is State.DROPPED else f"b/{self.path}",
        )
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


@dataclass(frozen=True, slots=True)
class Upgrade:
    """All steps, in the order of paths, from the version ``before`` to this one."""

    folder: Path
    record: Record
    steps: tuple[Step, ...]

    @property
    def writable(self) -> tuple[Step, ...]:
        """The steps that take nothing from the newsroom."""
        return tuple(step for step in self.steps if step.state in {State.NEW, State.CHANGED})


def find_upgrade(folder: Path) -> Upgrade:
    """Compare the site in ``folder`` with what this version would set up with its answers.

    Raises:
        RecordError: the site was not set up by ``briefing init``.
        OSError: a file cannot be read.
    """
    record = read_record(folder)
    return Upgrade(folder, record, tuple(_steps(folder, record)))


def write_upgrade(upgrade: Upgrade) -> None:
    """Write what takes nothing from the newsroom, and record it.

    Raises:
        OSError: a file cannot be written; each is then its old self or its new one.
    """
    digests = dict(upgrade.record.digests)
    for step in upgrade.writable:
        replace_file(upgrade.folder / step.path, step.after)
        digests[step.path] = digest(step.after)
    record = replace(upgrade.record, digests=digests, generator=__version__)
    content = record.to_bytes()
    if content != (upgrade.folder / NAME).read_bytes():
        replace_file(upgrade.folder / NAME, content)


def _steps(folder: Path, record: Record) -> Iterator[Step]:
    wanted = {file.path: file for file in site_files(record.answers, _ANY_DAY) if not file.once}
    for path in sorted({*wanted, *filter(is_safe, record.digests)}):
        known = record.digests.get(path)
        present = _read(folder / path)
        if path not in wanted:
            if present is not None and digest(present) == known:
                yield Step(path, State.DROPPED, present, b"")
            continue
        after = wanted[path].content
        if present is None:
            # A file that was set up and is gone was deleted on purpose.
            if known is None:
                yield Step(path, State.NEW, b"", after)
        elif digest(present) == digest(after) or known == digest(after):
            continue
        elif digest(present) == known:
            yield Step(path, State.CHANGED, present, after)
        else:
            yield Step(path, State.YOURS, present, after)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _lines(content: bytes) -> list[str]:
    return io.StringIO(content.decode("utf-8", "replace"), newline="\n").readlines()
