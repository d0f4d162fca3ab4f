"""How a figure moved: against the report of the same source before it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from generator.model.links import Register
from generator.model.registers import Better

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from generator.model.links import FigureReport, LinkedSite, Origin

UP: Final = "up"
DOWN: Final = "down"
_GOOD: Final = {UP: Better.HIGHER, DOWN: Better.LOWER}


def reports_before(linked: LinkedSite) -> Mapping[tuple[Origin, int], FigureReport]:
    """For each report, by its text and its annotation's number, the one before it.

    Two sources count differently, so a figure moves only where one of them says so: the actor who
    reports it, else the text's publisher. What is as of a time that overlaps is not before.
    """
    found = {}
    for reports in linked.series.values():
        for dated in _by_source(linked, reports):
            ends = [latest for latest, _, _ in dated]
            for _, earliest, report in dated:
                place = bisect_left(ends, earliest)
                if place:
                    key = report.fact.origin, report.fact.annotation.number
                    found[key] = dated[place - 1][2]
    return found


def direction(before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]) -> str:
    """``up`` or ``down`` from one amount, as its ends, to another; ``""`` where they overlap."""
    if after[0] > before[1]:
        return UP
    return DOWN if after[1] < before[0] else ""


def verdict(moved: str, better: Better | None) -> str:
    """``better``, ``worse``, or ``""`` of a series where neither way is good news."""
    if better is None:
        return ""
    return "better" if _GOOD[moved] is better else "worse"


def _by_source(
    linked: LinkedSite, reports: Iterable[FigureReport]
) -> Iterable[list[tuple[dt.date, dt.date, FigureReport]]]:
    """The last and the first day of each report that has both, by source, in order of time."""
    sources: dict[tuple[str, str], list[tuple[dt.date, dt.date, FigureReport]]] = {}
    for report in reports:
        date = report.as_of
        if date is None or date.latest is None or date.earliest is None:
            continue
        source = report.by, "" if report.by else _publisher(linked, report)
        sources.setdefault(source, []).append((date.latest, date.earliest, report))
    for dated in sources.values():
        # Of one day the text and place decide, so that the order is always the same.
        dated.sort(key=lambda item: (item[:2], _place(item[2])))
    return sources.values()


def _publisher(linked: LinkedSite, report: FigureReport) -> str:
    origin = report.fact.origin
    article = linked.site.articles.get(origin.id)
    if origin.register is not Register.ARTICLE or article is None:
        return ""
    return article.source.publisher


def _place(report: FigureReport) -> tuple[str, str, int]:
    origin = report.fact.origin
    return origin.register.value, origin.id, report.fact.annotation.number
