"""Figures' pages: every report of a series over time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.model.links import FigureReport, Origin, Register

from . import addresses
from .chart import figure_chart
from .facets import entry_facets
from .figure_cards import amount, report_row
from .links import external
from .passages import profile
from .scope import Scope
from .teasers import teasers
from .views import DifferenceView, FigurePageView, LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.registers import FigureSeries

    from .site_index import SiteIndex


def figure_views(index: SiteIndex) -> Iterator[FigurePageView]:
    """The pages of all figures in the register."""
    for series in index.linked.site.figures.values():
        yield figure_view(index, series)


def figure_view(index: SiteIndex, series: FigureSeries) -> FigurePageView:
    """The page of one figure, the latest report first."""
    scope = Scope(index, addresses.entry_path(Register.FIGURE, series.id))
    reports = newest_reports(index, index.linked.series.get(series.id, ()))
    origin = Origin(Register.FIGURE, series.id)
    disagreements = tuple(item for item in index.linked.disagreements if item.series == series.id)
    rows = tuple(report_row(scope, item, series.label) for item in reports)
    differences = tuple(
        DifferenceView(
            report_row(scope, item.first, series.label),
            report_row(scope, item.second, series.label),
        )
        for item in disagreements
    )
    latest = f": {amount(scope, reports[0], series.label)}" if reports else ""
    return FigurePageView(
        page=scope.page(
            "figure",
            series.label,
            series.label + latest,
            entry_facets(index, Register.FIGURE, series.id),
        ),
        unit=_unit(scope, series.unit),
        profile=profile(scope, origin, series.file, series.profile),
        latest=rows[0] if rows else None,
        reports=rows,
        differences=differences,
        briefings=teasers(scope, index.used_in[Register.FIGURE].get(series.id, ())),
        chart=figure_chart(scope, series, reports, disagreements),
        data=scope.href(addresses.figure_data_path(series.id)) if reports else "",
        json=scope.href(addresses.figure_json_path(series.id)) if reports else "",
        licence=_licence(index.settings.data_licence) if reports else None,
    )


def newest_reports(index: SiteIndex, reports: tuple[FigureReport, ...]) -> tuple[FigureReport, ...]:
    """Reports by what they are as of, the latest first; of one time the newest text's first."""

    def age(report: FigureReport) -> tuple[int, int]:
        latest = report.as_of.latest or report.as_of.earliest if report.as_of else None
        published = index.dated(report.fact.origin)
        return (
            -(latest or dt.date.min).toordinal(),
            -(published or dt.date.min).toordinal(),
        )

    return tuple(sorted(reports, key=age))


def _licence(licence: str) -> LinkView | None:
    """A licence that is given by its address leads there."""
    return LinkView(licence, external(licence)) if licence else None


def _unit(scope: Scope, unit: str) -> str:
    """The unit in words; a unit of measure is seen in every amount."""
    if unit == "percent":
        return scope.say("percent")
    return "" if scope.quantities.measures(unit) else unit
