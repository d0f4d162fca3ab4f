"""What looks like a quantity in running text and is none: names, dates, years, times, lists."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .found import QuantityKind
from .language import NounPolicy
from .tokens import BREAK, END, MARK, NUMBER, WORD

if TYPE_CHECKING:
    from .language import Unit
    from .number import Number
    from .tokens import Tokens

_LAST_DAY: Final = 31
_HOURS: Final = 24
_LONGEST_STREET: Final = 4
_FIRST_YEAR: Final = Decimal(1500)
_LAST_YEAR: Final = Decimal(2100)
_YEAR_DIGITS: Final = 4
_GLUE: Final = frozenset("_/.@:")
_QUOTES: Final = frozenset("'’‘")
_SENTENCE_ENDS: Final = frozenset('.!?:;"”“»')
_CHAIN: Final = frozenset(["-", "–", "&", ",", "/"])


def looks_like_a_year(tokens: Tokens, number: Number) -> bool:
    """Whether a number is four plain digits from 1500 to 2100."""
    return (
        number.plain
        and number.value is not None
        and tokens.ends[number.first] - tokens.starts[number.first] == _YEAR_DIGITS
        and _FIRST_YEAR <= number.value <= _LAST_YEAR
    )


def has_a_label(tokens: Tokens, number: Number, *, noun: bool) -> bool:
    """Whether the word before a number makes it a name: "Resolution 2254", "No. 10"."""
    before = number.first - 1
    language = tokens.lexicon.language
    if before >= 0 and tokens.words[before] == "." and tokens.attached(before):
        before -= 1
    if before < 0 or tokens.words[before] not in language.labels:
        return False
    if not noun or tokens.capital(before) or tokens.kinds[before] == MARK:
        return True
    # Where any word behind a number may be its noun, only a plain one outweighs the label.
    return language.nouns is NounPolicy.FIRST and tokens.words[number.after] not in language.people


def follows_a_name(tokens: Tokens, number: Number, *, noun: bool) -> bool:
    """Whether bare digits stand behind a name and belong to it: "Boeing 737", "Apollo 11".

    Where any word behind a number may be its noun, they do so behind initials: "el IBEX 35 cayó".
    """
    before = number.first - 1
    if before < 0 or not tokens.capital(before):
        return False
    # "CC BY 2.0" is as much a name.
    if not number.plain and not (number.digits and "." in tokens.words[number.first]):
        return False
    if noun:
        language = tokens.lexicon.language
        raw = tokens.raw(before)
        initials = language.nouns is NounPolicy.FIRST and len(raw) > 1 and raw.isupper()
        return initials and tokens.words[number.after] not in language.people
    return not _starts_a_sentence(tokens, before)


def _starts_a_sentence(tokens: Tokens, index: int) -> bool:
    if index == 0:
        return True
    return tokens.kinds[index - 1] == BREAK or tokens.words[index - 1] in _SENTENCE_ENDS


def is_part_of_a_date(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number stands beside the name of a month."""
    if not number.plain or number.value is None:
        return False
    language = tokens.lexicon.language
    before = number.first - 1
    if tokens.words[before] == "." or tokens.words[before] in language.month_of:
        before -= 1
    if before >= 0 and _month(tokens, before):
        is_day = language.month_first and number.value <= _LAST_DAY
        return is_day or looks_like_a_year(tokens, number)
    after = number.after
    if tokens.words[after] == "." or tokens.words[after] in language.month_of:
        after += 1
    return number.value <= _LAST_DAY and _month(tokens, after)


def _month(tokens: Tokens, index: int) -> bool:
    language = tokens.lexicon.language
    if tokens.words[index] not in language.months:
        return False
    return not language.months_have_capitals or tokens.capital(index)


def is_a_clock_time(tokens: Tokens, number: Number) -> bool:
    """Whether a time of day follows: "10 a.m."."""
    return tokens.lexicon.clock.at(tokens, number.after) is not None


def is_an_hour(tokens: Tokens, number: Number, unit: Unit) -> bool:
    """Whether hours are a time of day: "à 18 heures"."""
    if unit.name != "hour" or not number.plain or number.value is None or number.value > _HOURS:
        return False
    return tokens.lexicon.clock_before.ending(tokens, number.first - 1) is not None


def is_an_address(tokens: Tokens, number: Number) -> bool:
    """Whether a street follows: "221 Baker Street", "12 rue"."""
    streets = tokens.lexicon.language.streets
    if not number.plain or not streets:
        return False
    for index in range(number.after, number.after + _LONGEST_STREET):
        if tokens.words[index] in streets:
            return index == number.after or tokens.capital(index)
        if not tokens.capital(index):
            return False
    return False


def is_glued(tokens: Tokens, number: Number) -> bool:
    """Whether a number hangs on something before it: "foo_12", "’90", "post-two"."""
    first = number.first
    if not tokens.attached(first):
        return False
    before = tokens.words[first - 1]
    if before in _GLUE or (before and before == tokens.lexicon.language.definite):
        return True  # Arabic "the 44" is the 44th
    if before == "+":
        return tokens.attached(first - 1)  # "P5+1"
    if before in _QUOTES:
        return not tokens.attached(first - 1) and len(tokens.words[first]) == 2  # noqa: PLR2004
    if not tokens.tied(first - 1) or tokens.kinds[first - 2] != WORD:
        return False
    return tokens.words[first - 2] not in tokens.lexicon.language.clitics


def is_enumeration(tokens: Tokens, number: Number) -> bool:
    """Whether a number counts items of a list ("1. …" at a line's start) or is a note: "[12]"."""
    first, after = number.first, number.after
    if not number.plain:
        return False
    if tokens.words[first - 1] == "[" and tokens.words[after] == "]":
        return first > 0
    start = tokens.starts[first]
    if start and tokens.text[start - 1] != "\n":
        return False
    return (
        tokens.words[after] in {".", ")"}
        and tokens.attached(after)
        and tokens.kinds[after + 1] != END
        and not tokens.attached(after + 1)
    )


def is_a_title(tokens: Tokens, number: Number) -> bool:
    """Whether capitals make a number and what hangs on it a name: "the Six-Day War"."""
    after = number.after
    if tokens.lexicon.language.nouns is not NounPolicy.PLURAL or not tokens.tied(after):
        return False
    return tokens.capital(number.first) and tokens.capital(after + 1)


def is_a_name(tokens: Tokens, number: Number, after: int, *, noun: bool) -> bool:
    """Whether its capital makes a word a name: "the Group of Seven", "the Five Sisters".

    ``after`` is behind the whole quantity. A capital at the start of a sentence says nothing.
    """
    first = number.first
    if tokens.lexicon.language.nouns is NounPolicy.CAPITAL or not tokens.capital(first):
        return False
    if number.after != (first + 1) or tokens.kinds[first - 1] != WORD:
        return False
    # In a headline every word has a capital.
    return not tokens.capital(first - 1) and (not noun or tokens.capital(after - 1))


def is_a_year_with_its_word(tokens: Tokens, number: Number) -> bool:
    """Whether the word behind four digits says that they are a year, as in Russian."""
    word = tokens.words[number.after]
    return looks_like_a_year(tokens, number) and word in tokens.lexicon.language.years_behind


def is_a_model(tokens: Tokens, number: Number) -> bool:
    """Whether digits behind an article and before a name belong to it: "the 737 MAX"."""
    language = tokens.lexicon.language
    if not number.plain or language.nouns is not NounPolicy.PLURAL:
        return False
    named = tokens.capital(number.after) and tokens.words[number.after] not in language.noun_stops
    return named and tokens.words[number.first - 1] == "the"


def is_a_number_as_such(tokens: Tokens, number: Number) -> bool:
    """Whether digits are no amount: a leading zero, or digits beside digits."""
    if not number.plain:
        return False
    written = tokens.words[number.first]
    if len(written) > 1 and Decimal(written[0]) == 0:
        return True
    return tokens.kinds[number.after] == NUMBER and "." not in written


def continues(tokens: Tokens, number: Number, refused_end: int) -> bool:
    """Whether a number goes on where a refused one ended: "posts 250 and 251", "May 3 and 4"."""
    if not number.plain or refused_end < 0:
        return False
    if number.first == refused_end:
        return True
    language = tokens.lexicon.language
    if number.first - 1 != refused_end:
        return False
    word = tokens.words[refused_end]
    return (
        word in _CHAIN
        or word in language.joins
        or word in language.between_and
        or word in language.range_to
        or word in language.range_or
    )


def is_a_moment(tokens: Tokens, after: int, first: int, kind: QuantityKind) -> bool:
    """Whether a span of time says when: "two years ago"."""
    if kind is not QuantityKind.DURATION:
        return False
    lexicon = tokens.lexicon
    if tokens.words[after] in lexicon.language.ago:
        return True
    return lexicon.ago_before.ending(tokens, first - 1) is not None
