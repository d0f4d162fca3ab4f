"""Names that hold within one article: surnames, acronyms, and new names once introduced.

A surname stands for the person from the first full mention on. Two people of one surname leave it
open who is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.names import FoundName, Listing, NameMatcher, normal_name

from .known_names import stands_before
from .mention import Mention
from .passage import Passage
from .vocabulary import CALENDAR, FUNCTION_WORDS, is_demonym, words_of

_ACRONYM: Final = re.compile(r"\s?[(\[](?:the\s)?([^\W\d_][\w.&-]{1,11})[)\]]")
_WORD_BEFORE: Final = re.compile(r"(\w[\w'’-]*)\s\Z")
_WORD_BEHIND: Final = re.compile(r"\s(\w+)")
_SUFFIXES: Final = words_of("jr jr. sr sr. ii iii iv")
_PARTICLES: Final = words_of(
    "al el bin ibn de da del della der den di dos du la le ten ter van von"
)
_ARTICLE: Final = re.compile(r"(?:al|el|as|ad|an|ar|ash|at|az)-(?=\w)", re.IGNORECASE)
# Families that stand first: with "-" in what follows (Korean), or in the commonest Chinese names.
_FAMILY_FIRST: Final = words_of("xi li wang zhang hu wen jiang deng zhou kim ri choe")
_GIVEN: Final = re.compile(r"\w+-\w+")
_REACH: Final = 40
_BEFORE: Final = 0.7
_MOST_OWNERS: Final = 8
"""People of one surname of whom an article is searched for the one meant."""


def surnames(name: str) -> tuple[str, ...]:
    """The forms in which a person goes by the surname; none for a single word.

    "Haider al-Abadi" is "al-Abadi" and "Abadi", "Ursula von der Leyen" is "von der Leyen" and
    "Leyen"; "Ri Yong-ho" is "Ri".
    """
    words = [word for word in name.split() if word.lower() not in _SUFFIXES]
    if len(words) < 2:  # noqa: PLR2004 - a given name and a surname
        return ()
    given = words[-1]
    if len(words) == 2 and (  # noqa: PLR2004
        words[0].lower() in _FAMILY_FIRST
        or (_GIVEN.fullmatch(given) and given.partition("-")[2].islower() and given[0].isupper())
    ):
        return (words[0],)
    forms = [words[-1]]
    bare = _ARTICLE.sub("", words[-1], count=1)
    if bare != words[-1]:
        forms.append(bare)
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    if at < len(words) - 1:
        forms.append(" ".join(words[at:]))
    return tuple(form for form in forms if len(form) > 1)


class LocalNames:
    """What names of an article stand for, and from where on."""

    def __init__(self) -> None:
        self._owners: dict[str, dict[str, Mention]] = {}
        self._names: dict[str, str] = {}

    def introduce(self, mention: Mention, text: str, base: int) -> None:
        """Take in a full mention: its name, its surname, the acronym behind it in parentheses.

        ``text`` is the passage's, which begins at ``base`` of the file.
        """
        forms = [mention.name] if mention.stub is not None else []
        if mention.person:
            forms += surnames(mention.name)
        end = mention.span.end - base
        match = _ACRONYM.match(text, end)
        if match and not mention.person and _abbreviates(match[1], mention.name):
            forms.append(match[1])
        for form in forms:
            self.add(form, mention)

    def add(self, form: str, mention: Mention) -> None:
        """Let ``form`` stand for whom ``mention`` means, from there on."""
        lower = form.lower()
        if lower in FUNCTION_WORDS or lower in CALENDAR or is_demonym(lower) or not form.strip():
            return
        normal = normal_name(form)
        self._names.setdefault(normal, form)
        owners = self._owners.setdefault(normal, {})
        if len(owners) < _MOST_OWNERS:
            owners.setdefault(mention.ref, mention)

    def owners(self, name: str) -> tuple[Mention, ...]:
        """The first mentions of those whom ``name`` may mean."""
        return tuple(self._owners.get(normal_name(name), {}).values())

    def find(self, texts: Iterable[Passage]) -> list[Mention]:
        """The mentions by those names, behind the first full one."""
        if not self._names:
            return []
        matcher = NameMatcher(
            Listing(normal, (form,)) for normal, form in sorted(self._names.items())
        )
        found = []
        for passage in texts:
            for name in matcher.find_names(passage.text):
                mention = self._mention(name, passage)
                if mention is not None:
                    found.append(mention)
        return found

    def _mention(self, name: FoundName, passage: Passage) -> Mention | None:
        span = name.span.shifted(passage.span.start)
        owners = [
            first
            for key in name.ids
            for first in self._owners[key].values()
            if first.person or first.span.start < span.start
        ]
        confidence = _standing(passage, name)
        if not owners or not confidence:
            return None
        first = owners[0]
        if len({owner.ref for owner in owners}) > 1:
            refs = tuple(sorted({owner.ref for owner in owners}))
            return Mention(span, first.name, "", 0.5, first.kind, candidates=refs)
        certain = min(0.93, first.confidence) * confidence
        if span.start < first.span.start:
            # A headline or caption may stand before the full name; so may somebody else.
            certain *= _BEFORE
        return replace(first, span=span, confidence=certain, role="", candidates=())


def _abbreviates(short: str, name: str) -> bool:
    """Whether ``short`` may be an acronym of ``name``: capitals, most of them initials."""
    letters = [char for char in short if char.isupper()]
    initials = [word[0].upper() for word in re.split(r"[\s-]+", name) if word]
    shared = sum(1 for letter in letters if letter in initials)
    return len(letters) > 1 and 2 * shared > len(letters)


def _standing(passage: Passage, name: FoundName) -> float:
    """1 where the name stands alone, less with a capital behind it, 0 where it is another's."""
    text = passage.text
    start, end = name.span
    if not name.text[:1].isupper():
        return 1
    before = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    capital = before is not None and before[1][0].isupper() and not name.text.isupper()
    if before and capital and not stands_before(before[1]):
        return 0
    behind = _WORD_BEHIND.match(text, end)
    if behind and behind[1][0].isupper() and behind[1].lower() not in CALENDAR:
        return 0.7
    return 1
