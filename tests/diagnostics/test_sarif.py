"""The log has what the SARIF 2.1.0 standard asks for; section numbers are the standard's."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from generator import __version__
from generator.diagnostics import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Severity,
    SourceFile,
    Span,
    apply_edits,
    diagnose,
)
from generator.diagnostics.codes import TABLE
from generator.diagnostics.emitters import Format, emit

TEXT = "a 🚢 [b]{.plaice}\r\nc\n"
SOURCE = SourceFile("content/ä b#%.md", TEXT)
FIX = Fix(
    "Write place",
    (Edit(Span(18, 18), "!"), Edit(Span(9, 15), "place"), Edit(Span(0, 2), "")),
    Applicability.UNSAFE,
)


def fault(code: str = "F001", **changes: Any) -> Diagnostic:  # noqa: ANN401 - any field
    made = diagnose(TABLE[code], SOURCE, Span(9, 15), "It is wrong.", "Mend it.", FIX)
    return replace(made, **changes)


def run(*items: Diagnostic) -> dict[str, Any]:
    """The one run of a log."""
    text = emit(items, Format.SARIF)
    assert text.isascii()
    assert text.endswith("}\n")
    log = json.loads(text)
    assert list(log) == ["$schema", "version", "runs"]
    assert log["version"] == "2.1.0"  # 3.13.2
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def marks(*items: Diagnostic) -> list[str]:
    return [item["partialFingerprints"]["briefing/v1"] for item in run(*items)["results"]]


def test_the_tool_and_the_rules_of_the_codes_that_occur() -> None:
    found = run(fault("L003"), fault("F001"), fault("L003", line=9))
    driver = found["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("briefing", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["F001", "L003"]
    for rule in driver["rules"]:
        row = TABLE[rule["id"]]
        assert rule["name"] == row.name
        assert rule["shortDescription"]["text"] == row.summary
        assert rule["fullDescription"]["text"] == row.why
        assert rule["defaultConfiguration"]["level"] == row.severity
    for result in found["results"]:  # 3.27.6
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result() -> None:
    found = run(fault())
    (result,) = found["results"]
    assert found["columnKind"] == "unicodeCodePoints"  # 3.14.17
    assert result["message"]["text"] == "It is wrong.\nMend it."
    ((_, place),) = result["locations"][0].items()
    uri = place["artifactLocation"]["uri"]
    assert uri == "content/%C3%A4%20b%23%25.md"
    region = place["region"]  # 3.30: the end is behind the last character
    assert list(region.values()) == [1, 10, 1, 16]
    assert list(region) == ["startLine", "startColumn", "endLine", "endColumn"]


def test_severities_are_levels() -> None:  # 3.27.10
    levels = [run(fault(severity=item))["results"][0]["level"] for item in Severity]
    assert levels == ["error", "warning", "note"]


def test_a_fix_makes_the_same_text() -> None:
    (fix,) = run(fault())["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    text, moved = TEXT, 0
    for item in change["replacements"]:  # 3.57: in order, none overlapping
        region = item["deletedRegion"]
        start = region["charOffset"] + moved
        new = item.get("insertedContent", {"text": ""})["text"]
        text = text[:start] + new + text[start + region["charLength"] :]
        moved += len(new) - region["charLength"]
    assert text == apply_edits(TEXT, FIX.edits)
    assert fix["properties"]["applicability"] == "unsafe"
    assert "fixes" not in run(fault(fix=None))["results"][0]


def test_a_fingerprint_stays_while_a_fault_moves() -> None:
    message = "It clashes with content/a.md:{}."
    first, moved = (fault(line=line, message=message.format(line)) for line in (3, 7))
    assert marks(first) == marks(moved)
    others = (fault(message="Other."), fault(path="b.md"), fault("F002"))
    assert len({*marks(*others), *marks(first)}) == 4
    twice = marks(first, moved)
    assert twice[0] == marks(first)[0]
    assert len(set(twice)) == 2


def test_text_of_content_is_no_link_and_steers_nothing() -> None:  # 3.11.6
    (result,) = run(fault(message="“[a](https://desk.example)\x1b”", help=""))["results"]
    assert result["message"]["text"] == "“\\[a\\](https://desk.example)\\\\x1b”"
    (plain,) = run(fault(message="“[a]{.b}”", help=""))["results"]
    assert plain["message"]["text"] == "“[a]{.b}”"


@given(st.lists(st.builds(fault, path=st.text(min_size=1), message=st.text()), max_size=4))
def test_order_changes_nothing_and_addresses_are_relative(items: list[Diagnostic]) -> None:
    assert emit(items, Format.SARIF) == emit(items[::-1], Format.SARIF)
    for result in run(*items)["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch("(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
        assert any(unquote(uri) == item.path for item in items)
