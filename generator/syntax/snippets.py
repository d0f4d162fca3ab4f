"""Snippets for Visual Studio Code: each key of front matter with its choices and examples.

Its YAML extension does not look into Markdown; snippets are what completes keys there.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from .schemas import content_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Schema: TypeAlias = "Mapping[str, Any]"

_SPECIAL = re.compile(r"[\\$}]")


def snippets() -> dict[str, dict[str, Any]]:
    """The snippets by their names: the key, and the kinds of file that have it as it is there."""
    kinds: dict[tuple[str, str, str], list[str]] = {}
    for kind, schema in content_schemas().items():
        for key, value in schema["properties"].items():
            lines = "\n".join(_lines(key, value, schema.get("$defs", {}), count(1)))
            kinds.setdefault((key, lines, value["description"]), []).append(kind)
    return {
        f"{key} ({', '.join(names)})": {
            "scope": "markdown",
            "prefix": key,
            "body": lines.split("\n"),
            "description": description,
        }
        for (key, lines, description), names in sorted(kinds.items())
    }


def _lines(
    key: str, schema: Schema, parts: Mapping[str, Schema], stops: count[int]
) -> Iterator[str]:
    options = [*schema.get("anyOf", ()), schema]
    items = next((item["items"] for item in options if "items" in item), None)
    inner = _record(options, parts) or (_record(items.get("anyOf", ()), parts) if items else None)
    if inner is not None:
        yield f"{key}:"
        indent = "  - " if items else "  "
        for name, value in inner["properties"].items():
            yield f"{indent}{next(_lines(name, value, parts, stops))}"
            indent = " " * len(indent)
    elif "enum" in schema:
        choices = ",".join(value for value in schema["enum"] if value is not None)
        yield f"{key}: ${{{next(stops)}|{choices}|}}"
    else:
        example = _SPECIAL.sub(r"\\\g<0>", str(next(iter(schema.get("examples", ())), "")))
        stop = f"${{{next(stops)}:{example}}}" if example else f"${next(stops)}"
        yield f"{key}: [{stop}]" if items else f"{key}: {stop}"


def _record(options: Any, parts: Mapping[str, Schema]) -> Schema | None:  # noqa: ANN401 - JSON
    names = (item["$ref"].rpartition("/")[2] for item in options if "$ref" in item)
    return next((parts[name] for name in names), None)
