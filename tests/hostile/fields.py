"""Every field of every front matter, as the records say, and entries in which they are filled."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, get_args, get_origin

from generator.model.links import Register
from generator.records import Record
from generator.syntax.schemas import RECORDS

DATE: Final = "2021-09-14"
ENTRY: Final[Mapping[Register, Mapping[str, Any]]] = {
    Register.ARTICLE: {"title": "Words", "date": DATE},
    Register.ACTOR: {"name": "Words"},
    Register.FIGURE: {"label": "Words"},
    Register.PLACE: {"name": "Words"},
    Register.TOPIC: {"title": "Words"},
    Register.BACKGROUND: {"title": "Words"},
}
"""What an entry cannot do without."""

_IMAGE: Final = {"url": "https://desk.example/i.png", "alt": "Words"}
_BESIDE: Final[Mapping[str, Mapping[str, Any]]] = {
    "image": _IMAGE,
    "corrections": {"date": "2021-09-15", "text": "Words"},
    "roles": {"title": "Words"},
    "links": {"url": "https://desk.example/l"},
}
"""What a map or an item of a list cannot do without."""

WRITTEN: Final[Mapping[str, str]] = {
    "image.file": "images/{}.png",
    "source.text": "sources/{}.txt",
}
"""Fields that name a file: the text is the file's name."""

_PLAIN: Final = re.compile(r"[^ !#-\[\]-~\u00a1-\u02ff\u0370-\u1fff\u3041-\ud7ff]")
_TWO_BYTES: Final = 0xFFFF


class Leaf(NamedTuple):
    """A value within front matter: its keys, and which of them hold lists."""

    keys: tuple[str, ...]
    lists: frozenset[str]

    @property
    def name(self) -> str:
        """The keys with dots between."""
        return ".".join(self.keys)

    @property
    def many(self) -> bool:
        """Whether the value itself is a list of texts."""
        return self.keys[-1] in self.lists

    @property
    def repeated(self) -> bool:
        """Whether an entry can have the value several times."""
        return bool(self.lists)


class Value(NamedTuple):
    """A text in front matter, and the label of what it is there to show."""

    text: str
    label: object


def leaves(record: type[Record], before: Leaf | None = None) -> Iterator[Leaf]:
    """The values of a record and of the records within it."""
    keys, lists = before or ((), frozenset())
    for name, field in record.model_fields.items():
        key = field.alias or name
        many, inner = _inner(field.annotation)
        leaf = Leaf((*keys, key), lists | {key} if many else lists)
        if isinstance(inner, type) and issubclass(inner, Record):
            yield from leaves(inner, leaf)
        else:
            yield leaf


def _inner(annotation: Any) -> tuple[bool, Any]:  # noqa: ANN401 - what pydantic holds
    """Whether a type is that of a list, and the type within."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is tuple:
        return True, parts[0]
    if parts and get_origin(annotation) not in {dict, list}:
        return _inner(parts[0])
    return False, annotation


LEAVES: Final = {register: tuple(leaves(record)) for register, record in RECORDS.items()}
"""All values of all front matter."""


def entry(register: Register, values: Mapping[Leaf, tuple[Value, ...]]) -> dict[str, Any]:
    """Front matter in which ``values`` stand; a value that cannot be repeated is the first."""
    found: dict[str, Any] = dict(ENTRY[register])
    for leaf, texts in values.items():
        if leaf.many:
            _map(found, leaf.keys[:-1])[leaf.keys[-1]] = list(texts)
        elif leaf.repeated:
            rows = found.setdefault(leaf.keys[0], [])
            for number, value in enumerate(texts):
                if number == len(rows):
                    rows.append(dict(_BESIDE.get(leaf.keys[0], {})))
                rows[number][leaf.keys[-1]] = value
        elif texts:
            inner = _map(found, leaf.keys[:-1])
            if leaf.name == "image.file":
                inner.pop("url", None)
            inner[leaf.keys[-1]] = texts[0]
    return found


def _map(found: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    for key in keys:
        found = found.setdefault(key, dict(_BESIDE.get(key, {})))
    return found


def yaml_lines(value: Mapping[str, Any], indent: str = "") -> Iterator[tuple[str, object]]:
    """A map as YAML, one value a line, each with its label."""
    for key, item in value.items():
        if isinstance(item, Mapping):
            yield f"{indent}{key}:", None
            yield from yaml_lines(item, f"{indent}  ")
        elif isinstance(item, list):
            yield f"{indent}{key}:" if item else f"{indent}{key}: []", None
            for row in item:
                if isinstance(row, Mapping):
                    (first, label), *rest = yaml_lines(row, "")
                    yield f"{indent}  - {first}", label
                    yield from ((f"{indent}    {line}", other) for line, other in rest)
                else:
                    yield f"{indent}  - {scalar(row)}", row.label
        else:
            yield f"{indent}{key}: {scalar(item)}", item.label if isinstance(item, Value) else None


def scalar(value: Value | str) -> str:
    """A text as a YAML scalar in double quotes that holds each of its characters."""
    text = value.text if isinstance(value, Value) else value
    return f'"{_PLAIN.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    point = ord(match[0])
    if match[0] in '"\\':
        return json.dumps(match[0])[1:-1]
    return f"\\u{point:04x}" if point <= _TWO_BYTES else f"\\U{point:08x}"
