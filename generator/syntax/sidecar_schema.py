"""The JSON Schema of annotations that stand beside a text, in ``NAME.annotations.yaml``."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.model.annotation import Kind
from generator.records import DIALECT

from .inline.spans import CLOSED_VALUES, KNOWN_ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "What the words are.",
        "exact": "The words, as they stand in the text.",
        "prefix": "What stands in front of them, where they stand in the text more than once.",
        "suffix": "What stands behind them, where they stand in the text more than once.",
        "occurrence": "Which of several places that are alike is meant, counted from 1.",
        "note": "A remark that reaches no page.",
        "ref": "The id of the entry that is meant.",
        "role": "The role in this story.",
        "label": "What it is called.",
        "value": "The value, where the words do not say it.",
        "low": "The least value of a range.",
        "high": "The greatest value of a range.",
        "unit": "What one of it is: people, percent, EUR, month.",
        "qualifier": "How exact the value is.",
        "as-of": "The time that the value is of (EDTF).",
        "by": "The id of the actor who says so.",
        "date": "When it happened (EDTF).",
        "status": "What is known of the claim.",
    }
)
_TEXT = ("string", "number", "boolean")


def sidecar_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of a sidecar; an item may have the attributes of any kind."""
    item = {
        "type": "object",
        "title": "annotation",
        "description": "What some words of the text are.",
        "required": ["kind", "exact"],
        "additionalProperties": False,
        "properties": dict(_properties()),
    }
    waiting = {"type": "object", "additionalProperties": {"type": [*_TEXT, "null"]}}
    return {
        "$schema": DIALECT,
        "title": "Annotations beside a text",
        "description": "NAME.annotations.yaml, beside the article NAME.md.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "annotations": {
                "title": "annotations",
                "description": "What words of the text are.",
                "type": ["array", "null"],
                "items": item,
            },
            "unplaced": {
                "title": "unplaced",
                "description": "Imported annotations that wait for an editor; they reach no page.",
                "type": ["array", "null"],
                "items": waiting,
            },
        },
    }


def _properties() -> Iterator[tuple[str, dict[str, Any]]]:
    kinds = [kind for kind in Kind if kind is not Kind.CAPTION]
    optional: dict[str, Any] = {"type": [*_TEXT, "null"]}
    own: dict[str, dict[str, Any]] = {
        "kind": {"type": "string", "enum": [str(kind) for kind in kinds]},
        "exact": {"type": list(_TEXT)},
        "prefix": optional,
        "suffix": optional,
        "occurrence": {
            "type": ["integer", "string", "null"],
            "minimum": 1,
            "maximum": 999_999,
            "pattern": "^[0-9]{1,6}$",
        },
        "note": optional,
    }
    for key, value in own.items():
        yield key, {"title": key, "description": _MEANINGS[key], **value}
    for key in dict.fromkeys(key for kind in kinds for key in KNOWN_ATTRIBUTES[kind]):
        having = [kind for kind in kinds if key in KNOWN_ATTRIBUTES[kind]]
        closed = [CLOSED_VALUES[kind, key] for kind in having if (kind, key) in CLOSED_VALUES]
        value = {"enum": [*closed[0], None]} if closed else optional
        told = f"{_MEANINGS[key]} Of {', '.join(having)}."
        yield key, {"title": key, "description": told, **value}
