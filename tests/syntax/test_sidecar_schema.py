"""What the reader takes for annotations beside a text, the published schema takes too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.model.annotation import Kind
from generator.syntax.beside import read_sidecar
from generator.syntax.context import Context
from generator.syntax.inline.spans import CLOSED_VALUES, KNOWN_ATTRIBUTES
from generator.syntax.sidecar_schema import sidecar_schema

SCHEMA = sidecar_schema()
KINDS = [kind for kind in Kind if kind is not Kind.CAPTION]
VALUES: tuple[object, ...] = (
    "a",
    "",
    None,
    4,
    1.5,
    "4",
    "0",
    "12345678",
    True,
    "exact",
    "disputed",
    "2021-09",
    [],
    {},
)
KEYS = {"kind", "exact", "prefix", "suffix", "occurrence", "note"} | {
    key for kind in KINDS for key in KNOWN_ATTRIBUTES[kind]
}


def accepted(value: object) -> bool:
    """Whether the reader finds nothing wrong; JSON is YAML in flow style."""
    context = Context(
        SourceFile("content/articles/a.annotations.yaml", json.dumps(value)), Settings()
    )
    read_sidecar(context)
    return not [item for item in context.diagnostics if item.code != "W006"]


def refusals(value: object) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(blank_as_nothing(value))]


def blank_as_nothing(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {key: blank_as_nothing(item) for key, item in value.items()}
    if isinstance(value, list):
        return [blank_as_nothing(item) for item in value]
    return None if value == "" else value


@pytest.mark.parametrize("kind", KINDS)
def test_items_that_the_reader_accepts_validate(kind: Kind) -> None:
    taken = set()
    for key in (*KEYS, "unknown"):
        for given in VALUES:
            value = {"annotations": [{"kind": str(kind), "exact": "a", key: given}]}
            if accepted(value):
                taken.add(key)
                assert refusals(value) == [], value
    assert taken >= {"exact", "prefix", "suffix", "occurrence", "note", *KNOWN_ATTRIBUTES[kind]}


@pytest.mark.parametrize("given", [None, [], [None], [{"exact": "a", "any": 1}], "a", ["a"]])
@pytest.mark.parametrize("key", ["annotations", "unplaced", "other"])
def test_lists_that_the_reader_accepts_validate(key: str, given: object) -> None:
    value = {key: given}
    assert not accepted(value) or refusals(value) == []


@pytest.mark.parametrize(
    "value",
    [
        {"annotation": []},
        {"annotations": "a"},
        {"annotations": ["a"]},
        {"annotations": [{"kind": "claim"}]},
        {"annotations": [{"exact": "a"}]},
        {"annotations": [{"kind": "caption", "exact": "a"}]},
        {"annotations": [{"kind": "claim", "exact": "a", "stauts": "disputed"}]},
        {"annotations": [{"kind": "claim", "exact": "a", "status": "doubtful"}]},
        {"annotations": [{"kind": "claim", "exact": "a", "occurrence": 0}]},
    ],
)
def test_an_editor_is_told_of_these(value: object) -> None:
    assert not accepted(value)
    assert len(refusals(value)) == 1


def test_every_key_says_what_it_is() -> None:
    Draft7Validator.check_schema(SCHEMA)
    item = SCHEMA["properties"]["annotations"]["items"]["properties"]
    assert set(item) == KEYS
    assert all(value["description"].endswith(".") for value in item.values())
    closed = {key: values for (_, key), values in CLOSED_VALUES.items()}
    found = {key: value["enum"][:-1] for key, value in item.items() if "enum" in value}
    assert {key: tuple(found[key]) for key in closed} == closed
