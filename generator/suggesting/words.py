"""A passage as words: which are written with a capital, where sentences begin."""

from __future__ import annotations

import re

from generator.diagnostics import Span

from .passage import Passage

_CAPITALS = "".join(chr(point) for point in range(0x250) if chr(point).isupper())
# Direction marks stand between words of pasted text and are no part of them.
_INVISIBLE = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " ")
_ABBREVIATED = (
    "Adm|Brig|Capt|Cmdr|Co|Col|Corp|Cpl|Dr|Gen|Gov|Hon|Inc|Jr|Lt|Ltd|Maj|Messrs|Mr|Mrs|Ms|Pfc|Pres"
    "|Prof|Pvt|Rep|Rev|Sec|Sen|Sgt|Sr|St|Supt|gen|lt|col|maj|gov|sen|rep"
)
_TOKEN = re.compile(
    rf"(?P<short>(?:{_ABBREVIATED})\.|(?:[{_CAPITALS}]\.){{2,}}|[{_CAPITALS}]\.(?=\s+[{_CAPITALS}]))"
    r"|(?P<word>[^\W_]+(?:-[^\W_]+|[’'](?!s\b)[^\W_]+|_+[^\W_]+)*+)"
    r"|(?P<own>[’']s?\b)|[^\w\s]|_"
)
_OPENING = "\"'“‘«‹„([—–-\ufffc "

WORD = "w"
POSSESSIVE = "'"
SIGN = "."
_KINDS = {"short": WORD, "word": WORD, "own": POSSESSIVE, None: SIGN}


class Words:
    """The words and signs of a passage; ``""`` and no capital beyond the last.

    ``words`` are as written, without the stop of an abbreviation; ``lower`` the same in lower case.
    ``starts`` and ``ends`` are offsets into the passage's text. ``capital`` tells words that begin
    with a Latin capital, ``first`` those that begin a sentence.
    """

    __slots__ = (
        "capital",
        "count",
        "ends",
        "first",
        "kinds",
        "lower",
        "passage",
        "starts",
        "words",
    )

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        text = passage.text.translate(_INVISIBLE)
        matches = list(_TOKEN.finditer(text))
        # The longest pass over a text: a list is made at once, not word by word.
        self.words = [_unabbreviated(match) for match in matches] + [""] * _AHEAD
        self.lower = [word.lower() for word in self.words]
        self.starts = [match.start() for match in matches] + [len(text)] * _AHEAD
        self.ends = [match.end() for match in matches] + [len(text)] * _AHEAD
        self.kinds = [_KINDS[match.lastgroup] for match in matches] + [""] * _AHEAD
        self.capital = [
            word[:1] in _CAPITAL_SET or _PARTICLED.match(word) is not None for word in self.words
        ]
        self.count = len(matches)
        self.first = _firsts(self, passage)

    def text(self, first: int, after: int) -> str:
        """The words from ``first`` up to ``after`` as one line of text."""
        raw = self.passage.text[self.starts[first] : self.ends[after - 1]]
        return " ".join(raw.translate(_INVISIBLE).split())

    def span(self, first: int, after: int) -> Span:
        """Where the words from ``first`` up to ``after`` stand in the file."""
        base = self.passage.span.start
        return Span(base + self.starts[first], base + self.ends[after - 1])


_AHEAD = 40
_CAPITAL_SET = frozenset(_CAPITALS)
_PARTICLED = re.compile(rf"(?:al|el|as|ad|an|ar|ash|at|az|ul|ud|d|l|o)[-’'][{_CAPITALS}]")


def _unabbreviated(match: re.Match[str]) -> str:
    """A word without the stop of its abbreviation: "Gen." but "J." and "U.S."."""
    word = match[0]
    if match.lastgroup == "short" and word.count(".") == 1 and len(word) > len("J."):
        return word[:-1]
    return word


def _firsts(words: Words, passage: Passage) -> frozenset[int]:
    """The first word of each sentence."""
    starts = [span.start for span in passage.sentences]
    found = set()
    at = 0
    for index in range(words.count):
        if at < len(starts) and words.starts[index] >= starts[at]:
            if words.kinds[index] == WORD:
                found.add(index)
                while at < len(starts) and words.starts[index] >= starts[at]:
                    at += 1
        elif index and words.words[index - 1] in _OPENING and words.kinds[index - 1] == SIGN:
            # What a quotation begins with is written with a capital whatever it is.
            found.add(index)
    return frozenset(found)
