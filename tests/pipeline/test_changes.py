"""What happened to annotated facts between two commits of a newsroom's repository."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import Workspace
from generator.pipeline.changes import FoundChanges, HistoryError, find_changes
from tests.conftest import MakeSite

ARTICLE = "content/articles/ferry.md"
HEAD = "---\ntitle: The ferry sails\ndate: 2024-03-04\n---\n\n"
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
TEXT = "Some [400 people]{.figure ref=aboard} were aboard, [Jane Roe]{.actor role=captain} said.\n"
SITE = {
    ARTICLE: HEAD + TEXT,
    "content/actors/jane-roe.md": "---\nname: Jane Roe\nkind: Person\n---\n",
    "content/figures/aboard.md": "---\nlabel: Aboard\nunit: people\n---\n",
}


def git(root: Path, *arguments: str) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    fixed = {
        "GIT_AUTHOR_DATE": "2024-05-06T12:00:00Z",
        "GIT_COMMITTER_DATE": "2024-05-06T12:00:00Z",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    names = ("-c", "user.name=Desk", "-c", "user.email=desk@desk.example", "-c", "gc.auto=0")
    done = subprocess.run(
        ("git", "-C", str(root), *names, *arguments),
        capture_output=True,
        text=True,
        check=True,
        env={**clean, **fixed},
    )
    return done.stdout.strip()


def commit(root: Path, message: str = "Change") -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def newsroom(make_site: MakeSite) -> Path:
    root = make_site(SITE)
    git(root, "init", "--quiet")
    commit(root)
    return root


def edit(root: Path, old: str, new: str, path: str = ARTICLE) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(root: Path, revisions: str = "HEAD") -> FoundChanges:
    return find_changes(Workspace(root), revisions)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "changes", *arguments])


def test_nothing_happened(newsroom: Path) -> None:
    assert found(newsroom).changes == ()
    result = run(newsroom, "--require-corrections")
    assert (result.exit_code, result.output) == (0, "")


def test_the_files_as_they_are_against_a_commit(newsroom: Path) -> None:
    edit(newsroom, "400 people", "500 people")
    result = run(newsroom)
    assert result.exit_code == 0
    assert result.stdout == (
        f"{ARTICLE}:6: figure ‘Aboard’: 400 people → 500 people (briefings: ferry)\n"
    )


def test_two_commits_and_ends_left_out(newsroom: Path) -> None:
    edit(newsroom, "400 people", "500 people")
    second = commit(newsroom)
    edit(newsroom, "500 people", "600 people")
    (change,) = found(newsroom, "HEAD~1..HEAD").changes
    assert (change.before, change.after) == ("400 people", "500 people")
    assert found(newsroom, f"HEAD~1..{second}") == found(newsroom, "HEAD~1..")
    assert found(newsroom, f"HEAD~1..{second}").day == "2024-05-06"
    (change,) = found(newsroom, "HEAD~1").changes
    assert (change.before, change.after) == ("400 people", "600 people")
    assert found(newsroom, "HEAD..HEAD").changes == ()


def test_three_dots_begin_where_two_branches_parted(newsroom: Path) -> None:
    git(newsroom, "branch", "other")
    edit(newsroom, "400 people", "500 people")
    commit(newsroom)
    git(newsroom, "checkout", "--quiet", "other")
    edit(newsroom, "captain", "master")
    commit(newsroom)
    trunk = git(newsroom, "rev-parse", "@{-1}")
    assert [item.kind for item in found(newsroom, f"{trunk}...other").changes] == ["role"]
    assert len(found(newsroom, f"{trunk}..other").changes) == 2


def test_objects(newsroom: Path) -> None:
    edit(newsroom, "400 people", "500 people")
    (row,) = json.loads(run(newsroom, "--format", "json").stdout)
    assert row == {
        "kind": "figure-value",
        "register": "article",
        "article": "ferry",
        "briefings": ["ferry"],
        "path": ARTICLE,
        "line": 6,
        "subject": "Aboard",
        "before": "400 people",
        "after": "500 people",
        "published": True,
        "corrected": False,
        "nearest": "",
        "wants_correction": True,
    }
    edit(newsroom, "500 people", "400 people")
    assert json.loads(run(newsroom, "--format", "json").stdout) == []


def test_a_published_figure_wants_a_correction_and_the_one_proposed_is_enough(
    newsroom: Path,
) -> None:
    edit(newsroom, "400 people", "500 people")
    commit(newsroom)
    result = run(newsroom, "HEAD~1..HEAD", "--require-corrections")
    assert result.exit_code == 1
    error, help_, *lines = result.stderr.splitlines()
    assert error == (
        f"{ARTICLE}:6: error: The published figure ‘Aboard’ changed from 400 people to 500 people, "
        "and no correction says so."
    )
    assert help_.startswith("  help: ")
    assert "- date: 2024-05-06" in lines[1]

    entry = "\n".join(line.removeprefix(" " * 8) for line in lines)
    edit(newsroom, "date: 2024-03-04\n", f"date: 2024-03-04\n{entry}\n")
    commit(newsroom)

    result = run(newsroom, "HEAD~2..HEAD", "--require-corrections")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "corrected" in result.stdout
    assert CliRunner().invoke(main, ["-C", str(newsroom), "check"]).exit_code == 0


def test_a_published_quotation_that_no_longer_stands_wants_a_correction(newsroom: Path) -> None:
    said = "[We shall sail again before the summer ends]{.quote}, the crew said."
    edit(newsroom, "400 people", f"400 people. {said} Again 400 people")
    commit(newsroom)
    edit(newsroom, said, "We shall sail again before the winter ends, the crew said.")

    result = run(newsroom, "--require-corrections")

    assert result.exit_code == 1
    assert (
        "error: The published quotation ‘We shall sail again before the summer ends’ no longer "
        "stands there; what is most like it is ‘We shall sail again before the winter ends, the "
        "crew said.’. No correction says so." in result.stderr
    )
    (row,) = json.loads(run(newsroom, "--format", "json").stdout)
    assert row["kind"] == "quotation-text"
    assert row["nearest"].startswith("We shall sail again before the winter ends")


def test_a_draft_and_an_old_correction(newsroom: Path) -> None:
    old = "corrections: [{date: 2024-03-05, text: Another matter.}]\n"
    edit(newsroom, "date: 2024-03-04\n", f"date: 2024-03-04\n{old}")
    commit(newsroom)
    edit(newsroom, "400 people", "500 people")
    assert run(newsroom, "--require-corrections").exit_code == 1
    edit(newsroom, "500 people", "400 people")
    edit(newsroom, "date: 2024-03-04\n", "date: 2024-03-04\nstatus: draft\n")
    commit(newsroom)
    edit(newsroom, "400 people", "500 people")
    result = run(newsroom, "--require-corrections")
    assert result.exit_code == 0
    assert "not published" in result.stdout


def test_a_file_that_cannot_be_read_any_more_is_no_removal(newsroom: Path) -> None:
    edit(newsroom, "title: The ferry sails", "title: [")
    result = run(newsroom)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"{ARTICLE}: it can no longer be read")
    assert run(newsroom, "--require-corrections").exit_code == 1


def test_a_newsroom_in_a_folder_of_its_repository(make_site: MakeSite, tmp_path: Path) -> None:
    root = make_site(SITE)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    edit(root, "400 people", "500 people")
    assert len(found(root).changes) == 1


def test_names_in_any_script_and_pictures_are_passed_over(newsroom: Path) -> None:
    (newsroom / "content/images").mkdir()
    (newsroom / "content/images/ميناء.jpg").write_bytes(b"\xff\xd8\x00")
    (newsroom / "content/link.md").symlink_to("articles/ferry.md")
    commit(newsroom)
    edit(newsroom, "400 people", "500 people")
    commit(newsroom)
    assert len(found(newsroom, "HEAD~1..HEAD").changes) == 1


def test_a_commit_before_there_was_a_newsroom(newsroom: Path) -> None:
    empty = git(newsroom, "commit-tree", "-m", "Empty", EMPTY_TREE)
    assert found(newsroom, f"{empty}..HEAD").changes == ()
    kinds = [item.kind for item in found(newsroom, f"HEAD..{empty}").changes]
    assert kinds == ["article-removed"]


@pytest.mark.parametrize(
    "revisions",
    [
        "nowhere",
        "HEAD..nowhere",
        "HEAD~9",
        "0" * 40,
        "--all",
        "HEAD:content",
        "a b",
        ":(",
        "HEAD^{",
    ],
)
def test_an_unknown_commit_is_wrong_usage(newsroom: Path, revisions: str) -> None:
    result = run(newsroom, "--", revisions)
    assert result.exit_code == 2
    assert "There is no commit" in result.stderr
    assert "shallow" not in result.stderr
    assert "Traceback" not in result.output


def test_no_repository(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(SITE)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    result = run(root)
    assert result.exit_code == 2
    assert "is in no git repository" in result.stderr


def test_a_shallow_clone(newsroom: Path, tmp_path: Path) -> None:
    first = git(newsroom, "rev-parse", "HEAD")
    edit(newsroom, "400 people", "500 people")
    commit(newsroom)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", newsroom.as_uri(), str(clone))
    for revisions in (f"{first}..HEAD", "HEAD~1..HEAD"):
        result = run(clone, revisions)
        assert result.exit_code == 2
        assert "git fetch --unshallow" in result.stderr


def test_git_is_not_installed(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HistoryError, match="git is not installed"):
        found(newsroom)


def test_nothing_is_written(newsroom: Path) -> None:
    edit(newsroom, "400 people", "500 people")
    before = {path: path.stat().st_mtime_ns for path in newsroom.rglob("*")}
    run(newsroom, "HEAD")
    assert {path: path.stat().st_mtime_ns for path in newsroom.rglob("*")} == before
