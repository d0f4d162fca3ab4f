"""What editors and hooks are given works with what `briefing` prints and takes."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.options import FORMATS
from generator.diagnostics import SourceFile, Span, diagnose
from generator.diagnostics.codes import TABLE
from generator.diagnostics.emitters import Format, emit
from tests.conftest import MakeSite
from tests.handbook.generated import schemas
from tests.handbook.reading import HANDBOOK, ROOT, blocks, commands

VSCODE = ROOT / ".vscode"
PAGE = HANDBOOK / "editors.md"
GOOD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe harbour reopened.\n"
BAD = GOOD.replace("harbour reopened", "[harbour]{.plaice} reopened")
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}


def read(name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads((VSCODE / name).read_text(encoding="utf-8"))


def test_the_yaml_extension_finds_its_schemas() -> None:
    settings = read("settings.json")
    assert read("extensions.json")["recommendations"] == ["redhat.vscode-yaml"]
    local = [path for path in settings["yaml.schemas"] if path.startswith("./")]
    assert local
    assert all((ROOT / path).is_file() for path in local)
    # It reads YAML alone: no pattern may promise it more.
    patterns = settings["yaml.schemas"].values()
    assert all(str(pattern).endswith((".yml", ".yaml")) for pattern in patterns)


def test_the_task_is_a_command_and_its_lines_are_understood() -> None:
    (task,) = read("tasks.json")["tasks"]
    name, *options = task["args"]
    assert {item for item in options if item.startswith("-")} <= {
        item for option in main.commands[name].params for item in option.opts
    }
    pattern = task["problemMatcher"]["pattern"]
    regexp = re.compile(pattern.pop("regexp"), re.ASCII)
    source = SourceFile("content/articles/a b.md", "one\ntwo: [x]\n")
    for severity, code in {row.severity: row for row in TABLE.values()}.items():
        line = emit([diagnose(code, source, Span(6, 7), "It: “a:1:2: b”.")], options[-1])
        for shown in (line, f"  {line}"):
            found = regexp.search(shown.rstrip("\n"))
            assert found
            assert {key: found[group] for key, group in pattern.items()} == {
                "file": "content/articles/a b.md",
                "line": "2",
                "column": "3",
                "severity": str(severity),
                "code": code.id,
                "message": "It: “a:1:2: b”.",
            }
    assert not regexp.search("Due on briefings/a (“One: two”):")


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_stops_a_commit_with_a_fault_and_no_other(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, hook: dict[str, Any]
) -> None:
    def run(text: str) -> Result:
        monkeypatch.chdir(make_site({"content/articles/harbour.md": text}))
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    program, *arguments = shlex.split(hook["entry"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert program in project["scripts"]
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    assert run(GOOD).exit_code == 0
    assert run(GOOD.replace("date: 2024-03-04\n", "")).exit_code == 1


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_runs_where_content_or_settings_changed(hook: dict[str, Any]) -> None:
    runs = re.compile(hook["files"])
    assert all(runs.search(path) for path in ("content/articles/a.md", "mkdocs.yml"))
    assert not any(runs.search(path) for path in ("docs/about.md", "README.md", "mkdocs.yml.bak"))


def test_the_hook_that_fixes_does() -> None:
    fixing = shlex.split(HOOKS["briefing-check-fix"]["entry"])
    assert "--fix" in {item for option in main.commands["check"].params for item in option.opts}
    assert "--fix" in fixing
    assert "--unsafe-fixes" not in fixing


def test_the_page_names_every_format_schema_and_hook() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert set(FORMATS) == set(Format)
    assert all(f"| `{name}` |" in text for name in FORMATS)
    assert all(f"({name})" in text for name in schemas())
    assert all(hook in text for hook in HOOKS)
    remark = next(block.text for block in blocks(PAGE) if block.language == "js")
    named = set(re.findall(r"\$\{folder\}/(\w+)\.json", remark))
    assert named == {Path(name).stem for name in schemas()} - {"annotations", "mkdocs"}


def test_sarif_of_the_page_is_a_log(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = (line for block in blocks(PAGE) if block.language == "sh" for line in commands(block))
    monkeypatch.chdir(make_site({"content/articles/harbour.md": BAD}))
    result = CliRunner().invoke(main, shlex.split(line)[1:], catch_exceptions=False)

    (run,) = json.loads(result.stdout)["runs"]
    (fault,) = run["results"]
    assert result.exit_code == 1
    assert fault["level"] == "error"
    place = fault["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/articles/harbour.md"
    assert place["region"]["startLine"] == 6
