"""A file as found to a draft: its bytes decoded, and read by the reader for its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity
from generator.model.draft import Draft

from .decoding import decode
from .plain_text import import_text

if TYPE_CHECKING:
    import datetime as dt

    from generator.config import Settings


def import_file(
    data: bytes, *, path: str, settings: Settings, fallback_date: dt.date
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """A draft of a file's bytes, as ``decode`` and ``import_text`` have it.

    Where an error is among the diagnostics the draft is empty and nothing must be written.
    """
    text, _, found = decode(data, path=path)
    if any(item.severity is Severity.ERROR for item in found):
        return Draft({}, ()), found
    draft, gaps = import_text(text, path=path, settings=settings, fallback_date=fallback_date)
    return draft, (*found, *gaps)
