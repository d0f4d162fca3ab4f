"""Diagnostics as text: for people, for programs, and for what reads a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from generator.diagnostics.diagnostic import Diagnostic

from .characters import inert_json, printable, visible
from .github import emit_github
from .gitlab import emit_gitlab
from .objects import emit_json
from .plain import emit_concise, emit_full
from .sarif import emit_sarif


class Format(StrEnum):
    """How diagnostics are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


def emit(diagnostics: Iterable[Diagnostic], style: Format | str = Format.FULL) -> str:
    """All diagnostics once, ordered, each line ended.

    Of none: ``""``, an empty list in JSON, a run without results in SARIF.

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


_STYLES: Mapping[Format, Callable[[list[Diagnostic]], str]] = MappingProxyType(
    {
        Format.FULL: emit_full,
        Format.CONCISE: emit_concise,
        Format.JSON: emit_json,
        Format.GITHUB: emit_github,
        Format.GITLAB: emit_gitlab,
        Format.SARIF: emit_sarif,
    }
)

__all__ = ["Format", "emit", "inert_json", "ordered", "printable", "visible"]
