"""A text as the grammar sees it: words, numbers, signs of money, marks, codes to leave alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .language import Entry, Language
    from .lexicon import Lexicon

WORD: Final = "word"
NUMBER: Final = "number"
MONEY: Final = "money"
CODE: Final = "code"
MARK: Final = "mark"
BREAK: Final = "break"
END: Final = "end"

HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = frozenset("-‐‑–—")

_PADDING: Final = 6
_NO_KINDS: Final = [END] * _PADDING
_NO_WORDS: Final = [""] * _PADDING
_NO_ENTRIES: Final[list[Entry | None]] = [None] * _PADDING
_LETTER: Final = "[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]"


class Tokens:
    """Tokens in parallel lists, indexed by position.

    ``words`` holds each token in the folded form that tables have, ``entries`` its row among the
    number words. Behind the last token stand a few empty ones, so that looking a little ahead, or
    from the first token back (index -1), needs no check of bounds.
    """

    __slots__ = ("count", "ends", "entries", "kinds", "lexicon", "starts", "text", "words")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        matches = list(lexicon.tokens.finditer(text))
        kinds = [match.lastgroup or MARK for match in matches]
        words = list(map(lexicon.fold, [match[0] for match in matches]))
        entries = list(map(lexicon.entry, words))
        # The padding stands apart from the last token: nothing is attached to it.
        beyond = len(text) + 1
        self.count = len(kinds)
        self.kinds = kinds + _NO_KINDS
        self.words = words + _NO_WORDS
        self.entries: list[Entry | None] = entries + _NO_ENTRIES
        self.starts = [match.start() for match in matches] + [beyond] * _PADDING
        self.ends = [match.end() for match in matches] + [beyond] * _PADDING

    def raw(self, index: int) -> str:
        """A token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def attached(self, index: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def tied(self, index: int) -> bool:
        """Whether a token is a hyphen between two tokens, without spaces."""
        return (
            self.words[index] in HYPHENS
            and self.attached(index)
            and self.starts[index + 1] == self.ends[index]
        )

    def past_hyphen(self, index: int) -> int:
        """The index behind a hyphen that ties, or the same where there is none."""
        return index + 1 if self.tied(index) else index

    def capital(self, index: int) -> bool:
        """Whether a token starts with a capital letter."""
        return self.kinds[index] == WORD and self.text[self.starts[index]].isupper()


def pattern(language: Language, signs: str, codes: str) -> re.Pattern[str]:
    """The expression that divides a text; every alternative runs through its match only once.

    ``signs`` holds the signs of money, ``codes`` an expression for a code of money before digits.
    What has no group is a mark. Words come first, being most of any text.
    """
    # Dotted digits are a version or a date, unless the language groups thousands so.
    thousands = r"(?!\d{1,3}(?:\.\d{3}){1,8}(?![.\d]))" if "." in language.grouping else ""
    extra = f"|{language.codes}" if language.codes else ""
    return re.compile(
        rf"""
        (?=[^\ \t\xa0])(?:
        (?P<word>
            (?![hw](?:ttps?://|ww\.))
            (?>{language.word})
            (?!
                [-‐‑.][0-9](?<={_LETTER}..)
                |[0-9](?<={_LETTER}.)
            )
        )
        |[,;"“”]
        |(?P<code>
            (?:https?://|www\.)\S*+
            |(?!{codes}){_LETTER}++(?:[-‐‑.]?[0-9]\w*+)++
            |\d++(?:[:/]\d++)++
            |\d++(?:-\d++){{2,}}+
            |\(\d{{3}}\)\ ?\d{{3}}-\d{{4}}
            |\+\d{{1,3}}[\ (-]\d[\d\ ()-]{{5,20}}
            |\d{{3}}[\ -]\d{{3}}[\ -]\d{{4}}(?!\d)
            |{thousands}\d++(?:\.\d++){{2,}}+
            {extra}
        )
        |(?P<number>{_number(language.grouping, language.decimals)})
        |(?P<money>[{signs}]|{codes})
        |(?P<break>\r?\n[^\S\n]*+\n\s*+)
        |\S
        )
        """,
        re.VERBOSE,
    )


def _number(grouping: str, decimals: str) -> str:
    """Digits with thousands separated in one way, and decimals; or plain digits and decimals.

    The repetitions are bounded: a failed attempt costs no more than a fixed number of steps.
    """
    point = f"[{re.escape(decimals)}]"
    space = r"[\ \u00a0\u2009\u202f]"
    rest = rf"(?:{point}\d++)?"
    forms = [rf"\d{{1,3}}(?:{mark}\d{{3}}){{1,8}}(?!\d){rest}" for mark in ("['’]", "٬")]
    forms.append(rf"\d{{1,3}}(?:{space}\d{{3}}){{1,8}}(?!{space}?\d){rest}")
    for mark in grouping:
        escaped = re.escape(mark)
        forms.insert(0, rf"\d{{1,3}}(?:{escaped}\d{{3}}){{1,8}}(?!{escaped}?\d){rest}")
        if mark == ",":
            forms.append(rf"\d{{1,2}}(?:,\d{{2}}){{1,6}},\d{{3}}(?!,?\d){rest}")
    forms.append(rf"\d++(?:{point}\d++)?(?!\.\d)")
    return "|".join(forms)
