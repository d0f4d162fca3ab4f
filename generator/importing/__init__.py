"""Texts as found, and new entries: whatever is about to become a file below ``content/``."""

from .decoding import decode
from .files import import_file
from .naming import slug_for
from .plain_text import import_text
from .scaffold import new_entry
from .slug import slugify

__all__ = ["decode", "import_file", "import_text", "new_entry", "slug_for", "slugify"]
