"""Lists and caches that are damaged, foreign or of a newer version, and folders in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.files import exchange_files, leftovers
from generator.model.output import Output
from generator.pipeline.init import RecordError
from generator.pipeline.init.record import NAME as RECORD
from generator.pipeline.init.record import read_record
from generator.publishing import write_outputs
from generator.publishing.manifest import NAME
from tests.faults.newsroom import BEFORE, lay
from tests.faults.trials import Stage, tree

PAGES = (Output("index.md", b"# Home\n"), Output("actors/ann.md", b"# Ann\n"))


def listed(docs: Path, *files: str, version: int = 1) -> None:
    docs.mkdir(parents=True, exist_ok=True)
    (docs / NAME).write_text(json.dumps({"version": version, "files": files}), encoding="utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "../victim.md",
        "a/../../victim.md",
        "/etc/victim.md",
        "C:/victim.md",
        "..\\victim.md",
        "a//b",
    ],
)
def test_a_list_that_leads_outside_removes_nothing(tmp_path: Path, path: str) -> None:
    (tmp_path / "victim.md").write_text("somebody's", encoding="utf-8")
    listed(tmp_path / "docs", path)
    before = tree(tmp_path)

    written, faults = write_outputs(PAGES, tmp_path / "docs")

    assert written.nothing
    assert [fault.code for fault in faults] == ["P003"]
    assert tree(tmp_path) == before


def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/victim.md").write_text("somebody's", encoding="utf-8")
    listed(tmp_path / "docs", "linked/victim.md")
    (tmp_path / "docs/linked").symlink_to(tmp_path / "elsewhere")

    _, faults = write_outputs(PAGES, tmp_path / "docs")

    assert not faults
    assert (tmp_path / "elsewhere/victim.md").read_text(encoding="utf-8") == "somebody's"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b'{"version": 2, "files": []}', b"[" * 100_000, b"\xff", b"[]", b"null"],
    ids=["empty", "truncated", "newer", "deep", "no-text", "a-list", "nothing"],
)
def test_a_list_that_cannot_be_used_is_told_and_nothing_is_written(
    tmp_path: Path, content: bytes
) -> None:
    docs = tmp_path / "docs"
    write_outputs(PAGES, docs)
    (docs / NAME).write_bytes(content)
    before = tree(docs)

    written, faults = write_outputs((Output("index.md", b"# New\n"),), docs)

    assert written.nothing
    assert [fault.code for fault in faults] == ["P003"]
    assert tree(docs) == before


@pytest.mark.parametrize("content", [b"", b"[" * 100_000, b'{"version": 9}', b"[]", b"\xff"])
def test_a_record_of_init_that_cannot_be_used_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / RECORD).write_bytes(content)

    with pytest.raises(RecordError):
        read_record(tmp_path)


@pytest.mark.parametrize("own", [True, False])
def test_a_folder_where_a_page_must_be_is_told(tmp_path: Path, *, own: bool) -> None:
    docs = tmp_path / "docs"
    listed(docs, *(["index.md"] if own else []))
    (docs / "index.md").mkdir()
    (docs / "index.md/note.md").write_text("somebody's", encoding="utf-8")
    before = tree(docs)

    _, faults = write_outputs(PAGES, docs)

    assert [fault.code for fault in faults] == ["P001"]
    assert "is a folder" in faults[0].message
    assert tree(docs) == before


def test_a_file_where_a_folder_must_be_is_told(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "actors").write_text("somebody's", encoding="utf-8")

    _, faults = write_outputs(PAGES, docs)

    assert [fault.code for fault in faults] == ["P001"]
    assert "docs/actors is a file" in faults[0].message
    assert tree(docs).keys() == {"actors"}


def test_what_a_killed_writer_left_is_swept_up_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    write_outputs(PAGES, docs)
    (docs / "actors/.briefing-999999999-abc.tmp").write_text("half", encoding="utf-8")
    (docs / "actors/.notes.tmp").write_text("somebody's", encoding="utf-8")
    data = json.loads((docs / NAME).read_bytes())
    (docs / NAME).write_text(json.dumps({**data, "begun": True}), encoding="utf-8")

    monkeypatch.setattr(leftovers, "_swept", set())  # as in a new process
    write_outputs(PAGES, docs)

    assert {path.name for path in (docs / "actors").iterdir()} == {"ann.md", ".notes.tmp"}
    assert not json.loads((docs / NAME).read_bytes()).get("begun")


def test_of_files_that_go_together_none_is_touched_where_one_cannot(tmp_path: Path) -> None:
    for name in ("a", "b", "gone"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    before = tree(tmp_path)
    new = [(tmp_path / "a", b"new"), (tmp_path / "fresh", b"new"), (tmp_path / "b/c", b"new")]

    with pytest.raises(OSError, match="b"):
        exchange_files(new, [tmp_path / "gone"])
    assert tree(tmp_path) == before
    with pytest.raises(OSError, match="missing"):
        exchange_files(new[:2], [tmp_path / "gone", tmp_path / "missing"])
    assert tree(tmp_path) == before

    exchange_files(new[:2], [tmp_path / "gone"])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a": b"new",
        "b": b"old",
        "fresh": b"new",
    }


@pytest.mark.slow
def test_no_cache_can_spoil_a_build(stage: Stage, tmp_path: Path) -> None:
    root = lay(tmp_path / "site", BEFORE)
    assert stage.run(root, "build").code == 0
    good = tree(root / "site")
    files = sorted(path for path in (root / ".briefing").rglob("*") if path.is_file())
    assert len(files) > 5

    def spoil(number: int, path: Path) -> None:
        data = path.read_bytes()
        kinds = (data[: len(data) // 2], b"", b"\x80\x04cos\nsystem\n.", data[:-1] + b"\x00", None)
        kind = kinds[number % len(kinds)]
        if kind is None:
            path.unlink()
            path.mkdir()
        else:
            path.write_bytes(kind)

    for shift in range(5):
        for number, path in enumerate(files):
            if path.is_file():
                spoil(number + shift, path)
        done = stage.run(root, "build")
        assert done.code == 0, done.said
        assert tree(root / "site") == good
