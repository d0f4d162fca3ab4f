"""People with their titles, in English and German: names that no register knows.

A name is known as one by the title before it, by the role in apposition behind it, by its given
name, or by the verb of saying beside it. What stands alone with a capital is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from .given_names import GIVEN_NAMES
from .organisation_words import HEADS
from .titles import HONORIFICS, MODIFIERS, OF_WORDS, RANKS, TITLES
from .vocabulary import CALENDAR, FUNCTION_WORDS, SAID, is_demonym, words_of
from .words import POSSESSIVE, WORD, Words

_LONGEST_NAME = 4
_LONGEST_TITLE = 7
_LONGEST_ROLE = 14
_PARTICLES = words_of(
    "al el bin ibn bint abu de da del della der den di dos du la le ten ter van von zu"
)
# Given names of two syllables as Korean and Chinese ones are written: "Jong-un".
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_NO_NAME = words_of("""
    of house island islands street road river sea gulf mosque square palace bridge tower hall day
    cup award prize act law bill treaty agreement accord deal conference summit dialogue mountain
    lake valley bay ocean war revolution festival stadium theatre museum park cathedral
""")
"""Words that name things and days, not people."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name from word ``first`` up to ``after``, and the role in which it is introduced."""

    first: int
    after: int
    role: str
    confidence: float


def find_people(words: Words, groups: Mapping[int, int]) -> tuple[Person, ...]:
    """The people whom a passage introduces, in order; none overlaps another.

    ``groups`` leads from each word within an organisation's name to the name's first: a title may
    begin with one.
    """
    found: list[Person] = []
    index = 0
    while index < words.count:
        person = _titled(words, index, groups) or _untitled(words, index)
        if person is None or (found and person.first < found[-1].after):
            index += 1
            continue
        found.append(person)
        index = person.after
    return tuple(found)


def name_end(words: Words, first: int) -> int:
    """Where the name that begins at ``first`` ends; ``first`` where none does."""
    if not _may_be_name(words, first):
        return first
    at = first + 1
    tokens = 1
    while tokens < _LONGEST_NAME + _initials(words, first, at):
        following = at
        while following < at + 2 and words.lower[following] in _PARTICLES:
            following += 1
        if not _may_be_name(words, following) or words.ends[at - 1] == words.starts[at]:
            break
        at = following + 1
        tokens += 1
    if tokens > 1 and words.words[at - 1].rstrip(".") and _is_initial(words.words[at - 1]):
        at -= 1
    return at


def _initials(words: Words, first: int, after: int) -> int:
    return sum(1 for word in words.words[first:after] if _is_initial(word))


def _is_initial(word: str) -> bool:
    return len(word) == len("J.") and word.endswith(".")


def _may_be_name(words: Words, index: int) -> bool:
    if not words.capital[index]:
        return False
    lower = words.lower[index]
    if words.words[index].isupper() and not _is_initial(words.words[index]) and len(lower) < 6:  # noqa: PLR2004
        return False
    return not (
        (lower in CALENDAR and lower not in {"april", "may", "june", "jan", "august", "mar"})
        or lower in TITLES
        or lower in HEADS
        or lower in _NO_NAME
        or lower in FUNCTION_WORDS
        or (is_demonym(lower) and lower not in GIVEN_NAMES)
    )


# Titles before names


def _titled(words: Words, index: int, groups: Mapping[int, int]) -> Person | None:
    """A person whose title's last word is at ``index``."""
    lower = words.lower[index]
    if lower not in TITLES:
        return None
    start = _behind_title(words, index)
    after = name_end(words, start) if start is not None else 0
    if start is None or after == start or (words.lower[after] in HEADS and words.capital[after]):
        return None
    alone = after == start + 1
    capital = words.capital[index]
    if alone and not (capital and (lower in RANKS or lower in HONORIFICS)):
        return None
    comma = words.words[start - 1] == ","
    closed = words.words[after] == "," or words.lower[after] in SAID
    if comma and (alone or not capital or not closed):
        return None
    left = _title_start(words, index, groups)
    role = "" if lower in HONORIFICS and left == index else _role(words, left, index, start)
    confidence = 0.6 if alone else 0.92 if capital else 0.88
    return Person(start, after, role, confidence - (0.1 if comma else 0))


def _behind_title(words: Words, index: int) -> int | None:
    """Where the name behind the title may begin: past "of State", "of the … Council", a comma."""
    at = index + 1
    if words.lower[at] in {"of", "for"}:
        at += 1
        if words.lower[at] == "the":
            at += 1
        if words.lower[at] in OF_WORDS:
            while words.lower[at] in OF_WORDS:
                at += 1
        else:
            stop = min(at + _LONGEST_TITLE, words.count)
            heads = [
                place
                for place in range(at, stop)
                if words.lower[place] in HEADS
                and all(words.capital[between] for between in range(at, place + 1))
            ]
            if not heads:
                return None
            at = heads[-1] + 1
    while words.lower[at] in TITLES and words.capital[at]:
        return None
    if words.words[at] == "," and words.lower[at - 1] not in HONORIFICS:
        at += 1
    return at


def _title_start(words: Words, index: int, groups: Mapping[int, int]) -> int:
    """Where the title that ends at ``index`` begins: "Labour's Shadow Home Secretary"."""
    at = index
    while at > max(0, index - _LONGEST_TITLE):
        before = at - 1
        if before in groups:
            at = groups[before]
        elif _belongs(words, before) and (at not in words.first or words.kinds[before] != WORD):
            at = before
        else:
            break
    return at


def _belongs(words: Words, index: int) -> bool:
    """Whether the word at ``index`` is part of the title behind it."""
    kind, lower = words.kinds[index], words.lower[index]
    if kind != WORD:
        return kind == POSSESSIVE and index > 0 and words.capital[index - 1]
    if lower in MODIFIERS and index not in words.first:
        return True
    if lower in CALENDAR or lower in FUNCTION_WORDS:
        return False
    return words.capital[index] or lower in TITLES or lower in MODIFIERS


def _role(words: Words, left: int, index: int, start: int) -> str:
    after = start
    while after > index + 1 and words.words[after - 1] == ",":
        after -= 1
    return words.text(left, after)


# Names before their role, or with nothing but a verb


def _untitled(words: Words, index: int) -> Person | None:
    if not words.capital[index] or (index and words.capital[index - 1]):
        return None
    after = name_end(words, index)
    if after - index < 2 or words.capital[after]:  # noqa: PLR2004 - a given name and a surname
        return None
    given = plain(words.lower[index]) in GIVEN_NAMES
    age = _past_age(words, after)
    role = _apposition(words, age + 1) if words.words[age] == "," else ""
    if role:
        return Person(index, after, role, 0.9 if given else 0.8)
    confidence = _bare(words, index, after, given=given)
    return Person(index, after, "", confidence) if confidence else None


def _bare(words: Words, first: int, after: int, *, given: bool) -> float:
    """How sure it is that a name without any role is a person's; 0 where nothing says so."""
    before = words.lower[first - 1] if first else ""
    said = words.lower[after] in SAID or before in SAID
    if given:
        return 0.88 if said else 0.75
    two = after == first + 2
    if two and _SYLLABLES.fullmatch(words.words[first + 1]):
        return 0.85
    owned = first > 0 and words.kinds[first - 1] == POSSESSIVE
    return 0.5 if (two and owned) or (said and first not in words.first) else 0


def _past_age(words: Words, at: int) -> int:
    """The place behind an age in apposition: ", 45"."""
    enclosed = words.words[at] == "," and words.words[at + 2] == ","
    return at + 2 if enclosed and words.words[at + 1].isdigit() else at


def _apposition(words: Words, first: int) -> str:
    """The role that begins at ``first``: up to the next comma, stop or verb of saying."""
    at = first
    if words.lower[at] in _ARTICLES:
        at += 1
    start = at
    title = -1
    while at < first + _LONGEST_ROLE and words.kinds[at] in {WORD, POSSESSIVE}:
        lower = words.lower[at]
        if lower in SAID or lower in {"who", "which", "has", "was", "is", "had", "and"}:
            break
        if title < 0 and lower in TITLES:
            title = at
        at += 1
    if title < 0 or title - start > _LONGEST_TITLE or at - start > _LONGEST_ROLE:
        return ""
    plain_before = all(
        words.capital[place]
        or words.kinds[place] == POSSESSIVE
        or words.lower[place] in MODIFIERS
        or words.lower[place] in TITLES
        for place in range(start, title)
    )
    return words.text(start, at) if plain_before else ""


def plain(lower: str) -> str:
    """``lower`` without the marks on its letters."""
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFKD", lower)
    return "".join(char for char in parts if not unicodedata.combining(char))
