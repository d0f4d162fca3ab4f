"""The index of the search page, put together of what Pagefind makes of each page."""

from .indexing import Sink, index_pages
from .memory import forget
from .program import SearchIndexError, pagefind_version, run_pagefind
from .reading import VERSIONS
from .scanning import UnknownIndexError

__all__ = [
    "VERSIONS",
    "SearchIndexError",
    "Sink",
    "UnknownIndexError",
    "forget",
    "index_pages",
    "pagefind_version",
    "run_pagefind",
]
