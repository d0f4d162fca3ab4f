"""Mends faults that a machine can mend.

A pass makes every fix of every file that does not meet another one, then all is checked again, for
one mend may bring the next to light. Passes end when nothing is left to mend, or at ``_PASSES``.
All of it happens in memory; files are replaced at the end, together.
"""

from __future__ import annotations

import difflib
import io
import os
from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config import Settings, read_settings
from generator.diagnostics import Diagnostic, Edit, Fix, apply_edits
from generator.files import Replacement, replace_files, sweep_below
from generator.records import decode

from .checked import CheckedSite, check_read
from .reading import content_files, read_content
from .remembered import Remembered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from .workspace import Workspace

_PASSES = 12
"""Most passes: a mend may bring another to light, and that a third, but not for ever."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file with fixes: its path relative to the site's root, and its bytes before and after."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixing does: the files it changes, how many fixes it made, and what stands then."""

    files: tuple[FixedFile, ...]
    count: int
    checked: CheckedSite

    def diff(self) -> str:
        """The changes as a unified diff, paths relative to the site's root."""
        return "".join(_diff(file) for file in self.files)


def find_fixes(
    workspace: Workspace,
    *,
    unsafe: bool = False,
    stale_at: dt.date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Fixed:
    """Make every safe fix in memory, with ``unsafe`` the others too. Nothing is written.

    Raises:
        OSError: a file cannot be read.
    """
    draft = _Draft(workspace)
    checked = draft.check(stale_at, progress)
    count = 0
    for _ in range(_PASSES):
        made = draft.mend(checked.diagnostics, unsafe=unsafe)
        if not made:
            break
        count += made
        checked = draft.check(stale_at, None)
    return Fixed(draft.files(), count, checked)


def write_fixes(workspace: Workspace, fixed: Fixed) -> None:
    """Replace the files that fixing changes: all, or none.

    Raises:
        NotReplacedError: a file is read-only, or was changed since it was read.
        OSError: the disk refuses.
    """
    sweep_below(workspace.root / fixed.checked.read.site.settings.content_dir)
    replace_files(
        Replacement(workspace.root / file.path, file.before, file.after) for file in fixed.files
    )


class _Draft:
    """A site with changes that are not written yet. Each file is read from the disk once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._parse = Remembered()
        self._before: dict[str, bytes] = {}
        self._after: dict[str, bytes] = {}

    def check(
        self, stale_at: dt.date | None, progress: Callable[[int, int], None] | None
    ) -> CheckedSite:
        """All faults of the site as changed, drafts included."""
        settings, found = self._settings()
        files = {
            name: self._reader(f"{settings.content_dir}/{name}", read)
            for name, read in content_files(self._workspace, settings).items()
        }
        read = read_content(settings, found, files, progress, self._parse)
        return check_read(self._workspace, read, drafts=True, stale_at=stale_at)

    def mend(self, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> int:
        """Make the fixes of one pass; returns how many."""
        offered: defaultdict[str, dict[Fix, None]] = defaultdict(dict)
        for item in diagnostics:
            if item.fix is not None and (unsafe or item.fix.safe):
                offered[item.path][item.fix] = None
        count = 0
        for path, fixes in sorted(offered.items()):
            chosen = _apart(fixes)
            data = self._read(path)
            text = data.decode()
            changed = apply_edits(text, (edit for fix in chosen for edit in fix.edits))
            if changed != text:
                self._after[path] = changed.encode()
                count += len(chosen)
        return count

    def files(self) -> tuple[FixedFile, ...]:
        """The files that are no longer what they were, by path."""
        return tuple(
            FixedFile(path, self._before[path], after)
            for path, after in sorted(self._after.items())
            if after != self._before[path]
        )

    def _settings(self) -> tuple[Settings, tuple[Diagnostic, ...]]:
        name = self._workspace.configuration.name
        source, faults = decode(name, self._read(name))
        return read_settings(source, os.environ) if source is not None else (Settings(), faults)

    def _read(self, path: str, read: Callable[[], bytes] | None = None) -> bytes:
        if path in self._after:
            return self._after[path]
        if path not in self._before:
            self._before[path] = read() if read else (self._workspace.root / path).read_bytes()
        return self._before[path]

    def _reader(self, path: str, read: Callable[[], bytes]) -> Callable[[], bytes]:
        return lambda: self._read(path, read)


def _apart(fixes: Mapping[Fix, None]) -> list[Fix]:
    """Of ``fixes`` those that do not meet: the one that begins first goes before the others."""
    chosen: list[Fix] = []
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda item: (min(item.edits), item.title)):
        if any(_meets(edit, taken) for edit in fix.edits):
            continue
        chosen.append(fix)
        for edit in fix.edits:
            insort(taken, edit)
    return chosen


def _meets(edit: Edit, taken: list[Edit]) -> bool:
    """Whether ``edit`` changes, or stands beside, what another one changes."""
    start, end = edit.span
    number = bisect_left(taken, edit)
    beside = taken[max(number - 1, 0) : number + 1]  # those taken do not meet each other
    return any(other.span.start <= end and start <= other.span.end for other in beside)


def _diff(file: FixedFile) -> str:
    before, after = (
        io.StringIO(data.decode(), newline="\n").readlines() for data in (file.before, file.after)
    )
    lines = difflib.unified_diff(before, after, file.path, file.path)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in lines)


_NO_END = "\\ No newline at end of file\n"
