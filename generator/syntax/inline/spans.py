"""Bracketed spans: which kind of annotation one is, and what is wrong with its attributes."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics.codes import annotations as codes
from generator.model.annotation import ClaimStatus, Kind
from generator.model.quantity import Qualifier
from generator.records import nearest
from generator.syntax.mending import removing, renaming, unwrapping

from .attribute_faults import check_attributes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Span
    from generator.model.document import Attribute
    from generator.syntax.context import Context

    from .attributes import Attributes

KNOWN_ATTRIBUTES: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.ACTOR: ("ref", "role"),
        Kind.FIGURE: (
            "ref",
            "label",
            "value",
            "unit",
            "qualifier",
            "as-of",
            "by",
            "low",
            "high",
        ),
        Kind.EVENT: ("date", "label", "ref"),
        Kind.PLACE: ("ref",),
        Kind.QUOTE: ("by",),
        Kind.CLAIM: ("by", "status"),
        Kind.CAPTION: ("credit",),
        Kind.PLAIN: (),
    }
)
"""The attributes that each kind of annotation has."""

CLOSED_VALUES: Mapping[tuple[Kind, str], tuple[str, ...]] = MappingProxyType(
    {
        (Kind.FIGURE, "qualifier"): tuple(qualifier.value for qualifier in Qualifier),
        (Kind.CLAIM, "status"): tuple(status.value for status in ClaimStatus),
    }
)
"""The attributes that have a closed set of values."""

_KINDS = {kind.value: kind for kind in Kind}
_MEANT = {
    "city": Kind.PLACE,
    "country": Kind.PLACE,
    "date": Kind.EVENT,
    "group": Kind.ACTOR,
    "location": Kind.PLACE,
    "number": Kind.FIGURE,
    "org": Kind.ACTOR,
    "organisation": Kind.ACTOR,
    "organization": Kind.ACTOR,
    "person": Kind.ACTOR,
    "quantity": Kind.FIGURE,
    "quotation": Kind.QUOTE,
    "statement": Kind.CLAIM,
    "statistic": Kind.FIGURE,
    "time": Kind.EVENT,
}


@dataclass(slots=True)
class Pending:
    """An annotation whose text is still to be read. Spans are in the file."""

    kind: Kind
    number: int
    span: Span
    text_span: Span
    attributes: tuple[Attribute, ...]
    parent: int | None


def kind_of(context: Context, found: Attributes, span: Span, closing: Span) -> Kind | None:
    """The kind that the classes of a span name; where they name none, that is reported.

    ``closing`` is the place of what stands behind its words.
    """
    text = context.source.text
    if len(found.classes) == 1:
        kind = _KINDS.get(found.classes[0][0])
        if kind is not None:
            return kind
    kind = None
    others = []
    for name, place in found.classes:
        known = _KINDS.get(name)
        if known is None:
            others.append((name, place))
        elif kind is None:
            kind = known
        else:
            context.fault(
                codes.TWO_KINDS,
                place,
                f'The annotation is a "{kind}" and cannot be a "{known}" as well.',
                f"Keep one kind, or put one within the other: [[text]{{.{known}}}]{{.{kind}}}.",
            )
    if kind is not None:
        for name, place in others:
            context.fault(
                codes.UNUSED_CLASS,
                place,
                f'The class "{name}" beside the kind "{kind}" has no effect.',
                "Take it out.",
                removing(text, place, safe=True),
            )
        return kind
    for name, place in others:
        meant = nearest(name, _KINDS) or _MEANT.get(name.lower())
        if meant:
            context.fault(
                codes.UNKNOWN_KIND,
                place,
                f'There is no kind of annotation "{name}".',
                f"Write .{meant}.",
                renaming(place, name, meant, _KINDS, sign="."),
            )
            return None
    named = " ".join(f".{name}" for name, _ in others)
    context.fault(
        codes.NO_KIND,
        span,
        f"The span with {named} has no kind of annotation."
        if named
        else "The span has no kind of annotation.",
        f"Give it one of the kinds {', '.join('.' + name for name in _KINDS)}, "
        "or take the brackets out.",
        unwrapping(text, span.start, closing, safe=False),
    )
    return None


def check_span(context: Context, kind: Kind | None, found: Attributes) -> None:
    """Report what is wrong with the attributes of a span; those of no kind may be any."""
    if found.pairs or found.unclosed or len(found.identifiers) > 1:
        check_attributes(context, found)
    if kind is None:
        return
    known = KNOWN_ATTRIBUTES[kind]
    for pair in found.pairs:
        if pair.key not in known:
            if not pair.key.lower().startswith("on"):
                _unknown(context, kind, pair, found)
            continue
        values = CLOSED_VALUES.get((kind, pair.key))
        if values is not None and pair.value not in values and pair.value.strip():
            meant = nearest(pair.value, values)
            context.fault(
                codes.UNKNOWN_VALUE,
                pair.value_span,
                f'"{pair.value}" is no {pair.key} of a {kind}.',
                f"Write {pair.key}={meant}." if meant else f"It is one of {', '.join(values)}.",
                renaming(pair.value_span, pair.value, meant, values),
            )


def _unknown(context: Context, kind: Kind, pair: Attribute, found: Attributes) -> None:
    known = KNOWN_ATTRIBUTES[kind]
    meant = nearest(pair.key, known)
    if meant:
        mend = f"Write {meant}=."
    elif known:
        mend = f"Its attributes are {', '.join(known)}."
    else:
        mend = "It has none."
    taken = any(item.key == meant for item in found.pairs)
    context.fault(
        codes.UNKNOWN_ATTRIBUTE,
        pair.key_span,
        f'An annotation of the kind "{kind}" has no attribute "{pair.key}".',
        mend,
        None if taken else renaming(pair.key_span, pair.key, meant, known),
    )
