"""Texts as found, and new entries: whatever is about to become a file below ``content/``."""

from generator.records.slugify import slugify

from .decoding import decode
from .escaping import escaped_at
from .files import SUFFIXES, import_file
from .limits import too_large
from .naming import slug_for
from .plain_text import import_text
from .scaffold import new_entry

__all__ = [
    "SUFFIXES",
    "decode",
    "escaped_at",
    "import_file",
    "import_text",
    "new_entry",
    "slug_for",
    "slugify",
    "too_large",
]
