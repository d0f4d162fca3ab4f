"""When a fault stands in the way."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Severity


def stops(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """Whether an error is among ``diagnostics``, or with ``strict`` a warning."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(item.severity in fatal for item in diagnostics)
