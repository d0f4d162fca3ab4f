"""Reports of a figure that do not agree, and those that measure something else."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, diagnose
from generator.diagnostics.codes.facts import REPORTS_DIFFER, UNLIKE_UNIT

from .wording import Catalogue, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.links import LinkedSite

_NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "count": "a number of things",
        "money": "an amount of money",
        "share": "a share",
        "time": "a length of time",
        "length": "a length",
        "area": "an area",
        "volume": "a volume",
        "mass": "a mass",
        "speed": "a speed",
        "power": "a power",
        "energy": "an energy",
        "data": "an amount of data",
        "flow": "a flow",
        "temperature": "a temperature",
    }
)


def differing_reports(linked: LinkedSite, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Each pair of reports that differ, told where the later one stands."""
    for item in linked.disagreements:
        series = linked.site.figures[item.series]
        first, second = item.first.fact, item.second.fact
        place = catalogue.place(first)
        message = (
            f"Reports of {quoted(series.label)} differ: {quoted(second.annotation.text)} here, "
            f"{quoted(first.annotation.text)} in {place}."
        )
        mend = (
            "Correct the one that is wrong. If both stand, readers are told that reports differ; "
            f"tolerance in {series.file.path} says from how far apart."
        )
        yield diagnose(
            REPORTS_DIFFER,
            catalogue.file_of(second),
            second.annotation.text_span,
            message,
            mend,
        )


def unlike_units(linked: LinkedSite, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Each report that cannot be an amount of what its series measures."""
    for item in linked.unlike_units:
        series = linked.site.figures[item.report.series]
        annotation = item.report.fact.annotation
        if item.kind == item.series_kind:  # two currencies
            what = f"{quoted(annotation.text)} is in {item.unit}"
            wanted = f"is in {item.series_unit}"
        else:
            what = f"{quoted(annotation.text)} is {_NOUNS[item.kind]} ({item.unit})"
            wanted = f"is {_NOUNS[item.series_kind]} ({item.series_unit})"
        message = f"{what}, but its series {quoted(series.label)} {wanted}; it is not compared."
        mend = (
            f"Give the ref of another series, say unit=… here if {item.unit} was misread, or "
            f"correct the unit in {series.file.path}."
        )
        yield diagnose(
            UNLIKE_UNIT,
            catalogue.file_of(item.report.fact),
            annotation.value_span("unit") or annotation.text_span,
            message,
            mend,
        )
