"""Makes units in several processes at once: each makes a share of them in a copy of this process.

A process that fails, for whatever reason, leaves its share to this one, where an error is raised
as if there had been no other.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import tempfile
import threading
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

import msgspec

from .memory import MadeUnit, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .making import Maker
    from .units import Unit

LEAST: Final = 100
"""Units below which another process is not worth its start."""

_MOST: Final = 8
_LITTER: Final = 50
_LENGTH: Final = 8


class _Share(msgspec.Struct, array_like=True, frozen=True):
    """What a process made. ``outputs`` are paths with places in the file that this stands in."""

    keys: tuple[tuple[str, str], ...]
    units: tuple[MadeUnit, ...]
    outputs: tuple[tuple[str, int, int], ...]
    viewed: int
    rendered: int


@dataclass(frozen=True, slots=True)
class _Worker:
    process: int
    share: Sequence[Unit]
    file: IO[bytes]


def make_all(maker: Maker, stale: Sequence[Unit], jobs: int = 0) -> dict[str, MadeUnit]:
    """Make units, in as many as ``jobs`` processes; 0 means one a processor, eight at most.

    Raises:
        jinja2.TemplateError: a template is missing or wrong.
    """
    count = min(jobs or min(_processors(), _MOST), max(1, len(stale) // LEAST))
    if count == 1 or not hasattr(os, "fork") or threading.active_count() > 1:
        return dict(zip((unit.name for unit in stale), _made(maker, stale), strict=True))
    gc.freeze()  # what is shared is not walked, so not copied
    known = len(maker.keys)
    made: dict[str, MadeUnit] = {}
    with contextlib.ExitStack() as files:
        workers = [
            _started(maker, stale[number::count], files.enter_context(tempfile.TemporaryFile()))
            for number in range(1, count)
        ]
        try:
            own = stale[::count]
            made.update(zip((unit.name for unit in own), _made(maker, own), strict=True))
        finally:
            gc.unfreeze()
            ends = [os.waitpid(worker.process, 0)[1] for worker in workers]
        for worker, end in zip(workers, ends, strict=True):
            share = _read(worker.file) if end == 0 else None
            if share is None:
                made.update((unit.name, maker.make(unit)) for unit in worker.share)
            else:
                made.update(_taken(maker, worker, share, known))
    return made


def _made(maker: Maker, share: Sequence[Unit]) -> Iterator[MadeUnit]:
    """Make units one by one; the rings of references that templates leave are let go meanwhile."""
    for number, unit in enumerate(share, 1):
        yield maker.make(unit)
        if number % _LITTER == 0:
            gc.collect(1)


def _started(maker: Maker, share: Sequence[Unit], file: IO[bytes]) -> _Worker:
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return _Worker(process, share, file)
    status = 1
    try:
        _work(maker, share, file)
        status = 0
    finally:
        # Nothing of what this process shares with the other is to be cleared up by this one.
        os._exit(status)


def _work(maker: Maker, share: Sequence[Unit], file: IO[bytes]) -> None:
    outputs: list[tuple[str, int, int]] = []
    end = 0

    def keep(path: str, content: bytes) -> None:
        nonlocal end
        file.write(content)
        outputs.append((path, end, len(content)))
        end += len(content)

    maker.keep = keep
    known = len(maker.keys)
    viewed, rendered = maker.viewed, maker.rendered
    units = tuple(_made(maker, share))
    keys = tuple(maker.keys)[known:]
    data = msgspec.msgpack.encode(
        _Share(keys, units, tuple(outputs), maker.viewed - viewed, maker.rendered - rendered)
    )
    file.write(data)
    file.write(len(data).to_bytes(_LENGTH, "little"))
    file.flush()


def _read(file: IO[bytes]) -> _Share | None:
    try:
        end = file.seek(0, os.SEEK_END)
        length = int.from_bytes(os.pread(file.fileno(), _LENGTH, end - _LENGTH), "little")
        data = os.pread(file.fileno(), length, end - _LENGTH - length)
        return msgspec.msgpack.decode(data, type=_Share)
    except (OSError, msgspec.DecodeError):
        return None


def _taken(maker: Maker, worker: _Worker, share: _Share, known: int) -> dict[str, MadeUnit]:
    """A share as if it had been made here."""
    numbers = [maker.keys.setdefault(key, len(maker.keys)) for key in share.keys]
    made = {}
    for unit, done in zip(worker.share, share.units, strict=True):
        reads = packed(
            number if number < known else numbers[number - known] for number in unpacked(done.reads)
        )
        made[unit.name] = MadeUnit(reads, done.files, done.copies)
    for path, start, length in share.outputs:
        maker.keep(path, os.pread(worker.file.fileno(), length, start))
    maker.viewed += share.viewed
    maker.rendered += share.rendered
    return made


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
