"""Numbers as written: digits, number words, scales, halves and fractions, in any mixture.

A number is read from its first token; the grammar then looks for what stands around it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from .language import Entry, Role
from .sums import HUNDRED, ONE, THOUSAND, TWENTY, Sum
from .tokens import CODE, MONEY, NUMBER, WORD

if TYPE_CHECKING:
    from .language import Unit
    from .tokens import Tokens

HALF: Final = Decimal("0.5")
_MILLION: Final = Decimal(10**6)
_LARGEST: Final = Decimal(10**15)
_LONGEST: Final = 24
_MAX_PARTS: Final = 40
_SHARE_DIGITS: Final = Decimal("1e-12")
_SEPARATORS: Final = str.maketrans("", "", " \u00a0\u2009\u202f'’٬")
_CLOSED: Final = (CODE, NUMBER)
_SPELT: Final = frozenset({Role.CARDINAL, Role.HUNDRED, Role.SCALE, Role.DOZEN})
_SCALES: Final = frozenset({Role.SCALE, Role.PLURAL, Role.DOZEN})
_MULTIPLIERS: Final = _SCALES | {Role.HUNDRED}


class Number(NamedTuple):
    """A number in the tokens ``first`` to ``after`` (not included).

    ``value`` is ``None`` for a vague amount. ``scale`` is what its last word multiplies by.
    ``plain`` numbers (of a range: both) are digits and nothing else; ``weak`` ones count only in
    company; ``counts`` ones may take "of" before what is counted; a ``share`` is a part of a whole.
    """

    first: int
    after: int
    value: Decimal | None
    scale: Decimal = ONE
    digits: bool = False
    plain: bool = False
    weak: bool = False
    counts: bool = False
    share: bool = False
    about: bool = False
    unit: Unit | None = None


def plain_decimal(value: Decimal) -> Decimal:
    """The same value without exponent or superfluous zeros: ``Decimal(500000)``, not ``5E+5``."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else Decimal(f"{value.normalize():f}")


def share(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A part of a whole, to twelve decimals where it does not end before."""
    return plain_decimal((numerator / denominator).quantize(_SHARE_DIGITS))


def read_number(tokens: Tokens, index: int, *, join: bool = True) -> Number | None:
    """The number whose first token stands at ``index``, as long as it goes.

    With ``join`` false an "and" ends it, as in "between one hundred and two hundred".
    """
    if tokens.kinds[index] == NUMBER:
        return _digits(tokens, index)
    entry = tokens.entries[index]
    if entry is None:
        return None
    if entry.role in _SPELT:
        return _words(tokens, index, join=join)
    read = _READERS.get(entry.role)
    return read(tokens, index, entry) if read else None


# Digits


def _digits(tokens: Tokens, index: int) -> Number | None:
    written = tokens.words[index]
    if len(written) > _LONGEST:
        return None
    language = tokens.lexicon.language
    value, grouped = _decimal(written, language.grouping, language.decimals)
    after = index + 1
    # Nothing but a scale, a unit or a fraction may stand at a digit without a space.
    part = tokens.entries[after]
    if part is not None and part.role is Role.PART:
        return _scaled(tokens, index, value + part.value, after + 1, digits=True)
    if tokens.attached(after):
        if tokens.kinds[after] == WORD or tokens.raw(after) in tokens.lexicon.symbols:
            return _suffixed(tokens, index, value)
        if tokens.kinds[after] in _CLOSED or tokens.words[after] == "_":
            return None
    return _scaled(tokens, index, value, after, digits=True, plain=not grouped)


def _decimal(written: str, grouping: str, decimals: str) -> tuple[Decimal, bool]:
    """The value of digits, and whether they hold a separator."""
    if written.isdigit():
        return Decimal(written), False
    text = written.translate(_SEPARATORS)
    for mark in grouping:
        head, *groups = text.split(mark)
        last = groups[-1] if groups else ""
        for point in decimals:
            last = last.partition(point)[0] if point != mark else last
        # A mark that is decimals too groups thousands only where three digits stand behind it.
        if groups and (mark not in decimals or (len(last) == 3 and head != "0")):  # noqa: PLR2004
            text = head + "".join(groups)
    for point in decimals:
        text = text.replace(point, ".")
    return Decimal(text), True


def _suffixed(tokens: Tokens, index: int, value: Decimal) -> Number | None:
    """A number with letters at it: a scale ("8m"), a unit ("5km"), or no number ("5th")."""
    lexicon = tokens.lexicon
    raw = tokens.raw(index + 1)
    scale = lexicon.language.suffixes.get(raw)
    if scale is not None:
        factor = Decimal(scale)
        return Number(index, index + 2, value * factor, factor, digits=True)
    entry = tokens.entries[index + 1]
    if entry is not None and entry.role in _SCALES:
        return _scaled(tokens, index, value, index + 1, digits=True)
    if raw in lexicon.symbols or lexicon.units.at(tokens, index + 1):
        return Number(index, index + 1, value, digits=True)
    return None


def _scaled(
    tokens: Tokens,
    index: int,
    value: Decimal,
    after: int | None = None,
    *,
    digits: bool = False,
    plain: bool = False,
) -> Number:
    """A mantissa with the scale words behind it, and "and a half"."""
    lexicon = tokens.lexicon
    after = index + 1 if after is None else after
    scale, last = ONE, ONE
    hit = lexicon.and_half.at(tokens, after)
    if hit:
        value, after, plain = value + hit.value, hit.at, False
    entry = tokens.entries[position := tokens.past_hyphen(after)]
    while entry is not None and entry.role in _MULTIPLIERS and scale < _LARGEST:
        if entry.joined or (entry.value <= last and scale > ONE):
            break
        scale, last = scale * entry.value, entry.value
        after = position + 1
        entry = tokens.entries[position := tokens.past_hyphen(after)]
    if scale == ONE and tokens.kinds[after + 1] == MONEY and tokens.attached(after + 1):
        scale = Decimal(lexicon.language.suffixes.get(tokens.raw(after), 1))  # "40 M€"
        after += scale > ONE
    if scale == ONE:
        return Number(index, after, value, digits=digits, plain=plain)
    if tokens.words[after] == "." and tokens.words[after - 1] in lexicon.language.abbreviations:
        after += tokens.attached(after)
    value, after = _scale_tail(tokens, value * scale, scale, after)
    return Number(index, after, value, scale, digits=digits, counts=scale >= _MILLION)


def _scale_tail(tokens: Tokens, value: Decimal, scale: Decimal, after: int) -> tuple[Decimal, int]:
    """What adds to a scaled number: "and a half", and in Arabic "and 500 thousand"."""
    lexicon = tokens.lexicon
    if hit := lexicon.and_half.at(tokens, after):
        value, after = value + hit.value * scale, hit.at
        entry = tokens.entries[after]
        if entry is not None and entry.role in _SCALES and entry.value == scale:
            after += 1  # "three millions and half of the million"
        return value, after
    joins = lexicon.language.joins_by_prefix and tokens.words[after] in lexicon.language.between_and
    if joins and tokens.kinds[after + 1] == NUMBER and tokens.attached(after + 1):
        entry = tokens.entries[after + 2]
        if entry is not None and entry.role in _SCALES and entry.value < scale:
            more, _ = _decimal(
                tokens.words[after + 1], lexicon.language.grouping, lexicon.language.decimals
            )
            return value + more * entry.value, after + 3
    return value, after


# Words


def _words(tokens: Tokens, index: int, *, join: bool) -> Number | None:
    lexicon = tokens.lexicon
    language = lexicon.language
    first = tokens.entries[index]
    start = index
    bare = False
    if first is not None and first.role is not Role.CARDINAL and not first.alone:
        before = _vague_before(tokens, index)
        if before < index:
            return Number(before, index + 1, None, counts=True)
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
    usable = entry is not None and (entry.role is Role.CARDINAL or entry.role in _MULTIPLIERS)
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
        return part._replace(weak=doubtful and part.share and not _of_a_whole(tokens, part.after))
    if total.scale >= THOUSAND or total.scale == Decimal(12):
        value, after = _scale_tail(tokens, value, total.scale, after)
    elif hit := lexicon.and_half.at(tokens, after):
        rest = _scaled(tokens, start, value + hit.value, hit.at)
        return rest._replace(digits=False, plain=False)
    weak = bare or (first is not None and first.weak and after == index + 1)
    return Number(start, after, value, total.scale, weak=weak, counts=total.scale >= _MILLION)


# Halves, fractions, vague amounts


def _half(tokens: Tokens, index: int, _: Entry) -> Number | None:
    lexicon = tokens.lexicon
    after = tokens.past_hyphen(index + 1)
    if hit := lexicon.half_links.at(tokens, after):
        after = tokens.past_hyphen(hit.at)
    entry = tokens.entries[after]
    start = index - (index > 0 and tokens.words[index - 1] in lexicon.language.articles)
    if entry is not None and entry.role in _MULTIPLIERS:
        scaled = _scaled(tokens, index, HALF, after)
        return scaled._replace(first=start)
    if lexicon.units.at(tokens, after):
        return Number(index, after, HALF)
    if tokens.tied(index + 1):
        return None
    later = index > 0 and tokens.words[index - 1] in lexicon.language.ordinals
    weak = later or not _of_a_whole(tokens, index + 1)
    return Number(index, index + 1, HALF, share=True, weak=weak)


def _of_a_whole(tokens: Tokens, after: int) -> bool:
    """Whether a whole follows that something may be a part of."""
    language = tokens.lexicon.language
    word = tokens.words[after]
    return word in language.whole or (language.joins_by_prefix and word.startswith("ال"))


def _fraction(tokens: Tokens, start: int, after: int, value: Decimal) -> Number:
    """A counted fraction: of a scale ("three quarters of a million"), or of a whole."""
    language = tokens.lexicon.language
    value = plain_decimal(value.quantize(_SHARE_DIGITS))
    if tokens.words[after] in language.of and tokens.words[after + 1] in language.articles:
        entry = tokens.entries[after + 2]
        if entry is not None and entry.role is Role.SCALE:
            return _scaled(tokens, start, value, after + 2)
    return Number(start, after, value, share=True)


def _article_fraction(tokens: Tokens, index: int, entry: Entry) -> Number | None:
    """A fraction with an article ("a third of"), or one that multiplies (Arabic)."""
    language = tokens.lexicon.language
    after = index + 1
    following = tokens.entries[after]
    if entry.alone:
        value = share(ONE, entry.value)
        if following is not None and following.role is Role.SCALE:
            return _scaled(tokens, index, value, after)
        return Number(index, after, value, share=True, weak=not _of_a_whole(tokens, after))
    if not index or tokens.words[index - 1] not in language.articles:
        return None
    number = _fraction(tokens, index - 1, after, ONE / entry.value)
    closed = tokens.kinds[after] != WORD or tokens.words[after] in tokens.lexicon.noun_stops
    return number._replace(weak=number.share and (not closed or tokens.tied(after)))


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


def _round(tokens: Tokens, index: int, entry: Entry) -> Number:
    """A round number, with its article: "une vingtaine"."""
    start = index - (index > 0 and tokens.words[index - 1] in tokens.lexicon.language.articles)
    return Number(start, index + 1, entry.value, about=True, counts=True)


def _part(tokens: Tokens, index: int, entry: Entry) -> Number:
    """A fraction in one character, by itself or before a scale: "½ million"."""
    number = _scaled(tokens, index, entry.value)
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
}
