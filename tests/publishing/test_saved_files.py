"""Whoever waits for saves is told of each burst once, and of nothing else."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publishing import saved_files
from generator.publishing.saved_files import SavedFiles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content" / "deep").mkdir(parents=True)
    (tmp_path / "content" / "deep" / "one.md").write_text("one")
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk")
    return tmp_path


@pytest.fixture(params=["told", "deaf"])
def saved(
    folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SavedFiles]:
    if request.param == "deaf":
        monkeypatch.setattr(SavedFiles, "_observing", lambda _: None)
        monkeypatch.setattr(saved_files, "_LEAST", 0.05)
    made = SavedFiles((folder / "content", folder / "mkdocs.yml"))
    made.start()
    yield made
    made.stop()


def waits(saved: SavedFiles, seconds: float = 10) -> bool:
    """Whether a save is noticed within so many seconds."""
    thread = threading.Thread(target=saved.wait, daemon=True)
    thread.start()
    thread.join(seconds)
    return not thread.is_alive()


def replaced(path: Path) -> None:
    fresh = path.with_name(".fresh")
    fresh.write_text("replaced")
    fresh.rename(path)


@pytest.mark.parametrize(
    "save",
    [
        lambda root: (root / "content/deep/one.md").write_text("more"),
        lambda root: replaced(root / "content/deep/one.md"),
        lambda root: replaced(root / "mkdocs.yml"),
        lambda root: (root / "content/two.md").write_text("two"),
        lambda root: (root / "content/deep/one.md").unlink(),
        lambda root: (root / "content/deep").rename(root / "content/other"),
    ],
)
def test_saves_are_noticed(saved: SavedFiles, folder: Path, save: Callable[[Path], object]) -> None:
    save(folder)

    assert waits(saved)


def test_a_burst_is_one_save_and_reading_is_none(saved: SavedFiles, folder: Path) -> None:
    for number in range(20):
        (folder / "content" / f"{number}.md").write_text("text")
    assert waits(saved)

    (folder / "content/deep/one.md").read_text()
    (folder / "content/.one.md.swp").write_text("an editor's own")
    (folder / "beside.txt").write_text("not watched")
    os.utime(folder / "content")
    assert not waits(saved, 1.5)
    (folder / "content/deep/one.md").write_text("last")  # lets the thread go


def test_what_is_saved_while_nobody_waits_is_not_lost(saved: SavedFiles, folder: Path) -> None:
    (folder / "content/two.md").write_text("two")
    assert waits(saved)
    (folder / "content/two.md").write_text("three")

    assert waits(saved)


def test_what_is_saved_before_the_start_is_told(folder: Path) -> None:
    saved = SavedFiles((folder / "content",))
    (folder / "content/two.md").write_text("two")
    saved.start()

    assert waits(saved, 0.8)  # sooner than the look of every second
    saved.stop()


def test_a_build_that_was_given_up_is_begun_again_though_nothing_differs(
    saved: SavedFiles,
) -> None:
    saved.wait(again=True)  # would never return

    assert not saved.more()
