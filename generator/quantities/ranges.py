"""Two numbers that say one thing: ranges ("2–3 million") and ratios ("one in five")."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from .found import QuantityKind
from .number import Number, share
from .numerals import read_number
from .refusals import looks_like_a_year
from .tokens import DASHES, HYPHENS, MONEY, NUMBER
from .units import counted_noun, unit_before, unit_behind

if TYPE_CHECKING:
    from .language import Unit
    from .tokens import Tokens

ONE: Final = Decimal(1)
_TEN: Final = 10
_LARGEST_RATIO: Final = 1_000_000
_LARGEST_SHARE: Final = 20
_LARGE: Final = 10_000


class Range(NamedTuple):
    """Two bounds, the unit that either has, and the index behind; ``start`` is that of "from"."""

    low: Decimal
    high: Decimal
    unit: Unit | None
    after: int
    second: Number
    start: int | None


class Ratio(NamedTuple):
    """A share of a whole and the index behind."""

    value: Decimal
    after: int


def opened(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether "between" stands before the number at ``index``."""
    before = index - 1
    if before >= floor and tokens.kinds[before] == MONEY:
        before -= 1
    return before >= floor and tokens.words[before] in tokens.lexicon.language.between


def read_range(
    tokens: Tokens, first: Number, after: int, unit: Unit | None, *, between: bool
) -> Range | None:
    """The range that starts with ``first``; ``after`` is behind that number and its ``unit``."""
    start = _second(tokens, after, between=between)
    if start is None or first.value is None:
        return None
    money = None
    if tokens.kinds[start] == MONEY:
        start += 1
        money = unit_before(tokens, start, start - 1)
    second = read_number(tokens, start)
    if second is None or second.value is None or second.share != first.share:
        return None
    low, high = first.value, second.value
    if (
        first.scale == ONE
        and second.scale > ONE
        and low < high / second.scale
        and (after == first.after)
    ):
        low *= second.scale
    if low >= high or _are_years(tokens, first, second):
        return None
    hit = unit_behind(tokens, second.after)
    other = hit.value if hit else money.value if money else None
    if unit != other and (after != first.after or (unit and other)):
        return None
    unit = unit or other
    end = hit.at if hit else second.after
    opener = _opener(tokens, first)
    bare = opener is None and _is_bare(tokens, first, second, unit, after)
    if bare or (opener is not None and opener < 0):
        return None
    return Range(low, high, unit, end, second, opener)


def _second(tokens: Tokens, after: int, *, between: bool) -> int | None:
    """Where the second number starts, behind what connects it to the first."""
    language = tokens.lexicon.language
    word = tokens.words[after]
    if between:
        entry = tokens.entries[after]
        if entry is not None and entry.joined:
            return after
        return after + 1 if word in language.between_and else _dash(tokens, after)
    if word in language.range_to or word in language.range_or:
        return after + 1
    return _dash(tokens, after)


def _dash(tokens: Tokens, after: int) -> int | None:
    """The index behind a dash between numbers; a hyphen must stand without spaces."""
    word = tokens.words[after]
    if word not in DASHES:
        return None
    tight = tokens.attached(after) and tokens.attached(after + 1)
    spaced = not tokens.attached(after) and not tokens.attached(after + 1)
    return after + 1 if tight or (spaced and word not in HYPHENS) else None


def _are_years(tokens: Tokens, first: Number, second: Number) -> bool:
    return looks_like_a_year(tokens, first) and looks_like_a_year(tokens, second)


def _opener(tokens: Tokens, first: Number) -> int | None:
    """Where "between" or "from" stands, ``None`` where neither does.

    -1 says that the two numbers are no range but a change ("rose from 9 to 10").
    """
    language = tokens.lexicon.language
    index = first.first - 1
    if index >= 0 and tokens.kinds[index] == MONEY:
        index -= 1
    if index < 0:
        return None
    word = tokens.words[index]
    if word in language.range_from and index and tokens.words[index - 1] in language.changes:
        return -1
    if word not in language.range_from and word not in language.between:
        return None
    return index - (index > 0 and tokens.words[index - 1] in language.between_lead)


def _is_bare(tokens: Tokens, first: Number, second: Number, unit: Unit | None, after: int) -> bool:
    """Whether digits with a dash between them may as well be a score, dates or pages."""
    if tokens.words[after] not in DASHES or unit is not None or after != first.after:
        return False
    if first.value is None or first.value >= _LARGE or second.scale > ONE:
        return False
    if not (first.digits and second.digits):
        return False
    return counted_noun(tokens, second.after, one=False, annotated=False) is None


def score(tokens: Tokens, first: Number, after: int) -> int:
    """The index behind a dash and digits that made no range ("3-1", "2012-2015"); 0 for none."""
    start = _dash(tokens, after) if after == first.after and first.digits else None
    found = start is not None and tokens.kinds[start] == NUMBER and tokens.attached(start)
    return start + 1 if found and start is not None else 0


def _match(first: Number, second: Number) -> bool:
    """Whether two numbers are written alike, or as many styles have it: "one in 10".

    These spell numbers below ten; of more than one, "two in 10", what is told in tens is a share.
    """
    if first.digits == second.digits:
        return True
    if first.value is None or second.value is None or not second.plain or first.digits:
        return False
    return first.value < _TEN <= second.value and (first.value == ONE or second.value % _TEN == 0)


def votes(tokens: Tokens, first: Number, after: int) -> int:
    """The index behind "to" and a smaller number: "voted 12 to 3"; 0 where none follows."""
    to = after == first.after and tokens.words[after] in tokens.lexicon.language.range_to
    second = read_number(tokens, after + 1) if to and first.value is not None else None
    if second is None or second.value is None or first.value is None or second.unit:
        return 0
    if not 0 <= second.value < first.value or second.digits != first.digits or second.scale > ONE:
        return 0
    closed = unit_behind(tokens, second.after) is None and first.scale == ONE
    return second.after if closed and _opener(tokens, first) is None else 0


def read_ratio(tokens: Tokens, first: Number, unit: Unit | None) -> Ratio | None:
    """The share that "one in five" or "9 out of 10" says."""
    hit = tokens.lexicon.ratio.at(tokens, first.after)
    if hit is None or unit is not None or first.value is None or first.scale > ONE:
        return None
    second = read_number(tokens, hit.at)
    if second is None or second.value is None or not _match(first, second):
        return None
    if not 0 < first.value <= _LARGEST_SHARE or not first.value < second.value <= _LARGEST_RATIO:
        return None
    if looks_like_a_year(tokens, second) or first.value != int(first.value):
        return None
    behind = unit_behind(tokens, second.after)
    if behind is not None and behind.value.kind is QuantityKind.DURATION:
        return None
    return Ratio(share(first.value, second.value), second.after)
