"""What annotations say beyond their words: the quantity of a figure, the date of an event."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator import dates, quantities
from generator.diagnostics import Applicability, Edit, Fix, replacing
from generator.diagnostics.codes import annotations as codes
from generator.model.annotation import Kind
from generator.model.edtf import Edtf
from generator.model.quantity import Qualifier, Quantity, is_in_reach
from generator.records.dates import propose_date

if TYPE_CHECKING:
    from generator.model.document import Attribute
    from generator.syntax.context import Context
    from generator.syntax.inline import Pending

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_DURATION = re.compile(r"P(?:(\d+)([YMWD])|T(\d+)([HMS]))")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_FAR_APART = (dt.date(1900, 1, 31), dt.date(2099, 9, 1))
"""Days on which anything but a whole date means something else."""
_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}


def read_date(context: Context, pending: Pending, text: str) -> Edtf | None:
    """The date of an event, given or parsed from its text; a figure's ``as-of``."""
    if pending.kind is Kind.FIGURE:
        given = _attribute(pending, "as-of")
        return edtf(context, given) if given is not None else None
    if pending.kind is not Kind.EVENT:
        return None
    given = _attribute(pending, "date")
    if given is not None:
        return edtf(context, given)
    parsed = _spoken_date(context, text)
    if parsed is None and text:
        context.fault(
            codes.NO_DATE,
            pending.text_span,
            f'The event "{text}" has no date, so it is not on the timeline.',
            "Add date=, for example date=2024-05-06 or date=2024-05.",
        )
    return parsed


def _spoken_date(context: Context, text: str) -> Edtf | None:
    """The date that a text states; where nothing tells the day it is read on, only a whole one."""
    if context.reference is not None:
        return dates.parse_date(text, context.reference, context.language)
    early, late = (dates.parse_date(text, day, context.language) for day in _FAR_APART)
    return early if early == late else None


def edtf(context: Context, given: Attribute) -> Edtf | None:
    """The date of an attribute; one that cannot be read is reported."""
    if not given.value.strip():
        return None
    try:
        return Edtf.parse(given.value)
    except ValueError:
        proposed, certain = propose_date(given.value)
        if not proposed and (spoken := _spoken_date(context, given.value)):
            proposed = spoken.text
        context.fault(
            codes.UNREADABLE_DATE,
            given.value_span,
            f'"{given.value}" is no date that can be read.',
            "Write it as 2024-05-06, 2024-05 or 2024, or START/END for a period.",
            replacing(f"Write {proposed}", given.value_span, proposed, safe=certain)
            if proposed
            else None,
        )
        return None


def read_quantity(context: Context, pending: Pending, text: str) -> Quantity | None:
    """The quantity of a figure: what attributes say, and for the rest what its text says."""
    if pending.kind is not Kind.FIGURE:
        return None
    low = _number(context, _attribute(pending, "low"))
    high = _number(context, _attribute(pending, "high"))
    given = _attribute(pending, "value")
    stated: Quantity | None = None
    if given is not None and given.value.strip():
        stated = _stated(given.value, context.language)
        if stated is None:
            _unreadable(context, given)
            return None
    spoken = quantities.parse_quantity(text, context.language)
    base = stated or spoken
    unit = _attribute(pending, "unit")
    qualifier = _attribute(pending, "qualifier")
    if base is None and low is None and high is None:
        if text:
            context.fault(
                codes.NO_VALUE,
                pending.text_span,
                f'The figure "{text}" has no value that can be read.',
                "Add value=, for example value=500000.",
            )
        return None
    return _joined(
        context,
        pending,
        base or Quantity(None),
        low=low,
        high=high,
        unit=unit.value
        if unit
        else (base.unit if base else None) or (spoken.unit if spoken else None),
        qualifier=_QUALIFIERS.get(qualifier.value) if qualifier else None,
        spoken=spoken,
    )


def _joined(
    context: Context,
    pending: Pending,
    base: Quantity,
    *,
    low: Decimal | None,
    high: Decimal | None,
    unit: str | None,
    qualifier: Qualifier | None,
    spoken: Quantity | None,
) -> Quantity:
    value = base.value
    if low is not None or high is not None:
        low = low if low is not None else base.low
        high = high if high is not None else base.high
        qualifier = qualifier or Qualifier.BETWEEN
        if _attribute(pending, "value") is None:
            value = None
    else:
        low, high = base.low, base.high
    if low is not None and high is not None and low > high:
        end = (
            _attribute(pending, "low")
            or _attribute(pending, "value")
            or _attribute(pending, "high")
        )
        context.fault(
            codes.REVERSED_RANGE,
            end.value_span if end else pending.text_span,
            f"The range from {low} to {high} has its ends swapped.",
            f"Write low={high} high={low}.",
            _swapped(pending),
        )
    if qualifier is None:
        qualifier = base.qualifier
        if spoken is not None and base is not spoken and qualifier is Qualifier.EXACT:
            # "some 4 million" stays about so many where only the number is supplied.
            ranged = spoken.qualifier is Qualifier.BETWEEN
            qualifier = qualifier if ranged else spoken.qualifier
    return Quantity(value, unit, qualifier, low, high)


def _swapped(pending: Pending) -> Fix | None:
    """The fix that gives each end of a range the other's value."""
    low, high = _attribute(pending, "low"), _attribute(pending, "high")
    if low is None or high is None:
        return None
    edits = (Edit(low.value_span, high.value), Edit(high.value_span, low.value))
    if not all(_NUMBER.fullmatch(edit.text) for edit in edits):
        return None
    return Fix("Swap the two ends", edits, Applicability.UNSAFE)


def _stated(value: str, language: str) -> Quantity | None:
    """What an attribute states: a plain number, a range ``LOW..HIGH``, a duration, or any words."""
    value = value.strip()
    low, dots, high = value.partition("..")
    if dots:
        ends = _decimal(low), _decimal(high)
        if None in ends:
            return None
        return Quantity(None, None, Qualifier.BETWEEN, *ends)
    number = _decimal(value)
    if number is not None:
        return Quantity(number)
    duration = _DURATION.fullmatch(value)
    if duration:
        unit = _UNITS[duration[2]] if duration[2] else _TIME_UNITS[duration[4]]
        return Quantity(Decimal(duration[1] or duration[3]), unit)
    return quantities.parse_quantity(value, language)


def _decimal(text: str) -> Decimal | None:
    text = text.strip().replace("_", "")
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if is_in_reach(number) else None


def _number(context: Context, given: Attribute | None) -> Decimal | None:
    if given is None or not given.value.strip():
        return None
    stated = _stated(given.value, context.language)
    if stated is None or stated.value is None:
        _unreadable(context, given)
        return None
    return stated.value


def _unreadable(context: Context, given: Attribute) -> None:
    context.fault(
        codes.UNREADABLE_VALUE,
        given.value_span,
        f'"{given.value}" cannot be read as a number.',
        f"Write digits, for example {given.key}=1200000 or {given.key}=1.2e6.",
    )


def _attribute(pending: Pending, key: str) -> Attribute | None:
    return next((item for item in pending.attributes if item.key == key), None)


def read_moment(context: Context, attributes: tuple[Attribute, ...]) -> None:
    """Report an ``as-of`` of a block that is no date."""
    for item in attributes:
        if item.key == "as-of":
            edtf(context, item)
