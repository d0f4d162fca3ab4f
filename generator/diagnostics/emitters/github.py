"""Diagnostics as annotations on a pull request."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic, Severity

from .characters import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def emit_github(items: list[Diagnostic]) -> str:
    """Workflow commands, escaped as GitHub's own toolkit does it."""
    lines: list[str] = []
    for item in items:
        properties = {
            "file": visible(item.path),
            "line": str(item.line),
            "col": str(item.column),
            "endLine": str(item.end_line),
            "endColumn": str(item.end_column),
            "title": item.code,
        }
        shown = ",".join(f"{key}={text.translate(_PROPERTY)}" for key, text in properties.items())
        message = visible(item.message)
        if item.help:
            mend = "\n".join(visible(line) for line in item.help.split("\n"))
            message = f"{message}\nhelp: {mend}"
        lines.append(f"::{_COMMANDS[item.severity]} {shown}::{message.translate(_DATA)}\n")
    return "".join(lines)
