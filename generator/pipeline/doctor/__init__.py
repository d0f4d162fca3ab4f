"""Looks at what a site is built with and where it runs."""

from .examine import Examination, examine
from .surroundings import Surroundings, read_surroundings

__all__ = ["Examination", "Surroundings", "examine", "read_surroundings"]
