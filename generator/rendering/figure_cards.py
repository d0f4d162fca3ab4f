"""Figures as readers see them: cards on pages, and rows of a figure's table."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from generator.model.links import Fact, FigureReport, Register
from generator.model.quantity import Quantity
from generator.quantities import measure_of

from . import addresses
from .changes import DOWN, UP, direction, verdict
from .quotations import sentence_of
from .site_index import report_key
from .views import ChangeView, FigureView, LinkView, ReportView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.edtf import Edtf

    from .scope import Scope

DIFFERENCES: Final = "differences"
_ROUNDED: Final = Context(prec=3, traps=[])  # what was converted is no more exact than it was

_MOVES: Final = {UP: "up from %(value)s", DOWN: "down from %(value)s"}
_REVISED: Final = "revised from %(value)s"
_VERDICTS: Final = {"better": "for the better", "worse": "for the worse"}
_LONGEST_LABEL: Final = 140
_BRIEFINGS_IN_ROW: Final = 3
# Counted so often that the number alone says it.
_PEOPLE_WORDS: Final = (
    "people person persons human humans personne personnes gens mensch menschen personen persona"
    " personas человек человека людей люди kişi insan insanlar نفر تن مردم شخص أشخاص شخصا شخصًا"
    " نسمة אנשים איש נפש"
)
_PEOPLE: Final = frozenset(_PEOPLE_WORDS.split())


def figure_cards(scope: Scope, reports: Iterable[FigureReport]) -> tuple[FigureView, ...]:
    """The reports as cards, each once: two texts of one publisher may say the same.

    Of a series only the newest reports are shown, side by side where several are of one time; the
    card says how many earlier ones there are, and whether any of them differ.
    """
    groups: dict[str, list[FigureReport]] = {}
    for number, report in enumerate(reports):
        groups.setdefault(report.series or f" {number}", []).append(report)
    cards: dict[FigureView, None] = {}
    for group in groups.values():
        newest = _newest(group)
        made: dict[tuple[str, str, LinkView | None], FigureView] = {}
        for report in newest:
            card = figure_card(scope, report)
            if card.value:
                made.setdefault((card.value, card.qualifier, card.by), card)
        older = [report for report in group if report not in newest]
        if older and made:
            key, card = next(iter(made.items()))
            differs = card.differs or next(filter(None, (_differs(scope, r) for r in older)), None)
            made[key] = replace(card, earlier=len(older), differs=differs)
        cards.update(dict.fromkeys(made.values()))
    return tuple(cards)


def _newest(group: Sequence[FigureReport]) -> Sequence[FigureReport]:
    """The reports of the latest date; all of them where none has a date."""
    dated = [report for report in group if report.as_of is not None]
    if len(group) == 1 or not dated:
        return group
    latest = max(_reach(report.as_of) for report in dated if report.as_of)
    return [report for report in dated if report.as_of and _reach(report.as_of) == latest]


def _reach(date: Edtf) -> tuple[dt.date, dt.date]:
    """The last day of a date, then its first: an open end reaches beyond every other."""
    return date.latest or dt.date.max, date.earliest or dt.date.min


def figure_card(scope: Scope, report: FigureReport) -> FigureView:
    """A report as a card."""
    label = label_of(scope, report)
    sentence = report.fact.annotation.sentence
    language = _language(scope, report.fact)
    return FigureView(
        value=amount(scope, report, label),
        qualifier=scope.quantities.qualifier(report.quantity.qualifier),
        label=label,
        as_of=scope.date(report.as_of),
        by=scope.actor(report.by) if report.by else None,
        source=scope.source(report.fact.origin),
        href=scope.sentence_href(report.fact),
        series=scope.series(report.series) if report.series else None,
        differs=_differs(scope, report),
        sentence=sentence if scope.index.quotations.allows(report.fact, sentence) else "",
        language=scope.other(language),
        change=change_of(scope, report),
    )


def report_row(scope: Scope, report: FigureReport, label: str = "") -> ReportView:
    """A report as a row of its figure's table."""
    briefings = scope.index.briefing_of.get(report.fact.origin, ())
    return ReportView(
        value=amount(scope, report, label or label_of(scope, report)),
        qualifier=scope.quantities.qualifier(report.quantity.qualifier),
        as_of=scope.date(report.as_of),
        by=scope.actor(report.by) if report.by else None,
        source=scope.source(report.fact.origin),
        href=scope.sentence_href(report.fact),
        briefings=tuple(scope.briefing(key) for key in briefings[:_BRIEFINGS_IN_ROW]),
    )


def change_of(scope: Scope, report: FigureReport) -> ChangeView | None:
    """How a report of a series moved since the one of the same source before it.

    What measures one event does not move: its source has revised it.
    """
    series = scope.index.linked.site.figures.get(report.series)
    before = scope.index.before.get(report_key(report.fact))
    if series is None or before is None or not _comparable(scope, report, before):
        return None
    said, now = _in_unit_of(scope, report, before), extent(report.quantity)
    moved = direction(said, now) if said and now else ""
    if not moved:
        return None
    qualifier = scope.quantities.qualifier(before.quantity.qualifier)
    value = f"{qualifier} {amount(scope, before, series.label)}".strip()
    if series.date is not None:
        return ChangeView("", scope.say(_REVISED, value=value), scope.date(before.as_of))
    judged = verdict(moved, series.better)
    return ChangeView(
        moved,
        scope.say(_MOVES[moved], value=value),
        scope.date(before.as_of),
        judged,
        scope.say(_VERDICTS[judged]) if judged else "",
    )


def label_of(scope: Scope, report: FigureReport) -> str:
    """What a figure counts: as the editor says, as its series says, or as the sentence says."""
    annotation = report.fact.annotation
    given = annotation.get("label")
    if given:
        return given
    series = scope.index.linked.site.figures.get(report.series)
    if series is not None:
        return series.label
    sentence = sentence_of(annotation)
    return shortened(sentence) if scope.index.quotations.allows(report.fact, sentence) else ""


def amount(scope: Scope, report: FigureReport, label: str) -> str:
    """The amount as readers see it: in numbers, or in the text's own words where it has none."""
    annotation = report.fact.annotation
    quantity = report.quantity
    text = scope.quantities.value(quantity)
    if not text:
        return (
            annotation.text if scope.index.quotations.allows(report.fact, annotation.text) else ""
        )
    unit = quantity.unit
    if not unit or scope.quantities.measures(unit) or unit.casefold() in _PEOPLE:
        return text
    if report.series in scope.index.linked.site.figures:
        # A series says what it counts, and its reports are read one below the other.
        return text
    # A counted noun is shown in the words of the text, where the label does not say it already.
    noun = unit.casefold()
    spoken = scope.other(_language(scope, report.fact)) == "" and noun in annotation.text.casefold()
    said = noun in label.casefold() or noun.removesuffix("s") in label.casefold().split()
    return f"{text} {unit}" if spoken and not said else text


def extent(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest amount that a quantity says; ``None`` of a vague one."""
    if quantity.value is not None:
        return quantity.value, quantity.value
    if quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    return None


def shortened(text: str, limit: int = _LONGEST_LABEL) -> str:
    """``text``, cut behind a word where it is longer than ``limit`` characters."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–—-") + "…"


def _differs(scope: Scope, report: FigureReport) -> LinkView | None:
    """What readers are told where other reports of the same time differ: who says how much."""
    found = scope.index.disagreements.get(report_key(report.fact), ())
    sides = [side for item in found for side in (item.first, item.second)]
    extents = [(_in_unit_of(scope, report, side), side) for side in sides]
    numbers = [(said, side) for said, side in extents if said is not None]
    if not numbers:
        return None
    (low, _), lower = min(numbers, key=lambda pair: pair[0][0])
    (_, high), higher = max(numbers, key=lambda pair: pair[0][1])
    unit = report.quantity.unit
    text = scope.say(
        "Reports differ: %(low)s to %(high)s",
        low=_attributed(scope, Quantity(low, unit), lower),
        high=_attributed(scope, Quantity(high, unit), higher),
    )
    page = addresses.entry_path(Register.FIGURE, report.series)
    return LinkView(text, scope.href(page, DIFFERENCES))


def _attributed(scope: Scope, quantity: Quantity, report: FigureReport) -> str:
    """An amount with the name of who says so: an actor, else the text's publisher."""
    actor = scope.actor(report.by) if report.by else None
    name = actor.text if actor else scope.source(report.fact.origin).text
    value = scope.quantities.value(quantity)
    return f"{value} ({name})" if name else value


def _in_unit_of(
    scope: Scope, report: FigureReport, side: FigureReport
) -> tuple[Decimal, Decimal] | None:
    """What ``side`` says, in the unit of ``report`` where it can be converted."""
    said = extent(side.quantity)
    unit, other = report.quantity.unit, side.quantity.unit
    if said is None or unit is None or other is None or unit == other:
        return said
    target = measure_of(unit, _language(scope, report.fact))
    source = measure_of(other, _language(scope, side.fact))
    if source.scale != target.scale or source.factor == target.factor:
        return said
    low, high = (_ROUNDED.create_decimal(source.converted(end, target)) for end in said)
    return Decimal(f"{low:f}"), Decimal(f"{high:f}")


def _comparable(scope: Scope, report: FigureReport, before: FigureReport) -> bool:
    """Whether both count in one unit or in units that can be converted; nouns are one unit."""
    unit, other = report.quantity.unit or "", before.quantity.unit or ""
    measured = scope.quantities.measures(unit), scope.quantities.measures(other)
    if unit == other or not any(measured):
        return True
    return all(measured) and (
        measure_of(unit, _language(scope, report.fact)).scale
        == measure_of(other, _language(scope, before.fact)).scale
    )


def _language(scope: Scope, fact: Fact) -> str:
    article = scope.index.article(fact.origin)
    return article.language if article else scope.index.settings.language
