from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import main
from generator.config import read_settings
from generator.diagnostics import SourceFile
from generator.pipeline import Workspace, check_content
from generator.pipeline.init import (
    Answers,
    Host,
    RecordError,
    State,
    WrongAnswerError,
    create_site,
    find_upgrade,
    write_upgrade,
)
from generator.pipeline.init.answers import checked
from generator.pipeline.init.files import site_files
from generator.pipeline.init.record import NAME, digest

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2024, 5, 2)
ANSWERS = Answers("Example Desk", "https://desk.example/", ("en", "ar"), ("Transport",))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("host", Host)
def test_a_new_site_checks_without_a_fault(tmp_path: Path, host: Host) -> None:
    answers = Answers(
        'Desk: "A" & B #1', "", ("ar", "fa", "en-GB"), ("Häfen", "النقل", "a: b"), host
    )
    create_site(tmp_path / "new", answers, DAY)

    result = check_content(Workspace(tmp_path / "new"), drafts=True)

    assert result.diagnostics == ()
    assert result.read.site.settings.site_name == 'Desk: "A" & B #1'
    assert result.read.site.settings.language == "ar"
    assert result.read.site.settings.handbook
    assert len(result.read.site.topics) == 3


def test_what_is_written_depends_on_the_answers_alone(tmp_path: Path) -> None:
    create_site(tmp_path / "one", ANSWERS, DAY)
    create_site(tmp_path / "two", ANSWERS, DAY)

    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_second_run_writes_nothing_and_a_stopped_one_is_made_up_for(tmp_path: Path) -> None:
    create_site(tmp_path, ANSWERS, DAY)
    whole = tree(tmp_path)
    assert create_site(tmp_path, ANSWERS, DAY).written == ()
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / NAME).unlink()

    assert create_site(tmp_path, ANSWERS, DAY).written == ("mkdocs.yml",)
    assert tree(tmp_path) == whole


@pytest.mark.parametrize(
    "answers",
    [
        Answers(" "),
        Answers("a\x00b"),
        Answers("a", "desk.example"),
        Answers("a", 'https://desk.example/"\nhooks: [x]'),
        Answers("a", "javascript:alert(1)"),
        Answers("a", languages=("english",)),
        Answers("a", languages=("en]\nhooks: [x",)),
        Answers("a", topics=("a\x1bb",)),
    ],
)
def test_answers_that_cannot_be_used_are_refused_before_anything_is_written(
    tmp_path: Path, answers: Answers
) -> None:
    with pytest.raises(WrongAnswerError):
        create_site(tmp_path / "new", answers, DAY)

    assert not (tmp_path / "new").exists()


@given(st.text(min_size=1, max_size=30), st.lists(st.text(max_size=10), max_size=3))
def test_any_name_is_the_sites_name(name: str, topics: list[str]) -> None:
    try:
        answers = checked(Answers(name, topics=tuple(topics)))
    except WrongAnswerError:
        return
    files = {file.path: file.content.decode() for file in site_files(answers, DAY)}

    settings, faults = read_settings(SourceFile("mkdocs.yml", files["mkdocs.yml"]))

    assert not faults
    assert settings.site_name == answers.name


def test_editors_get_what_this_repository_has() -> None:
    files = {file.path: file.content for file in site_files(ANSWERS, DAY)}

    for name in (".vscode/tasks.json", ".vscode/extensions.json", ".vscode/briefing.code-snippets"):
        assert files[name] == (ROOT / name).read_bytes()
    for schema in json.loads(files[".vscode/settings.json"])["yaml.schemas"]:
        assert schema.removeprefix("./") in files


def test_what_builds_write_is_ignored_by_git() -> None:
    """The paths that the demonstration's own file ignores, and the handbook's."""
    ours = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    files = {file.path: file.content.decode() for file in site_files(ANSWERS, DAY)}
    theirs = files[".gitignore"].splitlines()

    assert {line for line in ours if line.startswith("/docs/")} <= set(theirs)
    assert {"/docs/handbook/", "/site/", "/.briefing/"} <= set(theirs)


# Upgrades


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A site set up by a version that wrote other requirements and no file for editors."""
    create_site(tmp_path, ANSWERS, DAY)
    old = b"briefing-generator==0.0.9\n"
    (tmp_path / "requirements.txt").write_bytes(old)
    (tmp_path / ".vscode/extensions.json").unlink()
    (tmp_path / "old.cfg").write_bytes(old)
    record = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    record["generator"] = "0.0.9"
    record["files"] |= {"requirements.txt": digest(old), "old.cfg": digest(old)}
    del record["files"][".vscode/extensions.json"]
    (tmp_path / NAME).write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


def states(folder: Path) -> dict[str, State]:
    return {step.path: step.state for step in find_upgrade(folder).steps}


def test_a_fresh_site_has_nothing_to_upgrade(tmp_path: Path) -> None:
    create_site(tmp_path, ANSWERS, DAY)

    assert states(tmp_path) == {}


def test_an_upgrade_names_what_is_new_changed_and_dropped(older: Path) -> None:
    assert states(older) == {
        ".vscode/extensions.json": State.NEW,
        "requirements.txt": State.CHANGED,
        "old.cfg": State.DROPPED,
    }


def test_an_upgrade_writes_only_what_is_unchanged_since_init(older: Path) -> None:
    mine = b"mkdocs-material==9.8.1\n"
    (older / "requirements.txt").write_bytes(mine)
    assert states(older)["requirements.txt"] is State.YOURS

    write_upgrade(find_upgrade(older))

    assert (older / "requirements.txt").read_bytes() == mine
    assert (older / ".vscode/extensions.json").is_file()
    assert (older / "old.cfg").is_file()
    assert states(older) == {"requirements.txt": State.YOURS, "old.cfg": State.DROPPED}


def test_what_a_newsroom_changed_or_deleted_is_no_upgrade(tmp_path: Path) -> None:
    create_site(tmp_path, ANSWERS, DAY)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("copyright: Example Desk\n")
    (tmp_path / ".pre-commit-config.yaml").unlink()
    (tmp_path / "content/articles/how-this-page-was-made.md").unlink()
    ignore = tmp_path / ".gitignore"
    ignore.write_bytes(ignore.read_bytes().replace(b"\n", b"\r\n"))

    assert states(tmp_path) == {}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 99}', '{"version": 1, "files": [], "answers": {}}']
)
def test_a_damaged_record_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")

    with pytest.raises(RecordError):
        find_upgrade(tmp_path)


def test_a_record_that_names_files_elsewhere_is_not_followed(tmp_path: Path) -> None:
    create_site(tmp_path / "site", ANSWERS, DAY)
    (tmp_path / "secret").write_bytes(b"x")
    path = tmp_path / "site" / NAME
    record = json.loads(path.read_text(encoding="utf-8"))
    record["files"]["../secret"] = digest(b"x")
    path.write_text(json.dumps(record), encoding="utf-8")

    assert states(tmp_path / "site") == {}


def test_the_diff_is_one_that_patch_applies(older: Path) -> None:
    upgrade = find_upgrade(older)
    diff = "".join(step.diff() for step in upgrade.steps)

    subprocess.run(["git", "apply", "-p1", "-"], cwd=older, input=diff.encode(), check=True)

    assert states(older) == {}
    assert not (older / "old.cfg").exists()


# The command


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return done.exit_code, done.output


def test_the_command_writes_a_site_and_refuses_a_folder_that_is_not_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour-desk" / ".git").mkdir(parents=True)

    code, output = run("init", "harbour-desk", "--host", "none")
    assert (code, "Wrote " in output) == (0, True)
    assert 'site_name: "Harbour Desk"' in Path("harbour-desk/mkdocs.yml").read_text("utf-8")
    before = tree(tmp_path)

    code, output = run("init", "harbour-desk", "--name", "Other")
    assert (code, "is not empty" in output) == (2, True)
    assert tree(tmp_path) == before

    Path("harbour-desk/README.md").unlink()
    code, output = run("init", "harbour-desk", "--force", "--host", "none")
    assert (code, "Kept harbour-desk/mkdocs.yml as it is." in output) == (0, True)
    assert Path("harbour-desk/README.md").is_file()
    assert tree(tmp_path).keys() == before.keys()


def test_what_is_not_given_is_asked_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    answers = iter(("Harbour Desk", "", "ar, en", "النقل، الموانئ", "none"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.cli.init.sys.stdin", Terminal())
    monkeypatch.setattr("generator.cli.init.click.prompt", lambda *_, **__: next(answers))
    from generator.cli.init import init  # noqa: PLC0415  patched above

    init.main(["new"], standalone_mode=False)

    record = json.loads(Path("new", NAME).read_text(encoding="utf-8"))
    assert record["answers"] == {
        "name": "Harbour Desk",
        "url": "",
        "languages": ["ar", "en"],
        "topics": ["النقل", "الموانئ"],
        "host": "none",
    }


def test_upgrade_ends_with_1_where_there_is_something_to_do(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(older)
    (older / "old.cfg").unlink()
    before = tree(older)

    code, output = run("init", "--upgrade")
    assert code == 1
    assert "-briefing-generator==0.0.9" in output
    assert tree(older) == before
    assert run("init", "--upgrade", "--write")[0] == 0
    assert run("init", "--upgrade") == (0, "Nothing to change.\n")
    assert run("init", "--upgrade", "--name", "x")[0] == 2
    assert run("init", "--write")[0] == 2
    monkeypatch.chdir("/")
    assert run("init", "--upgrade")[0] == 2
