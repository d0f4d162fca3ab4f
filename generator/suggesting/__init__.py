"""Finds in a text what an editor would annotate: who, where, when, how many, who says what."""

from .lexicon import Lexicon, lexicon
from .suggest import suggest

__all__ = ["Lexicon", "lexicon", "suggest"]
