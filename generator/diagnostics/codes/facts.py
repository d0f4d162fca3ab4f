"""Facts that do not agree with each other."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity
from generator.diagnostics.example_files import article, entry

_HARBOUR = "content/articles/harbour.md"
_FERRY = "content/articles/ferry.md"

_SERIES = {"content/figures/ships.md": entry("label: Ships in the harbour", "unit: ships")}

EVENT_DATES_DIFFER = Code(
    id="L015",
    name="event-dates-differ",
    severity=Severity.WARNING,
    summary="Reports of one event give dates that cannot both be right.",
    why="The timeline shows the event once, on the most precise and earliest of its dates.",
    bad={
        _HARBOUR: article("[The ribbon was cut]{.event ref=reopening date=2024-03-04}."),
        _FERRY: article(
            "[The harbour reopened]{.event ref=reopening date=2024-03-05}.", title="Ferry sails"
        ),
    },
    good={
        _HARBOUR: article("[The ribbon was cut]{.event ref=reopening date=2024-03-04}."),
        _FERRY: article(
            "[The harbour reopened]{.event ref=reopening date=2024-03}.", title="Ferry sails"
        ),
    },
)

EVENTS_LOOK_ALIKE = Code(
    id="L016",
    name="events-look-alike",
    severity=Severity.WARNING,
    summary="Two entries of the timeline have the same date and the same label.",
    why="They are joined only where an editor says that they are one event.",
    bad={
        _HARBOUR: article("[The harbour reopened]{.event date=2024-03-04}."),
        _FERRY: article("[The harbour reopened]{.event date=2024-03-04}.", title="Ferry sails"),
    },
    good={
        _HARBOUR: article("[The harbour reopened]{.event date=2024-03-04 ref=reopening}."),
        _FERRY: article(
            "[The harbour reopened]{.event date=2024-03-04 ref=reopening}.", title="Ferry sails"
        ),
    },
)

REPORTS_DIFFER = Code(
    id="L017",
    name="reports-differ",
    severity=Severity.NOTE,
    summary="Two reports of a figure for the same time lie further apart than its tolerance.",
    why="Readers are told that reports differ, with both sources; editors may want to look first.",
    bad={
        **_SERIES,
        _HARBOUR: article("[40 ships]{.figure ref=ships} lay in the harbour."),
        _FERRY: article("[60 ships]{.figure ref=ships} lay there.", title="Ferry sails"),
    },
    good={
        "content/figures/ships.md": entry(
            "label: Ships in the harbour", "unit: ships", "tolerance: 20"
        ),
        _HARBOUR: article("[40 ships]{.figure ref=ships} lay in the harbour."),
        _FERRY: article("[60 ships]{.figure ref=ships} lay there.", title="Ferry sails"),
    },
)

UNLIKE_UNIT = Code(
    id="L019",
    name="unlike-unit",
    severity=Severity.WARNING,
    summary="A report's unit measures something else than its series, or is another currency.",
    why="A mass is no length, and no rate of exchange is assumed: it cannot be compared.",
    bad={
        "content/figures/quay.md": entry("label: Length of the quay", "unit: km"),
        _HARBOUR: article("The quay is [5 kg]{.figure ref=quay} long."),
    },
    good={
        "content/figures/quay.md": entry("label: Length of the quay", "unit: km"),
        _HARBOUR: article("The quay is [5 miles]{.figure ref=quay} long."),
    },
)

CODES = (
    EVENT_DATES_DIFFER,
    EVENTS_LOOK_ALIKE,
    REPORTS_DIFFER,
    UNLIKE_UNIT,
)
