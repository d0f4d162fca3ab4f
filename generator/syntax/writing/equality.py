"""Whether two texts are the same but for their places."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import NOWHERE, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.document import Inline


def same_inlines(one: Sequence[Inline], two: Sequence[Inline]) -> bool:
    """Whether two sequences of inlines differ in nothing but spans and annotation numbers."""
    return unplaced(tuple(one)) == unplaced(tuple(two))


def unplaced(value: object) -> object:
    """A node, or a tuple of nodes, with every span and annotation number taken out."""
    if isinstance(value, Span):
        return NOWHERE
    if isinstance(value, tuple):
        return tuple(unplaced(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            item.name: None if item.name == "number" else unplaced(getattr(value, item.name))
            for item in fields(value)
        }
        return replace(value, **changes)
    return value
