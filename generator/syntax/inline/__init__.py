"""The inline parser: text to emphasis, links, code and annotations."""

from .attributes import Attributes
from .parser import Inlines
from .plain import plain
from .spans import KNOWN_ATTRIBUTES, Pending

__all__ = ["KNOWN_ATTRIBUTES", "Attributes", "Inlines", "Pending", "plain"]
