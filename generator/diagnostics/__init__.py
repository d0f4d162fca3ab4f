"""Faults in content as values: source places, the one table of codes, and how they are printed."""

from .diagnostic import Code, Diagnostic, Severity, diagnose
from .source import NOWHERE, Position, SourceFile, Span

__all__ = [
    "NOWHERE",
    "Code",
    "Diagnostic",
    "Position",
    "Severity",
    "SourceFile",
    "Span",
    "diagnose",
]
