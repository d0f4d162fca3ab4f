"""What a command takes: seconds, processor time, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAUSE: Final = 0.1
"""Seconds between two looks at the memory."""

_LAST: Final = 2_000
"""Characters of what a command said that are shown when it fails."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One run: seconds of the wall clock and of processors, megabytes at the highest.

    ``megabytes`` is the sum of the processes' proportional set sizes, where Linux tells them, else
    the highest of one process. It is looked up ten times a second: a short run has less to show.
    """

    wall: float
    cpu: float
    megabytes: float


class FailedError(Exception):
    """A command failed; the message is the end of what it said."""


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Taken:
    """Run ``command`` in ``folder`` and measure it with the processes that it starts.

    Raises:
        FailedError: it did not end with 0.
    """
    said = folder / "said.log"
    highest = 0.0
    with said.open("wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603  a builder that is measured
            command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            highest = max(highest, _memory(process.pid))
            time.sleep(_PAUSE)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(said.read_text(encoding="utf-8", errors="replace")[-_LAST:])
    return Taken(wall, used.ru_utime + used.ru_stime, max(highest, _own(used.ru_maxrss, highest)))


def _own(kilobytes: int, highest: float) -> float:
    """The highest of one process, where the system told nothing of several."""
    return kilobytes / 1e3 if not highest else 0.0


def _memory(pid: int) -> float:
    """Megabytes of a process and all below it."""
    kilobytes = 0
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        base = Path(f"/proc/{one}")
        try:
            rollup = (base / "smaps_rollup").read_text()
            kilobytes += int(rollup.partition("\nPss:")[2].split(maxsplit=1)[0])
            for task in (base / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (OSError, ValueError, IndexError):
            continue
    return kilobytes / 1e3


def size_of(folder: Path) -> tuple[int, int]:
    """Bytes of all files below a folder, and how many of them are HTML."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files), sum(p.suffix == ".html" for p in files)
