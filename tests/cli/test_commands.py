from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diagnostics.codes import TABLE
from tests.conftest import MakeSite

GOOD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe harbour reopened.\n"
BAD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe [harbour]{.plaice} reopened.\n"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), *arguments], catch_exceptions=False)


def test_check_is_silent_and_zero_on_clean_content(make_site: MakeSite) -> None:
    result = run(make_site({"content/articles/harbour.md": GOOD}), "check")

    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Checked 1 article in 1 briefing: no faults." in result.stderr


def test_check_names_place_code_and_mend(make_site: MakeSite) -> None:
    result = run(make_site({"content/articles/harbour.md": BAD}), "check")

    assert result.exit_code == 1
    first, second = result.stdout.splitlines()[:2]
    assert first.startswith("content/articles/harbour.md:6:")
    assert "error[A" in first
    assert "plaice" in first
    assert "place" in second


def test_check_prints_objects(make_site: MakeSite) -> None:
    result = run(make_site({"content/articles/harbour.md": BAD}), "check", "--format", "json")

    faults = json.loads(result.stdout)
    assert result.exit_code == 1
    assert len(faults) == 1
    assert list(faults[0]) == [
        "code",
        "severity",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "message",
        "help",
        "fix",
    ]
    assert (faults[0]["line"], faults[0]["severity"]) == (6, "error")


def test_check_prints_an_empty_list_of_objects(make_site: MakeSite) -> None:
    result = run(make_site({"content/articles/harbour.md": GOOD}), "check", "--format", "json")

    assert json.loads(result.stdout) == []


def test_warnings_fail_only_with_strict(make_site: MakeSite) -> None:
    text = GOOD.replace("The harbour", "The [Harbour Board]{.actor}")
    root = make_site({"content/articles/harbour.md": text})

    assert run(root, "check").exit_code == 0
    assert run(root, "check", "--strict").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [["check", "--format", "xml"], ["nonsense"], ["build", "--port", "1"], ["explain", "Z999"]],
)
def test_wrong_usage_is_two(make_site: MakeSite, arguments: list[str]) -> None:
    assert run(make_site({}), *arguments).exit_code == 2


def test_no_configuration_is_wrong_usage(tmp_path: Path) -> None:
    result = run(tmp_path, "check")

    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr


def test_an_empty_newsroom_builds(make_site: MakeSite) -> None:
    root = make_site({})

    result = run(root, "build")

    assert result.exit_code == 0, result.output
    assert (root / "site" / "index.html").is_file()


def test_build_stops_at_errors_and_leaves_what_stands(make_site: MakeSite) -> None:
    root = make_site({"content/articles/harbour.md": GOOD})
    assert run(root, "build").exit_code == 0
    page = root / "site" / "briefings" / "harbour" / "index.html"
    before = page.read_bytes()
    (root / "content/articles/harbour.md").write_text(BAD, encoding="utf-8")

    result = run(root, "build")

    assert result.exit_code == 1
    assert "Nothing was published: 1 error." in result.stderr
    assert page.read_bytes() == before


def test_second_build_writes_nothing(make_site: MakeSite) -> None:
    root = make_site({"content/articles/harbour.md": GOOD})
    assert run(root, "build").exit_code == 0
    before = times(root)

    result = run(root, "build")

    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing changed")
    assert times(root) == before


def times(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in root.rglob("*")}


def test_clean_makes_everything_again_with_the_same_bytes(make_site: MakeSite) -> None:
    root = make_site({"content/articles/harbour.md": GOOD})
    run(root, "build")
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}

    assert run(root, "build", "--clean").stdout.startswith("Built")
    after = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    assert after == before


def test_a_draft_is_checked_but_never_published(make_site: MakeSite) -> None:
    draft = GOOD.replace("date:", "status: draft\ndate:")
    root = make_site({"content/articles/harbour.md": draft})

    assert run(root, "build").exit_code == 0
    assert not list((root / "site").rglob("*harbour*"))

    broken = BAD.replace("date:", "status: draft\ndate:")
    (root / "content/articles/harbour.md").write_text(broken, encoding="utf-8")
    assert run(root, "check").exit_code == 1


@pytest.mark.parametrize("kind", ["article", "actor", "figure", "place", "topic", "background"])
def test_new_entries_check_without_errors(make_site: MakeSite, kind: str) -> None:
    root = make_site({})

    made = run(root, "new", kind, "Harbour: a “new” start", "--date", "2024-03-04")

    assert made.exit_code == 0, made.output
    assert run(root, "check").exit_code == 0
    again = run(root, "new", kind, "Harbour: a “new” start", "--date", "2024-03-04")
    assert again.exit_code == 2
    assert "exists already" in again.stderr


@pytest.mark.parametrize(
    "arguments",
    [["  "], ["Harbour", "--id", "../../harbour"], ["Harbour", "--language", "no such"]],
)
def test_what_makes_no_entry_is_wrong_usage(make_site: MakeSite, arguments: list[str]) -> None:
    root = make_site({})

    assert run(root, "new", "article", *arguments).exit_code == 2
    assert not (root / "content").exists()


def test_an_id_can_be_chosen(make_site: MakeSite) -> None:
    root = make_site({})

    assert run(root, "new", "actor", "بوتين", "--id", "putin").exit_code == 0
    assert (root / "content/actors/putin.md").is_file()
    assert run(root, "check", "--strict").exit_code == 0


def test_import_writes_a_draft_that_checks(make_site: MakeSite, tmp_path: Path) -> None:
    root = make_site({})
    text = tmp_path / "harbour.txt"
    text.write_text(
        "Harbour reopens after repairs\n\nMonday, March 4, 2024\n\n"
        "The harbour [north basin] *reopened*.\n\nREAD MORE: What the repairs cost\n\n"
        "Source: Example Desk and agencies\n",
        encoding="utf-8",
    )

    imported = run(root, "import", str(text))

    assert imported.exit_code == 0, imported.output
    article = root / "content" / "articles" / "harbour-reopens-after-repairs.md"
    assert "status: draft" in article.read_text(encoding="utf-8")
    assert run(root, "check").exit_code == 0
    assert run(root, "import", str(text)).exit_code == 2
    assert (
        run(root, "import", str(text), "--to", str(root / "content/articles/two.md")).exit_code == 0
    )


def test_paths_are_relative_to_the_folder_that_is_worked_in(make_site: MakeSite) -> None:
    root = make_site({"inbox/harbour.txt": "Harbour reopens\n\nIt opened on 4 March 2024.\n"})
    here = Path.cwd()

    made = run(root, "import", "inbox/harbour.txt", "--to", "content/articles/harbour.md")

    assert made.exit_code == 0, made.output
    assert (root / "content/articles/harbour.md").is_file()
    assert Path.cwd() == here


def test_import_of_bytes_that_are_no_text_writes_nothing(
    make_site: MakeSite, tmp_path: Path
) -> None:
    root = make_site({})
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")

    result = run(root, "import", str(tmp_path / "picture.txt"))

    assert result.exit_code == 1
    assert "error[I" in result.stderr
    assert not (root / "content").exists()


def test_explain_shows_both_examples(make_site: MakeSite) -> None:
    result = run(make_site({}), "explain", "P001")

    assert result.exit_code == 0
    assert "page-in-the-way" in result.stdout
    assert "What to write instead" in result.stdout


@pytest.mark.parametrize("code", TABLE)
def test_every_code_is_explained_in_text_that_a_terminal_can_show(code: str) -> None:
    result = CliRunner().invoke(main, ["explain", code], catch_exceptions=False)

    assert result.exit_code == 0
    assert TABLE[code].name in result.stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", result.stdout)
    assert max(map(len, result.stdout.splitlines())) < 400


def test_a_read_only_folder_is_a_sentence(make_site: MakeSite) -> None:
    root = make_site({"content/articles/harbour.md": GOOD, "docs/briefings": "a file"})

    result = run(root, "build")

    assert result.exit_code == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_help_imports_nothing_but_click(arguments: list[str]) -> None:
    code = (
        "import sys\nbefore = set(sys.modules)\nfrom generator.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "rooms = {name for name in sys.modules if name.startswith('generator.')}\n"
        "print(*sorted(new - sys.stdlib_module_names), *sorted(rooms), sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    loaded = done.stderr.split()
    # Of the generator the commands alone: no room, and so neither MkDocs nor pydantic.
    assert {name for name in loaded if not name.startswith("generator")} == {"click"}
    assert {name.split(".")[1] for name in loaded if "." in name} == {"cli"}


def test_what_is_due_is_listed_where_it_is_asked_for(make_site: MakeSite) -> None:
    text = GOOD.replace("The harbour", '[40 ships]{.figure label="Ships"} came; it')
    root = make_site({"content/articles/harbour.md": text})
    due = run(root, "check", "--strict", "--stale", "--as-of", "2025-03-05", "--format", "concise")

    assert due.exit_code == 0
    assert "content/articles/harbour.md:6:2: note[D001]" in due.stdout
    assert run(root, "check", "--stale", "--as-of", "2025-03-04").stdout == ""
    assert run(root, "check").stdout == ""
    assert "D001" in run(root, "check", "--stale").stdout
    assert run(root, "check", "--as-of", "2025-03-05").exit_code == 2


def test_what_is_due_stands_below_each_page_that_needs_it(make_site: MakeSite) -> None:
    ships = "[{} ships]{{.figure ref=ships}} came; the [Roe Board]{{.actor}}"
    files = {
        "content/figures/ships.md": "---\nlabel: Ships\n---\n",
        "content/articles/harbour.md": GOOD.replace("The harbour", ships.format(40)),
        "content/articles/pier.md": GOOD.replace("Harbour", "Pier")
        .replace("2024-03-04", "2024-01-01")
        .replace("The harbour", ships.format(30)),
    }
    root = make_site(files)
    due = (
        "content/articles/harbour.md:6:2: note[D001] The newest report of “Ships”, “40 ships”, "
        "is as of 2024-03-04; the briefings harbour and pier show it.\n"
    )
    mend = "    help: Annotate a newer report of it, if there is one.\n"
    asked = ("check", "--stale", "--as-of", "2025-03-05")

    for style, rest in (("concise", ""), ("full", mend)):
        text = run(root, *asked, "--format", style).stdout
        faults, _, listed = text.partition("Due on ")
        assert f"Due on {listed}" == (
            f"Due on briefings/harbour (“Harbour reopens”):\n  {due}{rest}"
            f"Due on briefings/pier (“Pier reopens”):\n  {due}{rest}"
        )
        assert "D001" not in faults
        assert "L003" in faults or "L017" in faults

    rows = json.loads(run(root, *asked, "--format", "json").stdout)
    assert [row["code"] for row in rows].count("D001") == 1
