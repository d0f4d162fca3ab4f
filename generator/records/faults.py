"""What can be wrong with a record, before a subject has given it a code of its own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Code, Diagnostic, Fix, SourceFile, Span, diagnose


class Kind(StrEnum):
    """Every kind of fault in a record. Each subject maps the kinds it can meet to its codes."""

    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate-key"
    ALIAS = "alias"
    TAG = "tag"
    DEPTH = "depth"
    NO_MAP = "no-map"
    COMMENTED = "commented"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    SHAPE = "shape"
    TEXT = "text"
    SLUG = "slug"
    DATE = "date"
    LANGUAGE = "language"
    ADDRESS = "address"
    PATH = "path"
    CHOICE = "choice"
    CONFLICT = "conflict"
    NUMBER = "number"
    LABEL = "label"
    EDTF = "edtf"
    WIKIDATA = "wikidata"
    TOLERANCE = "tolerance"
    ORDER = "order"


Codes: TypeAlias = Mapping[Kind, Code]


class Fault(NamedTuple):
    """A fault and its place."""

    kind: Kind
    span: Span
    message: str
    mend: str = ""
    fix: Fix | None = None

    def diagnostic(self, source: SourceFile, codes: Codes) -> Diagnostic:
        """The same under the subject's code."""
        return diagnose(codes[self.kind], source, self.span, self.message, self.mend, self.fix)


class Refusal(ValueError):  # noqa: N818 - it is caught as a value and never leaves a record's reading
    """A value that cannot be read.

    ``reason`` goes on after the quoted value ("which is no date"); ``mend`` says what to write.
    ``field`` names the key at fault where a whole map is refused. ``proposed`` is what can stand
    in place of the value, ``certain`` that nothing else can have been meant.
    """

    def __init__(
        self,
        kind: Kind,
        reason: str,
        mend: str = "",
        field: str = "",
        *,
        proposed: str = "",
        certain: bool = False,
    ) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.mend = mend
        self.field = field
        self.proposed = proposed
        self.certain = certain


_LONGEST_QUOTE = 80


def quoted(text: str) -> str:
    """``text`` between quotation marks on one line, cut short where it is long."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return f"'{text}'"
