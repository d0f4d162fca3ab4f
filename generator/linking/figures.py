"""Reports of figures: which series each belongs to, what it is as of, and who says so."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from generator.model.links import FigureReport, Register
from generator.model.quantity import Quantity

from .mentions import speaker
from .periods import inherited_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.edtf import Edtf
    from generator.model.registers import FigureSeries

    from .directory import Directories
    from .ledger import Ledger
    from .texts import Found, SourceText


def link_figures(
    found: Iterable[Found],
    series: Mapping[str, FigureSeries],
    known: Directories,
    ledger: Ledger,
) -> tuple[FigureReport, ...]:
    """Each annotated figure as a report of its series, or of a figure of its own.

    A figure in which no amount was found keeps its text and an empty quantity.
    """
    reports = []
    for text, items in groupby(found, key=lambda item: item.text):
        inherited = inherited_dates(text)
        for item in items:
            annotation = item.annotation
            target = _series(item, known, ledger)
            ledger.refer(item, target)
            by = speaker(item, known.actors, ledger)
            if not text.counts:
                continue
            label = series[target].label if target else annotation.text
            reports.append(
                FigureReport(
                    fact=item.fact,
                    series=target,
                    label=annotation.get("label") or label,
                    quantity=annotation.quantity or Quantity(None),
                    as_of=_as_of(item, text, inherited),
                    by=by,
                )
            )
    return tuple(reports)


def by_series(reports: Iterable[FigureReport]) -> Mapping[str, tuple[FigureReport, ...]]:
    """The reports of each series, in the order of what they are as of."""
    grouped: defaultdict[str, list[FigureReport]] = defaultdict(list)
    for report in reports:
        if report.series:
            grouped[report.series].append(report)
    return {key: tuple(sorted(grouped[key], key=_chronological)) for key in sorted(grouped)}


def _chronological(report: FigureReport) -> tuple[bool, tuple[int, int, str]]:
    """A sort key; what is as of no date comes last."""
    if report.as_of is None:
        return True, (0, 0, "")
    return False, report.as_of.sort_key


def _series(item: Found, known: Directories, ledger: Ledger) -> str:
    ref = item.annotation.get("ref")
    if not ref:
        return ""
    span = item.annotation.value_span("ref") or item.annotation.span
    return ledger.settle(known.figures.by_id(ref), Register.FIGURE, "ref", ref, item.file, span)


def _as_of(item: Found, text: SourceText, inherited: Mapping[int, Edtf]) -> Edtf | None:
    return item.annotation.date or inherited.get(item.annotation.number) or text.day
