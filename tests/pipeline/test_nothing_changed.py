from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.pipeline import Workspace, standing
from generator.pipeline.build import write_pages
from tests.conftest import MakeSite

ARTICLE = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe [Nobody]{.actor} reopened.\n"
BUILD = """
import sys
from pathlib import Path
from generator.pipeline import Workspace
from generator.pipeline.build import write_pages
pages = write_pages(Workspace(Path(sys.argv[1])))
rooms = {name.split(".")[1] for name in sys.modules if name.startswith("generator.")}
print(pages.reuse.linked, len(pages.diagnostics), *sorted(rooms))
"""
STAGES = {"syntax", "linking", "checking", "rendering", "imaging"}


@pytest.fixture
def root(make_site: MakeSite) -> Path:
    made = make_site({"content/articles/harbour.md": ARTICLE})
    assert write_pages(Workspace(made)).written is not None
    return made


def test_no_stage_is_imported_and_all_faults_are_told_again(root: Path) -> None:
    told = write_pages(Workspace(root)).diagnostics
    run = subprocess.run(
        [sys.executable, "-c", BUILD, str(root)], check=True, capture_output=True, text=True
    )
    linked, count, *rooms = run.stdout.split()

    assert linked == "False"
    assert int(count) == len(told) > 0
    assert STAGES.isdisjoint(rooms)


def test_only_the_configuration_is_read_when_nothing_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    real = standing.file_digest

    def counted(path: str) -> bytes | None:
        read.append(path)
        return real(path)

    monkeypatch.setattr(standing, "file_digest", counted)
    pages = write_pages(Workspace(root))

    assert pages.written is not None
    assert pages.written.nothing
    assert read == []


def test_a_text_that_changes_between_two_looks_at_it_is_not_taken_for_known(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "content/articles/harbour.md"
    remaking = sys.modules["generator.pipeline.remaking"]
    real = remaking.check_content

    def changed_meanwhile(*arguments: object, **options: object) -> object:
        path.write_text(ARTICLE.replace("Harbour", "Quay"))
        try:
            return real(*arguments, **options)
        finally:
            path.write_text(ARTICLE.replace("Harbour", "Port"))

    path.write_text(ARTICLE.replace("Harbour", "Port"))
    monkeypatch.setattr(remaking, "check_content", changed_meanwhile)
    write_pages(Workspace(root))
    assert "Quay" in (root / "docs/briefings/harbour.md").read_text()
    monkeypatch.undo()

    write_pages(Workspace(root))
    assert "Port" in (root / "docs/briefings/harbour.md").read_text()
