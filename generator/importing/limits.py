"""How large a text may be that is to become an article."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.importing import TOO_LARGE
from generator.records import LARGEST_FILE

LARGEST_PAGE = 64 * LARGEST_FILE
"""Most bytes of a saved page: nearly all of a large one are pictures and scripts."""

LARGEST_SHOWN = 4 * LARGEST_FILE
"""Most bytes of text that a page may show in all, menus and comments included."""


def too_large(path: str, what: str, size: int, most: int = LARGEST_FILE) -> Diagnostic:
    """The error of a file that has ``size`` bytes, or makes so many, where ``most`` are read."""
    message = f"“{path}” {what} {size:,} bytes, more than the {most:,} that are read."
    mend = "Divide it into several files and import each; nothing was written."
    return diagnose(TOO_LARGE, SourceFile(path, ""), None, message, mend)
