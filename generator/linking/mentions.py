"""Actors and places named in texts, and the actors who say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.annotation import ClaimStatus
from generator.model.links import Mention, Register, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .directory import Directory
    from .ledger import Ledger
    from .texts import Found


def link_mentions(
    found: Iterable[Found], register: Register, directory: Directory, ledger: Ledger
) -> tuple[Mention, ...]:
    """Each annotation of an actor or place with the entry that its ``ref`` or text names."""
    mentions = []
    for item in found:
        annotation, file = item.annotation, item.file
        ref = annotation.get("ref")
        if ref:
            span = annotation.value_span("ref") or annotation.span
            lookup = directory.agreed(directory.by_id(ref), ref, annotation.text)
            target = ledger.settle(lookup, register, "ref", ref, file, span)
        else:
            text = annotation.text
            lookup = directory.by_name(text)
            target = ledger.settle(lookup, register, "text", text, file, annotation.text_span)
        ledger.refer(item, target)
        if item.text.counts:
            mentions.append(Mention(item.fact, target, annotation.get("role") or ""))
    return tuple(mentions)


def speaker(item: Found, directory: Directory, ledger: Ledger) -> str:
    """The actor that ``by`` names, by id or by name; ``""`` where it is not given or not known."""
    by = item.annotation.get("by")
    if not by:
        return ""
    span = item.annotation.value_span("by") or item.annotation.span
    return ledger.settle(directory.by_either(by), Register.ACTOR, "by", by, item.file, span)


def link_statements(
    found: Iterable[Found], directory: Directory, ledger: Ledger
) -> tuple[Statement, ...]:
    """Each quotation and claim with who said it."""
    statements = []
    for item in found:
        by = speaker(item, directory, ledger)
        ledger.refer(item, by)
        if item.text.counts:
            statements.append(Statement(item.fact, by, _status(item.annotation.get("status"))))
    return tuple(statements)


def _status(value: str | None) -> ClaimStatus | None:
    """The status, ``None`` where none is given or the reader has reported it as unknown."""
    return ClaimStatus(value) if value in set(ClaimStatus) else None
