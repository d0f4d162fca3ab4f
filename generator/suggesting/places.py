"""Places: registered ones, countries, and names that the text itself calls a place.

A State is a place where something happens in it and an actor where it does something: what stands
before and behind the name decides (:func:`placing`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from .countries import countries
from .lexicon import Lexicon
from .mention import Mention, new_place
from .organisation_words import HEADS
from .titles import TITLES
from .vocabulary import ACTED, CALENDAR, FUNCTION_WORDS, is_demonym, words_of
from .words import POSSESSIVE, Words

_PREPOSITIONS: Final = words_of("""
    in from to near across inside into throughout outside towards toward around at within via
    northern southern eastern western central north south east west northeastern northwestern
    southeastern southwestern neighbouring neighboring war-torn
    aus nach bei über nahe im ganz durch
    en au aux à depuis dans vers desde hacia a
    في من إلى الى داخل عبر نحو قرب شمال جنوب شرق غرب
    в во из на с со к около через
    içinde
""")
"""Words before a place, in the languages that set them apart."""

_LINKS: Final = frozenset({"and", "or", "und", "et", "y", "و", "и", "ve", "the"})
_LISTS: Final = _LINKS | {",", "،"}
_LAST_WORD: Final = re.compile(r"(\w[\w'-]*|[^\w\s])\s*\Z")
_NEXT_WORD: Final = re.compile(r"\s*([’']s?\b|\w[\w'-]*|[^\w\s])")
_CLITIC: Final = re.compile(r"(?<!\w)[وف]?[بل]\Z")
_BACK: Final = 60

_KINDS: Final = words_of("""
    city town village province governorate district county region suburb port island
    neighbourhood neighborhood municipality prefecture state cities towns villages provinces
    capital resort enclave
""")
_AREAS: Final = words_of(
    "province governorate district county city region island islands prefecture oblast airport"
    " airfield valley peninsula suburbs"
)
_NO_PLACE: Final = words_of(
    "parliament congress english arabic french german internet god covid-19 christmas islam"
)


class Placing(Enum):
    """How a name stands in its sentence: as a place, as one who acts, or neither."""

    PLACE = auto()
    ACTING = auto()
    OTHER = auto()


def placing(text: str, start: int, end: int) -> Placing:
    """How the name at ``text[start:end]`` stands, by the words around it."""
    behind = _NEXT_WORD.match(text, end)
    following = behind[1].lower() if behind else ""
    acting = following in ACTED
    if _located(text, start, past=_LINKS if acting else _LISTS):
        return Placing.PLACE
    return Placing.ACTING if acting else Placing.OTHER


def _located(text: str, start: int, past: frozenset[str]) -> bool:
    """Whether a preposition of place governs the name at ``start``, past "Iraq and"."""
    before = text[max(0, start - _BACK) : start]
    if _CLITIC.search(before):
        return True
    for _ in range(6):
        match = _LAST_WORD.search(before)
        if match is None:
            return False
        word = match[1]
        if word.lower() in _PREPOSITIONS:
            return True
        if word.lower() not in past and not word[:1].isupper():
            return False
        before = before[: match.start()]
    return False


def find_places(words: Words, language: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Places that an English text calls so: "the city of X", "X province", "in X, Country"."""
    known = countries(language)
    found: list[Mention] = []
    for index in range(words.count):
        if not words.capital[index] or (index and words.capital[index - 1]):
            continue
        after = _name_end(words, index)
        if after == index:
            continue
        confidence = _confidence(words, index, after, known)
        if confidence:
            name = words.text(index, after)
            found.append(new_place(words.span(index, after), name, confidence, lexicon))
    return tuple(found)


def _name_end(words: Words, first: int) -> int:
    at = first
    while at < first + 4 and words.capital[at] and words.lower[at] not in _AREAS:
        lower = words.lower[at]
        if (
            lower in CALENDAR
            or lower in FUNCTION_WORDS
            or lower in _NO_PLACE
            or lower in TITLES
            or lower in HEADS
            or is_demonym(lower)
            or (words.words[at].isupper() and len(lower) < 6 and at > 0)  # noqa: PLR2004
        ):
            return first
        at += 1
    return at


def _confidence(words: Words, first: int, after: int, known: Mapping[str, str]) -> float:
    """How sure it is that the name up to ``after`` is a place; 0 where nothing says so."""
    before = words.lower[first - 1] if first else ""
    second = words.lower[first - 2] if first > 1 else ""
    located = before in _PREPOSITIONS
    confidence = 0.0
    if before in {"of", ","} and second in _KINDS and not words.capital[first - 2]:
        confidence = 0.85
    elif _in_country(words, after, known):
        confidence = 0.88 if located else 0.75
    elif words.lower[after] in _AREAS or _is_dateline(words, first, after):
        confidence = 0.75
    elif before in _KINDS and not words.capital[first - 1]:
        confidence = 0.7
    elif before in {"in", "near"} and words.kinds[after] != POSSESSIVE and not words.capital[after]:
        confidence = 0.6
    return confidence


def _in_country(words: Words, after: int, known: Mapping[str, str]) -> bool:
    """Whether a country stands behind the name: "Istanbul, Turkey"."""
    if words.words[after] != "," or not words.capital[after + 1]:
        return False
    return any(words.text(after + 1, after + 1 + length) in known for length in (1, 2, 3))


def _is_dateline(words: Words, first: int, after: int) -> bool:
    """Whether this is where a report was written, at its beginning: "BAGHDAD - …"."""
    if first or words.words[after] not in {"-", "–", "—"}:
        return False
    return words.text(first, after).isupper()
