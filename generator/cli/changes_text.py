"""Changes of facts as they are printed: for people, for programs, and what correction is wanted."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics.emitters import inert_json, visible
from generator.model.links import Register
from generator.pipeline.changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pipeline.changes import Change

_LONGEST = 120


def changes_text(changes: Iterable[Change]) -> str:
    """One line a change."""
    return "".join(f"{visible(_line(item))}\n" for item in changes)


def changes_json(changes: Iterable[Change]) -> str:
    """A list of objects, in ASCII."""
    rows = [
        {
            "kind": str(item.kind),
            "register": str(item.register),
            "article": item.article,
            "briefings": list(item.briefings),
            "path": item.path,
            "line": item.line,
            "subject": item.subject,
            "before": item.before,
            "after": item.after,
            "published": item.published,
            "corrected": item.corrected,
            "nearest": item.nearest,
            "wants_correction": item.wants_correction,
        }
        for item in changes
    ]
    return inert_json(json.dumps(rows, indent=2, ensure_ascii=True)) + "\n"


def wanted_text(change: Change, day: str) -> str:
    """The fault of a change without a correction, with one to paste; ``day`` is its date."""
    place = f"{change.path}:{change.line}: error:"
    if change.kind is ChangeKind.QUOTATION_TEXT:
        return _drifted_text(change, place, day)
    message = (
        f"{place} The published figure {_quoted(change.subject)} "
        f"changed from {_cut(change.before)} to {_cut(change.after)}, and no correction says so."
    )
    text = f"{_quoted(change.subject)} was given as {_cut(change.before)}; it is "
    return _with_correction(message, text + _cut(change.after) + ".", day)


def _drifted_text(change: Change, place: str, day: str) -> str:
    message = f"{place} The published quotation {_quoted(change.subject)} no longer stands there"
    standing = change.after or change.nearest
    if standing:
        message += f"; what is most like it is {_quoted(standing)}"
    text = f"An earlier version quoted {_quoted(change.subject)}."
    return _with_correction(f"{message}. No correction says so.", text, day)


def _with_correction(message: str, text: str, day: str) -> str:
    lines = (
        "help: Add this to the corrections in its front matter, and say what was wrong:",
        "      corrections:",
        f"        - date: {day}",
        f"          text: {json.dumps(text, ensure_ascii=False)}",
    )
    return "".join(f"{visible(line)}\n" for line in (message, *(f"  {line}" for line in lines)))


def unread_text(path: str) -> str:
    """That a file could not be read, so that its changes are not known."""
    return visible(f"{path}: it can no longer be read, so its changes are not listed: run check.")


def _line(change: Change) -> str:
    notes = []
    if change.briefings:
        notes.append(f"briefings: {', '.join(change.briefings)}")
    if not change.published:
        notes.append("not published")
    if change.corrected:
        notes.append("corrected")
    end = f" ({'; '.join(notes)})" if notes else ""
    return f"{change.path}:{change.line}: {_what(change)}{end}"


def _what(change: Change) -> str:
    words = _WORDS[change.kind]
    if change.kind is ChangeKind.ROLE and change.register is Register.ACTOR:
        words = _WORDS_OF_REGISTER
    if change.kind is ChangeKind.QUOTATION_TEXT and not change.after:
        words = _WORDS_GONE
    if change.kind is ChangeKind.ARTICLE_REMOVED and change.after:
        words = _WORDS_WITHDRAWN
    return words.format(
        subject=_quoted(change.subject),
        before=_cut(change.before) or "none given",
        after=_cut(change.after) or "none given",
    )


_WORDS: Mapping[ChangeKind, str] = MappingProxyType(
    {
        ChangeKind.FIGURE_VALUE: "figure {subject}: {before} → {after}",
        ChangeKind.FIGURE_ADDED: "figure {subject} added: {after}",
        ChangeKind.FIGURE_REMOVED: "figure {subject} removed: {before}",
        ChangeKind.ROLE: "role of {subject}: {before} → {after}",
        ChangeKind.CLAIM_STATUS: "status of {subject}: {before} → {after}",
        ChangeKind.SPEAKER: "speaker of {subject}: {before} → {after}",
        ChangeKind.QUOTATION_TEXT: "quotation {subject} → ‘{after}’",
        ChangeKind.EVENT_DATE: "event {subject}: {before} → {after}",
        ChangeKind.TITLE: "title {subject} → ‘{after}’",
        ChangeKind.ARTICLE_REMOVED: "article {subject} removed",
    }
)
_WORDS_OF_REGISTER = "role of {subject} in the register: {before} → {after}"
_WORDS_GONE = "quotation {subject} gone"
_WORDS_WITHDRAWN = "article {subject} is a draft again"


def _quoted(text: str) -> str:
    return f"‘{_cut(text)}’"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
