"""Nodes against a pydantic model: all faults at once, each at the place of its value or key."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Fix, replacing

from .faults import Codes, Fault, Kind, Refusal, quoted
from .nearest import is_slip, nearest
from .nodes import ListNode, MapNode, Node, Scalar, Step, key_span_at, node_at, plain, without
from .yaml_errors import line_at, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from generator.diagnostics import Diagnostic, SourceFile, Span

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is read: how messages name it, its codes, and keys that other formats use for ours."""

    name: str
    codes: Codes
    synonyms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Validated(NamedTuple, Generic[M]):
    """What came of a record.

    ``record`` is ``None`` where a required key is missing or cannot be read; else it holds what
    could be read, also where there are faults. ``node`` is the map without what could not.
    """

    record: M | None
    node: MapNode
    diagnostics: tuple[Diagnostic, ...]


def validate(
    node: MapNode, model: type[M], source: SourceFile, subject: Subject, whole: Span
) -> Validated[M]:
    """Read ``node`` as ``model``. What concerns no key stands at ``whole``: its first line."""
    try:
        return Validated(model.model_validate(plain(node)), node, ())
    except ValidationError as error:
        errors = error.errors(include_url=False)
    faults = [
        fault
        for details in errors
        if (fault := _fault(details, node, _Place(model, subject, source, whole))) is not None
    ]
    found = dict.fromkeys(fault.diagnostic(source, subject.codes) for fault in faults)
    record, rest = _salvage(node, model, errors)
    return Validated(record, rest, tuple(found))


def _salvage(node: MapNode, model: type[M], errors: list[ErrorDetails]) -> tuple[M | None, MapNode]:
    """What can be read without the values at fault, and the map without them."""
    for _ in range(_PASSES):
        paths: set[tuple[Step, ...]] = set()
        for details in errors:
            loc = details["loc"]
            # What lacks a key, or has a bad one, is left out whole.
            paths.add(loc[:-1] if details["type"] == "missing" or loc[-1:] == ("[key]",) else loc)
        if () in paths:
            return None, node
        node = cast("MapNode", without(node, frozenset(paths)))
        try:
            return model.model_validate(plain(node)), node
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None, node


# A map that has lost a value at fault may lack it, and fall itself.
_PASSES = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """What is read, and where what concerns no key stands."""

    model: type[BaseModel]
    subject: Subject
    source: SourceFile
    whole: Span


def _fault(details: ErrorDetails, root: MapNode, place: _Place) -> Fault | None:
    loc = details["loc"]
    kind = details["type"]
    whole = place.whole
    name = ".".join(step for step in loc if isinstance(step, str) and step != "[key]")
    if kind == "missing":
        return _missing(loc, name, root, place)
    if kind == "extra_forbidden":
        return _unknown(loc, root, place)
    if isinstance(node_at(root, loc[:-1]), ListNode):
        name = f"An item of {name}"
    if loc and loc[-1] == "[key]":
        span = key_span_at(root, loc[:-1]) or whole
        refused = details.get("ctx", {}).get("error")
        if isinstance(refused, Refusal):
            message = f"{quoted(str(details['input']))} is a key of {name.rpartition('.')[0]}, "
            return Fault(refused.kind, span, f"{message}{refused.reason}.", refused.mend)
    value = node_at(root, loc)
    span = value.span if value else whole
    refusal = details.get("ctx", {}).get("error")
    if isinstance(refusal, Refusal) and refusal.kind is not Kind.SHAPE:
        if isinstance(value, Scalar):
            message = f"{name} is {quoted(value.text)}, {refusal.reason}."
            fix = _replacement(refusal, value, place.source)
            return Fault(refusal.kind, span, message, refusal.mend, fix)
        at = node_at(root, (*loc, refusal.field)) if refusal.field else None
        span = at.span if at else key_span_at(root, loc) or whole
        return Fault(refusal.kind, span, f"{name} {refusal.reason}.", refusal.mend)
    expected = str(refusal) if isinstance(refusal, Refusal) else _EXPECTED.get(kind, kind)
    return Fault(Kind.SHAPE, span, *_shape(name, value, expected, _keys_at(place.model, loc)))


def _replacement(refusal: Refusal, value: Scalar, source: SourceFile) -> Fix | None:
    """What the refusal proposes in place of a value that stands in the file as it was read."""
    proposed, (start, end) = refusal.proposed, value.span
    if not proposed or source.text[start:end] != value.text:
        return None
    if not proposed[0].isalnum() or ": " in proposed or " #" in proposed:
        return None
    return replacing(f"Write {proposed}", value.span, proposed, safe=refusal.certain)


_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys of its own",
    "model_type": "keys of its own",
}


def _missing(loc: tuple[Step, ...], name: str, root: MapNode, place: _Place) -> Fault | None:
    if root.unreadable or (loc and loc[0] in root.broken):
        return None
    span = key_span_at(root, loc) or place.whole
    owner = name.rpartition(".")[0] or place.subject.name
    line = f"{loc[-1]}: {_example(place.model, loc)}"
    if node_at(root, loc) is not None:
        mend = _uncommented(place.source, span) or f"Write {line}"
        return Fault(Kind.MISSING_KEY, span, f"{name} is empty, and {owner} needs it.", mend)
    holder = node_at(root, loc[:-1])
    if holder is not None and isinstance(node_at(root, loc[:-2]), ListNode):
        owner, span = f"An item of {owner}", holder.span
    elif len(loc) == 1:
        owner = f"{owner[:1].upper()}{owner[1:]}"
    return Fault(Kind.MISSING_KEY, span, f"{owner} has no {loc[-1]}.", f"Add {line}")


def _uncommented(source: SourceFile, key: Span) -> str:
    """The mend of a key whose value is read as a comment, ``""`` where it has none."""
    line = line_at(source.text, key.start)
    _, found, lost = line.text.partition("#")
    text = f"#{lost}".strip()
    return f"Text behind # is a comment: write {line.key}: {yaml_quoted(text)}" if found else ""


def _unknown(loc: tuple[Step, ...], root: MapNode, place: _Place) -> Fault:
    key = str(loc[-1])
    model, subject = place.model, place.subject
    span = key_span_at(root, loc) or place.whole
    owner = ".".join(str(step) for step in loc[:-1] if isinstance(step, str)) or subject.name
    known = _keys_at(model, loc[:-1])
    synonym = subject.synonyms.get(key.casefold(), "") if len(loc) == 1 else ""
    below = [
        name
        for name in known
        if len(loc) == 1 and isinstance(root.value(name), MapNode | None)
        if key in _keys_at(model, (name,))
    ]
    meant, safe = "", False
    if synonym:
        mend = f"Write {synonym}."
        meant = synonym if synonym in known else ""
    elif below:
        mend = f"Write it below {below[0]}:, indented by two spaces."
    elif guess := nearest(key, known):
        mend = f"Did you mean {guess}?"
        meant, safe = guess, is_slip(key, guess, known)
    else:
        mend = f"Known keys: {', '.join(known)}."
    holder = node_at(root, loc[:-1])
    taken = isinstance(holder, MapNode) and (meant in holder.entries or meant in holder.broken)
    fix = None
    if meant and not taken and place.source.text[span.start : span.end] == key:
        fix = replacing(f"Write {meant}", span, meant, safe=safe)
    message = f"There is no key {quoted(key)} in {owner}."
    return Fault(Kind.UNKNOWN_KEY, span, message, mend, fix)


def _shape(name: str, value: Node | None, expected: str, keys: tuple[str, ...]) -> tuple[str, str]:
    if isinstance(value, ListNode):
        found = "a list"
    elif isinstance(value, MapNode):
        found = "a key with a value"
    else:
        found = quoted(value.text) if value else "nothing"
    message = f"{name} is {found}, where {expected} is expected."
    if expected == "keys of its own":
        message = f"{name} is {found}, where {expected} are expected."
        return message, f"Write on lines of their own, indented, what is known of {', '.join(keys)}"
    if expected == "a list":
        return message, "Write it as [one, two]"
    if isinstance(value, MapNode):
        text = ", ".join(
            f"{key}: {entry.value.text}"
            for key, entry in value.entries.items()
            if isinstance(entry.value, Scalar)
        )
        return message, f"If it is one text, put it between quotation marks: {yaml_quoted(text)}"
    return message, "If it is one text, put it between quotation marks"


def _keys_at(model: type[BaseModel], path: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(_fields_at(model, _names(path)))


def _example(model: type[BaseModel], path: tuple[Step, ...]) -> str:
    *owner, key = _names(path)
    examples = _fields_at(model, tuple(owner))[key].examples
    return str(examples[0]) if examples else "…"


def _names(path: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


@lru_cache(maxsize=256)
def _fields_at(model: type[BaseModel], path: tuple[str, ...]) -> Mapping[str, FieldInfo]:
    """The fields of the map that ``path`` leads to by their keys; none where it is no such map."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    if not path:
        return fields
    inner = _model_in(fields[path[0]].annotation) if path[0] in fields else None
    return _fields_at(inner, path[1:]) if inner else {}


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any type's annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in get_args(annotation))
    return next((part for part in inner if part is not None), None)
