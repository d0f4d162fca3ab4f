"""Two at once: builds wait for each other, and what somebody else writes meanwhile is kept."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.files import Replacement, alone_in, files_below, replace_files
from generator.files.replacing import NotReplacedError
from tests.faults.newsroom import AFTER, BEFORE, lay
from tests.faults.trials import ROOT, tree


def builder(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1700000000"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.slow
def test_two_builds_at_once_are_both_right(tmp_path: Path) -> None:
    root = lay(tmp_path / "site", BEFORE)
    running = [builder(root), builder(root)]
    said = [one.communicate(timeout=300)[0] for one in running]
    assert [one.returncode for one in running] == [0, 0], said
    clean = lay(tmp_path / "clean", BEFORE)
    last = builder(clean)
    last.communicate(timeout=300)

    assert tree(root / "site") == tree(clean / "site")
    assert tree(root / "docs") == tree(clean / "docs")
    assert not [path.name for path in root.iterdir() if path.name.startswith(".site")]


def test_who_comes_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    told: list[str] = []
    begun, waited = threading.Event(), threading.Event()

    def first() -> None:
        with alone_in(tmp_path):
            begun.set()
            assert waited.wait(20)
            told.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(20)
    with alone_in(tmp_path, waited.set):
        told.append("second")
    thread.join()

    assert told == ["first", "second"]


def test_a_lock_ends_with_its_holder(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from generator.files import alone_in\n"
        "with alone_in(Path(sys.argv[1])):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == -9

    with alone_in(tmp_path, lambda: pytest.fail("nobody is at work")):
        pass


def test_a_folder_that_cannot_be_locked_keeps_nobody_out(tmp_path: Path) -> None:
    with alone_in(tmp_path / "missing"):
        pass


def test_a_file_that_changes_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path, other = tmp_path / "article.md", tmp_path / "other.md"
    path.write_bytes(b"read")
    other.write_bytes(b"read")

    def changing() -> Replacement:
        path.write_bytes(b"an editor's")
        return Replacement(other, b"read", b"new")

    wanted = [Replacement(path, b"read", b"new")]
    with pytest.raises(NotReplacedError, match="changed by somebody else"):
        replace_files([*wanted, changing()])

    assert (path.read_bytes(), other.read_bytes()) == (b"an editor's", b"read")


@pytest.mark.slow
@pytest.mark.parametrize("becomes", ["nothing", "another text", "a folder"])
def test_an_article_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, becomes: str
) -> None:
    """Between the look into the folder and the look into the file."""
    from click.testing import CliRunner  # noqa: PLC0415

    from generator.cli.main import main  # noqa: PLC0415

    root = lay(tmp_path / "site", BEFORE)
    run = CliRunner().invoke
    assert run(main, ["-C", str(root), "build"]).exit_code == 0
    site = tree(root / "site")
    lay(root, AFTER)
    article = root / "content/articles/deepened.md"

    def late(folder: Path) -> tuple[str, ...]:
        found = files_below(folder)
        if folder.name == "content":
            article.unlink()
            if becomes == "another text":
                article.write_text(AFTER["content/articles/reopened.md"], encoding="utf-8")
            elif becomes == "a folder":
                article.mkdir()
        return found

    monkeypatch.setattr("generator.pipeline.reading.files_below", late)
    result = run(main, ["-C", str(root), "build"])
    monkeypatch.undo()

    assert result.exception is None or isinstance(result.exception, SystemExit)
    if becomes != "another text":
        assert result.exit_code == 1
        assert "deepened.md" in result.output
        assert "still stands" in result.output
        assert tree(root / "site") == site
    if becomes == "a folder":
        article.rmdir()
    assert run(main, ["-C", str(lay(root, AFTER)), "build"]).exit_code == 0
    clean = lay(tmp_path / "clean", AFTER)
    assert run(main, ["-C", str(clean), "build"]).exit_code == 0
    assert tree(root / "site") == tree(clean / "site")
