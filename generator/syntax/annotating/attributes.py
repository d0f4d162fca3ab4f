"""Which attributes a suggestion needs: only what its text does not say by itself."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from generator.diagnostics import NOWHERE
from generator.model.annotation import Kind
from generator.model.document import Attribute
from generator.model.edtf import Edtf
from generator.model.quantity import Quantity
from generator.model.suggestion import Suggestion
from generator.syntax.annotation.readings import read_date, read_quantity
from generator.syntax.context import Context
from generator.syntax.inline import Pending
from generator.syntax.writing.escapes import quoted_value

LooksUp: TypeAlias = Callable[[Kind, str], str]
"""The id of the one actor or place that a text names, ``""`` where there is none or several."""

Pairs: TypeAlias = tuple[tuple[str, str], ...]


def pairs_of(
    suggestion: Suggestion, kind: Kind, text: str, context: Context, looks_up: LooksUp
) -> Pairs | None:
    """The attributes in their order; ``None`` where the format cannot say what is suggested.

    ``text`` is the annotation's text as it is read.
    """
    given: list[tuple[str, str]] = []
    if kind in {Kind.ACTOR, Kind.PLACE}:
        if suggestion.ref and looks_up(kind, text) != suggestion.ref:
            given.append(("ref", suggestion.ref))
        if kind is Kind.ACTOR:
            given.append(("role", suggestion.role))
    elif kind is Kind.FIGURE:
        read = _quantity(suggestion.quantity, text, context)
        if read is None:
            return None
        given += [("ref", suggestion.ref), ("label", suggestion.label), *read]
        given.append(("by", suggestion.by))
    elif kind is Kind.EVENT:
        given.append(("date", _date(suggestion.date, text, context)))
        given += [("label", suggestion.label), ("ref", suggestion.ref)]
    elif kind in {Kind.QUOTE, Kind.CLAIM}:
        given.append(("by", suggestion.by))
    return tuple((key, value) for key, value in given if value.strip())


def written_pairs(pairs: Pairs) -> str:
    """Attributes as they stand behind the kind."""
    return "".join(f" {key}={quoted_value(value)}" for key, value in pairs)


def _date(date: Edtf | None, text: str, context: Context) -> str:
    if date is None:
        return ""
    read = read_date(context, _pending(Kind.EVENT, ()), text)
    return "" if read is not None and read.text == date.text else date.text


def _quantity(wanted: Quantity | None, text: str, context: Context) -> Pairs | None:
    """The fewest attributes with which ``text`` is read as ``wanted``."""
    if wanted is None:
        return ()
    parts: list[Pairs] = []
    if wanted.value is not None:
        parts.append((("value", number_text(wanted.value)),))
    elif wanted.low is not None and wanted.high is not None:
        ends = number_text(wanted.low), number_text(wanted.high)
        parts.append((("low", ends[0]), ("high", ends[1])))
    if wanted.unit is not None:
        parts.append((("unit", wanted.unit),))
    parts.append((("qualifier", wanted.qualifier.value),))
    for size in range(len(parts) + 1):
        for chosen in combinations(parts, size):
            pairs = tuple(pair for part in chosen for pair in part)
            if read_quantity(context, _pending(Kind.FIGURE, pairs), text) == wanted:
                return pairs
    return None


def _pending(kind: Kind, pairs: Pairs) -> Pending:
    attributes = tuple(Attribute(key, value, NOWHERE, NOWHERE) for key, value in pairs)
    return Pending(kind, 0, NOWHERE, NOWHERE, attributes, None)


def number_text(value: Decimal) -> str:
    """A number as attributes have it: ``500000``, ``1.25``."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
