"""A quantity found in a text, and the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.quantity import Quantity


class QuantityKind(StrEnum):
    """What is measured: things counted, money, percent, shares of a whole, time, ages, measures."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    SHARE = "share"
    DURATION = "duration"
    AGE = "age"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity and its place: offsets in code points, ``end`` not included.

    The place takes in the qualifier ("some") and the unit ("people") where they are recognised.
    """

    start: int
    end: int
    quantity: Quantity
    kind: QuantityKind
