"""Snippets write what the reader accepts."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import SourceFile
from generator.model.links import Register
from generator.records import Subject
from generator.syntax import content_schemas
from generator.syntax.front_matter import CODES, read_front_matter
from generator.syntax.schemas import RECORDS
from generator.syntax.snippets import snippets

REQUIRED = {"title": "A", "date": "2021-09-14", "name": "A", "label": "A"}
SNIPPETS = snippets()
_STOP = re.compile(r"\$(?:\d+|\{\d+:((?:\\.|[^}])*)\}|\{\d+\|([^,|]*)[^|]*\|\})")


def kinds(name: str) -> list[str]:
    return name.partition("(")[2].rstrip(")").split(", ")


def test_every_key_of_every_kind_has_one() -> None:
    found = {(kind, item["prefix"]) for name, item in SNIPPETS.items() for kind in kinds(name)}

    assert found == {
        (kind, key) for kind, schema in content_schemas().items() for key in schema["properties"]
    }


@pytest.mark.parametrize("name", SNIPPETS)
def test_what_it_writes_with_its_examples_is_accepted(name: str) -> None:
    item = SNIPPETS[name]
    text = _STOP.sub(lambda match: match[1] or match[2] or "", "\n".join(item["body"]))
    assert "$" not in text
    for kind in kinds(name):
        wanted = content_schemas()[kind]["required"]
        beside = "".join(f"{key}: {REQUIRED[key]}\n" for key in wanted if key != item["prefix"])
        source = SourceFile("content/x/a.md", f"---\n{text}\n{beside}---\n")
        record = RECORDS[Register(kind)]
        found, _ = read_front_matter(source, record, Subject("the record", CODES), beside)
        assert found.diagnostics == ()


def test_choices_are_those_of_the_schema() -> None:
    assert SNIPPETS["status (article)"]["body"] == ["status: ${1|draft,published|}"]
