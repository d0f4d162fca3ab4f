"""Finds what is wrong in a site that parsed and linked: references, clashes and disagreements."""

from .check import check

__all__ = ["check"]
