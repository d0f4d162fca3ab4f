"""What looks like a headline: the title of a text, and the sub-headings within it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .passages import Line

_TITLE_LENGTH = 160
_TITLE_WORDS = 25
_WRAPPED = 40
_HEADING_LENGTH = 80
_HEADING_WORDS = 12

_LETTER = re.compile(r"[^\W\d_]")
_CLOSERS = r"[\"'”’»›)\]\u200e\u200f]*"
# A full stop that ends a sentence; that of an abbreviation ("in the U.S.", "5 p.m.") does not.
_FULL_STOP = re.compile(rf"(?<!\b\w\.\w)[.。।۔։።]{_CLOSERS}$")
_UNFINISHED = re.compile(rf"[,;:،؛：、，；—–-]{_CLOSERS}$")
_ENDED = re.compile(rf"[.。।۔։።!?！？؟…:;,،؛：、，；]{_CLOSERS}$")
_OPENER = re.compile(r"[\s\"'“‘«‹„(\[¿¡\u200e\u200f]*")
_CREDIT_LABEL = re.compile(
    r"(?:photo|image|picture|credit|file photo|caption|foto|bild|crédit|imagen|фото|"
    r"fotoğraf|صورة|عکس|צילום)\w*\s*(?:by\b|[:：©/])",
    re.IGNORECASE,
)
# A label and nothing but names: "Von der Leyen visits" and "By 2030" begin headlines.
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door)\s+(?-i:"
    r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*+,?\s*+(?:(?:(?:and|und|et|y|e|en)\b|&)\s*+)?){1,6})"
    r"|(?:автор|بقلم|به قلم|yazan|מאת)[:\s]\s*(?:\w\S*+\s*+){1,5}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\w+://\S+|www\.\S+|\S[^\s@]*+@\S[^\s.]*+\.\S++", re.IGNORECASE)
_BULLET = re.compile(r"[-*•‣▪◦·+–—#>|]\s")
_NUMBER = re.compile(r"\d{1,3}[.)]\s")
_SEPARATORS = re.compile(r"[\W_]+")


def looks_like_title(text: str) -> bool:
    """Whether a first line may be the headline: short, with a letter, not ended by a full stop."""
    return (
        len(text) <= _TITLE_LENGTH
        and len(text.split()) <= _TITLE_WORDS
        and _LETTER.search(text) is not None
        and not _FULL_STOP.search(text)
        and not _UNFINISHED.search(text)
        and not _is_something_else(text)
    )


def looks_like_heading(text: str) -> bool:
    """Whether a line between paragraphs may be a sub-heading: short, with no final punctuation."""
    first = text[_OPENER.match(text).end() :][:1]  # type: ignore[union-attr] # matches anything
    return (
        len(text) <= _HEADING_LENGTH
        and len(text.split()) <= _HEADING_WORDS
        and _LETTER.search(text) is not None
        and not first.islower()
        and first.isalnum()
        and not _ENDED.search(text)
        and not _UNFINISHED.search(text)
        and not _NUMBER.match(text)
        and not _is_something_else(text)
    )


def title_lines(lines: tuple[Line, ...]) -> int:
    """How many lines at the top of a passage are a headline of their own: none, one or two.

    ``lines`` is a whole passage. A headline that was wrapped takes two lines, of which the first
    is long; a byline or standfirst below a headline is none.
    """
    if len(lines) == 1 and looks_like_title(lines[0].text):
        return 1
    if (
        len(lines) == 2  # noqa: PLR2004 - a headline and what it was wrapped into
        and len(lines[0].text) >= _WRAPPED
        and not is_byline(lines[1].text)
        and looks_like_title(f"{lines[0].text} {lines[1].text}")
    ):
        return 2
    return 0


def is_byline(text: str) -> bool:
    """Whether a line names who wrote the text."""
    return _BYLINE.fullmatch(text) is not None


def title_from_file_name(name: str) -> str:
    """Words of a file's name as a stand-in for a headline: ``new-bridge.txt`` → “New bridge”."""
    stem = PurePosixPath(PureWindowsPath(name).name).stem
    words = _SEPARATORS.sub(" ", stem).strip()
    return words[:1].upper() + words[1:] if _LETTER.search(words) else f"Untitled {words}".strip()


def _is_something_else(text: str) -> bool:
    return bool(
        _CREDIT_LABEL.match(text)
        or is_byline(text)
        or _ADDRESS.fullmatch(text)
        or _BULLET.match(text)
    )
