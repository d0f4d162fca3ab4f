"""Letters of the Arabic script as they join: each as the presentation form of its place.

Unicode's joining rules (The Unicode Standard, 9.2), with the forms that Unicode itself names in
Arabic Presentation Forms A and B. Letters that join and have no such forms cannot be written so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff]")
_LAM: Final = "\u0644"
_TATWEEL: Final = "\u0640"
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_BLOCKS: Final = (range(0xFB50, 0xFBB2), range(0xFBD3, 0xFC00), range(0xFE80, 0xFEFD))
# Letters without forms that join nothing, so they need none: high hamza, small ones aside.
_ALONE: Final = frozenset("\u0621\u0674\u06d5")
_ISOLATED, _FINAL, _INITIAL, _MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"


@cache
def _forms() -> dict[str, dict[str, str]]:
    """For each letter, or lam with alef, its character at each place in a word."""
    found: dict[str, dict[str, str]] = {}
    for block in _BLOCKS:
        for code in block:
            place, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
            if place not in {_ISOLATED, _FINAL, _INITIAL, _MEDIAL}:
                continue
            text = "".join(chr(int(letter, 16)) for letter in letters.split())
            if len(text) == 1 or (len(text) == len("لا") and text[0] == _LAM and text[1] in "اأإآ"):
                found.setdefault(text, {}).setdefault(place, chr(code))
    return found


def joined(text: str) -> str | None:
    """``text`` in presentation forms, vowel marks left out; ``None`` where a letter has none.

    The order of characters stays that of reading.
    """
    if not _ARABIC.search(text):
        return text
    letters = [char for char in text if unicodedata.category(char) != "Mn"]
    made: list[str] = []
    at, linked = 0, False  # whether the letter before reaches out to this one
    while at < len(letters):
        pair = "".join(letters[at : at + 2])
        letter = pair if pair in _forms() else letters[at]
        at += len(letter)
        onward = at < len(letters) and _takes(letters[at])
        if letter in {_TATWEEL, _JOINER, _NON_JOINER}:
            linked = letter != _NON_JOINER
            made.append(letter if letter == _TATWEEL else "")
            continue
        forms = _forms().get(letter)
        if forms is None:
            if _is_letter(letter) and letter not in _ALONE:
                return None
            made.append(letter)
            linked = False
            continue
        onward = onward and _INITIAL in forms
        linked = linked and _FINAL in forms
        place = (_MEDIAL if onward else _FINAL) if linked else _INITIAL if onward else _ISOLATED
        made.append(forms.get(place, letter))
        linked = onward
    return "".join(made)


def _takes(letter: str) -> bool:
    """Whether a letter joins one before it."""
    return letter in {_TATWEEL, _JOINER} or _FINAL in _forms().get(letter, {})


def _is_letter(char: str) -> bool:
    return bool(_ARABIC.match(char)) and unicodedata.category(char) == "Lo"
