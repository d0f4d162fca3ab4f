"""Diagnostics as lines for people."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic

from .characters import printable, visible


def _line(item: Diagnostic) -> str:
    line = f"{item.path}:{item.line}:{item.column}: {item.severity}[{item.code}] {item.message}"
    return printable(visible(line))


def emit_concise(items: list[Diagnostic]) -> str:
    """One line each."""
    return "".join(f"{_line(item)}\n" for item in items)


def emit_full(items: list[Diagnostic]) -> str:
    """A line each, and below it the mend, and what ``--fix`` would do."""
    lines: list[str] = []
    for item in items:
        lines.append(_line(item))
        if item.help:
            first, *rest = (visible(line) for line in item.help.split("\n"))
            lines.append(f"  help: {first}")
            lines += (printable(f"        {line}") for line in rest)
        if item.fix is not None:
            lines.append(f"  fix: {visible(item.fix.title)}{'' if item.fix.safe else ' (unsafe)'}")
    return "".join(f"{line}\n" for line in lines)
