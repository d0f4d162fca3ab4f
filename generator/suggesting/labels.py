"""Short plain labels for figures and events, of words that stand beside them in the sentence.

The clause around the number or date ends at punctuation, at another number and at a word that opens
a clause of its own. What is longer than a label may be loses its last words; articles, prepositions
and auxiliaries at its edges go.
"""

from __future__ import annotations

import re
from typing import Final

from .speech import SpeechWords

FIGURE: Final = 60
EVENT: Final = 72
"""Characters that a label may have."""
_EDGE: Final = re.compile(r"[.!?;:()\[\]\"“”„«»…|،؛]|,(?!\d)|[\s]+[-–—]+\s|—")
_WORD: Final = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")
_LETTER: Final = re.compile(r"[^\W\d_]")
_DOTTED: Final = re.compile(r"\w\.(?:\w|\s+[^\W\d_A-ZА-ЯÀ-Þ])")
_POSSESSIVE: Final = re.compile(r"['’]s?(?!\w)")
_REACH: Final = 160
_BEFORE: Final = 8
_ENOUGH: Final = 3


def clause(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """The edges of the clause around ``text[start:end]`` within ``text[low:high]``."""
    low, high = max(low, start - _REACH), min(high, end + _REACH)
    for match in _EDGE.finditer(text, low, start):
        if not _abbreviated(text, match):
            low = match.end()
    for match in _EDGE.finditer(text, end, high):
        if not _abbreviated(text, match):
            return low, match.start()
    return low, high


def _abbreviated(text: str, edge: re.Match[str]) -> bool:
    """Whether a full stop ends an initial or an abbreviation: "U.S. troops"."""
    at = edge.start()
    return text[at] == "." and bool(_DOTTED.match(text, at - 1)) and at > 0


def figure_label(
    text: str, bounds: tuple[int, int], place: tuple[int, int], noun: str, words: SpeechWords
) -> str:
    """What a number at ``place`` counts; ``bounds`` are those of its clause.

    ``noun`` is the counted noun, which stands at the end of the place. Where nothing follows it,
    what stands before the number tells more.
    """
    behind = _told_behind(text[place[1] : bounds[1]].split(), words, noun=bool(noun))
    nouns = noun.split()
    label = _fitting([*nouns, *behind], words, FIGURE)
    if behind and word_count(label) > 1:
        return _capital(label)
    before = _since_break(text[bounds[0] : place[0]].split(), words)
    if not nouns:
        before = _stripped_behind(before, words)
    longer = _fitting([*before[-_BEFORE:], *nouns], words, FIGURE, keep_end=True)
    return _capital(longer if word_count(longer) > 1 or not label else label)


def _told_behind(parts: list[str], words: SpeechWords, *, noun: bool) -> list[str]:
    """The words behind a number that say what it counts."""
    if not parts or _plain(parts[0]) in words.joins:
        return []
    if noun and _plain(parts[0]) in words.singular:
        return []  # "3,000 refugees was rejected": the verb is of something else
    skipped = words.be if noun else words.edges | words.breaks
    while parts and _plain(parts[0]) in skipped:
        parts = parts[1:]  # "civilians were killed"
    return _stripped_behind(_until_break(parts, words), words)


def event_label(
    text: str, bounds: tuple[int, int], place: tuple[int, int], high: int, words: SpeechWords
) -> str:
    """What happened on a date at ``place``: its clause without the date.

    A date that opens its sentence takes the clause behind the comma, up to ``high``.
    """
    rest = text[place[1] : bounds[1]]
    possessive = _POSSESSIVE.match(rest)
    if possessive:
        return _capital(_fitting(rest[possessive.end() :].split(), words, EVENT))
    behind = _until_break(rest.split(), words)
    before = _since_break(text[bounds[0] : place[0]].split(), words)
    kept = _stripped_behind(_stripped_before(before, words), words)
    if not any(map(_LETTER.search, kept)):
        kept = []
    if not kept and not behind and text[place[1] : high].lstrip()[:1] == ",":
        at = text.index(",", place[1]) + 1
        _, stop = clause(text, at, high, at, at)
        return _capital(_fitting(text[at:stop].split(), words, EVENT))
    return _capital(_fitting([*kept, *behind], words, EVENT))


def wider_label(text: str, low: int, high: int, place: tuple[int, int], words: SpeechWords) -> str:
    """The whole sentence around a date, as much as a label holds: the words before it count first.

    ``low`` and ``high`` are the edges of the sentence.
    """
    before = longer_label(text, low, place[0], "", words)
    if word_count(before) >= _ENOUGH:
        return before
    behind = text[place[1] : min(high, place[1] + _REACH)].lstrip(" ,").split()
    return _capital(_fitting([before.strip(","), *behind], words, EVENT))


def longer_label(text: str, low: int, start: int, noun: str, words: SpeechWords) -> str:
    """The words before ``start``, commas and all, back to ``low``: where a clause says too little.

    ``noun`` is added behind them.
    """
    before = text[max(low, start - _REACH) : start].split()
    if start - _REACH > low:
        before = before[1:]
    if not noun:
        before = _stripped_behind(before, words)
    return _capital(_fitting([*before, *noun.split()], words, FIGURE, keep_end=True))


def word_count(label: str) -> int:
    """How many words a label has."""
    return len(label.split())


def _until_break(parts: list[str], words: SpeechWords) -> list[str]:
    for index, part in enumerate(parts):
        if _plain(part) in words.breaks:
            return parts[:index]
    return parts


def _since_break(parts: list[str], words: SpeechWords) -> list[str]:
    for index in range(len(parts) - 1, -1, -1):
        if _plain(parts[index]) in words.breaks:
            return parts[index + 1 :]
    return parts


def _fitting(parts: list[str], words: SpeechWords, longest: int, *, keep_end: bool = False) -> str:
    """As many of the words as a label holds: its last ones count where ``keep_end``."""
    while parts and not _LETTER.search(parts[0]):
        parts = parts[1:]
    size = sum(map(len, parts)) + len(parts) - 1
    while parts and size > longest:
        size -= len(parts[0 if keep_end else -1]) + 1
        parts = parts[1:] if keep_end else parts[:-1]
    parts = _stripped_before(parts, words)
    return " ".join(_stripped_behind(parts, words)).strip(" ,'’.-\u200e\u200f")


def _stripped_before(parts: list[str], words: SpeechWords) -> list[str]:
    index = 0
    while index < len(parts) and _is_edge(parts[index], words):
        index += 1
    return parts[index:]


def _stripped_behind(parts: list[str], words: SpeechWords) -> list[str]:
    index = len(parts)
    while index and _is_edge(parts[index - 1], words) and not parts[index - 1][0].isupper():
        index -= 1
    return parts[:index]


def _is_edge(part: str, words: SpeechWords) -> bool:
    plain = _plain(part)
    return not plain or plain in words.edges


def _plain(part: str) -> str:
    found = _WORD.search(part)
    return found[0].lower() if found else ""


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
