"""How the time that something takes grows with its input, as an exponent: 1 is linear, 2 quadratic.

CPU time of this thread over three doublings, one run of each size; no time is asserted, only how
it grows.
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

_CERTAIN: Final = 1.6  # no step and no other program makes so much of what is linear, every time
_SURE: Final = 6  # tries
_PAUSE: Final = 0.05  # seconds, longer each time: what another program does passes
_LEAST_SECONDS: Final = 0.004
_LONGEST_SECONDS: Final = 2.0
_LARGEST: Final = 1 << 19
_FIRST: Final = 1 << 11
_DOUBLINGS: Final = 3
_STEP: Final = 2
_TRIES: Final = 14


def growth(make: Callable[[int], T], run: Callable[[T], object]) -> float:
    """The exponent, 0 where inputs of any size that is read take next to no time.

    What is over ``MOST`` is run again, as another program may have been in between, and then at
    larger sizes too, as long as one takes less than two seconds: a step, such as where the data no
    longer fit the processor's cache, is left behind there, and what is quadratic is so still.
    """
    gc.disable()
    try:
        return _growth(make, run)
    finally:
        gc.enable()


def _growth(make: Callable[[int], T], run: Callable[[T], object]) -> float:
    size = _FIRST
    run(make(size >> 2))
    while (took := _seconds(make(size), run)) < _LEAST_SECONDS:
        size *= 2
        if size > _LARGEST >> _DOUBLINGS:
            return 0.0
    seconds = {size: took}
    for doubling in range(1, _DOUBLINGS + 1):
        if doubling <= _STEP or max(seconds.values()) < _LONGEST_SECONDS / 4:
            seconds[size << doubling] = _seconds(make(size << doubling), run)
    found = _slope(list(seconds.values()))
    for again in range(_TRIES):
        if found <= MOST or (again >= _SURE and found > _CERTAIN):
            break
        time.sleep(again * _PAUSE)
        if again % 2 and max(seconds.values()) < _LONGEST_SECONDS / (1 << _STEP):
            sizes = [each << _STEP for each in seconds]
            seconds = {each: seconds.get(each) or _seconds(make(each), run) for each in sizes}
        else:
            again_seconds = {each: _seconds(make(each), run) for each in seconds}
            seconds = {each: min(seconds[each], took) for each, took in again_seconds.items()}
        found = _slope(list(seconds.values()))
    return found


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
