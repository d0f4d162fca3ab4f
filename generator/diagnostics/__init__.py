"""Faults in content as values: source places, the one table of codes, and how they are printed."""

from .diagnostic import Code, Diagnostic, Severity, diagnose
from .fix import Applicability, Edit, Fix, OverlapError, apply_edits, replacing
from .source import NOWHERE, Position, SourceFile, Span

__all__ = [
    "NOWHERE",
    "Applicability",
    "Code",
    "Diagnostic",
    "Edit",
    "Fix",
    "OverlapError",
    "Position",
    "Severity",
    "SourceFile",
    "Span",
    "apply_edits",
    "diagnose",
    "replacing",
]
