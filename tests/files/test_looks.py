"""Looks are kept only where whatever changes a file later changes them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.files import FileClock, looks_of


def changed(path: Path, how: str) -> None:
    about = path.stat()
    if how == "rewritten":
        path.write_bytes(b"two")
    elif how == "rewritten, its time set back":
        path.write_bytes(b"two")
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    else:
        other = path.with_name("other")
        other.write_bytes(b"two")
        os.utime(other, ns=(about.st_atime_ns, about.st_mtime_ns))
        other.replace(path)
    assert path.stat().st_size == about.st_size


@pytest.mark.parametrize("how", ["rewritten", "rewritten, its time set back", "replaced"])
def test_a_change_right_after_shows(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a"
    for _ in range(50):
        path.write_bytes(b"one")
        about = path.stat()
        assert FileClock(tmp_path).is_past(about)
        changed(path, how)
        assert looks_of(path.stat()) != looks_of(about)


def test_a_file_left_alone_looks_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    before = looks_of(path.stat())
    path.read_bytes()
    assert looks_of(path.stat()) == before


def times(path: Path, nanoseconds: int, *, device: int = 0) -> os.stat_result:
    """The stat of a file with other times, as a coarse file system or another disk tells them."""
    about = path.stat()
    whole = [*about[:10], *(value / 10**9 for value in (nanoseconds,) * 3), *(nanoseconds,) * 3]
    whole[2] = about.st_dev + device
    return os.stat_result(whole)


@pytest.mark.parametrize("device", [0, 1])
@pytest.mark.parametrize("seconds", [0, 1, 4])
def test_coarse_times_and_other_disks_need_two_seconds(
    tmp_path: Path, seconds: int, device: int
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    then = path.stat().st_mtime_ns - seconds * 10**9
    told = then if device else then // 10**9 * 10**9
    about = times(path, told, device=device)
    assert FileClock(tmp_path).is_past(about) is (seconds > 2)


def test_a_time_to_come_is_not_awaited(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    os.utime(path, (2**32, 2**32))
    began = time.monotonic()
    assert not FileClock(tmp_path).is_past(path.stat())
    assert time.monotonic() - began < 60


def test_without_a_clock_nothing_is_past(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    os.utime(tmp_path / "a", (1, 1))
    assert not FileClock(tmp_path / "a").is_past((tmp_path / "a").stat())


def test_a_clock_that_stands_still_is_not_awaited_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    about = path.stat()
    monkeypatch.setattr("generator.files.looks.os.fstat", lambda _: about)
    pauses: Iterator[int] = iter(range(1000))
    monkeypatch.setattr("generator.files.looks.time.sleep", lambda _: next(pauses))
    assert not FileClock(tmp_path).is_past(about)
