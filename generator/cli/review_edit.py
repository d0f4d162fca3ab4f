"""Asks for what a suggestion should say instead, one attribute after another."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

import click

from generator.diagnostics import Span
from generator.diagnostics.emitters import visible
from generator.model.article import Article
from generator.model.edtf import Edtf
from generator.model.links import Register
from generator.model.quantity import Qualifier, Quantity, is_in_reach
from generator.model.suggestion import Stub, Suggestion, SuggestionKind
from generator.pipeline.suggestions import Desk
from generator.records import Refusal, read_slug

from . import suggest_text as words
from .review_keys import Keys

_T = TypeVar("_T")
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,12})?")
_AROUND = 300
_FIELDS = MappingProxyType(
    {
        SuggestionKind.ACTOR: ("ref", "role"),
        SuggestionKind.FIGURE: ("value", "unit", "qualifier", "ref", "label", "by"),
        SuggestionKind.EVENT: ("date", "label"),
        SuggestionKind.PLACE: ("ref",),
        SuggestionKind.QUOTE: ("by",),
        SuggestionKind.CLAIM: ("by",),
    }
)
"""What is asked for each kind."""
_INLINE = tuple(kind.value for kind in _FIELDS)
_REGISTERS = MappingProxyType(
    {
        SuggestionKind.ACTOR: Register.ACTOR,
        SuggestionKind.PLACE: Register.PLACE,
        SuggestionKind.FIGURE: Register.FIGURE,
    }
)


class WrongAnswerError(ValueError):
    """An answer that cannot be used; the message says why."""


def edited(desk: Desk, article: Article, item: Suggestion, keys: Keys) -> Suggestion:
    """The suggestion with everything as the editor answers; an empty answer keeps what is there.

    A wrong answer is told and asked for again.

    Raises:
        EOFError: the input has ended.
    """
    if item.kind not in _FIELDS:
        click.echo("  Nothing of a passage can be edited.")
        return item
    click.echo("  Enter keeps what is there, - empties it.")
    kind = _asked(keys, "kind", item.kind.value, _read_kind)
    item = replace(item, kind=kind)
    span = _asked(keys, "text", item.text, lambda text: _read_span(article, item, text))
    item = replace(item, span=span, text=article.file.text[span.start : span.end])
    for name in _FIELDS[kind]:
        item = _ASK[name](desk, item, keys)
    return item


def _asked(keys: Keys, question: str, present: str, read: Callable[[str], _T]) -> _T:
    while True:
        answer = keys.answer(question, visible(present))
        # What was shown as escapes and kept is what it was.
        answer = present if answer == visible(present) else answer
        try:
            return read(answer)
        except WrongAnswerError as error:
            click.echo(f"  {visible(str(error))}")


def _read_kind(text: str) -> SuggestionKind:
    if text not in _INLINE:
        raise WrongAnswerError(f"A kind is one of {', '.join(_INLINE)}.")
    return SuggestionKind(text)


def _read_span(article: Article, item: Suggestion, text: str) -> Span:
    """The place of ``text`` that meets the suggestion's."""
    if text == item.text:
        return item.span
    start, end = item.span
    limit = end + _AROUND + len(text)
    at = article.file.text.find(text, max(0, start - _AROUND), limit) if text else -1
    while at >= 0:
        if at < end and at + len(text) > start:
            return Span(at, at + len(text))
        at = article.file.text.find(text, at + 1, limit)
    raise WrongAnswerError("These words do not stand at this place of the text.")


def _ask_ref(desk: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    register = _REGISTERS[item.kind]
    while True:
        ref = _asked(keys, "ref", item.ref, _read_ref)
        if not ref:
            return replace(item, ref="", candidates=(), stub=None)
        if item.stub is not None and ref == item.stub.id:
            return replace(item, stub=replace(item.stub, register=register.value), candidates=())
        if desk.names(register, ref):
            return replace(item, ref=ref, candidates=(), stub=None)
        if register is Register.FIGURE:
            click.echo(f"  There is no figure {ref}.")
        elif _agreed(keys, f"There is no {register} {ref}. Make it? (y or n)"):
            stub = Stub(register.value, ref, " ".join(item.text.split()), role=item.role)
            return replace(item, ref=ref, candidates=(), stub=stub)
        item = replace(item, ref="", candidates=(), stub=None)


def _agreed(keys: Keys, question: str) -> bool:
    return keys.answer(question, "n").lower().startswith("y")


def _read_ref(text: str) -> str:
    if not text:
        return ""
    try:
        return read_slug(text)
    except Refusal as refusal:
        raise WrongAnswerError(f"{text!r} is {refusal.reason.removeprefix('which is ')}.") from None


def _ask_value(_: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    present = item.quantity or Quantity(None)
    shown = words.amount_text(present)
    value, low, high = _asked(keys, "value", shown, _read_amount)
    qualifier = present.qualifier
    if low is not None:
        qualifier = Qualifier.BETWEEN
    elif qualifier is Qualifier.BETWEEN:
        qualifier = Qualifier.EXACT
    return replace(item, quantity=Quantity(value, present.unit, qualifier, low, high))


def _read_amount(text: str) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    if not text:
        return None, None, None
    low, dots, high = text.replace(",", "").partition("..")
    if not dots:
        return _read_number(low), None, None
    ends = _read_number(low), _read_number(high)
    if ends[0] > ends[1]:
        raise WrongAnswerError("The range has its ends swapped.")
    return None, *ends


def _read_number(text: str) -> Decimal:
    text = text.strip()
    if not _NUMBER.fullmatch(text) or not is_in_reach(Decimal(text)):
        raise WrongAnswerError("Write digits, as 500000 or 1.5, or a range, as 3..5.")
    return Decimal(text)


def _ask_unit(_: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    present = item.quantity or Quantity(None)
    unit = keys.answer("unit", visible(present.unit or ""))
    return replace(item, quantity=replace(present, unit=unit or None))


def _ask_qualifier(_: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    present = item.quantity or Quantity(None)
    if present.qualifier is Qualifier.BETWEEN:
        return item
    qualifier = _asked(keys, "qualifier", present.qualifier.value, _read_qualifier)
    return replace(item, quantity=replace(present, qualifier=qualifier))


def _read_qualifier(text: str) -> Qualifier:
    known = [name.value for name in Qualifier if name is not Qualifier.BETWEEN]
    if text not in known:
        raise WrongAnswerError(f"A qualifier is one of {', '.join(known)}.")
    return Qualifier(text)


def _ask_date(_: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    present = item.date.text if item.date is not None else ""
    return replace(item, date=_asked(keys, "date", present, _read_date))


def _read_date(text: str) -> Edtf | None:
    try:
        return Edtf.parse(text) if text else None
    except ValueError as error:
        raise WrongAnswerError(str(error)) from None


def _ask_by(desk: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    def read(text: str) -> str:
        if text and text != item.by and not desk.actor(text):
            raise WrongAnswerError(f"There is no actor {text!r}.")
        return text

    return replace(item, by=_asked(keys, "by", item.by, read))


def _ask_label(_: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    return replace(item, label=keys.answer("label", visible(item.label)))


def _ask_role(_: Desk, item: Suggestion, keys: Keys) -> Suggestion:
    return replace(item, role=keys.answer("role", visible(item.role)))


_ASK: MappingProxyType[str, Callable[[Desk, Suggestion, Keys], Suggestion]] = MappingProxyType(
    {
        "ref": _ask_ref,
        "role": _ask_role,
        "label": _ask_label,
        "value": _ask_value,
        "unit": _ask_unit,
        "qualifier": _ask_qualifier,
        "date": _ask_date,
        "by": _ask_by,
    }
)
