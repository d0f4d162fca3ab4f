"""The garbage collector, kept away from work that makes no cycles."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def paused_collector() -> Iterator[None]:
    """Let the cyclic collector rest.

    The values that stages make are frozen trees, which reference counting frees. The collector
    would walk all of them again whenever some thousands are new: half the time of reading a large
    site.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
