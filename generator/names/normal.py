"""The forms in which names and titles are compared.

Rule for names (:func:`normal_name`): Unicode NFKC and case folding (Unicode 15, sections 3.13 and
UAX 15); typographic apostrophes, quotation marks and hyphens (en dash and minus too; the em dash
is punctuation and stays) become their ASCII forms; soft hyphens, joiners and direction marks go;
white space is run together. Arabic script, after Lucene's ArabicNormalizer: tatweel and vowel
signs go, alef with hamza, madda or wasla becomes alef; the Persian forms of kaf and yeh become the
Arabic ones. Unlike there, teh marbuta and alef maqsura stay: to confuse them confuses names with
common words.
"""

from __future__ import annotations

import unicodedata

_APOSTROPHES = "`´‘’‚‛ʹʻʼʽˈ′＇"
_QUOTES = "“”„‟«»″＂"
_HYPHENS = "‐‑‒–−⁃﹣－־"
_REMOVED = (
    *range(0x0610, 0x061B),  # Arabic honorifics and small high signs
    0x0640,  # tatweel
    *range(0x064B, 0x0660),  # Arabic vowel signs
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    0x06E7,
    0x06E8,
    *range(0x06EA, 0x06EE),
    0x00AD,
    0x061C,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    0xFEFF,
)
_VARIANTS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _QUOTES), '"'),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, "آأإٱ"), "ا"),
    ord("ک"): "ك",
    ord("ی"): "ي",
    **dict.fromkeys(_REMOVED, None),
}


class _Kept(dict[int, str]):
    """A table for ``str.translate``: what counts in a title stays, the rest becomes ``other``."""

    def __init__(self, other: str, *, symbols: bool) -> None:
        super().__init__()
        self.other = other
        self.symbols = symbols

    def __missing__(self, point: int) -> str:
        char = chr(point)
        category = unicodedata.category(char)
        keep = category[0] in "LMN" or (self.symbols and category in {"Sc", "Sm", "So"})
        self[point] = kept = char if keep else self.other
        return kept


_SQUEEZED = _Kept("", symbols=True)
_WORDS = _Kept(" ", symbols=True)


def normal_name(text: str) -> str:
    """The form in which two spellings of one name are equal. Applying it twice changes nothing."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    folded = unicodedata.normalize("NFKC", text.translate(_VARIANTS)).casefold()
    plain = unicodedata.normalize("NFKC", folded).translate(_VARIANTS)
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def normal_title(text: str) -> str:
    """The form in which two printings of one title are equal: letters, digits and symbols alone.

    Case, punctuation, quotation marks, dashes and white space do not count. A title without any
    letter, digit or symbol gives the empty string.
    """
    return normal_name(text).translate(_SQUEEZED)


def title_words(text: str) -> str:
    """A title's words without punctuation, with one space between them: for near matches."""
    return " ".join(normal_name(text).translate(_WORDS).split())
