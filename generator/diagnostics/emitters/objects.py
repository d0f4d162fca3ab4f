"""Diagnostics as JSON objects for programs."""

from __future__ import annotations

import json

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.fix import Fix

from .characters import inert_json


def emit_json(items: list[Diagnostic]) -> str:
    """A list of objects, in ASCII: no terminal and no encoding can change it."""
    rows = [
        {
            "code": item.code,
            "severity": str(item.severity),
            "path": item.path,
            "line": item.line,
            "column": item.column,
            "end_line": item.end_line,
            "end_column": item.end_column,
            "message": item.message,
            "help": item.help,
            "fix": _fix(item.fix),
        }
        for item in items
    ]
    return inert_json(json.dumps(rows, indent=2, ensure_ascii=True)) + "\n"


def _fix(fix: Fix | None) -> dict[str, object] | None:
    """A fix with its edits; offsets count code points into the file."""
    if fix is None:
        return None
    return {
        "title": fix.title,
        "applicability": str(fix.applicability),
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "text": edit.text}
            for edit in fix.edits
        ],
    }
