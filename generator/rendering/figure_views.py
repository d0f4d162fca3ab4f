"""Figures' pages: every report of a series over time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from generator.model.links import FigureReport, Origin, Register

from . import addresses
from .archives import BRIEFINGS, REPORTS, Archive, Listed
from .chart import figure_chart
from .facets import entry_facets
from .figure_cards import amount, change_of, report_row
from .links import external
from .passages import profile
from .scope import Scope
from .teasers import teasers
from .views import ArchivePageView, DifferenceView, FigurePageView, LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.registers import FigureSeries

    from .site_index import SiteIndex

_DIFFERENCES: Final = 10
"""Of reports that differ the latest are shown; all reports are listed in any case."""


def figure_views(index: SiteIndex) -> Iterator[FigurePageView | ArchivePageView]:
    """The pages of all figures in the register."""
    for series in index.linked.site.figures.values():
        yield from figure_pages(index, series)


def figure_pages(
    index: SiteIndex, series: FigureSeries
) -> Iterator[FigurePageView | ArchivePageView]:
    """The pages of one figure, the latest report first."""
    differing = index.differing.get(series.id, ())
    scope = Scope(index, addresses.entry_path(Register.FIGURE, series.id))
    reports = newest_reports(index, index.linked.series.get(series.id, ()))
    origin = Origin(Register.FIGURE, series.id)
    used_in = index.used_in[Register.FIGURE].get(series.id, ())
    listed = Listed(briefings=used_in, reports=reports)
    archive = Archive(index, Register.FIGURE, series.id, listed)
    rows = tuple(report_row(scope, item, series.label) for item in reports[:REPORTS])
    differences = tuple(
        DifferenceView(
            report_row(scope, item.first, series.label),
            report_row(scope, item.second, series.label),
        )
        for item in differing[: -_DIFFERENCES - 1 : -1]
    )
    latest = f": {amount(scope, reports[0], series.label)}" if reports else ""
    yield FigurePageView(
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
        briefings=teasers(scope, listed.briefings[:BRIEFINGS]),
        chart=figure_chart(scope, series, reports, differing),
        data=scope.href(addresses.figure_data_path(series.id)) if reports else "",
        json=scope.href(addresses.figure_json_path(series.id)) if reports else "",
        licence=_licence(index.settings.data_licence) if reports else None,
        change=change_of(scope, reports[0]) if reports else None,
        archive=archive.links(scope),
    )
    yield from archive.pages(series.label, series.label)


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
