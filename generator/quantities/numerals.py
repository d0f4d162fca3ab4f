"""Numbers as written: digits, number words, scales, halves and fractions, in any mixture.

A number is read from its first token; the grammar then looks for what stands around it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .digits import DOZEN, MILLION, MULTIPLIERS, read_digits, scale_tail, scaled
from .language import Entry, Role
from .number import Number, plain_decimal, share
from .sums import HUNDRED, ONE, THOUSAND, TWENTY, Sum
from .tokens import NUMBER, WORD

if TYPE_CHECKING:
    from .tokens import Tokens

HALF: Final = Decimal("0.5")
_MAX_PARTS: Final = 40
_MAX_SCALES: Final = 3
_QUARTER: Final = 4
_SHARE_DIGITS: Final = Decimal("1e-12")
_SPELT: Final = frozenset({Role.CARDINAL, Role.HUNDRED, Role.SCALE, Role.DOZEN})


def read_number(tokens: Tokens, index: int, *, join: bool = True) -> Number | None:
    """The number whose first token stands at ``index``, as long as it goes.

    With ``join`` false an "and" ends it, as in "between one hundred and two hundred".
    """
    if tokens.kinds[index] == NUMBER:
        return read_digits(tokens, index)
    entry = tokens.entries[index]
    if entry is None:
        return None
    if entry.role in _SPELT:
        return _words(tokens, index, join=join)
    read = _READERS.get(entry.role)
    return read(tokens, index, entry) if read else None


# Words


def _words(tokens: Tokens, index: int, *, join: bool) -> Number | None:
    lexicon = tokens.lexicon
    language = lexicon.language
    first = tokens.entries[index]
    if first is not None and first.weak and tokens.kinds[index + 1] == NUMBER:
        return None  # "un 7 %"
    start = index
    bare = False
    if first is not None and first.role is not Role.CARDINAL:
        before = _vague_before(tokens, index)
        if before < index:
            return Number(before, _past_scales(tokens, index + 1), None, counts=True)
    if first is not None and first.role is not Role.CARDINAL and not first.alone:
        bare = not (index and tokens.words[index - 1] in language.articles)
        start = index if bare else index - 1
    total = Sum()
    after, entry = index, first
    while entry is not None and after - index < _MAX_PARTS:
        if entry.joined and not join and after > index:
            break
        if not total.add(entry, vigesimal=language.vigesimal, by_prefix=language.joins_by_prefix):
            break
        after += 1
        entry, skipped = _next_word(tokens, after, total, join=join)
        after += skipped
    after = _close(tokens, after)
    return _finish(tokens, start, index, after, total, first, bare=bare)


def _past_scales(tokens: Tokens, index: int) -> int:
    """The index behind the scales of a vague amount: "several hundred thousand"."""
    for after in range(index, index + _MAX_SCALES):
        entry = tokens.entries[after]
        if entry is None or entry.role not in MULTIPLIERS:
            return after
    return index + _MAX_SCALES


def _next_word(tokens: Tokens, after: int, total: Sum, *, join: bool) -> tuple[Entry | None, int]:
    """The next word of a number, past a hyphen or an "and", with the number of tokens passed."""
    entry = tokens.entries[after]
    if entry is not None:
        return _usable(entry), 0
    if tokens.tied(after):
        return _usable(tokens.entries[after + 1]), 1
    if join and tokens.words[after] in tokens.lexicon.language.joins:
        entry = tokens.entries[after + 1]
        big = total.scale >= HUNDRED or (total.open or 0) >= TWENTY
        fits = entry is not None and entry.role is Role.CARDINAL and entry.value < HUNDRED
        if big and fits and (total.scale > ONE or tokens.lexicon.language.joins_tens):
            return entry, 1
    return None, 0


def _usable(entry: Entry | None) -> Entry | None:
    usable = entry is not None and (entry.role is Role.CARDINAL or entry.role in MULTIPLIERS)
    return entry if usable else None


def _close(tokens: Tokens, after: int) -> int:
    """The end of a number in words: a join that led to nothing does not belong to it."""
    while after and tokens.entries[after - 1] is None:
        after -= 1
    return after


def _finish(
    tokens: Tokens,
    start: int,
    index: int,
    after: int,
    total: Sum,
    first: Entry | None,
    *,
    bare: bool,
) -> Number | None:
    value = total.value
    lexicon = tokens.lexicon
    fraction = tokens.entries[past := tokens.past_hyphen(after)]
    if fraction is not None and fraction.role is Role.FRACTION and value < TWENTY:
        part = _fraction(tokens, start, past + 1, value / fraction.value)
        doubtful = value == ONE and lexicon.language.one_is_an_article
        weak = doubtful and part.share and not _of_a_whole(tokens, part.after)
        # A quarter may be of a town, and in Spanish it is a room.
        closed = fraction.value != _QUARTER and _is_closed(tokens, part.after)
        return part._replace(weak=weak and not closed)
    if total.scale >= THOUSAND or total.scale == DOZEN:
        value, after = scale_tail(tokens, value, total.scale, after)
    elif hit := lexicon.and_half.at(tokens, after):
        rest = scaled(tokens, start, value + hit.value, hit.at)
        return rest._replace(digits=False, plain=False)
    weak = bare or (first is not None and first.weak and after == index + 1)
    counts = total.scale == DOZEN or total.scale >= MILLION
    return Number(start, after, value, total.scale, weak=weak, counts=counts)


# Halves, fractions, vague amounts


def _half(tokens: Tokens, index: int, _: Entry) -> Number | None:
    lexicon = tokens.lexicon
    after = tokens.past_hyphen(index + 1)
    if hit := lexicon.half_links.at(tokens, after):
        after = tokens.past_hyphen(hit.at)
    entry = tokens.entries[after]
    start = index - (index > 0 and tokens.words[index - 1] in lexicon.language.articles)
    if entry is not None and entry.role in MULTIPLIERS:
        return scaled(tokens, index, HALF, after)._replace(first=start)
    if lexicon.units.at(tokens, after):
        return Number(index, after, HALF)
    if tokens.tied(index + 1):
        return None
    language = lexicon.language
    before = tokens.words[index - 1] if index else ""
    bound = before in language.range_from or before in language.range_to  # "up from half"
    whole = _of_a_whole(tokens, index + 1) or (bound and _is_closed(tokens, index + 1))
    weak = before in language.ordinals or not whole
    return Number(index, index + 1, HALF, share=True, weak=weak)


def _of_a_whole(tokens: Tokens, after: int) -> bool:
    """Whether a whole follows that something may be a part of."""
    language = tokens.lexicon.language
    word = tokens.words[after]
    return word in language.whole or (language.joins_by_prefix and word.startswith("ال"))


def _is_closed(tokens: Tokens, after: int) -> bool:
    """Whether no noun follows."""
    if tokens.kinds[after] == WORD:
        return tokens.words[after] in tokens.lexicon.noun_stops
    return not tokens.tied(after) and tokens.kinds[after] != NUMBER


def _fraction(tokens: Tokens, start: int, after: int, value: Decimal) -> Number:
    """A counted fraction: of a scale ("three quarters of a million"), or of a whole."""
    language = tokens.lexicon.language
    value = plain_decimal(value.quantize(_SHARE_DIGITS))
    after += tokens.words[after] in language.fraction_tails
    if tokens.words[after] in language.of and tokens.words[after + 1] in language.articles:
        entry = tokens.entries[after + 2]
        if entry is not None and entry.role is Role.SCALE:
            return scaled(tokens, start, value, after + 2)
    return Number(start, after, value, share=True)


def _article_fraction(tokens: Tokens, index: int, entry: Entry) -> Number | None:
    """A fraction with an article ("a third of"), or one that multiplies (Arabic)."""
    language = tokens.lexicon.language
    after = index + 1
    following = tokens.entries[after]
    if entry.alone:
        value = share(ONE, entry.value)
        if following is not None and following.role is Role.SCALE:
            return scaled(tokens, index, value, after)
        return Number(index, after, value, share=True, weak=not _of_a_whole(tokens, after))
    if not index or tokens.words[index - 1] not in language.articles:
        return None
    number = _fraction(tokens, index - 1, after, ONE / entry.value)
    return number._replace(weak=number.share and not _is_closed(tokens, after))


def _vague_before(tokens: Tokens, index: int) -> int:
    """Where "several" or "a couple of" before a scale starts, else ``index``."""
    language = tokens.lexicon.language
    start = index - 1
    if start > 0 and tokens.words[start] in language.of:
        start -= 1
    if start < 0 or tokens.words[start] not in language.vague_before:
        return index
    return start - (start > 0 and tokens.words[start - 1] in language.articles)


def _vague(tokens: Tokens, index: int, entry: Entry) -> Number | None:
    """A vague amount: "dozens", "tens of thousands", "several hundreds"."""
    lexicon = tokens.lexicon
    language = lexicon.language
    start, after = _vague_before(tokens, index), index + 1
    steps = 0
    while steps < _MAX_PARTS:
        past = after + (tokens.words[after] in language.of)
        following = tokens.entries[past]
        if following is None or following.role is not Role.PLURAL:
            break
        if past == after and not language.joins_by_prefix:
            break
        after, steps = past + 1, steps + 1
    weak = entry.needs_of and not steps and tokens.words[after] not in language.of
    return Number(start, after, None, counts=True, weak=weak)


def _share(tokens: Tokens, index: int, entry: Entry) -> Number:
    """A part of a whole by itself: "la moitié"."""
    weak = not _of_a_whole(tokens, index + 1)
    return Number(index, index + 1, entry.value, share=True, weak=weak)


def _counted(_: Tokens, index: int, entry: Entry) -> Number:
    """A number and its unit in one word."""
    return Number(index, index + 1, entry.value, unit=entry.unit)


def _article(tokens: Tokens, index: int, _: Entry) -> Number | None:
    """An article that counts one unit, with a qualifier before: "more than a month"."""
    lexicon = tokens.lexicon
    hit = lexicon.before.ending(tokens, index - 1)
    unit = lexicon.units.at(tokens, index + 1)
    if hit is None or unit is None or tokens.words[unit.at] in lexicon.language.moments:
        return None  # "more than a year before"
    loose = hit.at == index - 1 and tokens.words[hit.at] in lexicon.language.loose
    return None if loose else Number(index, index + 1, ONE)


def _round(tokens: Tokens, index: int, entry: Entry) -> Number:
    """A round number, with its article: "une vingtaine"."""
    start = index - (index > 0 and tokens.words[index - 1] in tokens.lexicon.language.articles)
    return Number(start, index + 1, entry.value, about=True, counts=True)


def _part(tokens: Tokens, index: int, entry: Entry) -> Number:
    """A fraction in one character, by itself or before a scale: "½ million"."""
    number = scaled(tokens, index, entry.value)
    return number._replace(share=number.scale == ONE)


_READERS: Final = {
    Role.HALF: _half,
    Role.PLURAL: _vague,
    Role.VAGUE: _vague,
    Role.FRACTION: _article_fraction,
    Role.PART: _part,
    Role.SHARE: _share,
    Role.COUNTED: _counted,
    Role.ROUND: _round,
    Role.ARTICLE: _article,
}
