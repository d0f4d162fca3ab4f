"""Front matter of Markdown files: YAML between ``---``, TOML between ``+++``."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from .passages import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"

_OPENING = re.compile(r"(?:[ \t]*+(?:\r\n|\n|\r))*+(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSING = {
    "---": re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_YAML_KEY = re.compile(
    r"(?:\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)'|(?P<bare>[^\s#\"'\[{&*!|>-][^:#]*?))\s*:(?:\s|$)"
)
_TOML_KEY = re.compile(r"\s*(?:\[+\s*)?(?:\"(?P<double>[^\"]+)\"|(?P<bare>[\w-]+))")
_MOST_DEPTH = 20
# Aliases can make a small file stand for a huge one; nobody's front matter needs them.
_ALIAS = re.compile(r"(?m)(?:^|[\s\[,:-])\*[\w-]+\s*(?:$|[,\]\r\n])")


@dataclass(frozen=True, slots=True)
class Matter:
    """``values`` and ``lines`` by key: what front matter holds, and the lines it was written in.

    ``stray`` holds lines that belong to no key. ``fault`` says why front matter cannot be read;
    all its lines are stray then. ``start`` is the offset of its opening line, ``body`` the text.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stray: tuple[str, ...] = ()
    fault: str = ""
    start: int = 0
    body: str = ""


def read_matter(text: str) -> Matter:
    """The front matter of ``text``; none where its opening line is not closed."""
    opening = _OPENING.match(text)
    closing = _CLOSING[opening["fence"]].search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return Matter(body=text)
    raw = printable(text[opening.end() : closing.start()])
    start, body = opening.start("fence"), text[closing.end() :]
    toml = opening["fence"] == "+++"
    lines = raw.splitlines()
    try:
        values = _toml(raw) if toml else _yaml(raw)
    except _UnreadError as error:
        if not toml and not any(map(_YAML_KEY.match, lines)):
            # Two rules with words between them are no front matter.
            return Matter(body=text)
        return Matter(stray=_told(lines), fault=str(error), start=start, body=body)
    by_key, stray = _lines_by_key(lines, values, toml=toml)
    return Matter(values, by_key, stray, start=start, body=body)


class _UnreadError(Exception):
    """Front matter that is none; the message is the reader's reason."""


def _yaml(raw: str) -> Mapping[str, Value]:
    if _ALIAS.search(raw):
        raise _UnreadError("it refers to parts of itself")
    try:
        found = yaml.load(raw, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings, lists and maps
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "it is no YAML"
        place = f" in its line {mark.line + 1}" if mark else ""
        raise _UnreadError(f"{reason}{place}") from error
    if not raw.strip() or found is None or found == "":
        return {}
    if not isinstance(found, dict):
        raise _UnreadError("it holds no keys")
    return _plain_map(found, 0)


def _toml(raw: str) -> Mapping[str, Value]:
    try:
        return _plain_map(tomllib.loads(raw.replace("\r\n", "\n").replace("\r", "\n")), 0)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _UnreadError(str(error)) from error


def _plain_map(found: Mapping[Any, object], depth: int) -> dict[str, Value]:
    return {str(key): _plain(value, depth + 1) for key, value in found.items()}


def _plain(value: object, depth: int) -> Value:
    if depth > _MOST_DEPTH:
        raise _UnreadError("it is nested too deep")
    if isinstance(value, dict):
        return _plain_map(value, depth)
    if isinstance(value, list):
        return tuple(_plain(item, depth + 1) for item in value)
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else printable(str(value))


def _lines_by_key(
    lines: list[str], values: Mapping[str, Value], *, toml: bool
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The lines of each key of the outermost level, and those above the first."""
    by_key: dict[str, list[str]] = {}
    stray: list[str] = []
    here = stray
    in_table = False
    for line in lines:
        begins = (_TOML_KEY if toml else _YAML_KEY).match(line)
        table = toml and line.lstrip().startswith("[")
        if begins and (table or not in_table):
            key = begins["bare"] or begins["double"] or ("" if toml else begins["single"])
            if key in values:
                here = by_key.setdefault(key, [])
                in_table = table
        elif line.startswith("#"):
            stray.append(line)
            continue
        here.append(line)
    return {key: _told(of_key) for key, of_key in by_key.items()}, _told(stray)


def _told(lines: list[str]) -> tuple[str, ...]:
    """Lines that say something, without the sign of a comment."""
    return tuple(line.removeprefix("# ").rstrip() for line in lines if line.strip(" \t#"))
