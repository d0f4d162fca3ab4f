"""How linking grows: ``python benchmarks/linking.py [ARTICLES ...]`` (500 1000 2000 4000).

On the made-up site of ``names_corpus``. Times are CPU seconds of one process, the best of five
runs; linking is set beside parsing the same texts in the same process. Times rise a little faster
than the work where the site outgrows the processor's caches; so the calls of Python functions are
counted too, which is the same number on every machine. Growth is the slope of the straight line
through the logarithms (least squares). Nothing is asserted.
"""

from __future__ import annotations

import math
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any, TypeVar

from benchmarks.names_corpus import names_corpus, parsed
from generator.config import Settings
from generator.linking import link
from generator.pipeline.collector import paused_collector

T = TypeVar("T")

RUNS = 5


def main() -> None:
    """Time parsing and linking at each size, print the table and the growth."""
    sizes = [int(size) for size in sys.argv[1:]] or [500, 1_000, 2_000, 4_000]
    print(
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"{platform.machine()}, {os.cpu_count()} cores\n"
    )
    print("| articles | actors | names | parse s | link s | link / parse | calls in linking |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    seconds: list[float] = []
    calls: list[float] = []
    for size in sizes:
        corpus = names_corpus(size)
        parsing, site = timed(lambda corpus=corpus: parsed(corpus, Settings()))  # type: ignore[misc]  # bound now
        linking, _ = timed(lambda site=site: link(site))  # type: ignore[misc]  # bound now
        seconds.append(linking)
        calls.append(counted(lambda site=site: link(site)))  # type: ignore[misc]  # bound now
        print(
            f"| {size:,} | {len(corpus.actors):,} | {len(corpus.owners):,} | {parsing:.2f} "
            f"| {linking:.2f} | {linking / parsing:.2f} | {calls[-1]:,} |",
            flush=True,
        )
    if len(sizes) > 1:
        print(
            f"\nWith the number of articles, the calls grow to the power of "
            f"{growth(sizes, calls):.2f} and the seconds to the power of "
            f"{growth(sizes, seconds):.2f}."
        )


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of the best of several runs, and what the last one returned."""
    results: list[T] = []
    seconds = []
    for _ in range(RUNS):
        results.clear()
        with paused_collector():
            start = time.process_time()
            results.append(run())
            seconds.append(time.process_time() - start)
    return min(seconds), results[-1]


def counted(run: Callable[[], object]) -> int:
    """How many calls of Python functions and of built-in ones ``run`` makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401  as Python has it
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


def growth(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The exponent of the power of ``sizes`` that fits ``costs`` best."""
    fit = statistics.linear_regression([*map(math.log, sizes)], [*map(math.log, costs)])
    return fit.slope


if __name__ == "__main__":
    main()
