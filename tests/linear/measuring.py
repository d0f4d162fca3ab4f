"""How the time that something takes grows with its input, as an exponent: 1 is linear, 2 quadratic.

CPU time of this thread, the best of a few runs, over three doublings; no time is asserted, only
how it grows.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

MOST: Final = math.log2(2.2)
"""The exponent of what takes 2.2 times as long for twice the input."""

_LEAST_SECONDS: Final = 0.004
_LARGEST: Final = 1 << 19
_FIRST: Final = 1 << 11
_DOUBLINGS: Final = 3
_RUNS: Final = 2
_TRIES: Final = 3


def growth(make: Callable[[int], T], run: Callable[[T], object]) -> float:
    """The exponent, 0 where inputs of any size that is read take next to no time.

    What is over ``MOST`` is measured again, up to twice: another program may have been in between.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        return _growth(make, run)
    finally:
        gc.enable()
        gc.unfreeze()


def _growth(make: Callable[[int], T], run: Callable[[T], object]) -> float:
    size = _FIRST
    while _seconds(make(size), run) < _LEAST_SECONDS:
        size *= 2
        if size > _LARGEST >> _DOUBLINGS:
            return 0.0
    best = math.inf
    for _ in range(_TRIES):
        sizes = [size << doubling for doubling in range(_DOUBLINGS + 1)]
        best = min(best, _slope([_best(make(each), run) for each in sizes]))
        if best <= MOST:
            break
    return best


def _best(value: T, run: Callable[[T], object]) -> float:
    return min(_seconds(value, run) for _ in range(_RUNS))


def _seconds(value: T, run: Callable[[T], object]) -> float:
    started = time.thread_time()
    run(value)
    return time.thread_time() - started


def _slope(seconds: list[float]) -> float:
    """Least squares through the logarithms; sizes double, so steps are one apart."""
    heights = [math.log2(max(each, 1e-7)) for each in seconds]
    middle, mean = (len(heights) - 1) / 2, sum(heights) / len(heights)
    rise = sum((at - middle) * (height - mean) for at, height in enumerate(heights))
    return rise / sum((at - middle) ** 2 for at in range(len(heights)))
