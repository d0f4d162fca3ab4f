"""Suggestions as they are printed: a line each for people, objects for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from generator.diagnostics.emitters import inert_json, visible
from generator.model.quantity import Quantity
from generator.model.suggestion import Suggestion, SuggestionKind

if TYPE_CHECKING:
    from generator.diagnostics import SourceFile

_LONGEST = 60
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_ISOLATE, _END = "\u2068", "\u2069"
_Value: TypeAlias = "str | Decimal | float | int | list[str] | Mapping[str, str]"


def suggestions_text(source: SourceFile, suggestions: Iterable[Suggestion]) -> str:
    """One line a suggestion: its place, kind and confidence, its text, and what it would be."""
    return "".join(f"{_line(source, item)}\n" for item in suggestions)


def suggestions_json(found: Iterable[tuple[SourceFile, Iterable[Suggestion]]]) -> str:
    """A list of objects, in ASCII; numbers are exact, dates are EDTF."""
    rows = [_object(source, item) for source, items in found for item in items]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def place_text(source: SourceFile, item: Suggestion) -> str:
    """``path:line:column`` of a suggestion."""
    at = source.position(item.span.start)
    return visible(f"{source.path}:{at.line}:{at.column}")


def meaning(item: Suggestion) -> str:
    """What a suggestion says of its text, in a few words; ``""`` where it says no more than so."""
    parts: list[str] = []
    if item.stub is not None:
        kind = f" ({item.stub.kind})" if item.stub.kind else ""
        parts.append(f"new entry {item.stub.id}{kind}")
    elif item.ref:
        parts.append(item.ref)
    elif item.candidates:
        parts.append(f"one of {', '.join(item.candidates)}")
    if item.quantity is not None:
        parts.append(quantity_text(item.quantity))
    if item.date is not None:
        parts.append(item.date.text)
    if item.label:
        parts.append(f"label {item.label}")
    if item.role:
        parts.append(f"role {item.role}")
    if item.by:
        parts.append(f"by {item.by}")
    return ", ".join(parts)


def quantity_text(quantity: Quantity) -> str:
    """A quantity in digits: ``about 4000000 people``, ``3..5 kg``, ``vague dozens``."""
    number = amount_text(quantity) or "vague"
    qualifier = quantity.qualifier.value
    words = ["" if qualifier in {"exact", "between"} else qualifier, number, quantity.unit or ""]
    return " ".join(word for word in words if word)


def amount_text(quantity: Quantity) -> str:
    """The number or the range of a quantity; ``""`` where it has none."""
    if quantity.value is not None:
        return _number(quantity.value)
    if quantity.low is not None and quantity.high is not None:
        return f"{_number(quantity.low)}..{_number(quantity.high)}"
    return ""


def shown(text: str, longest: int | None = None) -> str:
    """Text of a file on one line that cannot steer a terminal; right-to-left text is isolated."""
    text = " ".join(text.split())
    if longest is not None and len(text) > longest:
        text = text[: longest - 1].rstrip() + "…"
    return isolated(visible(text))


def isolated(text: str) -> str:
    """``text`` so that its direction does not reach what stands around it on the line."""
    if text.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return text
    return f"{_ISOLATE}{text}{_END}"


def _line(source: SourceFile, item: Suggestion) -> str:
    said = meaning(item)
    behind = f" = {shown(said, 2 * _LONGEST)}" if said else ""
    text = shown(item.text, _LONGEST)
    return f'{place_text(source, item)}: {item.kind} {item.confidence:.2f} "{text}"{behind}'


def _object(source: SourceFile, item: Suggestion) -> str:
    at = source.position(item.span.start)
    row: dict[str, _Value] = {
        "path": source.path,
        "kind": item.kind.value,
        "start": item.span.start,
        "end": item.span.end,
        "text": item.text,
        "line": at.line,
        "column": at.column,
        "confidence": round(item.confidence, 4),
    }
    given: dict[str, _Value | None] = {"ref": item.ref, "role": item.role, "label": item.label}
    if item.quantity is not None:
        quantity = item.quantity
        given |= {
            "value": quantity.value,
            "low": quantity.low,
            "high": quantity.high,
            "unit": quantity.unit,
            "qualifier": quantity.qualifier.value,
        }
    given |= {
        "date": item.date.text if item.date is not None else None,
        "by": item.by,
        "candidates": list(item.candidates),
    }
    if item.stub is not None:
        stub = item.stub
        given["stub"] = {
            "register": stub.register,
            "id": stub.id,
            "name": stub.name,
            "kind": stub.kind,
            "role": stub.role,
        }
    row |= {key: value for key, value in given.items() if value not in (None, "", [])}
    fields = ", ".join(f"{json.dumps(key)}: {_json(value)}" for key, value in row.items())
    return inert_json(f"  {{{fields}}}")


def _json(value: _Value) -> str:
    return _number(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=True)


def _number(value: Decimal) -> str:
    """All digits of a number, without an exponent; whole ones without a point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written_text(path: str, accepted: int, plain: int, entries: Iterable[str]) -> str:
    """What was written into a file, as one line, and a line for each entry made."""
    done = f"{accepted} {'annotation' if accepted == 1 else 'annotations'}"
    if plain:
        done += f", {plain} marked .plain"
    lines = [f"{path}: {done} written." if accepted or plain else f"{path}: nothing written."]
    lines += (f"Made {entry}" for entry in entries)
    return "\n".join(visible(line) for line in lines)


def refused_text(source: SourceFile, item: Suggestion, reason: str) -> str:
    """Why a suggestion was not written."""
    text = shown(item.text, _LONGEST)
    return f'{place_text(source, item)}: {item.kind} "{text}" was left out: {visible(reason)}.'


INFORMATION = frozenset({SuggestionKind.READ_MORE})
"""Kinds that are told and never written: the reader of the format sees such lines by itself."""
