"""What is due to be looked at again: told by ``briefing check --stale`` alone.

The examples are those of ``briefing check --stale --as-of 2025-06-01``.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HARBOUR = "content/articles/harbour.md"


def _article(date: str, text: str, *keys: str) -> str:
    head = "".join(f"{key}\n" for key in keys)
    return f"---\ntitle: Harbour reopens\ndate: {date}\n{head}---\n\n{text}\n"


def _block(*keys: str) -> str:
    head = "".join(f"{key}\n" for key in keys)
    return f"---\ntitle: The harbour\n{head}---\n\nIt is old.\n"


def _actor(*keys: str) -> str:
    head = "".join(f"  - {key}\n" for key in keys)
    return f"---\nname: Jane Roe\nkind: Person\nroles:\n{head}---\n"


_SHIPS = '[40 ships]{.figure label="Ships in the harbour"} lay there.'
_JANE = "[Jane Roe]{.actor} cut the ribbon."

FIGURE_DUE = Code(
    id="D001",
    name="figure-due",
    severity=Severity.NOTE,
    summary="The newest report of a figure is older than stale-after.",
    why="Readers see what it is as of; a newer report may be had.",
    bad={_HARBOUR: _article("2024-03-04", _SHIPS)},
    good={_HARBOUR: _article("2025-03-04", _SHIPS)},
)

BACKGROUND_DUE = Code(
    id="D002",
    name="background-due",
    severity=Severity.NOTE,
    summary="A background block has passed its review-by, or tells of a time before stale-after.",
    why="Background is read as what holds today; somebody should read it again.",
    bad={
        _HARBOUR: _article("2025-03-04", "It reopened.", "background: [harbour]"),
        "content/background/harbour.md": _block("as-of: 2024-01", "review-by: 2025-01"),
    },
    good={
        _HARBOUR: _article("2025-03-04", "It reopened.", "background: [harbour]"),
        "content/background/harbour.md": _block("as-of: 2024-01", "review-by: 2026-01"),
    },
)

ROLE_DUE = Code(
    id="D003",
    name="role-due",
    severity=Severity.NOTE,
    summary="A role without an end has not been confirmed since stale-after.",
    why="It is shown as held today, though no newer article names who holds it.",
    bad={
        _HARBOUR: _article("2024-03-04", _JANE),
        "content/actors/jane-roe.md": _actor("{title: harbour master, from: 2020}"),
    },
    good={
        _HARBOUR: _article("2024-03-04", _JANE),
        "content/actors/jane-roe.md": _actor("{title: harbour master, from: 2020, to: 2024-09}"),
    },
)

CODES = (FIGURE_DUE, BACKGROUND_DUE, ROLE_DUE)
