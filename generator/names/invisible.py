"""Characters that cannot be seen, and where a script or an emoji needs them.

Needed are: joiners within words of scripts that have joined or conjunct letters (RFC 5892, appendix
A, by script); spaces without width in scripts that set none between words; joiners, selectors and
tags of emoji (UTS #51); marks of right-to-left direction where there are letters of it, the other
one anywhere; and variation selectors behind what has variants.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .appearance import script_of

_SPACE: Final = "\u200b"
_ZWNJ, _ZWJ = "\u200c", "\u200d"
_SOFT: Final = "\u00ad"
_MARKS: Final = "\u061c\u200f"
_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f"
_TAGS: Final = "\U000e0000-\U000e007f"

# Default_Ignorable_Code_Point of Unicode 15, but for direction controls, which have a rule of
# their own, and the grapheme joiner, which orders Hebrew and German marks.
INVISIBLE: Final = re.compile(
    f"[{_SOFT}\u115f\u1160\u17b4\u17b5{_MARKS}\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    f"\u3164\ufeff\uffa0\ufff0-\ufff8{_SELECTORS}{_TAGS}]"
)
_SELECTOR: Final = re.compile(f"[{_SELECTORS}]")
_TAG: Final = re.compile(f"[{_TAGS}]")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_JOINING: Final = frozenset(
    {
        "ADLAM",
        "ARABIC",
        "BALINESE",
        "BENGALI",
        "DEVANAGARI",
        "GUJARATI",
        "GURMUKHI",
        "JAVANESE",
        "KANNADA",
        "KHMER",
        "LAO",
        "MALAYALAM",
        "MANDAIC",
        "MONGOLIAN",
        "MYANMAR",
        "NKO",
        "ORIYA",
        "PHAGS",
        "SINHALA",
        "SYRIAC",
        "TAMIL",
        "TELUGU",
        "THAI",
        "TIBETAN",
    }
)
_UNSPACED: Final = frozenset(("JAVANESE", "KHMER", "LAO", "MYANMAR", "THAI", "TIBETAN"))
_FLAG: Final = "\U0001f3f4"
_NEAR: Final = 8


def needless(text: str) -> tuple[int, ...]:
    """The places in ``text`` of characters that cannot be seen and that nothing there needs."""
    if text.isascii():
        return ()
    turned = _RIGHT_TO_LEFT.search(text) is not None
    places = (found.start() for found in INVISIBLE.finditer(text))
    return tuple(at for at in places if not (turned if text[at] in _MARKS else _needed(text, at)))


def _needed(text: str, at: int) -> bool:
    char = text[at]
    before, behind = _letter(text, at, -1), _letter(text, at, 1)
    if _TAG.match(char):
        return _in_flag(text, at)
    if char in {_ZWNJ, _ZWJ}:
        if script_of(before) in _JOINING or script_of(behind) in _JOINING:
            return True
        return char == _ZWJ and _is_emoji(before) and _is_emoji(behind)
    if char == _SPACE:
        return script_of(before) in _UNSPACED or script_of(behind) in _UNSPACED
    if _SELECTOR.match(char):
        return bool(before) and _has_variants(text[at - 1 : at], char)
    return False


def _letter(text: str, at: int, step: int) -> str:
    """The nearest character in a direction that can be seen and is no mark; ``""`` for none."""
    for _ in range(_NEAR):
        at += step
        if not 0 <= at < len(text):
            return ""
        if not INVISIBLE.match(text[at]) and unicodedata.category(text[at]) not in {"Mn", "Sk"}:
            return text[at]
    return ""


def _is_emoji(char: str) -> bool:
    return bool(char) and unicodedata.category(char) == "So"


def _has_variants(char: str, selector: str) -> bool:
    if selector in "\ufe0e\ufe0f":  # text or emoji; digits are keycaps
        return unicodedata.category(char) in {"So", "Sm", "Po", "Pd", "Nd", "Sk"} or char in "‼⁉〰"
    return unicodedata.category(char) in {"Lo", "Sm", "So"}


def _in_flag(text: str, at: int) -> bool:
    """Whether a tag is part of the flag of a region, such as Scotland's."""
    start = at
    while start > 0 and _TAG.match(text[start]) and at - start < _NEAR:
        start -= 1
    return text[start] == _FLAG
