"""Resolves names, references and titles across the whole site; what fails comes back as data."""

from .link import link
from .matcher import FoundName, NameMatcher
from .names import Listing
from .normal import normal_name, normal_title

__all__ = ["FoundName", "Listing", "NameMatcher", "link", "normal_name", "normal_title"]
