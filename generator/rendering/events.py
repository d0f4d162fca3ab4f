"""Events as entries of timelines, and statements as readers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.annotation import ClaimStatus

from . import addresses
from .views import DateView, EventView, LinkView, SpeakerView, StatementView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.model.links import Event, Fact, Statement

    from .scope import Scope

_STATUSES: Final = {
    ClaimStatus.DISPUTED: "disputed",
    ClaimStatus.CONFIRMED: "confirmed",
    ClaimStatus.REFUTED: "refuted",
}
_SOURCES: Final = 12


def timeline(
    scope: Scope,
    events: Iterable[Event],
    current: Collection[str] = (),
    *,
    sources: int | None = _SOURCES,
) -> tuple[EventView, ...]:
    """Entries of a timeline, in the given order, each with the first ``sources`` of its sources.

    ``None`` shows all of them: for the site's own timeline, where each event stands once.
    """
    return tuple(_entry(scope, event, sources, current=event.key in current) for event in events)


def chronological(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by date, the first one first."""
    return tuple(sorted(events, key=lambda event: (event.date.sort_key, event.key)))


def statement_views(scope: Scope, statements: Iterable[Statement]) -> tuple[StatementView, ...]:
    """Quotations and claims whose words may be shown."""
    return tuple(
        _statement(scope, item)
        for item in statements
        if item.fact.annotation.text
        and scope.index.quotations.allows(item.fact, item.fact.annotation.text)
    )


def by_speaker(statements: Iterable[StatementView]) -> tuple[SpeakerView, ...]:
    """Statements under who says them, in the order in which each is first heard."""
    found: dict[LinkView | None, list[StatementView]] = {}
    for item in statements:
        found.setdefault(item.by, []).append(item)
    return tuple(SpeakerView(by, tuple(items)) for by, items in found.items())


def _statement(scope: Scope, statement: Statement) -> StatementView:
    fact = statement.fact
    status = statement.status
    return StatementView(
        kind=fact.annotation.kind.value,
        text=fact.annotation.text,
        language=_language(scope, fact),
        by=scope.actor(statement.by) if statement.by else None,
        date=_said(scope, fact),
        status=status.value if status else "",
        status_text=scope.say(_STATUSES[status]) if status else "",
        href=scope.sentence_href(fact),
        source=scope.source(fact.origin),
    )


def _said(scope: Scope, fact: Fact) -> DateView:
    """When a text was published; of a background block, what it is as of."""
    date = scope.index.dated(fact.origin)
    if date:
        return scope.day(date)
    block = scope.index.linked.site.background.get(fact.origin.id)
    return (scope.date(block.as_of) if block else None) or DateView("")


def _entry(scope: Scope, event: Event, most: int | None, *, current: bool) -> EventView:
    given = next((fact for fact in event.reports if fact.annotation.get("label")), None)
    first = given or event.reports[0]
    label = event.label
    if given is None and not scope.index.quotations.allows(first, label):
        label = scope.say("Event")
    sources: dict[LinkView, None] = {}
    for fact in event.reports:
        source = scope.source(fact.origin)
        href = scope.sentence_href(fact)
        if source.text and href:
            sources[LinkView(source.text, href, source.language)] = None
    return EventView(
        date=scope.dates.edtf(event.date),
        label=label,
        language=scope.other(_language(scope, first)),
        anchor=addresses.event_anchor(event.key),
        sources=tuple(sources)[:most],
        current=current,
    )


def _language(scope: Scope, fact: Fact) -> str:
    article = scope.index.article(fact.origin)
    return article.language if article else scope.index.settings.language
