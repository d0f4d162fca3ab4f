"""A quantity under construction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .found import QuantityKind

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.model.quantity import Qualifier

    from .language import Unit
    from .number import Number


@dataclass(slots=True)
class Reading:
    """A quantity under construction; ``first`` and ``after`` are its tokens so far."""

    number: Number
    first: int
    after: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit | None = None
    noun: str | None = None
    qualifier: Qualifier | None = None
    loose: bool = False
    share: bool = False
    negative: bool = False
    refused: bool = False

    @property
    def kind(self) -> QuantityKind:
        """What is measured."""
        if self.unit is not None:
            return self.unit.kind
        return QuantityKind.SHARE if self.share else QuantityKind.COUNT

    @property
    def full(self) -> bool:
        """Whether it has a value or a range."""
        return self.value is not None or self.low is not None
