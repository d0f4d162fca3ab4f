from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Severity,
    Span,
    replacing,
)
from generator.diagnostics.emitters import Format, emit, ordered, visible


def fault(path: str = "a.md", line: int = 1, **changes: Any) -> Diagnostic:  # noqa: ANN401 - any field
    plain = Diagnostic(path, line, 2, line, 5, "F001", Severity.ERROR, "It is wrong.", "Mend it.")
    return replace(plain, **changes)


def test_text() -> None:
    items = [
        fault("b.md", help=""),
        fault(severity=Severity.WARNING, help="Write:\n---\ntitle: x"),
    ]
    assert emit(items) == (
        "a.md:1:2: warning[F001] It is wrong.\n"
        "  help: Write:\n"
        "        ---\n"
        "        title: x\n"
        "b.md:1:2: error[F001] It is wrong.\n"
    )


def test_concise_is_one_line_each() -> None:
    assert emit([fault(), fault(line=3)], Format.CONCISE) == (
        "a.md:1:2: error[F001] It is wrong.\na.md:3:2: error[F001] It is wrong.\n"
    )


def test_json_has_exactly_these_keys() -> None:
    shown = emit([fault(message="“é” \x1b", severity=Severity.NOTE)], Format.JSON)
    assert shown.isascii()
    assert json.loads(shown) == [
        {
            "code": "F001",
            "severity": "note",
            "path": "a.md",
            "line": 1,
            "column": 2,
            "end_line": 1,
            "end_column": 5,
            "message": "“é” \x1b",
            "help": "Mend it.",
            "fix": None,
        }
    ]


def test_a_fix_is_a_line_for_people_and_an_object_for_programs() -> None:
    edits = (Edit(Span(3, 5), "é"), Edit(Span(9, 9), ""))
    item = fault(fix=Fix("Write \x1b", edits, Applicability.UNSAFE))
    safe = fault(line=2, fix=replacing("Write a", Span(0, 1), "a", safe=True))

    assert emit([item, safe]).splitlines()[2::3] == [
        "  fix: Write \\x1b (unsafe)",
        "  fix: Write a",
    ]
    assert [row["fix"] for row in json.loads(emit([item, safe], Format.JSON))] == [
        {
            "title": "Write \x1b",
            "applicability": "unsafe",
            "edits": [{"start": 3, "end": 5, "text": "é"}, {"start": 9, "end": 9, "text": ""}],
        },
        {
            "title": "Write a",
            "applicability": "safe",
            "edits": [{"start": 0, "end": 1, "text": "a"}],
        },
    ]
    assert emit([item], Format.CONCISE) == emit([fault()], Format.CONCISE)
    assert emit([item], Format.GITHUB) == emit([fault()], Format.GITHUB)


def test_github_escapes_what_would_end_a_command_or_a_property() -> None:
    item = fault("a,b:c%.md", message="100%: one, two", help="First\nsecond")
    assert emit([item], Format.GITHUB) == (
        "::error file=a%2Cb%3Ac%25.md,line=1,col=2,endLine=1,endColumn=5,title=F001"
        "::100%25: one, two%0Ahelp: First%0Asecond\n"
    )
    assert emit([fault(severity=Severity.NOTE)], Format.GITHUB).startswith("::notice ")


def test_nothing_to_print() -> None:
    texts = {style: emit([], style) for style in Format}
    assert json.loads(texts.pop(Format.SARIF))["runs"][0]["results"] == []
    assert list(texts.values()) == ["", "", "[]\n", "", "[]\n"]


def test_order_and_repetition() -> None:
    items = [
        fault("b.md"),
        fault(line=10),
        fault(line=9, code="F002"),
        fault(line=9, end_column=9),
        fault("b.md"),
    ]
    assert [(item.path, item.line, item.code) for item in ordered(items)] == [
        ("a.md", 9, "F001"),
        ("a.md", 9, "F002"),
        ("a.md", 10, "F001"),
        ("b.md", 1, "F001"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x1b[31m\x9b\x00\x7f", "\\x1b[31m\\x9b\\x00\\x7f"),
        ("a\u202egpj.exe", "a\\u202egpj.exe"),
        ("\ud800\U000e0041", "\\ud800\\U000e0041"),
        ("Bachar el-Assad بشار می‌خواهم 反 🚢", "Bachar el-Assad بشار می‌خواهم 反 🚢"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(), st.text(), st.text(), st.sampled_from([Format.CONCISE, Format.GITHUB]))
def test_a_diagnostic_is_always_one_line(path: str, message: str, mend: str, style: Format) -> None:
    shown = emit([fault(path, message=message, help=mend)], style)
    assert len(shown.splitlines()) == 1
    assert "\x1b" not in shown


@given(st.text(), st.text(), st.text())
def test_no_content_can_pass_for_another_diagnostic(path: str, message: str, mend: str) -> None:
    first, *rest = emit([fault(path, message=message, help=mend)]).splitlines()
    assert first.endswith(visible(message))
    assert all(line.startswith(("  help: ", "        ")) for line in rest)
    assert rest or not mend
