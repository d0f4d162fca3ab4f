"""The format's own blocks: divisions, printed lines and captions."""

from .build import Builder

__all__ = ["Builder"]
