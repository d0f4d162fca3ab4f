"""One file, written whole or not at all."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from generator.files import create_file, replace_file
from generator.files.staging import stage

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"before")
    path.chmod(0o600)

    replace_file(path, b"after")

    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_file_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    path = tmp_path / "deep/page.md"

    replace_file(path, b"new", durable=False)

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"before")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"after")

    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_is_created_only_where_nothing_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:

        def refused(_self: Path, _target: Path) -> None:
            raise OSError(95, "Operation not supported")

        monkeypatch.setattr(type(tmp_path), "hardlink_to", refused)
    path = tmp_path / "content/page.md"

    create_file(path, b"first")
    with pytest.raises(FileExistsError):
        create_file(path, b"second")

    assert path.read_bytes() == b"first"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_comes_up_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"

    def late(target: Path, content: bytes) -> Path:
        staged = stage(target, content)
        target.write_bytes(b"somebody's")
        return staged

    monkeypatch.setattr("generator.files.creating.stage", late)
    with pytest.raises(FileExistsError):
        create_file(path, b"ours")

    assert path.read_bytes() == b"somebody's"


def test_a_dangling_link_is_something(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.symlink_to(tmp_path / "nowhere.md")

    with pytest.raises(FileExistsError):
        create_file(path, b"ours")

    assert not (tmp_path / "nowhere.md").exists()
