"""Annotations that stand beside a text: read, found by their words, and joined with its own."""

from .items import SELECTING, Sidecar, read_sidecar
from .joining import Joined, join
from .selecting import Finding, Fit, Passages, Place, folded
from .writing import FlowStyleError, WrittenSidecar, with_items

__all__ = [
    "SELECTING",
    "Finding",
    "Fit",
    "FlowStyleError",
    "Joined",
    "Passages",
    "Place",
    "Sidecar",
    "WrittenSidecar",
    "folded",
    "join",
    "read_sidecar",
    "with_items",
]
