"""What looks as it did is not read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.caching import Digest, digest_of_bytes
from generator.model.output import Output
from generator.pipeline import standing
from generator.pipeline.standing import FileDigests


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read."""
    paths: list[str] = []
    real = standing.file_digest

    def counted(path: str) -> Digest | None:
        paths.append(Path(path).name)
        return real(path)

    monkeypatch.setattr(standing, "file_digest", counted)
    return paths


def digests(root: Path) -> FileDigests:
    return FileDigests(root, root / ".cache")


def test_a_file_whose_time_is_to_come_is_read_again(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "a").write_bytes(b"one")
    os.utime(tmp_path / "a", (2**32, 2**32))
    for _ in range(2):
        known = digests(tmp_path)
        assert known.of("a") == digest_of_bytes(b"one")
        assert known.of("a") == digest_of_bytes(b"one")
        known.save()

    assert read == ["a", "a"]


def test_any_other_is_read_once(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "a").write_bytes(b"one")
    for _ in range(3):
        known = digests(tmp_path)
        assert known.below(".")("a") == digest_of_bytes(b"one")
        known.save()

    assert read == ["a"]


def test_what_was_written_is_not_read(tmp_path: Path, read: list[str]) -> None:
    output = Output("a", b"one")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a").write_bytes(output.content)
    known = digests(tmp_path)
    known.wrote([output, Output("gone", b"two")], "docs")
    known.save()

    assert digests(tmp_path).of("docs/a") == digest_of_bytes(b"one")
    assert read == []
    (tmp_path / "docs/a").write_bytes(b"two")
    assert digests(tmp_path).of("docs/a") == digest_of_bytes(b"two")


def test_what_somebody_else_wrote_meanwhile_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"somebody's")
    known = digests(tmp_path)
    known.wrote([Output("a", b"one")])

    assert known.of("a") == digest_of_bytes(b"somebody's")


def test_a_change_of_same_size_and_time_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    known = digests(tmp_path)
    known.of("a")
    known.save()
    times = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert digests(tmp_path).of("a") == digest_of_bytes(b"two")
    assert known.of("a") == digest_of_bytes(b"one")
    known.again()
    assert known.of("a") == digest_of_bytes(b"two")


def test_another_file_in_its_place_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    known = digests(tmp_path)
    known.of("a")
    known.save()
    (tmp_path / "b").write_bytes(b"two")
    (tmp_path / "b").replace(tmp_path / "a")

    assert digests(tmp_path).of("a") == digest_of_bytes(b"two")


def test_what_is_gone_or_no_file_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a").write_bytes(b"one")
    known = digests(tmp_path)
    known.of("a")
    (tmp_path / "a").unlink()
    known.again()

    assert known.of("a") is None
    assert known.of("folder") is None


def test_files_that_nobody_asks_for_are_forgotten(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "b").write_bytes(b"two")
    for names in ("ab", "a", "ab"):
        known = digests(tmp_path)
        for name in names:
            known.of(name)
        known.save()

    assert read == ["a", "b", "b"]


def test_a_damaged_memory_is_not_there(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "a").write_bytes(b"one")
    known = digests(tmp_path)
    known.of("a")
    known.save()
    (path,) = (tmp_path / ".cache").iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert digests(tmp_path).of("a") == digest_of_bytes(b"one")
    assert read == ["a", "a"]


def test_a_folder_that_refuses_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder")
    (tmp_path / "a").write_bytes(b"one")
    known = digests(tmp_path)

    assert known.of("a") == digest_of_bytes(b"one")
    known.save()
