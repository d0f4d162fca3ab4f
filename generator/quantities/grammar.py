"""How a quantity is put together: qualifier, number or range, unit, counted noun.

One pass over the tokens. At each number everything around it is read by looking a bounded number
of tokens ahead and back, so the time is linear in the length of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.quantity import Qualifier, Quantity, is_in_reach

from . import ranges, refusals, units
from .found import FoundQuantity, QuantityKind
from .language import NounPolicy, Unit
from .lexicon import lexicon
from .number import plain_decimal
from .numerals import read_number
from .qualifying import qualify_before, qualify_behind, read_sign, take_age, take_apposed_age
from .reading import Reading
from .tokens import HYPHENS, NUMBER, WORD, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_IDIOMS: Final = 10


def parse_quantities(text: str, language: str = "en") -> tuple[FoundQuantity, ...]:
    """All quantities of a running text, in order; none overlaps another.

    Left out are numbers that state no amount: years, dates, times of day, scores, telephone
    numbers, names with a number in them ("G7", "Boeing 737", "Resolution 2254"), ordinals, "one"
    by itself, addresses, votes ("12 to 3"), names ("the Group of Seven") and spans of time that say
    when ("two years ago").

    The place takes in the qualifier, the sign and the unit or counted noun, with a noun that hangs
    on the number ("16-team"); no article or preposition, but for "a" that counts ("more than a
    month"), "from" and "between" of a range, and "from" is none in "rose from 9 to 10".

    ``language`` is a BCP 47 tag. Offsets are code points into ``text``.
    """
    tokens = Tokens(text, lexicon(language))
    return tuple(_found(tokens, reading) for reading in _scan(tokens, strict=True))


def parse_quantity(text: str, language: str = "en") -> Quantity | None:
    """The quantity that an annotated text states, ``None`` where it states none.

    The first with a value or a range counts, and only where there is none the first vague amount.
    That somebody annotated the text says that it holds a quantity: where running text would leave
    everything out, a bare year or "one" is taken after all. The unit is the noun counted within
    the text; a participle is none ("107 killed" has no unit).
    """
    tokens = Tokens(text, lexicon(language))
    vague: Reading | None = None
    for strict in (True, False):
        for reading in _scan(tokens, strict=strict, annotated=True):
            if reading.full:
                return _quantity(reading)
            vague = vague or reading
    return _quantity(vague) if vague else None


def _scan(tokens: Tokens, *, strict: bool, annotated: bool = False) -> Iterator[Reading]:
    kinds, entries = tokens.kinds, tokens.entries
    index, floor, refused_end = 0, 0, -1
    while index < tokens.count:
        if entries[index] is None and kinds[index] != NUMBER:
            index += 1
            continue
        reading = _read(tokens, index, floor, annotated=annotated)
        if reading is None:
            index += 1
            continue
        if _never(tokens, reading, refused_end) or (strict and _refused(tokens, reading)):
            number = reading.number
            refused_end = number.after
            index = max(index + 1, reading.after if reading.refused else number.after)
            continue
        if not reading.full or _in_reach(reading):
            yield reading
        index = floor = max(index + 1, reading.after)


def _read(tokens: Tokens, index: int, floor: int, *, annotated: bool) -> Reading | None:
    """The quantity whose number starts at ``index``; nothing before ``floor`` belongs to it."""
    between = ranges.opened(tokens, index, floor)
    number = read_number(tokens, index, join=not between)
    if number is None:
        return None
    reading = Reading(number, number.first, number.after, number.value, share=number.share)
    reading.unit = number.unit
    if number.about:
        reading.qualifier = Qualifier.ABOUT
    if money := units.unit_before(tokens, reading.first, floor):
        reading.unit, reading.first = money
    read_sign(tokens, reading, floor)
    qualify_behind(tokens, reading)
    _take_unit(tokens, reading)
    if reading.value is not None:
        span = ranges.read_range(
            tokens, reading.number, reading.after, reading.unit, between=between
        )
        if span:
            _take_range(tokens, reading, span)
        elif ratio := ranges.read_ratio(tokens, reading.number, reading.unit):
            reading.value, reading.after, reading.share = ratio.value, ratio.after, True
        elif score := (
            ranges.score(tokens, number, reading.after)
            or (reading.unit is None and ranges.votes(tokens, number, reading.after))
        ):
            reading.refused, reading.after = True, score
    _take_compound(tokens, reading, annotated=annotated)
    if reading.unit is None and not reading.share:
        _take_noun(tokens, reading, annotated=annotated)
    qualify_behind(tokens, reading)
    qualify_before(tokens, reading, floor)
    take_age(tokens, reading)
    return reading


def _take_unit(tokens: Tokens, reading: Reading) -> None:
    index = reading.after
    if reading.number.counts and tokens.words[index] in tokens.lexicon.language.of:
        index += 1
    hit = units.unit_behind(tokens, index)
    if hit is None or (reading.unit is not None and hit.value.kind is not reading.unit.kind):
        return
    reading.unit = reading.unit or hit.value
    reading.after = hit.at
    reading.share = False
    if reading.unit.kind is QuantityKind.DURATION:
        age = tokens.lexicon.ages.at(tokens, tokens.past_hyphen(hit.at))
        if age:
            reading.unit = Unit(reading.unit.name, QuantityKind.AGE)
            reading.after = age.at


def _take_range(tokens: Tokens, reading: Reading, span: ranges.Range) -> None:
    reading.value, reading.low, reading.high = None, span.low, span.high
    reading.qualifier = Qualifier.BETWEEN
    reading.after = span.after
    first = reading.number
    reading.number = span.second._replace(
        first=first.first, plain=first.plain and span.second.plain
    )
    if span.start is not None:
        reading.first = min(reading.first, span.start)
    if reading.unit is None:
        reading.unit = span.unit
    _take_unit(tokens, reading)


def _take_compound(tokens: Tokens, reading: Reading, *, annotated: bool) -> None:
    """What hangs on a number by a hyphen: "3,400-strong", "40-member"."""
    index = reading.after
    if not tokens.tied(index) or reading.unit is not None:
        return
    if tokens.kinds[index + 1] != WORD:
        return
    word = tokens.words[index + 1]
    if word in tokens.lexicon.language.ordinals:
        reading.refused = True  # "twenty-first"
        return
    name = tokens.lexicon.language.compounds.get(word)
    if name is None and not annotated and not _may_be_compounded(tokens, reading, index + 1):
        reading.refused = True
        return
    reading.after = index + 2
    reading.noun = word if name is None else name


def _may_be_compounded(tokens: Tokens, reading: Reading, index: int) -> bool:
    """Whether any noun may hang on a number: on digits from 10, "16-team", which no idiom has."""
    lexicon = tokens.lexicon
    if lexicon.language.nouns is not NounPolicy.PLURAL or not reading.number.digits:
        return False
    if reading.value is None or reading.value < _IDIOMS:
        return False
    word = tokens.words[index]
    if word in lexicon.noun_stops or tokens.entries[index] is not None:
        return False
    return tokens.raw(index).islower() and not tokens.tied(index + 1)


def _take_noun(tokens: Tokens, reading: Reading, *, annotated: bool) -> None:
    if reading.noun is not None or reading.refused:
        return
    language = tokens.lexicon.language
    index = reading.after
    number = reading.number
    if number.counts and tokens.words[index] in language.of:
        index += 1
    elif language.definite and number.value is None and _is_definite(tokens, index - 1):
        return  # "the tens": a noun would follow with its "of"
    noun = units.counted_noun(tokens, index, one=number.value == 1, annotated=annotated)
    if noun:
        start, after = noun
        reading.noun = " ".join(tokens.text[tokens.starts[start] : tokens.ends[after - 1]].split())
        reading.after = after


def _is_definite(tokens: Tokens, index: int) -> bool:
    """Whether the article is written at a word."""
    return tokens.raw(index).startswith(tokens.lexicon.language.definite)


# Refusing


def _never(tokens: Tokens, reading: Reading, refused_end: int) -> bool:
    """Whether a number states no amount even where somebody says that there is one."""
    if reading.refused:
        return True
    number = reading.number
    if refusals.is_glued(tokens, number):
        return reading.first == number.first or tokens.words[reading.first] in HYPHENS
    if reading.unit is not None:
        return False
    noun = reading.noun is not None
    return (
        refusals.is_part_of_a_date(tokens, number)
        or refusals.is_a_clock_time(tokens, number)
        or (not noun and refusals.continues(tokens, number, refused_end))
        or (reading.qualifier is None and refusals.has_a_label(tokens, number, noun=noun))
    )


def _refused(tokens: Tokens, reading: Reading) -> bool:
    """Whether a reading states no amount in running text."""
    if refusals.is_a_moment(tokens, reading.after, reading.first, reading.kind):
        return True
    number = reading.number
    if (number.weak and not _supported(tokens, reading)) or _is_a_title(tokens, reading):
        return True
    if reading.unit is not None or take_apposed_age(tokens, reading):
        return False
    if reading.qualifier is None and refusals.follows_a_name(
        tokens, number, noun=reading.noun is not None
    ):
        return True
    if refusals.is_enumeration(tokens, number) or refusals.is_a_number_as_such(tokens, number):
        return True
    year = refusals.looks_like_a_year(tokens, number)
    return year and not _counts_despite_year(tokens, reading)


def _supported(tokens: Tokens, reading: Reading) -> bool:
    """Whether something around a weak number makes it one: a unit, a range, a plain qualifier."""
    if reading.low is not None:
        return True
    if reading.number.scale > 1:
        return reading.qualifier is not None and not reading.loose
    if reading.number.share:
        return not reading.share or reading.qualifier is not None
    if reading.share:
        return True
    if reading.unit is not None:
        is_time = reading.unit.kind is QuantityKind.DURATION
        return not (is_time and tokens.lexicon.language.one_is_an_article)
    return reading.qualifier is not None and not reading.loose


def _is_a_title(tokens: Tokens, reading: Reading) -> bool:
    if refusals.is_a_title(tokens, reading.number):
        return True
    if reading.unit is not None:
        return refusals.is_a_year_with_its_word(tokens, reading.number) or refusals.is_an_hour(
            tokens, reading.number, reading.unit
        )
    noun = reading.noun is not None
    if refusals.is_a_name(tokens, reading.number, reading.after, noun=noun):
        return True
    if refusals.is_an_address(tokens, reading.number):
        return True
    return not noun and refusals.is_a_model(tokens, reading.number)


def _counts_despite_year(tokens: Tokens, reading: Reading) -> bool:
    """Whether four digits count something: "more than 2000 houses", "1950 people"."""
    if reading.noun is None:
        return False
    if reading.qualifier is not None and not reading.loose:
        return True
    head = reading.noun.rpartition(" ")[2]
    return tokens.lexicon.fold(head) in tokens.lexicon.language.people


# Results


def _in_reach(reading: Reading) -> bool:
    values = (reading.value, reading.low, reading.high)
    return all(value is None or is_in_reach(value) for value in values)


def _quantity(reading: Reading) -> Quantity:
    qualifier = reading.qualifier
    if qualifier is None:
        # Nobody counted "dozens".
        qualifier = Qualifier.EXACT if reading.full else Qualifier.ABOUT
    value = reading.value
    if value is not None:
        value = plain_decimal(-value if reading.negative else value)
    return Quantity(
        value,
        reading.unit.name if reading.unit is not None else reading.noun or None,
        qualifier,
        None if reading.low is None else plain_decimal(reading.low),
        None if reading.high is None else plain_decimal(reading.high),
    )


def _found(tokens: Tokens, reading: Reading) -> FoundQuantity:
    start = tokens.starts[reading.first]
    entry = tokens.entries[reading.first]
    if entry is not None and entry.joined and tokens.lexicon.language.joins_by_prefix:
        start += 1  # "and" is written at the word
    return FoundQuantity(
        start,
        tokens.ends[reading.after - 1],
        _quantity(reading),
        reading.kind,
    )
