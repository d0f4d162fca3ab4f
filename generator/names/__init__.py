"""Names: the form in which they are compared, and where they stand in running text."""

from .listing import Listing
from .matcher import FoundName, NameMatcher
from .normal import normal_name, normal_title, title_words

__all__ = ["FoundName", "Listing", "NameMatcher", "normal_name", "normal_title", "title_words"]
