"""Work divided among forked processes, where that pays and the platform can.

The processes take turns from a pipe that is filled beforehand, so none waits for another. A
process that ends before its work is done is an error, whatever ended it.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .faults import UnwatchedError, WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")

_TURN: Final = 4  # bytes of a turn's number
_TURNS: Final = 8_000  # what fits into a pipe


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "process_cpu_count"):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a copy of this process works: not on Windows or macOS, nor beside other threads."""
    return sys.platform not in {"win32", "darwin"} and threading.active_count() == 1


def spread(items: Sequence[T], work: Callable[[Iterable[T]], Any], jobs: int) -> list[Any]:
    """Give ``items`` to at most ``jobs`` calls of ``work``, in turns; what each of them returned.

    ``work`` returns what JSON holds. With one job it is called here.

    Raises:
        WorkerError: a process ended early.
        UnwatchedError: ``work`` raised it.
    """
    jobs = min(jobs, len(items), _TURNS)
    if jobs <= 1 or not can_fork():
        return [work(items)] if items else []
    folder = Path(tempfile.mkdtemp(prefix="briefing-work-"))
    running: dict[int, int] = {}
    source, sink = os.pipe()
    try:
        size = -(-len(items) // _TURNS)
        groups = [items[start : start + size] for start in range(0, len(items), size)]
        os.write(sink, b"".join(turn.to_bytes(_TURN, "big") for turn in range(len(groups))))
        os.close(sink)
        sink = -1
        sys.stdout.flush()
        sys.stderr.flush()
        gc.collect()
        gc.freeze()
        parent = os.getpid()
        for number in range(jobs):
            child = os.fork()
            if not child:
                _work(groups, work, source, folder / f"{number}.json", parent)
            running[child] = number
        faults = []
        while running:
            child, status = os.waitpid(next(iter(running)), 0)
            del running[child]
            if status:
                faults.append(_ending(status))
        results = [_result(path) for path in sorted(folder.iterdir())] if not faults else []
        if faults:
            raise WorkerError(faults[0])
        return results
    finally:
        gc.unfreeze()
        os.close(source)
        if sink >= 0:
            os.close(sink)
        for child in running:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        shutil.rmtree(folder, ignore_errors=True)


def _work(
    groups: Sequence[Sequence[T]],
    work: Callable[[Iterable[T]], Any],
    source: int,
    place: Path,
    parent: int,
) -> None:
    """A child's whole life; it never returns."""
    code = 1
    try:
        gc.disable()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent's to answer; it ends its children

        def turns() -> Iterator[T]:
            while (turn := os.read(source, _TURN)) and os.getppid() == parent:
                yield from groups[int.from_bytes(turn, "big")]

        try:
            result = {"done": work(turns())}
        except UnwatchedError as error:
            result = {"unwatched": str(error)}
        except Exception:  # noqa: BLE001  told by the parent
            result = {"fault": traceback.format_exc()}
        place.write_text(json.dumps(result), encoding="utf-8")
        code = 0
    finally:
        os._exit(code)


def _result(path: Path) -> Any:  # noqa: ANN401  whatever the work returned
    result = json.loads(path.read_bytes())
    if "unwatched" in result:
        raise UnwatchedError(result["unwatched"])
    if "fault" in result:
        raise WorkerError(result["fault"])
    return result["done"]


def _ending(status: int) -> str:
    if os.WIFSIGNALED(status):
        return f"a process that rendered pages was ended by signal {os.WTERMSIG(status)}"
    return f"a process that rendered pages ended with {os.WEXITSTATUS(status)}"
