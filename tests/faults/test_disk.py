"""A disk that is really full, or really read-only: other programs meet that as well."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.newsroom import AFTER, BEFORE, lay
from tests.faults.trials import build, left_over, tree

pytestmark = pytest.mark.slow
_SIZE = "48m"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a disk takes the superuser of a Linux system")
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "faults", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, free: int) -> Path:
    """Leave so many bytes free."""
    filler = disk / "filler"
    about = os.statvfs(disk)
    with filler.open("wb") as file:
        file.write(b"\0" * max(about.f_bavail * about.f_frsize - free, 0))
    return filler


def test_a_full_disk_leaves_one_whole_site(disk: Path, tmp_path: Path) -> None:
    root = lay(disk / "site", BEFORE)
    assert build(root).returncode == 0
    old = tree(root / "site")
    lay(root, AFTER)
    content = tree(root / "content")
    clean = lay(tmp_path / "clean", AFTER)
    assert build(clean).returncode == 0
    new = tree(clean / "site")
    failures = 0
    for free in (0, 40_000, 400_000, 1_500_000):
        filler = fill(disk, free)
        done = build(root)
        assert "Traceback" not in done.stdout, done.stdout
        assert tree(root / "content") == content
        assert tree(root / "site") in (old, new), (free, done.stdout)
        assert (done.returncode == 0) == (tree(root / "site") == new), (free, done.stdout)
        failures += done.returncode != 0
        filler.unlink()
        if done.returncode == 0:
            break
    assert failures > 1

    assert build(root).returncode == 0
    assert tree(root / "site") == new
    assert tree(root / "docs") == tree(clean / "docs")
    assert left_over(root) == []


def test_a_read_only_disk_is_told(disk: Path) -> None:
    root = lay(disk / "site", BEFORE)
    assert build(root).returncode == 0
    lay(root, AFTER)
    before = tree(root)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    done = build(root)

    assert done.returncode == 1
    assert "Read-only file system" in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(root) == before
