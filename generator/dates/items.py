"""A text as the grammar of dates sees it: numbers, names, words of time, and everything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .language import Kind

if TYPE_CHECKING:
    from .language import Period
    from .lexicon import Lexicon

DASHES: Final = frozenset("-–—‐‑")
_PADDING: Final = 10
_LONGEST_NUMBER: Final = 4
_CENTURY: Final = 100
_MONTHS: Final = 12
_ROMAN: Final = {"X": 10, "V": 5, "I": 1}
_WORDS: Final = ("word", "mark")

TOKEN: Final = re.compile(
    r"""
    (?=[^\ \t\xa0])(?:
    (?P<roman>[XVI]{1,5}(?:(?:e|ème|er)(?=\ si[eè]cle)|(?=\ век)|(?<=siglo\ .)|(?<=siglo\ ..)
        |(?<=siglo\ ...)|(?<=siglo\ ....)|(?<=siglo\ .....))(?!\w))
    |(?P<word>
        [\u0620-\u065F\u066E-\u06D3\u06D5-\u06EF\u06FA-\u06FF]++(?:\u200c[\u0620-\u06EF]++)*+
        |[^\W\d_]++(?![0-9])
    )
    |(?P<decade>
        (?:1[5-9]|20)[0-9]0(?:['’]?s|er|-(?:х|е|ые|ых)|['’]l[ae]r\w*)(?!\w)|['’][0-9]0s(?!\w)
        |[0-9]0er(?=[ -]Jahre)
    )
    |(?P<years>(?<![\w.,:/-])(?:1[5-9]|20)[0-9]{2}[-–/][0-9]{2}(?![\w/]|[-–.,:][0-9]))
    |(?P<iso>
        (?<![\w.,:/-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?
        (?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)?(?![\w/]|[-.,:][0-9])
    )
    |(?P<numeric>(?<![\w.,:/-])[0-9]{1,2}(?:\.[0-9]{1,2}\.|/[0-9]{1,2}/)[0-9]{4}(?![\w/]|[-.,:][0-9]))
    |(?P<quarter>[QT][1-4](?!\w))
    |(?P<number>\d++(?![.,:/'’]\d))
    |(?P<other>
        \d++(?:[.,:/'’]\d++)++
        |[^\W\d_]++[0-9]\w*+
    )
    |(?P<break>\r?\n[^\S\n]*+\n\s*+)
    |(?P<mark>\S)
    )
    """,
    re.VERBOSE,
)


class Items:
    """Items in parallel lists; empty ones stand behind the last, so that looking ahead is safe."""

    __slots__ = ("count", "ends", "kinds", "starts", "text", "values", "words")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.kinds: list[Kind] = []
        self.values: list[int | str | Period] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        matches = list(TOKEN.finditer(text))
        words = list(map(lexicon.fold, [match[0] for match in matches]))
        index, count = 0, len(matches)
        known = lexicon.known
        while index < count:
            match = matches[index]
            length = 1
            kind: Kind
            value: int | str | Period
            if match.lastgroup not in _WORDS:
                kind, value = _figure(match.lastgroup or "", match[0], lexicon)
            elif words[index] in known:
                kind, value, length = lexicon.find(words, index, match[0])
            elif match.lastgroup == "mark":
                kind, value = Kind.MARK, words[index]
            else:
                kind, value = Kind.OTHER, 0
            self.kinds.append(kind)
            self.values.append(value)
            self.starts.append(match.start())
            self.ends.append(matches[index + length - 1].end())
            self.words.append(words[index])
            index += length
        self.count = len(self.kinds)
        beyond = len(text) + 1
        self.kinds += [Kind.END] * _PADDING
        self.values += [0] * _PADDING
        self.words += [""] * _PADDING
        self.starts += [beyond] * _PADDING
        self.ends += [beyond] * _PADDING

    def number(self, index: int) -> int:
        """The number that an item stands for; 0 where it stands for none."""
        value = self.values[index]
        return value if isinstance(value, int) else 0

    def mark(self, index: int, marks: str) -> bool:
        """Whether an item is one of these marks."""
        return self.kinds[index] is Kind.MARK and self.words[index] in marks

    def dash(self, index: int) -> bool:
        """Whether an item is a hyphen or a dash."""
        return self.kinds[index] is Kind.MARK and self.words[index] in DASHES

    def attached(self, index: int) -> bool:
        """Whether no space stands between an item and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def digits(self, index: int) -> int:
        """How many digits a number has."""
        return self.ends[index] - self.starts[index]


def _figure(group: str, written: str, lexicon: Lexicon) -> tuple[Kind, int | str | Period]:
    """An item that has digits, or none that the grammar knows."""
    if group == "number" and len(written) <= _LONGEST_NUMBER:
        return Kind.NUMBER, int(written)
    if group == "numeric":
        return _numeric(written, lexicon.language.numeric_order)
    if group == "quarter" and written[0] == "Q":
        return Kind.QUARTER, int(written[1])
    read = _READERS.get(group)
    return read(written) if read else (Kind.OTHER, 0)


def _written(written: str) -> tuple[Kind, int | str | Period]:
    return Kind.WRITTEN, written


def _break(_: str) -> tuple[Kind, int | str | Period]:
    return Kind.MARK, "\n"


def _decade(written: str) -> tuple[Kind, int | str | Period]:
    """The EDTF of "1990s" or "'90s"; without a century, 00s to 20s are of this one."""
    digits = "".join(filter(str.isdigit, written))
    century = "" if len(digits) == _LONGEST_NUMBER else "19" if digits[0] > "2" else "20"
    return Kind.DECADE, f"{century}{digits[:-1]}X"


def _years(written: str) -> tuple[Kind, int | str | Period]:
    """Years joined, "2007-08", or with a hyphen a month where its number is not the next year's."""
    year, last = int(written[:4]), int(written[5:])
    second = year - year % _CENTURY + last
    second += _CENTURY if last == 0 and year % _CENTURY == _CENTURY - 1 else 0
    month = written[4] == "-" and 1 <= last <= _MONTHS
    if second == year + 1 or (second > year and not month):
        return Kind.WRITTEN, f"{year}/{second}"
    return (Kind.WRITTEN, written) if month else (Kind.OTHER, 0)


def _roman(written: str) -> tuple[Kind, int | str | Period]:
    """A Roman number up to the thirties, as that of a century, with the ending it may have."""
    values = [_ROMAN[letter] for letter in written if letter in _ROMAN]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return Kind.ORDINAL, sum(value if value >= after else -value for value, after in pairs)


def _numeric(written: str, order: str) -> tuple[Kind, int | str | Period]:
    """A date in digits, where the language or the numbers themselves say which is the day."""
    first, second, year = re.split(r"[./]", written)
    if "." in written:
        order = order or "dm"
    if order == "md" or (not order and int(second) > 12):  # noqa: PLR2004 - months of a year
        first, second = second, first
    elif not order and int(first) <= 12:  # noqa: PLR2004
        return Kind.OTHER, 0
    return Kind.WRITTEN, f"{year}-{second.zfill(2)}-{first.zfill(2)}"


_READERS: Final = {
    "iso": _written,
    "years": _years,
    "roman": _roman,
    "decade": _decade,
    "break": _break,
}


def fold_apostrophes(word: str) -> str:
    """Lower case with one form of apostrophe: how words of most languages are looked up."""
    return "'" if word == "’" else word.lower()
