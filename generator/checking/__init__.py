"""Finds what is wrong in a site that parsed and linked: references, clashes and disagreements."""

from .check import check
from .stale import Due, find_stale
from .unannotated import Recall, find_unannotated

__all__ = ["Due", "Recall", "check", "find_stale", "find_unannotated"]
