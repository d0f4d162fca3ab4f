"""Other site builders on the same pages: Zensical and ProperDocs, and what they ignore."""

from .building import build_with, missing
from .configuration import read_names
from .engine import Engine, command
from .ignored import Ignored, ignored, plugins_of

__all__ = [
    "Engine",
    "Ignored",
    "build_with",
    "command",
    "ignored",
    "missing",
    "plugins_of",
    "read_names",
]
