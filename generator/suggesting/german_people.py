"""People in German texts. Every noun has a capital: only titles and given names tell a name."""

from __future__ import annotations

import re
from typing import Final

from .given_names import GIVEN_NAMES
from .people import Person, plain
from .vocabulary import words_of
from .words import WORD, Words

_TITLE: Final = re.compile(
    r"(?:[\w-]*(?:minister|präsident|kanzler|sprecher|sekretär|bürgermeister|senator|botschafter"
    r"|direktor|kommissar|abgeordneter?|vorsitzender?|beauftragter?|regisseur|professor|richter"
    r"|forscher|aktivist|trainer|experte|anwalt|ministerpräsident|chef|leiter|gründer|könig|prinz"
    r"|papst|general|oberst)(?:in)?"
    r"|(?:[\w-]*(?:vorsitzende|abgeordnete|beauftragte))|dr|prof|herr|herrn|frau|bischof|ökonom(?:in)?"
    r"|[\w-]*expertin|[\w-]*anwältin|königin|prinzessin)"
)
_ADDRESS: Final = words_of("dr prof herr herrn frau")
_PARTICLES: Final = words_of("von van der den de zu al bin ibn")
_NO_NAME: Final = words_of("""
    der die das den dem des ein eine einen und in im am auf für mit bei nach aus zu zur zum vor seit
    wie als auch so wenn dass er sie es wir ich nicht
""")
_VERBS: Final = words_of("""
    sagte sagt erklärte erklärt betonte kündigte forderte fordert warnte warnt nannte kritisierte
    teilte schrieb will hat hatte ist war wird wurde kann soll
""")
_MODIFIER: Final = re.compile(r"[\w-]*(?:sche[rnms]?|ige[rnms]?|liche[rnms]?|ere[rnms]?)|us")


def find_german_people(words: Words) -> tuple[Person, ...]:
    """The people whom a German passage introduces, in order; none overlaps another."""
    found: list[Person] = []
    index = 0
    while index < words.count:
        person = _titled(words, index) or _given(words, index)
        if person is None:
            index += 1
        else:
            found.append(person)
            index = person.after
    return tuple(found)


def _titled(words: Words, index: int) -> Person | None:
    if not words.capital[index] or not _TITLE.fullmatch(words.lower[index]):
        return None
    first = index + 1
    if words.capital[first] and _TITLE.fullmatch(words.lower[first]):
        return None
    after = _name_end(words, first)
    count = sum(words.capital[first:after])
    if count == 0 or (count == 1 and words.lower[after] not in _VERBS):
        return None
    left = index
    while left and words.kinds[left - 1] == WORD and _MODIFIER.fullmatch(words.lower[left - 1]):
        left -= 1
    role = "" if words.lower[index] in _ADDRESS else words.text(left, index + 1)
    given = plain(words.lower[first]) in GIVEN_NAMES
    return Person(first, after, role, (0.92 if given else 0.8) if count > 1 else 0.6)


def _given(words: Words, index: int) -> Person | None:
    """A common given name with one or two further words in capitals behind it."""
    if not words.capital[index] or plain(words.lower[index]) not in GIVEN_NAMES:
        return None
    after = _name_end(words, index)
    return Person(index, after, "", 0.75) if sum(words.capital[index:after]) > 1 else None


def _name_end(words: Words, first: int) -> int:
    """Where a name of two words ends; of more where initials or particles stand within it."""
    at = first
    count = 0
    while count < 2:  # noqa: PLR2004 - a given name and a surname
        following = at
        while count and following < at + 2 and words.lower[following] in _PARTICLES:
            following += 1
        if not words.capital[following] or words.lower[following] in _NO_NAME:
            break
        count += not words.words[following].endswith(".")
        at = following + 1
    return at
