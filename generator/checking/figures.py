"""Reports of a figure that do not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, diagnose
from generator.diagnostics.codes.linking import REPORTS_DIFFER

from .wording import Catalogue, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.links import LinkedSite


def differing_reports(linked: LinkedSite, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Each pair of reports that differ, told where the later one stands."""
    for item in linked.disagreements:
        series = linked.site.figures[item.series]
        first, second = item.first.fact, item.second.fact
        place = catalogue.place(first.origin, first.annotation.span.start)
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
            catalogue.file(second.origin),
            second.annotation.text_span,
            message,
            mend,
        )
