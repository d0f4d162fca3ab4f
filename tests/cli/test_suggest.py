from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.suggest import KINDS
from generator.cli.suggest_text import suggestions_json, suggestions_text
from generator.diagnostics import SourceFile, Span
from generator.model.edtf import Edtf
from generator.model.quantity import Qualifier, Quantity
from generator.model.suggestion import Stub, Suggestion, SuggestionKind
from tests.conftest import MakeSite
from tests.pipeline import finding

PATH = "content/articles/harbour.md"
HEAD = "---\ntitle: Harbour reopens\ndate: 2024-03-05\n---\n\n"
TEXT = "Ada Example came on Monday, 40 people said.\n"


@pytest.fixture(autouse=True)
def _finder(monkeypatch: pytest.MonkeyPatch) -> None:
    finding.use(monkeypatch)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "suggest", *arguments])


def test_kinds_of_the_option_are_those_of_suggestions() -> None:
    assert set(KINDS) == {kind.value for kind in SuggestionKind}


def test_each_proposal_is_a_line(make_site: MakeSite) -> None:
    result = run(make_site({PATH: HEAD + TEXT}), PATH, "--kind", "actor", "--kind", "figure")

    assert result.exit_code == 0
    assert result.stdout == (
        f'{PATH}:6:1: actor 0.85 "Ada Example" = new entry ada-example (Person)\n'
        f'{PATH}:6:29: figure 0.90 "40 people" = 40 people\n'
    )


def test_objects_have_offsets_into_the_file(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT, "content/articles/other.md": HEAD + "3 boats.\n"})

    rows = json.loads(run(root, "--format", "json", PATH, "content/articles/other.md").stdout)

    assert [row["path"] for row in rows][-1] == "content/articles/other.md"
    assert {row["kind"] for row in rows} == {"actor", "event", "figure", "claim"}
    for row in rows:
        text = (root / row["path"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]] == row["text"]
        line = text.splitlines()[row["line"] - 1]
        assert line[row["column"] - 1 :].startswith(row["text"].splitlines()[0])


def test_objects_are_exact_and_in_a_fixed_order() -> None:
    source = SourceFile("a.md", "x" * 9)
    item = Suggestion(
        SuggestionKind.FIGURE,
        Span(0, 3),
        "xxx",
        0.875,
        by="un",
        label="x\u202e",
        quantity=Quantity(
            None, "km", Qualifier.BETWEEN, Decimal("1E+3"), Decimal("12345678901234567890.10")
        ),
    )
    dated = Suggestion(
        SuggestionKind.EVENT,
        Span(4, 5),
        "x",
        1.0,
        date=Edtf.parse("2011/.."),
        candidates=("a", "b"),
    )
    new = Suggestion(SuggestionKind.ACTOR, Span(6, 7), "x", 1, stub=Stub("actors", "x", "X"))

    text = suggestions_json([(source, [item, dated, new])])

    assert text == (
        "[\n"
        '  {"path": "a.md", "kind": "figure", "start": 0, "end": 3, "text": "xxx", "line": 1, '
        '"column": 1, "confidence": 0.875, "label": "x\\u202e", "low": 1000, '
        '"high": 12345678901234567890.1, "unit": "km", "qualifier": "between", "by": "un"},\n'
        '  {"path": "a.md", "kind": "event", "start": 4, "end": 5, "text": "x", "line": 1, '
        '"column": 5, "confidence": 1.0, "date": "2011/..", "candidates": ["a", "b"]},\n'
        '  {"path": "a.md", "kind": "actor", "start": 6, "end": 7, "text": "x", "line": 1, '
        '"column": 7, "confidence": 1, "stub": {"register": "actors", "id": "x", "name": "X", '
        '"kind": "", "role": ""}}\n'
        "]\n"
    )
    assert json.loads(text)[0]["low"] == 1000
    assert suggestions_json([]) == "[]\n"


def test_a_zero_is_a_value() -> None:
    item = Suggestion(SuggestionKind.FIGURE, Span(0, 1), "0", 1, quantity=Quantity(Decimal(0)))

    assert json.loads(suggestions_json([(SourceFile("a.md", "0"), [item])]))[0]["value"] == 0


def test_text_cannot_steer_the_terminal_and_keeps_its_direction() -> None:
    text = "a\x1b[2Jb"
    arabic = "\u0645\u0631\u0641\u0623"
    source = SourceFile("a.md", text + arabic)
    items = [
        Suggestion(SuggestionKind.CLAIM, Span(0, len(text)), text, 1),
        Suggestion(SuggestionKind.PLACE, Span(len(text), len(source.text)), arabic, 1),
    ]

    printed = suggestions_text(source, items)

    assert "\x1b" not in printed
    assert "\\x1b[2J" in printed
    assert f'"\u2068{arabic}\u2069"' in printed


def test_write_takes_what_is_certain_and_tells_the_rest(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    result = run(root, PATH, "--write")

    assert result.exit_code == 0
    assert result.stdout == f"{PATH}: 2 annotations written.\nMade content/actors/ada-example.md\n"
    assert "2 proposals are less certain than 0.8" in result.stderr
    assert (root / PATH).read_text(encoding="utf-8") == HEAD + (
        "[Ada Example]{.actor} came on Monday, [40 people]{.figure} said.\n"
    )
    again = run(root, PATH, "--write", "--threshold", "0.7")
    assert again.stdout == f"{PATH}: 1 annotation written.\n"
    assert run(root, PATH, "--write").stdout == f"{PATH}: nothing written.\n"


def test_several_files_share_one_new_entry(make_site: MakeSite) -> None:
    other = "content/articles/other.md"
    root = make_site({PATH: HEAD + TEXT, other: HEAD + TEXT})

    result = run(root, PATH, other, "--write")

    assert result.stdout.count("Made ") == 1
    assert "[Ada Example]{.actor}" in (root / other).read_text(encoding="utf-8")


def test_what_is_left_out_is_told(make_site: MakeSite) -> None:
    twins = {f"content/actors/ada-{n}.md": "---\nname: Ada Example\n---\n" for n in (1, 2)}
    root = make_site({PATH: HEAD + TEXT, **twins})

    result = run(root, PATH, "--write")

    assert result.exit_code == 0
    assert '"Ada Example" was left out: it may be any of ada-1, ada-2.' in result.stderr


def test_a_text_as_found_is_told_and_not_written(make_site: MakeSite, tmp_path: Path) -> None:
    root = make_site({})
    text = tmp_path / "pasted.txt"
    text.write_text(TEXT, encoding="utf-8")

    shown = run(root, str(text), "--date", "2024-03-05", "--format", "json")
    written = run(root, str(text), "--write")

    dates = [row["date"] for row in json.loads(shown.stdout) if row["kind"] == "event"]
    assert dates == ["2024-03-04"]
    assert written.exit_code == 1
    assert f"briefing import {text}" in written.stderr
    assert text.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    "arguments",
    [
        [PATH, "--write", "--review"],
        [PATH, "--write", "--format", "json"],
        [PATH, "--threshold", "2"],
        [PATH, "--kind", "actress"],
        ["content/articles/missing.md"],
        ["content/actors/ada.md"],
        [],
    ],
)
def test_wrong_usage_is_two(make_site: MakeSite, arguments: list[str]) -> None:
    root = make_site({PATH: HEAD + TEXT, "content/actors/ada.md": "---\nname: Ada\n---\n"})

    assert run(root, *arguments).exit_code == 2


def test_a_file_that_cannot_be_read_stops_no_other(make_site: MakeSite) -> None:
    broken = "content/articles/broken.md"
    root = make_site({PATH: HEAD + TEXT, broken: "---\ntitle: [\n---\n\nText.\n"})

    result = run(root, broken, PATH)

    assert result.exit_code == 1
    assert "Ada Example" in result.stdout
    assert f"{broken}:3:1" in result.stderr
