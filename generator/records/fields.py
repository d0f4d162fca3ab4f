"""Types for the fields of records, with their JSON Schema. Values come in as text, lists, maps."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema

from .addresses import LONGEST_ADDRESS, read_address
from .characters import find_control, name_of
from .dates import Published, read_day, read_published
from .faults import Kind, Refusal
from .languages import read_language
from .nearest import is_slip, nearest
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
            raise no_choice(text, tuple(values)) from error

    return text_field(read)


def no_choice(text: str, known: tuple[str, ...]) -> Refusal:
    """The refusal of a value that is none of ``known``."""
    guess = nearest(text, known)
    return Refusal(
        Kind.CHOICE,
        f"which is none of {', '.join(known)}",
        f"Did you mean {guess}?" if guess else "",
        proposed=guess,
        certain=is_slip(text, guess, known),
    )


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


# Patterns hold in Python and in ECMA-262 alike: editors use the latter, tests the former.
_SLUG_PATTERN = "(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])(/|$))[a-z0-9]+(-[a-z0-9]+)*"
_ID_PATTERN = f"{_SLUG_PATTERN}(/{_SLUG_PATTERN})*"
_DAY_PATTERN = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME_PATTERN = (
    "[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?( ?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?))?"
)
_LANGUAGE_PATTERN = (
    "[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WYZa-wyz](-[A-Za-z0-9]{2,8})+)*"
    "(-[Xx](-[A-Za-z0-9]{1,8})+)?"
)
_TEXT: dict[str, Any] = {"type": "string"}
# Visual Studio Code and the YAML language server show ``patternErrorMessage`` for the pattern.
_DATE: dict[str, Any] = {
    "type": "string",
    "pattern": f"^{_DAY_PATTERN}({_TIME_PATTERN})?$",
    "patternErrorMessage": "Write a date as 2021-09-14.",
}
_SLUG: dict[str, Any] = {
    "type": "string",
    "pattern": f"^{_SLUG_PATTERN}$",
    "patternErrorMessage": "Write an id with the letters a to z, digits and single hyphens.",
    "maxLength": LONGEST_SLUG,
}
_ID: dict[str, Any] = {**_SLUG, "pattern": f"^{_ID_PATTERN}$", "maxLength": LONGEST_ID}
_LANGUAGE: dict[str, Any] = {
    "type": "string",
    "pattern": f"^{_LANGUAGE_PATTERN}$",
    "patternErrorMessage": "Write a language tag such as en, en-GB, ar or zh-Hant.",
    "examples": ["en", "zh-Hant"],
}

ADDRESS_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": "^[hH][tT][tT][pP][sS]?://[^ ]+$",
    "patternErrorMessage": "Write an address as https://desk.example/page.",
    "maxLength": LONGEST_ADDRESS,
}
"""The JSON Schema of an address."""

Line = Annotated[str, text_field(read_line), WithJsonSchema(_TEXT)]
"""Text that is shown on one line."""

Slug = Annotated[str, text_field(read_slug), WithJsonSchema(_SLUG)]
"""The id of a register's entry."""

Id = Annotated[str, text_field(read_id), WithJsonSchema(_ID)]
"""The id of an article or briefing."""

Day = Annotated[
    dt.date, text_field(read_day), WithJsonSchema({**_DATE, "examples": ["2021-09-14"]})
]
"""A day."""

DayOrMoment = Annotated[
    Published,
    text_field(read_published),
    WithJsonSchema({**_DATE, "examples": ["2021-09-14", "2021-09-14T18:30+02:00"]}),
]
"""A day or a date-time."""

Language = Annotated[
    str,
    text_field(read_language),
    WithJsonSchema(_LANGUAGE),
]
"""A BCP 47 language tag."""

Address = Annotated[
    str,
    text_field(read_address),
    WithJsonSchema(ADDRESS_SCHEMA),
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
    _listed(_SLUG),
]
"""Ids of entries of a register; one alone needs no brackets."""

Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_many),
    _listed(_ID),
]
"""Ids of articles; one alone needs no brackets."""
