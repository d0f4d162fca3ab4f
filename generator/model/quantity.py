"""A quantity as the text states it: a value, a range or a vague amount, with unit and qualifier."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


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
    for durations, else the counted noun as written ("people"); ``None`` where the text names none.
    """

    value: Decimal | None
    unit: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def duration(self) -> str | None:
        """The ISO 8601 form of a duration ("12-month" is P12M); ``None`` for anything else."""
        designator = _DURATIONS.get(self.unit or "")
        if designator is None or self.value is None:
            return None
        prefix = "PT" if self.unit in {"hour", "minute", "second"} else "P"
        return f"{prefix}{self.value.normalize():f}{designator}"


_DURATIONS = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
