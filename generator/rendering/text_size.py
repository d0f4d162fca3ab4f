"""How much room text takes in a picture, without a font at hand: estimates on the wide side.

Widths are those of Inter and Noto Naskh Arabic by class of character, so that what does not
overlap by estimate does not overlap on the page either.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

LINE: Final = 1.3
"""The distance of two lines, in font sizes."""

_ASCENT: Final = 0.95
_DESCENT: Final = 0.3
_BOLD: Final = 1.07

_WIDTHS: Final = {
    character: width
    for width, characters in (
        (0.32, "ijlI.,:;'’‘!·"),
        (0.42, "ftr()[]/| \u00a0\u202f"),
        (0.66, "+-−=<>~*#$€£"),
        (0.98, "mwMW%@—…"),
    )
    for character in characters
}
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf", "Cc"})


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of ``text`` on one line, in the unit of ``size``."""
    return sum(map(_advance, text)) * size * (_BOLD if bold else 1)


def above(size: float) -> float:
    """How far text reaches above its baseline."""
    return _ASCENT * size


def below(size: float) -> float:
    """How far text reaches below its baseline."""
    return _DESCENT * size


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """``text``, cut and marked with “…” where it is wider than ``room``."""
    if text_width(text, size, bold=bold) <= room:
        return text
    end = len(text)
    while end and text_width(text[:end].rstrip() + "…", size, bold=bold) > room:
        end -= 1
    return text[:end].rstrip(" ,;:–—-") + "…"


def on_two_lines(text: str, room: float, size: float) -> tuple[str, ...]:
    """``text`` on one line, or on two where it is wider than ``room``; cut if still too wide."""
    words = text.split(" ")
    if text_width(text, size) <= room or len(words) == 1:
        return (fitted(text, room, size),)
    end = len(words) - 1
    while end > 1 and text_width(" ".join(words[:end]), size) > room:
        end -= 1
    lines = " ".join(words[:end]), " ".join(words[end:])
    return tuple(fitted(line, room, size) for line in lines)


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    """The width of one character in font sizes."""
    width = _WIDTHS.get(character)
    if width is not None:
        return width
    if unicodedata.category(character) in _UNSEEN:
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.78 if character.isupper() else 0.66 if character.isdigit() else 0.63
