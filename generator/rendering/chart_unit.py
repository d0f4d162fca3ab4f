"""The unit that a chart is drawn in, and what reports in other units come to in it.

As where reports are compared: measures of one scale are converted (miles in a series of
kilometres), in a series that counts something every counted noun counts ("deaths" of "people"),
and anything else is not drawn, one currency in a series of another least of all.
"""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING, Final

from generator.model.quantity import Quantity
from generator.quantities import Dimension, QuantityKind, measure_of, parse_quantities

from .figure_cards import extent

if TYPE_CHECKING:
    from generator.model.links import FigureReport

    from .quantity_text import QuantityText
    from .scope import Scope

_CONTEXT: Final = Context(prec=34, traps=[])


class ChartUnit:
    """The unit of a series, or of its newest report where it has none."""

    __slots__ = ("_measure", "_quantities", "_scope", "_unit", "heading")

    def __init__(self, scope: Scope, unit: str) -> None:
        self._scope: Final = scope
        self._quantities: Final[QuantityText] = scope.quantities
        self._unit: Final = unit
        self._measure: Final = measure_of(unit, scope.index.settings.language) if unit else None
        # What stands above an axis whose numbers do not say their unit themselves.
        self.heading: Final = "" if self._spelt else unit

    def ends(self, report: FigureReport) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest amount of a report in this unit; ``None`` if it has none."""
        found = extent(report.quantity)
        if found is None or not all(end.is_finite() for end in found):
            return None
        times = self._times(report)
        if times is None:
            return None
        with localcontext(_CONTEXT):
            low, high = sorted(end * times for end in found)
        return low, high

    def written(self, value: Decimal) -> str:
        """A tick of the axis of amounts in words."""
        if self._measure and self._spelt:
            return self._quantities.value(Quantity(value, self._measure.name))
        return self._quantities.number(value)

    @property
    def _spelt(self) -> bool:
        """Whether amounts are written with their unit: not of counted nouns, nor of "€ million"."""
        measure = self._measure
        return (
            measure is not None
            and self._quantities.measures(measure.name)
            and measure_of(measure.name).factor == measure.factor
        )

    def _times(self, report: FigureReport) -> Decimal | None:
        """What one of a report's unit is in this one; ``None`` if they are not comparable."""
        target, unit = self._measure, report.quantity.unit
        article = self._scope.index.article(report.fact.origin)
        language = article.language if article else self._scope.index.settings.language
        if target is None or not unit:
            return None if target and self._is_share(report, language) else Decimal(1)
        if unit == self._unit:
            return Decimal(1)
        own = measure_of(unit, language)
        counted = own.dimension is target.dimension is Dimension.COUNT
        if not counted and own.scale != target.scale:
            return None
        with localcontext(_CONTEXT):
            return own.factor / target.factor

    def _is_share(self, report: FigureReport, language: str) -> bool:
        """Whether a number without a unit is a share of a whole: "half" is not 0.5 of anything."""
        annotation = report.fact.annotation
        if annotation.get("value") is not None:
            return False
        found = parse_quantities(annotation.text, language)
        return any(item.kind is QuantityKind.SHARE for item in found[:1])
