"""Organisations by the words that say what they are, in English: names that no register knows."""

from __future__ import annotations

from dataclasses import dataclass

from .organisation_words import HEADS, OPENING
from .titles import HONORIFICS, RANKS
from .vocabulary import CALENDAR, FUNCTION_WORDS, is_demonym, words_of
from .words import POSSESSIVE, Words

_LONGEST = 10
_JOINING = frozenset({"of", "for", "on", "against", "to"})
_OWNERS = words_of("people women children workers men teachers doctors farmers")
_INNER = frozenset({"and", "&", "the"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name from word ``first`` up to ``after``; ``kind`` is an actor's kind, or ``""``."""

    first: int
    after: int
    kind: str
    confidence: float


def find_organisations(words: Words) -> tuple[Organisation, ...]:
    """The organisations that a passage names, in order; none overlaps another."""
    found: list[Organisation] = []
    index = 0
    while index < words.count:
        if not words.capital[index] or _skipped(words, index):
            index += 1
            continue
        after = _capitals_end(words, index)
        organisation = _organisation(words, index, after)
        if organisation is None:
            index = after
        else:
            found.append(organisation)
            index = organisation.after
    return tuple(found)


def _skipped(words: Words, index: int) -> bool:
    lower = words.lower[index]
    return lower in CALENDAR or lower in FUNCTION_WORDS or lower in HONORIFICS


def _capitals_end(words: Words, first: int) -> int:
    """Where the capitals that begin at ``first`` end."""
    at = first
    while at < first + _LONGEST and words.lower[at] not in CALENDAR:
        if (
            words.kinds[at] == POSSESSIVE
            and words.lower[at - 1] in _OWNERS
            and words.capital[at + 1]
        ):
            at += 1
        elif not words.capital[at]:
            break
        at += 1
    return max(at, first + 1)


def _organisation(words: Words, first: int, after: int) -> Organisation | None:
    acronym = _acronym(words, first, _phrase_end(words, after))
    if acronym:
        end = _phrase_end(words, after) if acronym == 1 else after
        return Organisation(first, end, _kind(words, first, end), 0.88)
    heads = [at for at in range(first, after) if words.lower[at] in HEADS]
    opening = next((at for at in heads if words.lower[at] in OPENING and at == after - 1), None)
    if opening is not None:
        end = _phrase_end(words, after)
        if end > after:
            return Organisation(
                _without_title(words, first, opening), end, _kind_at(words, opening), 0.85
            )
    # "Foreign Office" has its head last; "Office Depot Manager" has none.
    last = next((at for at in reversed(heads) if at > first), None)
    if last is None:
        return None
    begin = _without_title(words, first, last)
    modifiers = last - begin
    if modifiers < 1:
        return None
    confidence = 0.82 if modifiers > 1 else 0.72
    if modifiers == 1 and is_demonym(words.lower[begin]):
        confidence = 0.55
    if first in words.first and modifiers == 1:
        confidence -= 0.1
    return Organisation(begin, last + 1, _kind_at(words, last), confidence)


def _phrase_end(words: Words, after: int) -> int:
    """The end of "of the …", "for … and …" behind ``after``; ``after`` where there is none."""
    end = after
    at = after
    while words.lower[at] in _JOINING and at - after < _LONGEST:
        at += 1
        if words.lower[at] == "the":
            at += 1
        if not words.capital[at]:
            break
        at = end = _capitals_end(words, at)
        if (
            words.lower[at] in _INNER
            and words.capital[at + 1]
            and not any(
                lower in HEADS for lower in words.lower[at + 1 : _capitals_end(words, at + 1)]
            )
            and words.lower[_capitals_end(words, at + 1)] not in _JOINING
        ):
            at = end = _capitals_end(words, at + 1)
    return end


def _without_title(words: Words, first: int, head: int) -> int:
    """Where the name begins when a person's title stands before it."""
    for at in range(head - 1, first - 1, -1):
        if words.lower[at] in RANKS and words.lower[at] not in {"general", "state"}:
            return at + 1
    return first


def _acronym(words: Words, first: int, after: int) -> int:
    """1 where "(ABC)" behind ``after`` has the initials of the words before it, else 0."""
    if words.words[after] != "(" or words.words[after + 2] != ")" or after - first < 2:  # noqa: PLR2004
        return 0
    short = words.words[after + 1]
    letters = [char for char in short if char.isupper()]
    initials = [word[0].upper() for word in words.words[first:after] if word[:1].isupper()]
    if len(letters) < 2 or len(letters) > len(initials) + 2:  # noqa: PLR2004
        return 0
    shared = sum(1 for letter in letters if letter in initials)
    return int(letters[0] in initials and 2 * shared > len(letters))


def _kind(words: Words, first: int, after: int) -> str:
    heads = [at for at in range(first, after) if words.lower[at] in HEADS]
    return _kind_at(words, heads[-1]) if heads else ""


def _kind_at(words: Words, head: int) -> str:
    """The kind that the word at ``head`` tells, seen with the one before it."""
    before = words.lower[head - 1] if head else ""
    lower = words.lower[head]
    if before == "security" and lower == "forces":
        return HEADS["police"]
    if before == "news" and lower == "agency":
        return HEADS["news"]
    if before == "liberation" and lower in {"front", "army", "forces"}:
        return HEADS["militia"]
    return HEADS[lower]
