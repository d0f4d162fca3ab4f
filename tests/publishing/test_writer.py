from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.output import Output
from generator.publishing.manifest import NAME, Manifest, read_manifest
from generator.publishing.writer import write_outputs


def outputs(**pages: str) -> tuple[Output, ...]:
    return tuple(
        Output(f"briefings/{name}.md", text.encode()) for name, text in sorted(pages.items())
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_writes_what_is_new_changed_and_gone(tmp_path: Path) -> None:
    write_outputs(outputs(a="1", b="2", c="3"), tmp_path)

    written, faults = write_outputs(outputs(a="1", b="two", d="4"), tmp_path)

    assert faults == ()
    assert written.added == ("briefings/d.md",)
    assert written.changed == ("briefings/b.md",)
    assert written.removed == ("briefings/c.md",)
    assert written.kept == 1
    assert tree(tmp_path).keys() - {NAME} == {
        "briefings/a.md",
        "briefings/b.md",
        "briefings/d.md",
    }


def test_second_write_touches_no_file(tmp_path: Path) -> None:
    write_outputs(outputs(a="1", b="2"), tmp_path)
    before = {path: path.stat() for path in tmp_path.rglob("*")}

    written, _ = write_outputs(outputs(a="1", b="2"), tmp_path)

    assert written.nothing
    after = {path: path.stat() for path in tmp_path.rglob("*")}
    assert {p: (s.st_mtime_ns, s.st_ino) for p, s in before.items()} == {
        p: (s.st_mtime_ns, s.st_ino) for p, s in after.items()
    }


def test_hand_written_pages_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("mine")
    write_outputs(outputs(a="1"), tmp_path)
    write_outputs((), tmp_path)

    assert tree(tmp_path).keys() == {"about.md", NAME}
    assert (tmp_path / "about.md").read_text() == "mine"


def test_a_hand_written_page_in_the_way_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "b.md").write_text("mine")

    written, faults = write_outputs(outputs(a="1", b="2"), tmp_path)

    assert written.nothing
    assert [(fault.code, fault.path) for fault in faults] == [("P001", "docs/briefings/b.md")]
    assert tree(tmp_path) == {"briefings/b.md": b"mine"}


@pytest.mark.parametrize("other", ["briefings/a.md", "briefings/A.md"])
def test_two_pages_of_one_file_are_a_fault(tmp_path: Path, other: str) -> None:
    pages = (Output("briefings/a.md", b"1"), Output(other, b"2"))

    written, faults = write_outputs(pages, tmp_path)

    assert written.nothing
    assert [fault.code for fault in faults] == ["P002"]
    assert tree(tmp_path) == {}


def test_a_linked_folder_does_not_lead_out(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    docs.mkdir()
    outside.mkdir()
    (docs / "briefings").symlink_to(outside)

    _, faults = write_outputs(outputs(a="1"), docs)

    assert [fault.code for fault in faults] == ["P001"]
    assert tree(outside) == {}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"version": 99, "files": []}',
        '{"version": 1, "files": ["../../etc/passwd"]}',
        '{"version": 1, "files": [3]}',
        '{"version": 1}',
    ],
)
def test_a_manifest_that_cannot_be_trusted_stops_everything(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)

    written, faults = write_outputs(outputs(a="1"), tmp_path)

    assert written.nothing
    assert [fault.code for fault in faults] == ["P003"]
    assert tree(tmp_path) == {NAME: text.encode()}


def test_whatever_write_fails_every_page_is_whole_and_the_next_run_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = outputs(a="old", b="old", c="old"), outputs(a="new", b="new", d="new")
    real = os.replace
    for failing in range(1, 6):
        docs = tmp_path / str(failing)
        docs.mkdir()
        write_outputs(old, docs)
        calls = 0

        def replace(temporary: Path, path: Path, failing: int = failing) -> None:
            nonlocal calls
            calls += 1
            if calls == failing:
                raise OSError(28, os.strerror(28), str(path))
            real(temporary, path)

        monkeypatch.setattr(os, "replace", replace)
        with pytest.raises(OSError, match="No space"):
            write_outputs(new, docs)
        monkeypatch.setattr(os, "replace", real)

        pages = tree(docs)
        listed = set(read_manifest(docs).files)
        assert pages.keys() - {NAME} <= listed
        assert {text for name, text in pages.items() if name != NAME} <= {b"old", b"new"}

        write_outputs(new, docs)
        assert {name: text for name, text in tree(docs).items() if name != NAME} == {
            output.path: output.content for output in new
        }
        assert read_manifest(docs) == Manifest(tuple(output.path for output in new))
