"""Saved HTML pages. Needs the extra ``import``: nothing else may import this room's pages."""

from .reading import import_page

__all__ = ["import_page"]
