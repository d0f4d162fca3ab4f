"""What names look like: letters of several scripts in one word, and names that look the same.

After UTS #39 (Unicode Security Mechanisms): two names are confusable where their skeletons are
equal (section 4); a word is suspect where it mixes scripts (section 5). A word that does so openly,
as "VIPы" does, deceives nobody, so only letters that another script of the word has too, by their
looks, count. Nothing of this takes part in finding names: what looks alike is never taken for one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+")
# Most words are of one of these, and told at once.
_OF_ONE_SCRIPT = re.compile(
    "[0-9A-Za-z\u00c0-\u024f]+|[0-9\u0400-\u04ff]+|[0-9\u05d0-\u05ea]+|[0-9\u0620-\u06d3]+"
)
_EAST_ASIAN: Final = "CJK"
_JOINED: Final = frozenset({"BOPOMOFO", "CJK", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA"})
"""Scripts that are written together (UTS #39, section 5.1)."""
_NO_SCRIPT: Final = frozenset({"COMBINING", "FEMININE", "MASCULINE", "MICRO", "MODIFIER"})
_SYMBOL = re.compile(r"[A-Z0-9]+[α-ω]")  # TNFα


@dataclass(frozen=True, slots=True)
class Mixture:
    """Letters of one script in a word of another, and the word as it looks."""

    word: str
    letters: str
    script: str
    among: str


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter by its Unicode name, as in ``CYRILLIC``; ``""`` for what has none."""
    if not letter.isalpha():
        return ""
    first = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    if first in _JOINED:
        return _EAST_ASIAN
    return "" if first in _NO_SCRIPT else first


def skeleton(text: str) -> str:
    """What ``text`` looks like: equal for two texts that can be taken for each other.

    ``internalSkeleton`` of UTS #39, section 4, with NFKD; letters of one script are told apart.
    """
    return unicodedata.normalize("NFKD", text).translate(_tables()[0])


def mixture(text: str) -> Mixture | None:
    """The first word of ``text`` in which letters pass for those of another script."""
    if text.isascii():
        return None
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        found = None if _OF_ONE_SCRIPT.fullmatch(word) else _mixed(word)
        if found is not None:
            return found
    return None


def scripts_in(text: str) -> frozenset[str]:
    """The scripts of the letters in ``text``."""
    return frozenset(map(script_of, text)) - {""}


def _mixed(word: str) -> Mixture | None:
    letters: dict[str, list[str]] = {}
    for letter in word:
        script = script_of(letter)
        if script:
            letters.setdefault(script, []).append(letter)
    if len(letters) == 1 or _SYMBOL.fullmatch(word):
        return None
    fewest = min(map(len, letters.values()), default=0)
    for script, few in sorted(letters.items()):
        if len(few) > max(fewest, len(word) // 2):
            continue
        for other in sorted(letters.keys() - {script}):
            if len(few) <= len(letters[other]) and all(_passes(item, other) for item in few):
                return Mixture(word, "".join(dict.fromkeys(few)), script, other)
    return None


def _passes(letter: str, script: str) -> bool:
    """Whether some letter of ``script`` looks like ``letter``."""
    shapes, scripts = _tables()
    base = unicodedata.normalize("NFD", letter)[0]
    shape = shapes.get(ord(base), base)
    # Of Latin letters those count that readers know: "к" is like "ĸ", which none of them reads.
    return script in scripts.get(shape, ()) and (script != "LATIN" or shape.isascii())


@cache
def _tables() -> tuple[Mapping[int, str], Mapping[str, frozenset[str]]]:
    """Letters with what they look like, and looks with the scripts that have them."""
    text = Path(__file__).with_name("confusables.txt").read_text(encoding="utf-8")
    shapes = {}
    scripts = {}
    for line in text.splitlines()[1:]:
        shape, _, letters = line.partition("\t")
        shapes.update(dict.fromkeys(map(ord, letters), shape))
        own = {script_of(shape)} if len(shape) == 1 else set()
        scripts[shape] = frozenset({*map(script_of, letters), *own}) - {""}
    return shapes, scripts
