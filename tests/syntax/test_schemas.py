"""What the reader accepts, the published schemas accept too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.config import mkdocs_schema, read_settings
from generator.diagnostics import SourceFile
from generator.model.links import Register
from generator.records import Subject
from generator.syntax import content_schemas
from generator.syntax.front_matter import CODES, read_front_matter
from generator.syntax.schemas import RECORDS

SETTINGS = "mkdocs"
SCHEMAS = {**content_schemas(), SETTINGS: mkdocs_schema()}
VALIDATORS = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}
SUBJECT = Subject("the record", CODES)

# The core schema of YAML 1.2 (section 10.3.2), as editors load plain scalars.
_NULL = re.compile("null|Null|NULL|~|")
_BOOLEAN = re.compile("true|True|TRUE|false|False|FALSE")
_INTEGER = re.compile("[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_PLAIN = re.compile(r"[\w.~/](?:[\w .~?%:/+-]*[\w.~?%/+-])?", re.ASCII)

TEXTS = (
    *("", "~", "null", "true", "False", "1", "2021", "0007", "-3", "1.5", "1e3", "12.", ".5"),
    *("2021-09-14", "2021-9-14", "2021-13-01", "2021-02-30", "2021-09-14T18:30+02:00"),
    *("2021-09-14 18:30", "2021-09-14t18:30:05.25Z", "2021-09-14T18:30 +0200", "2021-09-14T9"),
    *("2021-09", "199X", "19xx", "2021-21", "2021~", "2021-09?~", "2021/2022", "../2022-05"),
    *("2021 / ..", "2020/", "/..", "2021-XX", "2021-09-14T18:30", "2021-09-14T18:30:01,5Z"),
    *("en", "EN-gb", "zh-Hant", "de-1996", "en-x-desk", "no", "english", "e", "sr-Latn-RS"),
    *("slug", "a/b", "A", "-a", "a--b", "con", "nul/a", "a/com1", "console", "true-b", "0x1f"),
    *("https://desk.example/a", "HTTP://desk.example", "desk.example", "https://a.example/a b"),
    *("images/a.jpg", "../a.jpg", "a.txt", "/a", "Q42", "Q0", "q42", "10%", "5 %", "500", "101%"),
    *("draft", "published", "quote", "own", "Person", "person", "higher", "none", "P1Y", "p6m"),
    *("P", "90", "0", "12", "300", "99999", "Some words", "é", "a: b", "x" * 101, "a/" * 95 + "a"),
)

Path = tuple[str, ...]


def paths(schema: Mapping[str, Any], root: Mapping[str, Any], depth: int = 0) -> Iterator[Path]:
    """The way to every key, ``[]`` standing for an item of a list and ``en`` for any language."""
    for key, value in schema.get("properties", {}).items():
        yield (key,)
        if "patternProperties" in value:
            yield (key, "en")
        options = [*value.get("anyOf", ()), value]
        items = [item for option in options for item in _options(option.get("items", {}))]
        for inner, step in (
            *((item, ()) for item in options),
            *((item, ("[]",)) for item in items),
        ):
            part = root["$defs"][inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner
            if "properties" in part and depth < 3:
                yield from ((key, *step, *path) for path in paths(part, root, depth + 1))


def _options(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [*schema.get("anyOf", ()), schema]


KEYS = [(name, path) for name, schema in SCHEMAS.items() for path in paths(schema, schema)]

# What the maps that hold a key need beside it.
REQUIRED: Mapping[Path, Mapping[str, str]] = {
    ("article",): {"title": "A", "date": "2021-09-14"},
    ("actor",): {"name": "A"},
    ("figure",): {"label": "A"},
    ("place",): {"name": "A"},
    ("topic",): {"title": "A"},
    ("background",): {"title": "A"},
    ("image",): {"file": "a.jpg"},
    ("corrections", "[]"): {"date": "2021-09-14", "text": "A"},
    ("roles", "[]"): {"title": "A"},
    ("links", "[]"): {"url": "https://desk.example"},
}


def loaded(text: str) -> object:
    """A plain scalar's value."""
    if _NULL.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def written(text: str, *, plain: bool) -> tuple[str, object]:
    """A scalar as YAML in flow style, and as editors load it."""
    if plain and not text:
        return "null", None
    if plain and _PLAIN.fullmatch(text) and ": " not in text:
        return text, loaded(text)
    # White space around is dropped by the reader, and blank text is nothing to it.
    return json.dumps(text, ensure_ascii=False), text.strip() or None


def placed(name: str, path: Path, given_value: tuple[str, object]) -> tuple[str, Any]:
    """A whole map with the value at ``path`` and what is needed around it."""
    text, value = given_value
    for end in reversed(range(len(path))):
        step = path[end]
        if step == "[]":
            text, value = f"[{text}]", [value]
            continue
        beside = REQUIRED.get((name,) if end == 0 else path[:end], {})
        others = {key: item for key, item in beside.items() if key != step}
        if path[:end] == ("image",) and step == "url":
            others = {}
        inside = "".join(f", {key}: {json.dumps(item)}" for key, item in others.items())
        text, value = f"{{{step}: {text}{inside}}}", {step: value, **others}
    return text, value


def accepted(name: str, text: str) -> bool:
    """Whether the reader finds nothing wrong."""
    if name == SETTINGS:
        return not read_settings(SourceFile("mkdocs.yml", text))[1]
    source = SourceFile("content/x/a.md", f"---\n{text}\n---\n")
    found, _ = read_front_matter(source, RECORDS[Register(name)], SUBJECT, "title: x")
    return not found.diagnostics


def refusals(name: str, value: object) -> list[str]:
    return [error.message for error in VALIDATORS[name].iter_errors(value)]


def forms(text: str) -> Iterator[tuple[str, object]]:
    for plain in (True, False):
        yaml, value = written(text, plain=plain)
        yield yaml, value
        yield f"[{yaml}]", [value]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "path"), KEYS, ids="".join)
def test_what_the_reader_accepts_validates(name: str, path: Path) -> None:
    taken = 0
    for form in (form for text in TEXTS for form in forms(text)):
        text, value = placed(name, path, form)
        if accepted(name, text):
            taken += 1
            assert refusals(name, value) == [], text
    assert taken  # or nothing was shown


@given(st.data())
def test_any_text_that_the_reader_accepts_validates(data: st.DataObject) -> None:
    name, path = data.draw(st.sampled_from(KEYS))
    letters = st.text(st.sampled_from("abxXQPTzZ019-:/. ~?%+{[\"'é"), max_size=12)
    form = written(data.draw(letters | st.text()), plain=data.draw(st.booleans()))
    text, value = placed(name, path, form)
    if accepted(name, text):
        assert refusals(name, value) == [], text


REFUSED = [
    ("article", {"title": "A"}),
    ("article", {"title": "A", "date": "14 September 2021"}),
    ("article", {"title": "A", "date": "2021-09-14", "tags": ["a"]}),
    ("article", {"title": "A", "date": "2021-09-14", "topics": ["Syria war"]}),
    ("article", {"title": "A", "date": "2021-09-14", "id": "aux"}),
    ("article", {"title": "A", "date": "2021-09-14", "language": "english"}),
    ("article", {"title": "A", "date": "2021-09-14", "status": "ready"}),
    ("article", {"title": "A", "date": "2021-09-14", "source": {"rights": "free"}}),
    ("article", {"title": "A", "date": "2021-09-14", "source": {"url": "desk.example"}}),
    ("article", {"title": "A", "date": "2021-09-14", "source": "desk.example"}),
    ("article", {"title": "A", "date": "2021-09-14", "corrections": [{"text": "A"}]}),
    ("actor", {"name": "A", "kind": "person"}),
    ("actor", {"name": "A", "roles": [{"title": "A", "from": "last year"}]}),
    ("actor", {"name": "A", "wikidata": "42"}),
    ("actor", {"name": "A", "links": ["desk.example"]}),
    ("figure", {"label": "A", "tolerance": "a tenth"}),
    ("figure", {"label": "A", "better": "up"}),
    ("background", {"title": "A", "review-by": "2021/2022"}),
    (SETTINGS, {"extra": {"briefing": {"latest": 0}}}),
    (SETTINGS, {"extra": {"briefing": {"lastest": 1}}}),
    (SETTINGS, {"extra": {"briefing": {"stale-after": "a year"}}}),
    (SETTINGS, {"extra": {"briefing": {"read-more": {"english": "MORE"}}}}),
]


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_an_editor_is_told_of_these(name: str, value: object) -> None:
    assert len(refusals(name, value)) == 1


def test_what_is_allowed_beside_our_settings() -> None:
    given_value = {"site_name": "A", "theme": {"name": "material"}, "extra": {"social": []}}

    assert refusals(SETTINGS, given_value) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_says_what_each_key_is(name: str) -> None:
    schema = SCHEMAS[name]
    Draft7Validator.check_schema(schema)
    assert "$id" not in schema
    assert schema["title"]
    maps = [schema, *schema.get("$defs", {}).values()]
    if name == SETTINGS:
        maps = [schema["properties"]["extra"]["properties"]["briefing"]]
    for part in maps:
        for key, value in part["properties"].items():
            assert value["title"] == key
            assert value["description"].endswith(".")
            assert value.get("default") not in ([], {}, "")
    assert not re.search('"\\$ref": "[^"]+", "', json.dumps(schema))
