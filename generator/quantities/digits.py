"""Numbers in digits, with the scales behind them: "1.5m", "€40 M", "3 and a half million"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .language import Role
from .measures import DEGREES
from .number import Number
from .sums import ONE, THOUSAND
from .tokens import CODE, MONEY, NUMBER, WORD

if TYPE_CHECKING:
    from .tokens import Tokens

MILLION: Final = Decimal(10**6)
DOZEN: Final = Decimal(12)
SCALES: Final = frozenset({Role.SCALE, Role.PLURAL, Role.DOZEN})
MULTIPLIERS: Final = SCALES | {Role.HUNDRED}
_LARGEST: Final = Decimal(10**15)
_LONGEST: Final = 24
_SEPARATORS: Final = str.maketrans("", "", " \u00a0\u2009\u202f'’٬")
_CLOSED: Final = (CODE, NUMBER)


def read_digits(tokens: Tokens, index: int) -> Number | None:
    """The number in digits at ``index``; ``None`` where what hangs on it makes it none."""
    written = tokens.words[index]
    if len(written) > _LONGEST:
        return None
    language = tokens.lexicon.language
    value, grouped = _decimal(written, language.grouping, language.decimals)
    after = index + 1
    # Nothing but a scale, a unit or a fraction may stand at a digit without a space.
    part = tokens.entries[after]
    if part is not None and part.role is Role.PART:
        return scaled(tokens, index, value + part.value, after + 1, digits=True)
    if tokens.attached(after):
        if tokens.kinds[after] == WORD or tokens.raw(after) in tokens.lexicon.symbols:
            return _suffixed(tokens, index, value, grouped=grouped)
        if tokens.kinds[after] in _CLOSED or tokens.words[after] == "_":
            return None
    return scaled(tokens, index, value, after, digits=True, plain=not grouped)


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


def _suffixed(tokens: Tokens, index: int, value: Decimal, *, grouped: bool) -> Number | None:
    """A number with letters at it: a scale ("8m"), a unit ("5km"), or no number ("5th")."""
    lexicon = tokens.lexicon
    raw = tokens.raw(index + 1)
    scale = lexicon.language.suffixes.get(raw)
    if scale is not None and raw in lexicon.symbols and grouped and value >= THOUSAND:
        # "8,849m" high; "£1,200m" is money.
        scale = scale if tokens.kinds[index - 1] == MONEY else None
    if scale is not None:
        factor = Decimal(scale)
        return Number(index, index + 2, value * factor, factor, digits=True)
    entry = tokens.entries[index + 1]
    if entry is not None and entry.role in SCALES:
        return scaled(tokens, index, value, index + 1, digits=True)
    if raw in DEGREES and tokens.words[index - 1] in lexicon.language.labels:
        return None  # "Gate 45C"
    if raw in lexicon.symbols or raw in DEGREES or lexicon.units.at(tokens, index + 1):
        return Number(index, index + 1, value, digits=True)
    return None


def scaled(
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
    while entry is not None and entry.role in MULTIPLIERS and scale < _LARGEST:
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
    value, after = scale_tail(tokens, value * scale, scale, after)
    counts = scale >= MILLION or scale == DOZEN
    return Number(index, after, value, scale, digits=digits, counts=counts)


def scale_tail(tokens: Tokens, value: Decimal, scale: Decimal, after: int) -> tuple[Decimal, int]:
    """What adds to a scaled number: "and a half", and in Arabic "and 500 thousand"."""
    lexicon = tokens.lexicon
    if hit := lexicon.and_half.at(tokens, after):
        value, after = value + hit.value * scale, hit.at
        entry = tokens.entries[after]
        if entry is not None and entry.role in SCALES and entry.value == scale:
            after += 1  # "three millions and half of the million"
        return value, after
    joins = lexicon.language.joins_by_prefix and tokens.words[after] in lexicon.language.between_and
    if joins and tokens.kinds[after + 1] == NUMBER and tokens.attached(after + 1):
        entry = tokens.entries[after + 2]
        if entry is not None and entry.role in SCALES and entry.value < scale:
            more, _ = _decimal(
                tokens.words[after + 1], lexicon.language.grouping, lexicon.language.decimals
            )
            return value + more * entry.value, after + 3
    return value, after
