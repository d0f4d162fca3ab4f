"""Finds what is wrong in a site that parsed and linked: references, clashes and disagreements."""

from .check import check
from .stale import find_stale

__all__ = ["check", "find_stale"]
