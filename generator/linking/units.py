"""Amounts of one series in one unit.

A report counts in the unit of its series where it names none. Measures of one scale are converted
by exact factors; the number of a noun makes no difference ("death", "deaths"); and in a series that
counts something, every counted noun counts: that "53,537 deaths" is a report of the people killed
is what the editor's ``ref`` says. Unlike units, two currencies among them, are never compared.

A converted value is only as exact as it was before: "5 miles" lies within half a mile, so it agrees
with "8 km"; and shares of a whole are percentages to half a point: "two thirds" agrees with 67.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model.links import Register, UnlikeUnit
from generator.quantities import Dimension, Measure, QuantityKind, measure_of, parse_quantities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.links import FigureReport
    from generator.model.registers import FigureSeries
    from generator.model.site import Site

_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Amount:
    """Where a report's value lies, ``low`` to ``high``; amounts of one ``scale`` are comparable."""

    scale: str
    low: Decimal
    high: Decimal


class SeriesUnit:
    """The unit of one series, or, where it has none, of the first report on each scale."""

    def __init__(self, series: FigureSeries, site: Site) -> None:
        self._site = site
        self._own = measure_of(series.unit, site.settings.language) if series.unit else None
        self._targets: dict[str, Measure] = {}

    def amount(self, report: FigureReport, low: Decimal, high: Decimal) -> Amount | None:
        """What ``report`` says, ``low`` to ``high`` in its own unit; ``None`` if it is unlike."""
        own = self._measure(report)
        if own is None:
            scale = self._own.scale if self._own else ""
            if self._own is None or not self._is_share(report):
                return Amount(scale, low, high)
            times = _HUNDRED / self._own.factor
            return Amount(scale, low * times - _HALF, high * times + _HALF)
        target = self._own or self._targets.setdefault(own.scale, own)
        if own.unlike(target):
            return None
        if own.dimension is target.dimension is Dimension.COUNT:
            times = own.factor / target.factor
            return Amount(target.scale, low * times, high * times)
        if own.scale != target.scale:
            return Amount(own.scale, low, high)
        if own.factor != target.factor:
            low, high = low - _rounding(low), high + _rounding(high)
        return Amount(target.scale, own.converted(low, target), own.converted(high, target))

    def unlike(self, report: FigureReport) -> UnlikeUnit | None:
        """Why ``report`` cannot belong to the series."""
        own, target = self._measure(report), self._own
        if own is None or target is None or not own.unlike(target):
            return None
        kinds = str(own.dimension or ""), str(target.dimension or "")
        return UnlikeUnit(report, own.name, kinds[0], target.name, kinds[1])

    def _measure(self, report: FigureReport) -> Measure | None:
        unit = report.quantity.unit
        return measure_of(unit, self._language(report)) if unit else None

    def _is_share(self, report: FigureReport) -> bool:
        """Whether a number without a unit is a share of a whole in a series of percentages."""
        if self._own is None or self._own.scale != "percent":
            return False
        annotation = report.fact.annotation
        if annotation.get("value") is not None:
            return False
        found = parse_quantities(annotation.text, self._language(report))
        return any(item.kind is QuantityKind.SHARE for item in found[:1])

    def _language(self, report: FigureReport) -> str:
        origin = report.fact.origin
        if origin.register is Register.ARTICLE:
            return self._site.articles[origin.id].language
        return self._site.settings.language


def unlike_units(
    reports: Mapping[str, tuple[FigureReport, ...]], site: Site
) -> tuple[UnlikeUnit, ...]:
    """The reports that cannot belong to their series, by series."""
    units = ((SeriesUnit(site.figures[key], site), items) for key, items in reports.items())
    found = (unit.unlike(report) for unit, items in units for report in items)
    return tuple(item for item in found if item is not None)


def _rounding(value: Decimal) -> Decimal:
    """Half of the last place that is not zero: 300 says 250 to 350."""
    if not value.is_finite() or not value:
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return _HALF.scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
