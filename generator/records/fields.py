"""Types for the fields of records, with their JSON Schema. Values come in as text, lists, maps."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema

from .addresses import read_address
from .characters import find_control, name_of
from .dates import Published, read_day, read_published
from .faults import Kind, Refusal
from .languages import read_language
from .nearest import nearest
from .paths import read_path, read_picture_path, read_text_path
from .slugs import LONGEST_ID, LONGEST_SLUG, read_id, read_slug

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Record(BaseModel):
    """A map of known keys, written in kebab-case."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
    )


def text_field(read: Callable[[str], T]) -> PlainValidator:
    """A validator for a field that is written as text and read by ``read``."""

    def validate(value: object) -> T:
        if not isinstance(value, str):
            raise Refusal(Kind.SHAPE, "text")
        return read(value)

    return PlainValidator(validate)


def read_line(text: str) -> str:
    """``text`` on one line, white space run together.

    Raises:
        Refusal: a control character, which only an escape can have written, stands in it.
    """
    line = " ".join(text.split())
    control = find_control(line)
    if control:
        reason = f"in which the control character {name_of(control)} stands"
        raise Refusal(Kind.TEXT, reason, "Delete its escape")
    return line


def choice(values: type[E]) -> PlainValidator:
    """A validator for one of the values of an enum."""

    def read(text: str) -> E:
        text = text.strip()
        try:
            return values(text)
        except ValueError as error:
            known = ", ".join(values)
            guess = nearest(text, values)
            mend = f"Did you mean {guess}?" if guess else ""
            raise Refusal(Kind.CHOICE, f"which is none of {known}", mend) from error

    return text_field(read)


def choice_schema(values: type[StrEnum], *more: str) -> WithJsonSchema:
    """The JSON Schema of ``choice``."""
    return WithJsonSchema({"type": "string", "enum": [*(str(value) for value in values), *more]})


def number_between(low: int, high: int) -> PlainValidator:
    """A validator for a whole number from ``low`` to ``high``."""

    def read(text: str) -> int:
        text = text.strip()
        digits = text.isascii() and text.isdigit() and len(text) <= len(str(high))
        if not digits or not low <= int(text) <= high:
            raise Refusal(Kind.NUMBER, f"which is no whole number from {low} to {high}")
        return int(text)

    return text_field(read)


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _schema(pattern: str, longest: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "maxLength": longest})


_SLUG_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
_TEXT: dict[str, Any] = {"type": "string"}

Line = Annotated[str, text_field(read_line), WithJsonSchema(_TEXT)]
"""Text that is shown on one line."""

Slug = Annotated[str, text_field(read_slug), _schema(f"^{_SLUG_PATTERN}$", LONGEST_SLUG)]
"""The id of a register's entry."""

Id = Annotated[
    str, text_field(read_id), _schema(f"^{_SLUG_PATTERN}(/{_SLUG_PATTERN})*$", LONGEST_ID)
]
"""The id of an article or briefing."""

Day = Annotated[
    dt.date, text_field(read_day), WithJsonSchema({"type": "string", "examples": ["2021-09-14"]})
]
"""A day."""

DayOrMoment = Annotated[
    Published,
    text_field(read_published),
    WithJsonSchema({"type": "string", "examples": ["2021-09-14", "2021-09-14T18:30+02:00"]}),
]
"""A day or a date-time."""

Language = Annotated[
    str,
    text_field(read_language),
    WithJsonSchema({"type": "string", "examples": ["en", "zh-Hant"]}),
]
"""A BCP 47 language tag."""

Address = Annotated[
    str,
    text_field(read_address),
    WithJsonSchema({"type": "string", "format": "iri", "pattern": "^[hH][tT][tT][pP][sS]?://"}),
]
"""A web address."""

FolderPath = Annotated[str, text_field(read_path), WithJsonSchema(_TEXT)]
"""A relative path that stays below the folder it starts in."""

PicturePath = Annotated[str, text_field(read_picture_path), WithJsonSchema(_TEXT)]
"""A relative path to a picture."""

TextPath = Annotated[str, text_field(read_text_path), WithJsonSchema(_TEXT)]
"""A relative path to a plain text."""


def _listed(items: dict[str, Any]) -> WithJsonSchema:
    many = {"type": "array", "items": items}
    return WithJsonSchema({"anyOf": [items, many]})


Lines = Annotated[tuple[Line, ...], BeforeValidator(_one_or_many), _listed(_TEXT)]
"""Texts; one alone needs no brackets."""

Slugs = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_one_or_many),
    _listed({"type": "string", "pattern": f"^{_SLUG_PATTERN}$"}),
]
"""Ids of entries of a register; one alone needs no brackets."""

Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_many),
    _listed({"type": "string", "pattern": f"^{_SLUG_PATTERN}(/{_SLUG_PATTERN})*$"}),
]
"""Ids of articles; one alone needs no brackets."""
