"""What a newer version of the generator would set up otherwise."""

from __future__ import annotations

import datetime as dt
import difflib
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator import __version__
from generator.files import Replacement, replace_files, sweep
from generator.publishing.manifest import is_safe

from .files import SiteFile, site_files
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
    """All steps, in the order of paths, from what ``record`` says to this version.

    ``settled`` are the digests of files that stand as this version sets them up.
    """

    folder: Path
    record: Record
    steps: tuple[Step, ...]
    settled: Mapping[str, str]

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
    wanted = {file.path: file for file in site_files(record.answers, _ANY_DAY) if not file.once}
    settled = {
        path: digest(file.content)
        for path, file in wanted.items()
        if digest(_read(folder / path) or b"") == digest(file.content)
    }
    return Upgrade(folder, record, tuple(_steps(folder, record, wanted)), settled)


def write_upgrade(upgrade: Upgrade) -> None:
    """Write what takes nothing from the newsroom, and record it: all of it, or nothing.

    Raises:
        NotReplacedError: a file was changed since it was compared, or is read-only.
        OSError: a file cannot be written. In either case each is what it was.
    """
    for path in (*filter(is_safe, upgrade.record.digests), NAME):
        sweep((upgrade.folder / path).parent)
    written = {step.path: digest(step.after) for step in upgrade.writable}
    digests = {**upgrade.record.digests, **upgrade.settled, **written}
    record = replace(upgrade.record, digests=digests, generator=__version__)
    wanted = [
        Replacement(
            upgrade.folder / step.path,
            None if step.state is State.NEW else step.before,
            step.after,
        )
        for step in upgrade.writable
    ]
    before, after = (upgrade.folder / NAME).read_bytes(), record.to_bytes()
    if before != after:
        wanted.append(Replacement(upgrade.folder / NAME, before, after))
    replace_files(wanted)


def _steps(folder: Path, record: Record, wanted: Mapping[str, SiteFile]) -> Iterator[Step]:
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
