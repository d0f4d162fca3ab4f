from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.caching import Digest, digest_of_bytes
from generator.pipeline import standing
from generator.pipeline.standing import FileDigests

CLOCK = 0.03  # seconds; file systems' clocks tick every 10 ms or less


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


def written(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    time.sleep(CLOCK)


def digests(root: Path) -> FileDigests:
    return FileDigests(root, root / ".cache")


def test_a_file_that_was_touched_just_now_is_read_again(tmp_path: Path, read: list[str]) -> None:
    written(tmp_path / "a", b"one")
    for _ in range(2):
        known = digests(tmp_path)
        assert known.of("a") == digest_of_bytes(b"one")
        assert known.of("a") == digest_of_bytes(b"one")
        known.save()

    assert read == ["a", "a"]


def test_an_old_file_is_read_once(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_GRAIN", 0)
    written(tmp_path / "a", b"one")
    for _ in range(3):
        known = digests(tmp_path)
        assert known.below(".")("a") == digest_of_bytes(b"one")
        known.save()

    assert read == ["a"]


def test_a_change_of_same_size_and_time_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_GRAIN", 0)
    path = tmp_path / "a"
    written(path, b"one")
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


def test_another_file_in_its_place_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "_GRAIN", 0)
    written(tmp_path / "a", b"one")
    known = digests(tmp_path)
    known.of("a")
    known.save()
    (tmp_path / "b").write_bytes(b"two")
    (tmp_path / "b").replace(tmp_path / "a")

    assert digests(tmp_path).of("a") == digest_of_bytes(b"two")


def test_what_is_gone_or_no_file_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    written(tmp_path / "a", b"one")
    known = digests(tmp_path)
    known.of("a")
    (tmp_path / "a").unlink()
    known.again()

    assert known.of("a") is None
    assert known.of("folder") is None


def test_files_that_nobody_asks_for_are_forgotten(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_GRAIN", 0)
    written(tmp_path / "a", b"one")
    written(tmp_path / "b", b"two")
    for names in ("ab", "a", "ab"):
        known = digests(tmp_path)
        for name in names:
            known.of(name)
        known.save()

    assert read == ["a", "b", "b"]


def test_a_damaged_memory_is_not_there(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_GRAIN", 0)
    written(tmp_path / "a", b"one")
    known = digests(tmp_path)
    known.of("a")
    known.save()
    (path,) = (tmp_path / ".cache").iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert digests(tmp_path).of("a") == digest_of_bytes(b"one")
    assert read == ["a", "a"]


def test_a_folder_that_refuses_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder")
    written(tmp_path / "a", b"one")
    known = digests(tmp_path)

    assert known.of("a") == digest_of_bytes(b"one")
    known.save()
