"""The axis of amounts: where it begins and ends, and the round numbers that it names.

It starts at zero, so that a mark twice as high is an amount twice as great. Only where all amounts
lie so close together that zero would hide every difference is it cut; then it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, localcontext
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_BAND: Final = Decimal("0.1")
_FEWEST: Final = 2
_FINER: Final = Decimal("2.5")
_CONTEXT: Final = Context(prec=34, traps=[])


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """An axis from ``low`` to ``high``; ``cut`` says that it does not start at zero."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    cut: bool

    def share(self, value: Decimal) -> float:
        """Where ``value`` stands: 0 at the low end, 1 at the high end."""
        with localcontext(_CONTEXT):
            return float((value - self.low) / (self.high - self.low))


def value_axis(values: Iterable[Decimal], steps: int) -> ValueAxis:
    """The axis for finite ``values``, with about ``steps`` steps between its ticks.

    It is cut where the values differ by no more than a tenth of the greatest.
    """
    with localcontext(_CONTEXT):
        found = tuple(values)
        whole = all(value == value.to_integral() for value in found)
        least, greatest = min(found), max(found)
        apart = greatest - least
        cut = 0 < apart <= max(abs(least), abs(greatest)) * _BAND and (least > 0 or greatest < 0)
        if cut:
            step = _round_step(apart / max(steps - 1, 1), whole=whole)
            low = (least / step).to_integral(ROUND_FLOOR) * step
            high = (greatest / step).to_integral(ROUND_CEILING) * step
        else:
            low, high = min(least, Decimal(0)), max(greatest, Decimal(0))
            if low == high:
                high = Decimal(1)
            step = _round_step((high - low) / steps, whole=whole)
        ticks = _ticks(low, high, step)
        while len(ticks) < _FEWEST:
            # Zero may stand alone where the amounts lie on both sides of it.
            step = _round_step(step / _FINER, whole=whole)
            ticks = _ticks(low, high, step)
        return ValueAxis(low, high, ticks, cut)


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    first = (low / step).to_integral(ROUND_CEILING)
    last = (high / step).to_integral(ROUND_FLOOR)
    return tuple(step * number for number in range(int(first), int(last) + 1))


def _round_step(rough: Decimal, *, whole: bool) -> Decimal:
    """The nearest step of 1, 2 or 5 times a power of ten that is no smaller than ``rough``."""
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    return max(step, Decimal(1)) if whole else step
