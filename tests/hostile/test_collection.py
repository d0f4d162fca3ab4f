from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.model.annotation import Kind
from generator.model.links import Register
from generator.records import Record
from generator.syntax import content_schemas
from generator.syntax.inline.spans import KNOWN_ATTRIBUTES
from generator.syntax.sidecar_schema import sidecar_schema
from tests.hostile.bodies import ANNOTATED, BESIDE
from tests.hostile.fields import LEAVES, leaves
from tests.hostile.judging import field_label, judge, swallows
from tests.hostile.payloads import CLASSES, payloads, read_list, sample
from tests.hostile.placing import Placer, all_places, plain_words


def test_there_are_many_and_each_comes_once() -> None:
    assert len(payloads()) == len(set(payloads())) >= 2000
    assert set(payloads()) == {text for texts in CLASSES.values() for text in texts}


def test_a_sample_has_some_of_each_class() -> None:
    some = set(sample(300))
    assert 250 < len(some) < 350
    assert all(some & set(texts) for texts in CLASSES.values())
    assert sample(10_000) == payloads()


def test_a_list_is_read(tmp_path: Path) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text('"a\\n\\u0000"\n\n"<b>"\n"<b>"\n"\\ud800"\n', encoding="utf-8")
    assert read_list(file) == ("a\n\x00", "<b>", "?")
    for line in ("alert(1)", "[1]", '"a" "b"'):
        file.write_text(f'"words"\n{line}\n', encoding="utf-8")
        with pytest.raises(ValueError, match=r"list\.jsonl:2"):
            read_list(file)


def named(schema: dict[str, Any]) -> set[str]:
    """The values that a JSON Schema has, by their keys: told apart from how records are walked."""
    definitions = schema.get("definitions") or schema.get("$defs") or {}

    def walk(node: Any, keys: tuple[str, ...]) -> set[str]:  # noqa: ANN401 - JSON
        if isinstance(node, dict):
            if "$ref" in node:
                return walk(definitions[node["$ref"].rpartition("/")[2]], keys)
            if "properties" in node:
                inner = node["properties"].items()
                return {name for key, value in inner for name in walk(value, (*keys, key))}
            for parts in (
                node.get("anyOf"),
                node.get("allOf"),
                [node["items"]] if "items" in node else None,
            ):
                found = {name for part in parts or () for name in walk(part, keys)}
                if any(name != ".".join(keys) for name in found):
                    return found - {".".join(keys)}
        return {".".join(keys)}

    return walk(schema, ())


def test_every_value_of_every_record_is_filled() -> None:
    for register, schema in content_schemas().items():
        assert {leaf.name for leaf in LEAVES[Register(register)]} == named(schema), register


def test_a_new_value_would_be_filled() -> None:
    class Inner(Record):
        word: str = ""

    class Outer(Record):
        new_word: str = ""
        inner: Inner | None = None
        rows: tuple[Inner, ...] = ()

    assert [(leaf.name, leaf.repeated) for leaf in leaves(Outer)] == [
        ("new-word", False),
        ("inner.word", False),
        ("rows.word", True),
    ]


def test_every_attribute_of_every_annotation_is_filled() -> None:
    wanted = {f"{kind} {key}" for kind in Kind for key in KNOWN_ATTRIBUTES[kind]}
    assert wanted <= set(ANNOTATED)
    assert wanted - {"caption credit"} <= set(BESIDE)
    assert {str(kind) for kind in Kind} <= set(ANNOTATED)
    rows = sidecar_schema()["properties"]["annotations"]["items"]["properties"]
    assert set(rows) - {"kind", "exact"} == {key for _, key in BESIDE.values()}


def test_words_are_refused_only_where_words_cannot_stand() -> None:
    refused = plain_words().refused
    texts = {
        field_label(register, leaf)
        for register, row in LEAVES.items()
        for leaf in row
        if leaf.keys[-1] in {"title", "name", "label", "summary", "caption", "alt", "publisher"}
    }
    assert len(texts) > 12
    assert not texts & refused
    assert "article: date" in refused


def test_a_text_is_refused_where_it_cannot_stand() -> None:
    assert swallows("::: background\nwords")
    assert not swallows("```\nwords")
    assert judge("\x1b[2J").refused >= {"text: words", "article: title"}


def test_no_text_is_lost_between_places() -> None:
    texts = (*sample(12), "plain-id", "2021-09-14", "https://desk.example/x", "Words")
    placer = Placer(texts, size=3)
    placed = placer.site()
    assert placer.lost(placed) == {}
    assert sum(placed.standing.values()) > 0.4 * len(texts) * len(all_places())
    assert json.dumps(sorted(placed.files)) == json.dumps(
        sorted(Placer(texts, size=3).site().files)
    )
