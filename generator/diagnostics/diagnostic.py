"""A fault in content, as a value: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from .fix import Fix
from .source import SourceFile, Span


class Severity(StrEnum):
    """How much a fault matters: an error stops the build, a warning stops it with ``--strict``.

    A note is worth knowing and never stops anything.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of fault: one row of the table of codes, and one page of the handbook.

    ``bad`` and ``good`` are whole sites as ``{path: text}``, relative to the site's root;
    ``bad`` shows the fault, ``good`` the same content mended. The table's own tests
    build both.
    """

    id: str
    name: str
    severity: Severity
    summary: str
    why: str
    bad: dict[str, str] = field(repr=False, hash=False)
    good: dict[str, str] = field(repr=False, hash=False)


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One fault at one place. Lines and columns count from 1, columns in code points.

    ``message`` is a sentence that stands alone; ``help`` is the mend, empty where there is none.
    A fault of a whole file stands at line 1, column 1. ``fix`` mends it, where a machine can.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    severity: Severity
    message: str
    help: str = ""
    fix: Fix | None = field(default=None, compare=False)


def diagnose(
    code: Code,
    source: SourceFile,
    span: Span | None,
    message: str,
    mend: str = "",
    fix: Fix | None = None,
) -> Diagnostic:
    """The fault ``code`` at ``span`` of ``source``; ``None`` means the file as a whole."""
    start = source.position(span.start) if span else None
    end = source.position(span.end) if span else None
    return Diagnostic(
        path=source.path,
        line=start.line if start else 1,
        column=start.column if start else 1,
        end_line=end.line if end else 1,
        end_column=end.column if end else 1,
        code=code.id,
        severity=code.severity,
        message=message,
        help=mend,
        fix=fix,
    )
