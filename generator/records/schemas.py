"""JSON Schemas of records, for editors' completion and checks.

They speak of YAML 1.2 as editors load it, where ``2021`` is a number and ``true`` a boolean. To our
reader every scalar is text, so a schema takes a number or a boolean wherever its text is accepted,
and nothing at all wherever a key may be left out. A schema never refuses what the reader accepts,
white space around a text in quotation marks aside; the reader refuses more: only it knows which
languages, days and files there are.

The dialect is draft-07, which every editor's validator knows; ``$ref`` therefore never has a
sibling, which that draft would pass over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

Schema: TypeAlias = "dict[str, Any]"

DIALECT = "http://json-schema.org/draft-07/schema#"

_NOTHING: Schema = {"type": "null"}
_NUMBERS = ("1", "2021")


def json_schema(model: type[BaseModel], title: str) -> Schema:
    """The JSON Schema (draft-07) of a record's model, without ``$id``: its path is enough."""
    raw = model.model_json_schema(by_alias=True)
    parts = {
        name: {**_record(part), "title": name.removesuffix("Record")}
        for name, part in raw.pop("$defs", {}).items()
    }
    definitions = {"$defs": parts} if parts else {}
    return {"$schema": DIALECT, **_record(raw), "title": title, **definitions}


def _record(schema: Mapping[str, Any]) -> Schema:
    required = schema.get("required", ())
    properties = {
        key: _key(key, value, optional=key not in required)
        for key, value in schema["properties"].items()
    }
    found = {**schema, "properties": properties}
    return {**found, "description": _plain(schema.get("description", ""))}


def _key(key: str, schema: Mapping[str, Any], *, optional: bool) -> Schema:
    default = schema.get("default")
    told = {"default": default} if default not in (None, "", [], {}) else {}
    description = _plain(schema.get("description", ""))
    value = _value(schema, optional=optional)
    return {"title": key, "description": description, **told, **value}


def _value(schema: Mapping[str, Any], *, optional: bool) -> Schema:
    """What may stand as a value, in any of the ways that the reader takes for it."""
    rest = {key: item for key, item in schema.items() if key not in {"title", "default"}}
    rest.pop("description", None)
    nothing = [_NOTHING] if optional else []
    if "anyOf" in rest:
        options = [item for item in rest.pop("anyOf") if item != _NOTHING]
        if len(options) == 1:
            return _value({**options[0], **rest}, optional=optional)
        loose = [_value(item, optional=False) for item in options]
        return {**rest, "anyOf": [*loose, *nothing]}
    if "$ref" in rest:
        return {"anyOf": [rest, *nothing]} if optional else rest
    types = _types(rest)
    if "items" in rest:
        rest["items"] = _value(rest["items"], optional=True)
    if "patternProperties" in rest:  # a map whose keys are texts of one kind
        rest.pop("propertyNames", None)
        named = rest["patternProperties"].items()
        rest["patternProperties"] = {key: _value(item, optional=True) for key, item in named}
        rest["additionalProperties"] = False
    if "enum" in rest and optional:
        rest["enum"] = [*rest["enum"], None]
    if "integer" in types:  # also written with quotation marks around it
        types = ["integer", "string"]
        rest.setdefault("pattern", "^[0-9]+$")
    if types == ["boolean"]:  # likewise; the record's pattern has the words that are taken
        types = ["boolean", "string"]
        rest.setdefault("pattern", "^(true|false)$")
    if optional:
        types.append("null")
    return {**rest, "type": types[0] if len(types) == 1 else types}


def _types(schema: Mapping[str, Any]) -> list[str]:
    """The types whose text the schema accepts: those of YAML 1.2's core schema."""
    kind = schema["type"]
    if kind != "string" or "enum" in schema:
        return [kind] if isinstance(kind, str) else list(kind)
    pattern = re.compile(schema.get("pattern", ""))
    types = ["string"]
    if any(pattern.search(text) for text in _NUMBERS):
        types.append("number")
    if pattern.search("true"):
        types.append("boolean")
    return types


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("``", "`")
