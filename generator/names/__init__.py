"""Names: the form in which they are compared, where they stand in running text, how they look."""

from .appearance import Mixture, mixture, scripts_in, skeleton
from .directions import CONTROLS, balanced, unbalanced
from .invisible import INVISIBLE, needless
from .listing import Listing
from .matcher import FoundName, NameMatcher
from .normal import normal_name, normal_title, title_words

__all__ = [
    "CONTROLS",
    "INVISIBLE",
    "FoundName",
    "Listing",
    "Mixture",
    "NameMatcher",
    "balanced",
    "mixture",
    "needless",
    "normal_name",
    "normal_title",
    "scripts_in",
    "skeleton",
    "title_words",
    "unbalanced",
]
