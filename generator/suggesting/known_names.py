"""Names of the registers, and of countries and organisations known everywhere, in any script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.model.registers import ActorKind
from generator.names import FoundName

from .countries import countries
from .lexicon import ACTORS, COUNTRIES, PLACES, WELL_KNOWN_REGISTER, Lexicon
from .mention import Mention, new_actor, new_place
from .organisation_words import WELL_KNOWN
from .passage import Passage
from .places import Placing, placing
from .titles import TITLES
from .vocabulary import FUNCTION_WORDS, is_demonym

_WORD_BEFORE: Final = re.compile(r"(\w[\w'’-]*)\s\Z")
_WORD_BEHIND: Final = re.compile(r"\s(\w+)")
_REACH: Final = 40
_PART_OF_ANOTHER: Final = 0.78


def known_mentions(passage: Passage, lexicon: Lexicon, language: str) -> tuple[Mention, ...]:
    """The mentions of what has a name already, in order; none overlaps another."""
    found = []
    for name in lexicon.names.find_names(passage.text):
        mention = _mention(name, passage, lexicon, language)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(name: FoundName, passage: Passage, lexicon: Lexicon, language: str) -> Mention | None:
    actors = _of(name.ids, ACTORS)
    places = _of(name.ids, PLACES)
    span = name.span.shifted(passage.span.start)
    how = placing(passage.text, *name.span)
    if places and (not actors or how is Placing.PLACE):
        confidence = {Placing.PLACE: 0.93, Placing.OTHER: 0.85, Placing.ACTING: 0.6}[how]
        confidence *= standing(passage, name)
        if len(places) > 1:
            return Mention(span, name.text, "", 0.5, place=True, candidates=places)
        return Mention(span, name.text, places[0], confidence, place=True)
    if actors:
        return _actor(name, actors, passage, lexicon, how)
    general = _of(name.ids, WELL_KNOWN_REGISTER)
    if general:
        names, kind = WELL_KNOWN[int(general[0])]
        return new_actor(span, names[0], kind, "", 0.85 * standing(passage, name), lexicon)
    return _country(name, passage, lexicon, language, how)


def _actor(
    name: FoundName, ids: tuple[str, ...], passage: Passage, lexicon: Lexicon, how: Placing
) -> Mention:
    span = name.span.shifted(passage.span.start)
    if len(ids) > 1:
        return Mention(span, name.text, "", 0.5, candidates=ids)
    actor = lexicon.actors[ids[0]]
    single = " " not in name.text.strip() and "-" not in name.text
    confidence = 0.97
    if single:
        confidence = 0.93 if name.text.isupper() else 0.9
        if name.text.lower() in FUNCTION_WORDS:
            confidence = 0.4
    if actor.kind is ActorKind.STATE and how is not Placing.ACTING:
        confidence = 0.4 if how is Placing.PLACE else 0.7
    person = actor.kind is ActorKind.PERSON
    if single:
        confidence *= standing(passage, name, person=person)
    elif not person and standing(passage, name) < 1:
        confidence = min(confidence, _PART_OF_ANOTHER)
    return Mention(span, name.text, actor.id, confidence, actor.kind.value)


def _country(
    name: FoundName, passage: Passage, lexicon: Lexicon, language: str, how: Placing
) -> Mention | None:
    """A country that no register holds, where something happens in it.

    Elsewhere its confidence is 0: it is not suggested, but no new name begins or ends in it.
    """
    base = language.split("-", 1)[0].lower()
    codes = [item for item in _of(name.ids, COUNTRIES) if item.startswith(f"{base}/")]
    if not codes:
        return None
    certain = 0.82 if how is Placing.PLACE and standing(passage, name) == 1 else 0.0
    span = name.span.shifted(passage.span.start)
    code = codes[0].partition("/")[2]
    title = next(text for text, owner in countries(base).items() if owner == code)
    stub_name = title if len(name.text) < len("Chad") else name.text
    return new_place(span, stub_name, certain, lexicon)


def standing(passage: Passage, name: FoundName, *, person: bool = False) -> float:
    """1 where a name stands alone; less where a word with a capital makes it part of another."""
    text = passage.text
    start, end = name.span
    if not name.text[:1].isupper():
        return 1
    behind = _WORD_BEHIND.match(text, end)
    if behind and behind[1][0].isupper() and not is_demonym(behind[1].lower()):
        return 0.6
    before = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    if person and before and before[1][0].isupper():
        return 1 if stands_before(before[1]) else 0.5
    return 1


def stands_before(word: str) -> bool:
    """Whether a word with a capital may stand before a surname and be no given name."""
    lower = word.lower()
    # "Russia-backed" has a capital, but is none either.
    compound = "-" in word and word.rpartition("-")[2].islower() and lower.endswith("ed")
    return lower in TITLES or lower in FUNCTION_WORDS or is_demonym(lower) or compound


def _of(ids: Sequence[str], register: str) -> tuple[str, ...]:
    prefix = f"{register}/"
    return tuple(item.removeprefix(prefix) for item in ids if item.startswith(prefix))
