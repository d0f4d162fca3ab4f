"""A quantity as the text states it: a value, a range or a vague amount, with unit and qualifier."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LARGEST = Decimal(10) ** 21
"""No value reaches this amount; beyond it nobody counts, and arithmetic would lose digits."""

FINEST = -12
"""The exponent of the last decimal that a value may have."""


def is_in_reach(value: Decimal) -> bool:
    """Whether a value is finite and neither too large nor too fine to be calculated with."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= FINEST and abs(value) < LARGEST


class Qualifier(StrEnum):
    """How the source states a value."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number in a text says.

    ``value`` is the point estimate; of a range (``between``) it is ``None`` and ``low`` and
    ``high`` are set; of a vague amount ("dozens") all three are ``None``. ``unit`` is an ISO 4217
    code for money, ``percent`` for shares in a hundred, a time unit in the singular (``month``)
    for durations, a UCUM-like symbol for measures (``km``, ``km2``, ``t``), else the counted noun
    as written ("people"); ``None`` where the text names none.
    """

    value: Decimal | None
    unit: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def duration(self) -> str | None:
        """The ISO 8601 form of a duration ("12-month" is P12M); ``None`` for anything else."""
        length = _DURATIONS.get(self.unit or "")
        if length is None or self.value is None:
            return None
        times, before, after = length
        return f"{before}{(self.value * times).normalize():f}{after}"


_DURATIONS = {
    "century": (100, "P", "Y"),
    "decade": (10, "P", "Y"),
    "year": (1, "P", "Y"),
    "month": (1, "P", "M"),
    "week": (1, "P", "W"),
    "day": (1, "P", "D"),
    "hour": (1, "PT", "H"),
    "minute": (1, "PT", "M"),
    "second": (1, "PT", "S"),
}
