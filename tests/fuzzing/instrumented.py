"""One target under Atheris: ``python -m tests.fuzzing.instrumented TARGET FOLDER [OPTION…]``.

A fault does not end the run: its input is kept in ``FOLDER/faults`` and the run goes on, so that
one fault does not hide the others. Options are those of libFuzzer.
"""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzzing.targets import TARGETS

_SLOWEST = 1.0
_PER_BYTE = 0.001
"""CPU seconds that an input may take, and those that each byte adds: a hundred times what is
usual, so that what is told is no noise."""


class SlowError(Exception):
    """An input took far longer than its size explains."""


def _check_time(seconds: float, size: int) -> None:
    if seconds > _SLOWEST + _PER_BYTE * size:
        raise SlowError(f"{seconds:.1f} s for {size} bytes")


def main() -> None:
    """Fuzz until libFuzzer's options say stop."""
    name, folder, *options = sys.argv[1:]
    target, place = TARGETS[name], Path(folder)
    faults = place / "faults" / name
    seeds = place / "corpus" / name
    for path in (faults, seeds):
        path.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (seeds / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    words = place / f"{name}.dict"
    quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in target.words)
    words.write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
    known: set[str] = set()

    def one(data: bytes) -> None:
        started = time.thread_time()
        try:
            target.check(data)
            _check_time(time.thread_time() - started, len(data))
        except Exception as error:  # noqa: BLE001  whatever it is, it is a fault
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
            if kind in known:
                return
            known.add(kind)
            (faults / kind).write_bytes(data)
            (faults / f"{kind}.txt").write_text(
                "".join(traceback.format_exception(error)), "utf-8", "replace"
            )

    arguments = [sys.argv[0], str(seeds), f"-dict={words}", "-rss_limit_mb=3000", *options]
    atheris.Setup(arguments, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
