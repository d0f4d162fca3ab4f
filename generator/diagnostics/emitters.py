"""Diagnostics as text: for people, for programs, and as annotations on a pull request.

Whatever a file holds, what is printed cannot steer a terminal, hide in it, or pass for another
line: control characters, direction overrides and invisible marks are shown as escapes.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from .diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Format(StrEnum):
    """How diagnostics are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


# Controls (C0, DEL, C1), soft hyphen, invisible and direction marks, line and paragraph separators,
# lone surrogates, and the tag characters that mirror ASCII unseen. Joiners (U+200C, U+200D) shape
# Persian and Indic words and stay.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_FIRST_TWO_BYTES = 0xFFFF
_FIRST_BYTE = 0xFF


def emit(diagnostics: Iterable[Diagnostic], style: Format | str = Format.FULL) -> str:
    """All diagnostics once, ordered, each line ended; ``""`` for none (``[]`` in JSON).

    Raises:
        ValueError: ``style`` is no format.
    """
    return _STYLES[Format(style)](ordered(diagnostics))


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each diagnostic once, by path, line, column and code."""
    return sorted(
        set(diagnostics),
        key=lambda item: (item.path, item.line, item.column, item.code, item),
    )


def visible(text: str) -> str:
    """``text`` with what cannot be seen, or would steer a terminal, as escapes."""
    return _UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    point = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if point <= _FIRST_BYTE:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= _FIRST_TWO_BYTES else f"\\U{point:08x}"


def _line(item: Diagnostic) -> str:
    return visible(
        f"{item.path}:{item.line}:{item.column}: {item.severity}[{item.code}] {item.message}"
    )


def _emit_concise(items: list[Diagnostic]) -> str:
    return "".join(f"{_line(item)}\n" for item in items)


def _emit_full(items: list[Diagnostic]) -> str:
    lines: list[str] = []
    for item in items:
        lines.append(_line(item))
        if item.help:
            first, *rest = (visible(line) for line in item.help.split("\n"))
            lines.append(f"  help: {first}")
            lines += (f"        {line}" for line in rest)
    return "".join(f"{line}\n" for line in lines)


def _emit_json(items: list[Diagnostic]) -> str:
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
        }
        for item in items
    ]
    return json.dumps(rows, indent=2, ensure_ascii=True) + "\n"


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def _emit_github(items: list[Diagnostic]) -> str:
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


_STYLES: Mapping[Format, Callable[[list[Diagnostic]], str]] = MappingProxyType(
    {
        Format.FULL: _emit_full,
        Format.CONCISE: _emit_concise,
        Format.JSON: _emit_json,
        Format.GITHUB: _emit_github,
    }
)
