"""What the finders of statements have to know of a language: tables, and their regular expressions.

The tables are filled in ``languages``: one string of words or phrases divided by "|" each, in lower
case. Of a language without tables only quotation marks and known names are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

_TABLES: Final = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ru": "russian",
    "tr": "turkish",
}
_NEVER: Final = re.compile(r"(?!)")
_SPACES: Final = re.compile(r"\s+")
_BEGINS: Final = re.compile(r"(?:\A|[.!?…:;\"'“”„«»‘’(\[—–])\s{0,3}\Z")


class ActKind(IntEnum):
    """How words are given to somebody."""

    SAY = 1
    """A verb that the words follow: "said"."""
    ADD = 2
    """A participle that hangs on another verb: "saying"."""
    JUDGE = 3
    """A verb whose object is what is said: "criticised"."""
    ACCORDING = 4
    """A phrase before the speaker: "according to"."""
    SOURCE = 5
    """A word behind the speaker that means "according to": German "zufolge"."""


class Act(NamedTuple):
    """A verb of saying, or a phrase that does its work; offsets into a passage's text."""

    start: int
    end: int
    kind: ActKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The tables of one language.

    Verbs: ``says``, ``adds``, ``judges``, ``according`` and ``sources`` are the words of the five
    :class:`ActKind`. Of ``says``, a clause follows ``plain`` ones without "that", ``tells`` name
    the hearer, ``weak`` ones are nouns too.

    Clauses: ``that`` opens one, and belongs to it if in ``that_kept`` too; ``relatives`` hang one
    on a noun, ``asides`` open an apposition, ``infinitives`` what somebody is asked to do,
    ``fronting`` opens "as X said", ``joins`` join two verbs. ``hearers`` are plain words for them.

    Speakers: ``persons`` and ``things`` are pronouns, ``roles`` no part of a name; ``between`` may
    stand between a speaker and the verb, ``unsaid`` before the verb tells that nothing was said.

    Numbers and dates: ``harm`` are words for the dead and hurt; behind ``report`` a date is that
    of the report; ``caption`` stands before a picture's author.

    Labels: ``edges`` are dropped from both ends, ``breaks`` end a clause, ``be`` is left out,
    ``singular`` belongs to something else than the several things before it. ``common`` words
    count for nothing in the label of a series.

    ``first_person`` marks direct speech without marks; ``clitics`` are prefixes written together
    with a word. ``verb_first``: the speaker stands behind the verb; ``clause_first``: what is said
    stands before it; ``comma_clause``: a comma may open what is said; ``names_by_capitals``:
    capitals tell names, but not of one word alone where ``nouns_have_capitals``.
    """

    code: str
    says: str = ""
    plain: str = ""
    tells: str = ""
    weak: str = ""
    hearers: str = ""
    fronting: str = ""
    relatives: str = ""
    asides: str = ""
    infinitives: str = ""
    adds: str = ""
    judges: str = ""
    according: str = ""
    sources: str = ""
    that: str = ""
    that_kept: str = ""
    persons: str = ""
    things: str = ""
    between: str = ""
    unsaid: str = ""
    joins: str = ""
    prepositions: str = ""
    determiners: str = ""
    roles: str = ""
    harm: str = ""
    report: str = ""
    edges: str = ""
    breaks: str = ""
    be: str = ""
    singular: str = ""
    caption: str = ""
    common: str = ""
    first_person: str = ""
    clitics: str = ""
    verb_first: bool = False
    clause_first: bool = False
    comma_clause: bool = False
    names_by_capitals: bool = True
    nouns_have_capitals: bool = False


class SpeechWords:
    """A language's tables ready for use."""

    def __init__(self, table: Speech) -> None:
        self.table = table
        self._kinds: dict[str, ActKind] = {}
        for kind, phrases in (
            (ActKind.ACCORDING, table.according),
            (ActKind.SOURCE, table.sources),
            (ActKind.JUDGE, table.judges),
            (ActKind.ADD, table.adds),
            (ActKind.SAY, table.says),
        ):
            self._kinds.update(dict.fromkeys(_split(phrases), kind))
        self._acts = _anywhere("|".join(self._kinds), table.clitics)
        self.tells = frozenset(_split(table.tells))
        self.plain = frozenset(_split(table.plain))
        self.weak = frozenset(_split(table.weak))
        self.hearers = frozenset(_split(table.hearers))
        self.fronting = frozenset(_split(table.fronting))
        self.relatives = frozenset(_split(table.relatives))
        self.asides = frozenset(_split(table.asides))
        self.infinitives = frozenset(_split(table.infinitives))
        self.joins = frozenset(_split(table.joins))
        self.persons = frozenset(_split(table.persons))
        self.things = frozenset(_split(table.things))
        self.prepositions = frozenset(_split(table.prepositions))
        self.determiners = frozenset(_split(table.determiners))
        self.roles = frozenset(_split(table.roles))
        self.common = frozenset(_split(table.common))
        self.edges = frozenset(_split(table.edges))
        self.singular = frozenset(_split(table.singular))
        self.be = frozenset(_split(table.be))
        self.breaks = frozenset(_split(table.breaks))
        self.between_end = _at_end(table.between)
        self.unsaid_end = _at_end(table.unsaid)
        self.that_kept = frozenset(_split(table.that_kept))
        self.that = _anywhere(table.that)
        self.that_next = _next(table.that)
        self.joined_act = _before_act(table.joins)
        self.caption = _credit(table.caption)
        self.harm = _anywhere(table.harm)
        self.report_end = _just_before(table.report, f"{table.prepositions}|{table.determiners}")
        self.first_person = _anywhere(table.first_person)

    def acts(self, text: str) -> list[Act]:
        """All verbs of saying and phrases like them, in order."""
        kinds = self._kinds
        return [
            Act(match.start(1), match.end(1), kinds[_SPACES.sub(" ", match[1].lower())])
            for match in self._acts.finditer(text)
            if not match[1][0].isupper() or _BEGINS.search(text, 0, match.start())
        ]


def speech(tag: str) -> SpeechWords:
    """The words of a BCP 47 tag's language."""
    return _speech(tag.replace("_", "-").partition("-")[0].lower())


@cache
def _speech(code: str) -> SpeechWords:
    if code not in _TABLES:
        return SpeechWords(Speech(code=code, names_by_capitals=False))
    module = import_module(f"{__package__}.languages.{_TABLES[code]}")
    table: Speech = module.SPEECH
    return SpeechWords(table)


def _split(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split("|") if phrase.strip()]


def _alternatives(phrases: str) -> str:
    """The phrases as an expression, the longest first, any white space between words."""
    words = sorted(_split(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)


def _anywhere(phrases: str, clitics: str = "") -> re.Pattern[str]:
    """The phrases as whole words; group 1 is the phrase."""
    if not phrases:
        return _NEVER
    prefix = f"(?:{_alternatives(clitics)})?" if clitics else ""
    return re.compile(rf"(?<![\w'’-]){prefix}({_alternatives(phrases)})(?![\w-])", re.IGNORECASE)


def _next(phrases: str) -> re.Pattern[str]:
    if not phrases:
        return _NEVER
    return re.compile(rf"\s*,?\s*(?:{_alternatives(phrases)})(?![\w-])", re.IGNORECASE)


def _at_end(phrases: str) -> re.Pattern[str]:
    """Up to five of the phrases, the last at the end of the text."""
    if not phrases:
        return _NEVER
    return re.compile(rf"(?:(?<![\w'’-])(?:{_alternatives(phrases)}),?\s+){{1,5}}\Z", re.IGNORECASE)


def _just_before(phrases: str, small: str) -> re.Pattern[str]:
    """One of the phrases before the end of the text, at most two small words behind it."""
    if not phrases:
        return _NEVER
    between = f"(?:\\s+(?:{_alternatives(small)})){{0,2}}" if small.strip("|") else ""
    return re.compile(rf"(?<![\w'’-])(?:{_alternatives(phrases)}){between},?\s+\Z", re.IGNORECASE)


def _credit(phrases: str) -> re.Pattern[str]:
    """What tells a caption: "Image: Jane Roe", or "(Jane Roe/Example Desk)" at the end."""
    named = rf"(?<!\w)(?:{_alternatives(phrases)})s?\s*:|" if phrases else ""
    return re.compile(rf"{named}\([^()/]{{1,60}}/[^()]{{1,60}}\)\s*\Z", re.IGNORECASE)


def _before_act(phrases: str) -> re.Pattern[str]:
    return (
        re.compile(rf",?\s+(?:{_alternatives(phrases)})\s+\Z", re.IGNORECASE) if phrases else _NEVER
    )
