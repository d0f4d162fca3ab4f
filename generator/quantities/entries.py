"""Short ways to write the tables of number words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model.quantity import Qualifier

from .language import Entry, Role

if TYPE_CHECKING:
    from collections.abc import Mapping


def words(text: str) -> frozenset[str]:
    """The words of a text, divided by white space."""
    return frozenset(text.split())


def cardinals(words: Mapping[str, int | str]) -> dict[str, Entry]:
    """Number words that add, with their values; several words with one value divided by spaces."""
    return rows(Role.CARDINAL, words)


def counted(words: str, start: int = 0) -> dict[str, Entry]:
    """Number words in the order of their values, from ``start``; other spellings behind a slash."""
    return {
        word: Entry(Role.CARDINAL, Decimal(value))
        for value, group in enumerate(words.split(), start)
        for word in group.split("/")
    }


def rows(role: Role, words: Mapping[str, int | str], *, alone: bool = False) -> dict[str, Entry]:
    """Words of one role, with their values; several words with one value divided by spaces."""
    return {
        word: Entry(role, Decimal(value), alone=alone)
        for group, value in words.items()
        for word in group.split()
    }


def weak(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The same words as numbers only in company."""
    return {word: entry._replace(weak=True) for word, entry in entries.items()}


def vague(words: str, *, needs_of: bool = False) -> dict[str, Entry]:
    """Words for amounts that nobody counted."""
    entry = Entry(Role.VAGUE, Decimal(0), needs_of=needs_of)
    return dict.fromkeys(words.split(), entry)


def qualifiers(rows: Mapping[Qualifier, str]) -> dict[str, Qualifier]:
    """Phrases by their qualifier, divided by "|"."""
    return {
        phrase.strip(): qualifier for qualifier, line in rows.items() for phrase in line.split("|")
    }


PARTS: Mapping[str, Entry] = {
    sign: Entry(Role.PART, (Decimal(over) / Decimal(under)).quantize(Decimal("1e-12")))
    for sign, over, under in (
        *(("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4)),
        *(("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5), ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6)),
        *(("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8)),
    )
}
"""Fractions that are one character."""

SIGNS_BEFORE: Mapping[str, Qualifier] = qualifiers(
    {Qualifier.ABOUT: "~|≈|±", Qualifier.AT_LEAST: ">|≥", Qualifier.AT_MOST: "<|≤"}
)
"""Signs before a number that hold in every language."""

SIGNS_BEHIND: Mapping[str, Qualifier] = qualifiers({Qualifier.AT_LEAST: "+"})
"""Signs behind a number that hold in every language."""

SUFFIXES: Mapping[str, int] = {
    "k": 10**3,
    "K": 10**3,
    "m": 10**6,
    "M": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "B": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "T": 10**12,
}
"""Scales written at the digits ("8m") in English, and in whatever copies the wires."""
