"""Texts as found, and new entries: whatever is about to become a file below ``content/``."""

from generator.records.slugify import slugify

from .decoding import decode
from .escaping import escaped_at
from .files import SUFFIXES, import_file
from .limits import too_large
from .naming import slug_for
from .plain_text import import_text
from .scaffold import new_entry
from .wordpress import SUFFIX as EXPORT_SUFFIX
from .wordpress import ExportError, Post, is_export, posts

__all__ = [
    "EXPORT_SUFFIX",
    "SUFFIXES",
    "ExportError",
    "Post",
    "decode",
    "escaped_at",
    "import_file",
    "import_text",
    "is_export",
    "new_entry",
    "posts",
    "slug_for",
    "slugify",
    "too_large",
]
