"""What a number is a number of: money, percentages, time, measures, or the noun that is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .currencies import DOLLARS, LETTERS, UNITS, sign_unit
from .language import NounPolicy
from .lexicon import Hit
from .measures import DEGREES, PERCENT
from .tokens import CODE, MARK, MONEY, NUMBER, WORD

if TYPE_CHECKING:
    from .language import Unit
    from .tokens import Tokens

_LONGEST_SYMBOL: Final = 4
_SYMBOL_KINDS: Final = (WORD, CODE)
_NOUN_WORDS: Final = 5
_SHORTEST_PLURAL: Final = 3
_NO_PLURAL: Final = ("ss", "us", "is", "'s", "’s")
_PERCENT_SIGNS: Final = frozenset("%٪")


def unit_behind(tokens: Tokens, index: int) -> Hit[Unit] | None:
    """The unit of a closed table at ``index``, or behind a hyphen there ("12-month")."""
    behind, index = index, tokens.past_hyphen(index)
    lexicon = tokens.lexicon
    if index > behind and (tied := lexicon.language.tied_units.get(tokens.words[index])):
        return Hit(tied, index + 1)
    if tokens.kinds[index] in _SYMBOL_KINDS:
        raw = tokens.raw(index)
        if raw in DEGREES and tokens.attached(index):
            return Hit(DEGREES[raw], index + 1)
        unit = lexicon.symbols.get(raw) if len(raw) <= _LONGEST_SYMBOL else None
        if unit:
            return lexicon.units.at(tokens, index) or Hit(unit, index + 1)  # "km/h", or "km / 5 mi"
    elif tokens.kinds[index] == MONEY and not _before_digits(tokens, index):
        return Hit(sign_unit(tokens.raw(index)), index + 1)
    return lexicon.units.at(tokens, index)


def _before_digits(tokens: Tokens, index: int) -> bool:
    """Whether a sign of money stands at the number behind it: "3 and €5"."""
    return tokens.kinds[index + 1] == NUMBER and tokens.attached(index + 1)


def unit_before(tokens: Tokens, first: int, floor: int) -> Hit[Unit] | None:
    """The sign of money (or, without a space, of percent) before a number, with its index."""
    index = first - 1
    if index < floor or tokens.starts[first] - tokens.ends[index] > 1:
        return None
    if tokens.kinds[index] == MONEY:
        return _money_sign(tokens, index, floor)
    if code := _code(tokens, index):
        return code
    if tokens.words[index] in tokens.lexicon.language.percent_before:
        return Hit(PERCENT, index)
    if tokens.words[index] in _PERCENT_SIGNS and tokens.attached(first):
        free = not tokens.attached(index) or tokens.kinds[index - 1] == MARK
        return _percent_sign(tokens, index) if free else None
    return None


def _money_sign(tokens: Tokens, index: int, floor: int) -> Hit[Unit]:
    """The sign at ``index``; of a dollar, with the letters that say which: "NZ$", "US $"."""
    letters = index - 1
    if letters >= floor and tokens.raw(index) == "$" and tokens.raw(letters).isupper():
        code = DOLLARS.get(tokens.words[letters])
        # One letter alone may be a word: "A $5 million plan".
        gap = tokens.starts[index] - tokens.ends[letters]
        if code and gap <= (len(tokens.words[letters]) > 1):
            return Hit(UNITS[code], letters)
    return Hit(sign_unit(tokens.raw(index)), index)


def _code(tokens: Tokens, index: int) -> Hit[Unit] | None:
    """A code of money or a sign in letters, with its full stop: "USD", "Rs", "Rs."."""
    if index and tokens.words[index] == "." and tokens.attached(index):
        index -= 1
        return Hit(sign_unit(raw), index) if (raw := tokens.raw(index)) in LETTERS else None
    raw = tokens.raw(index)
    return Hit(sign_unit(raw), index) if raw in UNITS or raw in LETTERS else None


def _percent_sign(tokens: Tokens, index: int) -> Hit[Unit] | None:
    """The percent sign at ``index``, with that index."""
    hit = tokens.lexicon.units.at(tokens, index)
    return Hit(hit.value, index) if hit else None


def counted_noun(
    tokens: Tokens, index: int, *, one: bool, annotated: bool
) -> tuple[int, int] | None:
    """The tokens of the noun that is counted, from its first word; ``None`` where none is plain.

    In an annotated text, where what follows the number is known to belong to it, a noun need not
    look like a plural.
    """
    language = tokens.lexicon.language
    policy = language.nouns
    if policy is NounPolicy.NONE:
        return None
    start = index
    while start - index < 2 and tokens.words[start] in language.noun_skips:  # noqa: PLR2004
        start += 1
    end = start
    while end - start < _NOUN_WORDS and _may_belong(tokens, end):
        end += 1
        if tokens.kinds[end - 1] == WORD and _is_head(tokens, end - 1, policy):
            return start, _past_plurals(tokens, end)
    if policy is NounPolicy.PLURAL:
        if one and end > start:
            end = start + 1
        if one or annotated:
            return _without_participles(tokens, start, end)
    return None


def _past_plurals(tokens: Tokens, end: int) -> int:
    """The end of a noun past the plural that a collective one qualifies: "police officers"."""
    language = tokens.lexicon.language
    collective = language.nouns is NounPolicy.PLURAL and tokens.words[end - 1] in language.plurals
    follows = collective and tokens.kinds[end] == WORD and _may_belong(tokens, end)
    return end + (follows and _is_head(tokens, end, NounPolicy.PLURAL))


def _may_belong(tokens: Tokens, index: int) -> bool:
    """Whether a token may stand in a counted noun: a word of no other use, or a hyphen in one."""
    if tokens.kinds[index] != WORD:
        return tokens.tied(index) or _is_model(tokens, index)
    word = tokens.words[index]
    if word[0] == "و" and word not in tokens.lexicon.language.plurals:
        return False  # Arabic "and" is written at the word behind it
    if word in tokens.lexicon.noun_stops:
        raw = tokens.raw(index)
        return raw.isupper() and len(raw) > 1  # "US troops", not "us"
    return tokens.entries[index] is None or tokens.tied(index - 1)


def _is_model(tokens: Tokens, index: int) -> bool:
    """Whether a token names a model, letters first: "two F-16 jets"."""
    return tokens.kinds[index] == CODE and tokens.raw(index)[0].isupper()


def _is_head(tokens: Tokens, index: int, policy: NounPolicy) -> bool:
    language = tokens.lexicon.language
    word = tokens.words[index]
    if policy is NounPolicy.CAPITAL:
        return tokens.capital(index) and not tokens.tied(index + 1)
    if policy is NounPolicy.FIRST:
        return word not in language.participles
    if word in language.plurals:
        return True
    plural = len(word) > _SHORTEST_PLURAL and word[-1] == "s" and not word.endswith(_NO_PLURAL)
    return plural and not tokens.raw(index).isupper() and not tokens.tied(index + 1)


def _without_participles(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    participles = tokens.lexicon.language.participles
    while end > start:
        word = tokens.words[end - 1]
        if tokens.kinds[end - 1] == WORD and word not in participles and not word.endswith("ed"):
            return start, end
        end -= 1
    return None
