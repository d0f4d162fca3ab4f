from __future__ import annotations

import pytest
from pydantic import Field

from generator.diagnostics import Code, Severity, SourceFile, Span
from generator.records import (
    Day,
    Kind,
    Line,
    Lines,
    MapNode,
    Record,
    Slugs,
    Subject,
    Validated,
    json_schema,
    read_mapping,
    validate,
)

CODES = {kind: Code(kind.value, kind.value, Severity.ERROR, "", "", {}, {}) for kind in Kind}
NO_SLUG = "which is not made of the letters a to z, digits and single hyphens"
SUBJECT = Subject("the record", CODES, {"headline": "title"})


class Part(Record):
    name: Line = Field(examples=["Ada"])
    born: Day | None = None


class Whole(Record):
    title: Line = Field(description="What it is called.", examples=["A title"])
    as_of: Day | None = None
    tags: Slugs = ()
    notes: Lines = ()
    part: Part | None = None
    parts: tuple[Part, ...] = ()


def check(text: str) -> tuple[Validated[Whole], list[tuple[str, str, str]]]:
    source = SourceFile("a.md", text)
    node, faults = read_mapping(source, Span(0, len(text)), CODES)
    assert faults == ()
    result = validate(node, Whole, source, SUBJECT, Span(0, 0))
    shown = [(f"{item.line}:{item.column}", item.code, item.message) for item in result.diagnostics]
    return result, shown


def test_a_record() -> None:
    result, faults = check("title: ' A\n  title'\nas-of: 2021-09-14\ntags: [a, b]\nnotes: one\n")
    assert faults == []
    assert result.record == Whole.model_validate(
        {"title": "A title", "as-of": "2021-09-14", "tags": ["a", "b"], "notes": ["one"]}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tags: a\n", ("1:1", "missing-key", "The record has no title.")),
        ("title:\n", ("1:1", "missing-key", "title is empty, and the record needs it.")),
        ("title: a\npart: {}\n", ("2:1", "missing-key", "part has no name.")),
        (
            "title: a\nparts:\n  - name: b\n  - born: 2021-09-14\n",
            ("4:5", "missing-key", "An item of parts has no name."),
        ),
        ("title: a\ntagz: b\n", ("2:1", "unknown-key", "There is no key 'tagz' in the record.")),
        (
            "title: a\npart: {name: b, nmae: c}\n",
            ("2:17", "unknown-key", "There is no key 'nmae' in part."),
        ),
        ("title: [a]\n", ("1:8", "shape", "title is a list, where text is expected.")),
        (
            "title: a\nas-of: x\n",
            ("2:8", "date", "as-of is 'x', which is no date."),
        ),
        (
            "title: a\ntags: {b: c}\n",
            ("2:7", "shape", "tags is a key with a value, where a list is expected."),
        ),
        (
            "title: a\ntags: [b, C]\n",
            (
                "2:11",
                "slug",
                f"An item of tags is 'C', {NO_SLUG}.",
            ),
        ),
        (
            "title: a\npart: b\n",
            ("2:7", "shape", "part is 'b', where keys of its own are expected."),
        ),
    ],
)
def test_each_fault_stands_at_its_value_or_key(text: str, expected: tuple[str, str, str]) -> None:
    _, faults = check(text)
    assert faults == [expected]


def test_all_faults_come_at_once_and_the_rest_can_be_read() -> None:
    text = (
        "title: a\nas-of: x\ntags: [b, C, d]\nparts: [{name: e, born: y}, {}]\nfoo: g\nnotes: n\n"
    )
    result, faults = check(text)
    assert sorted(code for _, code, _ in faults) == [
        "date",
        "date",
        "missing-key",
        "slug",
        "unknown-key",
    ]
    assert result.record is not None
    assert result.record.tags == ("b", "d")
    assert result.record.notes == ("n",)
    assert [part.name for part in result.record.parts] == ["e"]


def test_no_record_without_a_required_key() -> None:
    assert check("tags: a\n")[0].record is None
    assert check("title: [a]\n")[0].record is None


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("tagz: a", "Did you mean tags?"),
        ("as_of: 2021-09-14", "Did you mean as-of?"),
        ("headline: a", "Write title."),
        ("born: 2021-09-14", "Write it below part:, indented by two spaces."),
        ("xyzzy: a", "Known keys: title, as-of, tags, notes, part, parts."),
        ("part: b", "Write on lines of their own, indented, what is known of name, born"),
        ("notes: [{Assad: x}]", 'If it is one text, put it between quotation marks: "Assad: x"'),
    ],
)
def test_the_mend_names_what_was_meant(line: str, mend: str) -> None:
    result, _ = check(f"title: a\n{line}\n")
    assert [item.help for item in result.diagnostics] == [mend]


def test_a_value_lost_to_a_comment_is_offered_back() -> None:
    result, _ = check("title: #1 in the world\n")
    assert [item.help for item in result.diagnostics] == [
        'Text behind # is a comment: write title: "#1 in the world"'
    ]


def test_what_could_not_be_read_is_not_missing_too() -> None:
    source = SourceFile("a.md", "")
    node = MapNode({}, Span(0, 0), broken=frozenset({"title"}))
    assert validate(node, Whole, source, SUBJECT, Span(0, 0)).diagnostics == ()
    node = MapNode({}, Span(0, 0), unreadable=True)
    assert validate(node, Whole, source, SUBJECT, Span(0, 0)).diagnostics == ()


def test_the_schema_of_a_record() -> None:
    schema = json_schema(Whole, "A whole")
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["title"] == "A whole"
    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["title"]["description"] == "What it is called."
    assert set(schema["properties"]) == {"title", "as-of", "tags", "notes", "part", "parts"}
