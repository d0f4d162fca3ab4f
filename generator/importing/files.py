"""A file as found to a draft: its bytes decoded, and read by the reader for its format."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, SourceFile, diagnose
from generator.diagnostics.codes.importing import EXTRA_MISSING
from generator.model.draft import Draft
from generator.records import LARGEST_FILE

from .decoding import decode, decode_page, is_page
from .limits import LARGEST_PAGE, too_large
from .markdown import import_markdown
from .plain_text import import_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Set as AbstractSet

    from generator.config import Settings

_NONE: AbstractSet[str] = frozenset()
_FRONT_MATTER = re.compile(r"\s*(?:---[ \t]*[\r\n]+\s*[\w\"'#-]|\+\+\+[ \t]*[\r\n])")


class Format(StrEnum):
    """What can be imported."""

    TEXT = "text"
    MARKDOWN = "markdown"
    PAGE = "page"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdown": Format.MARKDOWN,
    ".mkd": Format.MARKDOWN,
    ".html": Format.PAGE,
    ".htm": Format.PAGE,
    ".xhtml": Format.PAGE,
}
"""What files are by the end of their names; one of another name is what its text says."""


def import_file(
    data: bytes,
    *,
    path: str,
    settings: Settings,
    fallback_date: dt.date,
    topics: AbstractSet[str] = _NONE,
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """A draft of a file's bytes: of plain text, Markdown or a saved page.

    ``topics`` are the ids that a Markdown file's tags are looked up among. Where an error is among
    the diagnostics the draft is empty and nothing must be written.
    """
    suffix = PurePosixPath(PureWindowsPath(path).name).suffix.lower()
    named = SUFFIXES.get(suffix)
    if len(data) > LARGEST_PAGE:
        return Draft({}, ()), (too_large(path, "has", len(data), LARGEST_PAGE),)
    text, found = _decoded(data, path, named)
    if any(item.severity is Severity.ERROR for item in found):
        return Draft({}, ()), found
    format_ = _format_of(text, named)
    size = len(text.encode("utf-8", errors="replace"))
    # Of a page, what counts is what it shows: its reader measures that.
    if format_ is not Format.PAGE and size > LARGEST_FILE:
        return Draft({}, ()), (too_large(path, "holds a text of", size),)
    if format_ is Format.MARKDOWN:
        draft, gaps = import_markdown(
            text, path=path, settings=settings, fallback_date=fallback_date, topics=topics
        )
    elif format_ is Format.PAGE:
        draft, gaps = _page(text, path, settings, fallback_date)
    else:
        draft, gaps = import_text(text, path=path, settings=settings, fallback_date=fallback_date)
    return draft, (*found, *gaps)


def _decoded(data: bytes, path: str, named: Format | None) -> tuple[str, tuple[Diagnostic, ...]]:
    if named is Format.PAGE or (named is not Format.MARKDOWN and _declares_page(data)):
        text, _, found = decode_page(data, path=path)
    else:
        text, _, found = decode(data, path=path)
    return text, found


def _declares_page(data: bytes) -> bool:
    return is_page(data[:4096].decode("latin-1").removeprefix("ï»¿"))


def _format_of(text: str, named: Format | None) -> Format:
    """A page is one whatever its file is called; Markdown is told by name or by front matter."""
    if named is not Format.MARKDOWN and (is_page(text) or named is Format.PAGE):
        return Format.PAGE
    if named is None and _FRONT_MATTER.match(text[:1000]):
        return Format.MARKDOWN
    return named or Format.TEXT


def _page(
    text: str, path: str, settings: Settings, fallback_date: dt.date
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    try:
        # The libraries of the extra `import` are there only where it is installed.
        from .page import import_page  # noqa: PLC0415
    except ImportError as error:
        message = (
            f"“{path}” is a saved web page, and the libraries that read pages are not installed "
            f"({error.name} is missing)."
        )
        mend = "Install them: pip install 'briefing-generator[import]'"
        missing = diagnose(EXTRA_MISSING, SourceFile(path, ""), None, message, mend)
        return Draft({}, ()), (missing,)
    return import_page(text, path=path, settings=settings, fallback_date=fallback_date)
