"""Places to publish to. Each serves the last good site until a new one is whole."""

from .online import read_last
from .opening import ARTIFACT, GH_PAGES, open_target
from .target import Release, Target, TargetError

__all__ = [
    "ARTIFACT",
    "GH_PAGES",
    "Release",
    "Target",
    "TargetError",
    "open_target",
    "read_last",
]
