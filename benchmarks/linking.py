"""How linking grows: ``python benchmarks/linking.py [ARTICLES ...]`` (500 1000 2000 4000).

On the made-up site of ``names_corpus``. Times are CPU seconds of one process, the best of three
runs; linking is set beside parsing the same texts in the same process. Nothing is asserted.
"""

from __future__ import annotations

import math
import os
import platform
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.names_corpus import names_corpus, parsed
from generator.config import Settings
from generator.linking import link
from generator.pipeline.collector import paused_collector

T = TypeVar("T")

RUNS = 3


def main() -> None:
    """Time parsing and linking at each size, print the table and the growth."""
    sizes = [int(size) for size in sys.argv[1:]] or [500, 1_000, 2_000, 4_000]
    print(
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"{platform.machine()}, {os.cpu_count()} cores\n"
    )
    print("| articles | actors | names | parse s | link s | link / parse |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    linked: list[float] = []
    for size in sizes:
        corpus = names_corpus(size)
        parsing, site = timed(lambda corpus=corpus: parsed(corpus, Settings()))  # type: ignore[misc]  # bound now
        linking, _ = timed(lambda site=site: link(site))  # type: ignore[misc]  # bound now
        linked.append(linking)
        print(
            f"| {size:,} | {len(corpus.actors):,} | {len(corpus.owners):,} "
            f"| {parsing:.2f} | {linking:.2f} | {linking / parsing:.2f} |",
            flush=True,
        )
    if len(sizes) > 1:
        exponent = math.log(linked[-1] / linked[0]) / math.log(sizes[-1] / sizes[0])
        print(f"\nLinking grows with the number of articles to the power of {exponent:.2f}.")


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of the best of several runs, and what the last one returned."""
    results = []
    seconds = []
    for _ in range(RUNS):
        with paused_collector():
            start = time.process_time()
            results.append(run())
            seconds.append(time.process_time() - start)
    return min(seconds), results[-1]


if __name__ == "__main__":
    main()
