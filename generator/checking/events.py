"""Events with two dates, and events that may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, diagnose
from generator.diagnostics.codes.facts import (
    EVENT_DATES_DIFFER,
    EVENTS_LOOK_ALIKE,
)

from .wording import Catalogue, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.links import LinkedSite, Unresolved


def clashing_date(item: Unresolved, _: Catalogue) -> Diagnostic:
    """A date of an event that another report of it rules out."""
    shown = item.candidates[0]
    message = f"This event is dated {item.wanted} here but {shown} elsewhere; {shown} is shown."
    mend = "Correct the date, or give another ref if it is another event."
    return diagnose(EVENT_DATES_DIFFER, item.file, item.span, message, mend)


def alike_events(linked: LinkedSite, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Events that look the same: one diagnostic for each after the first."""
    for proposal in linked.proposals:
        first, *others = (linked.events[key] for key in proposal.events)
        start = first.reports[0]
        place = catalogue.place(start)
        given = next(
            (
                ref
                for key in proposal.events
                for report in linked.events[key].reports
                if (ref := report.annotation.get("ref"))
            ),
            "",
        )
        for event in others:
            report = event.reports[0]
            message = (
                f"The event {quoted(event.label)} of {event.date.text} looks like the one in "
                f"{place}."
            )
            mend = (
                f"If they are one, give both ref={given or first.key}; else give them labels that "
                "tell them apart."
            )
            yield diagnose(
                EVENTS_LOOK_ALIKE,
                catalogue.file_of(report),
                report.annotation.text_span,
                message,
                mend,
            )
