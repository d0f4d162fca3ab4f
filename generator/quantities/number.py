"""A number as it was read, and how its value is written."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from .sums import ONE

if TYPE_CHECKING:
    from .language import Unit

_SHARE_DIGITS: Final = Decimal("1e-12")


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
