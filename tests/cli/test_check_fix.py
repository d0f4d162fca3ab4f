from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import MakeSite

PATH = "content/articles/harbour.md"
HEAD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\n"
JANE = {"content/actors/jane-roe.md": "---\nname: Jane Roe\nkind: Person\n---\n"}
FAULTY = (
    f"{HEAD}[Jane Roe]{{.actr}} and [the mayor]{{.actor ref=jane-row}} and [x]{{.plain .quote}}.\n"
)
SAFE = FAULTY.replace(".actr", ".actor")
ALL = SAFE.replace("jane-row", "jane-roe")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), *arguments], catch_exceptions=False)


@pytest.fixture
def root(make_site: MakeSite) -> Path:
    return make_site({PATH: FAULTY, **JANE})


def text(root: Path) -> str:
    return (root / PATH).read_text()


def test_check_says_what_can_be_mended_and_changes_nothing(root: Path) -> None:
    result = run(root, "check")
    assert result.exit_code == 1
    assert "  fix: Write .actor\n" in result.stdout
    assert "  fix: Write jane-roe (unsafe)\n" in result.stdout
    assert "1 fault can be mended with --fix (1 more with --unsafe-fixes).\n" in result.stderr
    assert text(root) == FAULTY


def test_fix_mends_what_is_safe_and_prints_what_remains(root: Path) -> None:
    result = run(root, "check", "--fix")
    assert result.exit_code == 1
    assert text(root) == SAFE
    assert "A002" not in result.stdout
    assert "L001" in result.stdout
    assert "Mended 1 fault in 1 file.\n" in result.stderr
    assert "0 faults can be mended with --fix (1 more with --unsafe-fixes).\n" in result.stderr


@pytest.mark.parametrize("arguments", [("--fix", "--unsafe-fixes"), ("--unsafe-fixes",)])
def test_unsafe_fixes_are_made_too(root: Path, arguments: tuple[str, ...]) -> None:
    result = run(root, "check", *arguments)
    assert text(root) == ALL
    assert result.exit_code == 1
    assert "Mended 2 faults in 1 file.\n" in result.stderr
    assert "can be mended" not in result.stderr


def test_content_that_is_all_mended_is_clean(make_site: MakeSite) -> None:
    root = make_site({PATH: f"{HEAD}[Jane Roe]{{.actr}}\n", **JANE})
    result = run(root, "check", "--fix", "--strict")
    assert (result.exit_code, result.stdout) == (0, "")
    again = run(root, "check", "--fix")
    assert "Mended" not in again.stderr


@pytest.mark.parametrize(
    ("arguments", "after"),
    [
        (("--diff",), SAFE),
        (("--diff", "--fix"), SAFE),
        (("--diff", "--unsafe-fixes"), ALL),
    ],
)
def test_diff_shows_and_writes_nothing(root: Path, arguments: tuple[str, ...], after: str) -> None:
    result = run(root, "check", *arguments)
    assert result.exit_code == 1
    assert text(root) == FAULTY
    old, new = FAULTY.splitlines()[5], after.splitlines()[5]
    assert result.stdout == (
        f"--- {PATH}\n+++ {PATH}\n@@ -3,4 +3,4 @@\n date: 2024-03-04\n ---\n \n-{old}\n+{new}\n"
    )
    assert "would be mended.\n" in result.stderr


def test_diff_of_nothing_is_empty_and_zero(make_site: MakeSite) -> None:
    result = run(make_site({PATH: f"{HEAD}[x]{{.plain .quote}}\n"}), "check", "--diff")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_formats_for_programs_print_what_remains(root: Path) -> None:
    found = json.loads(run(root, "check", "--fix", "--format", "json").stdout)
    assert [item["code"] for item in found] == ["L001", "A004"]
    assert found[0]["fix"]["applicability"] == "unsafe"
    (edit,) = found[0]["fix"]["edits"]
    assert SAFE[edit["start"] : edit["end"]] == "jane-row"
    assert edit["text"] == "jane-roe"
    lines = run(root, "check", "--fix", "--format", "github").stdout.splitlines()
    assert len(lines) == 2


def test_a_read_only_file_is_named_and_nothing_is_half_done(root: Path) -> None:
    (root / PATH).chmod(0o444)
    result = run(root, "check", "--fix")
    assert result.exit_code == 1
    assert "harbour.md is read-only, so no file was changed." in result.stderr
    assert text(root) == FAULTY
