"""From suggestions to markup: the edits that annotate a text and change none of its words."""

from .edits import LooksUp, Markup, Refused, annotation_edits
from .unmarked import without_markup

__all__ = ["LooksUp", "Markup", "Refused", "annotation_edits", "without_markup"]
