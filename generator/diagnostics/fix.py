"""The mend of a fault as edits of its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .source import Span


class Applicability(StrEnum):
    """Whether a fix is certain to say what the editor meant, or a guess that must be looked at."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``text`` in place of what stands at ``span``; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of the diagnostic's own file that mend it together, or not at all."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability

    def shifted(self, by: int) -> Fix:
        """The same fix, ``by`` code points further on."""
        edits = tuple(Edit(edit.span.shifted(by), edit.text) for edit in self.edits)
        return Fix(self.title, edits, self.applicability)

    @property
    def safe(self) -> bool:
        """Whether it may be made without asking."""
        return self.applicability is Applicability.SAFE


def replacing(title: str, span: Span, text: str, *, safe: bool) -> Fix:
    """The fix that puts ``text`` in place of what stands at ``span``."""
    return Fix(title, (Edit(span, text),), Applicability.SAFE if safe else Applicability.UNSAFE)


class OverlapError(ValueError):
    """Two edits want to change the same text."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all ``edits`` made; those that insert at one place stand in the given order.

    Raises:
        OverlapError: two edits overlap.
        ValueError: an edit lies outside the text.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda item: item.span):
        start, end = edit.span
        if start < at:
            raise OverlapError(f"Two edits overlap at offset {start}.")
        if not start <= end <= len(text):
            raise ValueError(f"The edit {start}..{end} lies outside the text.")
        parts += (text[at:start], edit.text)
        at = end
    return "".join((*parts, text[at:]))
