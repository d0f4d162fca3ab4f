"""The demonstration content: clean, complete, and the same bytes wherever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.diagnostics import Severity, SourceFile
from generator.model.article import Status
from generator.model.site import Site
from generator.pipeline import Workspace, build, check_content
from generator.pipeline.build import write_pages
from generator.syntax import parse_article, write_document
from generator.syntax.document import parse_document
from generator.syntax.writing import unplaced

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def content() -> Site:
    checked = check_content(Workspace(ROOT), drafts=True)
    assert [item for item in checked.diagnostics if item.severity is not Severity.NOTE] == []
    return checked.read.site


def test_it_holds_what_it_promises(content: Site) -> None:
    published = [a for a in content.articles.values() if a.status is Status.PUBLISHED]
    assert len(published) >= 12
    briefings = {article.briefing for article in published}
    assert len(briefings) >= 8
    assert len(content.actors) >= 25
    assert len(content.figures) >= 8
    assert len(content.background) >= 3
    languages = [article.language for article in published]
    assert languages.count("ar") >= 2
    assert len(set(languages)) >= 3


def test_every_article_survives_being_written_and_read(content: Site) -> None:
    for read in content.articles.values():
        # What stands beside a text is not written into it.
        article, _ = parse_article(read.file.path, read.file.text, content.settings)
        assert article is not None
        written = write_document(article.document.blocks)
        again, faults = parse_document(
            SourceFile(article.file.path, written),
            0,
            settings=content.settings,
            language=article.language,
            reference=article.date,
            headline=article.title,
        )
        assert [item for item in faults if item.severity is Severity.ERROR] == []
        assert unplaced(again.blocks) == unplaced(article.document.blocks)
        assert [a.text for a in again.annotations] == [a.text for a in article.document.annotations]
        assert [a.quantity for a in again.annotations] == [
            a.quantity for a in article.document.annotations
        ]


def copy(target: Path) -> Path:
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    (target / "docs").mkdir()
    for path in (ROOT / "docs").glob("about*.md"):
        shutil.copy(path, target / "docs")
    if (ROOT / "docs" / "handbook").is_dir():
        shutil.copytree(ROOT / "docs" / "handbook", target / "docs" / "handbook")
    return target


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("docs", "site")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


@pytest.mark.site
def test_two_folders_give_the_same_bytes_and_a_second_build_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = copy(tmp_path / "one")
    first = build(Workspace(one))
    assert first.done
    assert [item for item in first.diagnostics if item.severity is not Severity.NOTE] == []

    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    two = copy(tmp_path / "deeper" / "two")
    assert build(Workspace(two)).done
    assert tree(one) == tree(two)
    assert not any(os.fsencode(tmp_path) in data for data in tree(one).values())

    before = times(one)
    second = build(Workspace(one))
    assert second.written is not None
    assert second.written.nothing
    assert second.site is not None
    assert second.site.reused
    assert times(one) == before


def times(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in root.rglob("*")}


@pytest.mark.parametrize("ignoring", [".gitignore", "generator/scaffold/site/gitignore.j2"])
def test_git_sees_no_generated_file(tmp_path: Path, ignoring: str) -> None:
    root = copy(tmp_path / "desk")
    pages = write_pages(Workspace(root)).written
    assert pages is not None
    shutil.copy(ROOT / ignoring, root / ".gitignore")
    for command in (["init", "--quiet"], ["add", "docs"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    seen = subprocess.run(
        ["git", "ls-files", "docs"], cwd=root, check=True, capture_output=True, text=True
    ).stdout.splitlines()

    assert "docs/about.md" in seen
    assert {f"docs/{path}" for path in pages.added}.isdisjoint(seen)


@pytest.mark.site
def test_no_link_or_anchor_is_broken(tmp_path: Path) -> None:
    root = copy(tmp_path / "site")
    assert build(Workspace(root), strict=True).done
