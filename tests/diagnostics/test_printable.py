from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import SourceFile, Span, diagnose
from generator.diagnostics.codes.files import BAD_FILE_NAME
from generator.diagnostics.emitters import emit, inert_json, printable, visible
from tests.hostile import steering

TEXTS = [text for texts in steering.CLASSES.values() for text in texts]
# As GitHub's runner and the agents of Azure Pipelines and TeamCity look for them.
ANYWHERE = re.compile(r"##(\[|vso\[|teamcity\[)", re.IGNORECASE)
AT_START = re.compile(r"^\s*::", re.MULTILINE)
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def obeyed(text: str) -> bool:
    return bool(ANYWHERE.search(text) or AT_START.search(text) or RAW.search(text))


def test_the_rule_can_fail() -> None:
    assert all(map(obeyed, ["a ##[add-mask]b", "  ::error::x", "a\x1b[2J", "##VSO[x]", "\u202ea"]))


@pytest.mark.parametrize("text", TEXTS)
def test_no_line_steers_a_terminal_or_ci(text: str) -> None:
    assert not obeyed(printable(text))
    assert not obeyed(printable(f"Wrote {text}"))


@given(st.text(st.sampled_from("#[:\n ve so\x1b\u2028"), max_size=30))
def test_nor_does_any_other(text: str) -> None:
    assert not obeyed(printable(text))
    assert printable(printable(text)) == printable(text)


def test_what_is_harmless_stays() -> None:
    text = "## Heading [a](b) : a::b ::: c # [x]\nعربي ‌ça"
    assert printable(text) == text
    assert visible("##[x] ##vso[y]") == "\\x23#[x] \\x23#vso[y]"
    assert printable(" ::error::x") == " \\x3a:error::x"


@pytest.mark.parametrize("style", ["full", "concise", "json", "gitlab", "sarif"])
@pytest.mark.parametrize("text", TEXTS)
def test_no_fault_gives_an_order(text: str, style: str) -> None:
    fault = diagnose(
        BAD_FILE_NAME, SourceFile(f"content/{text}.md", text), Span(0, 1), text, f"Write\n{text}"
    )
    shown = emit([fault], style)
    assert not obeyed(shown)
    if style not in {"full", "concise"}:
        assert json.loads(shown)


@pytest.mark.parametrize("text", TEXTS)
def test_github_is_told_one_thing(text: str) -> None:
    fault = diagnose(BAD_FILE_NAME, SourceFile(f"content/{text}.md", text), None, text, text)
    lines = emit([fault], "github").splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=")


def test_inert_json_says_the_same() -> None:
    value = {"##[x]": ["###vso[y]", "#"]}
    assert json.loads(inert_json(json.dumps(value))) == value
