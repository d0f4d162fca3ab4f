"""Several files are replaced together or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from generator.files import NotReplacedError, Replacement, replace_files


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_old_files_and_new_ones_are_written_together(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "deep/er/new.md"
    old.write_bytes(b"before")
    old.chmod(0o640)

    replace_files([Replacement(old, b"before", b"after"), Replacement(new, None, b"made")])

    assert everything(tmp_path) == {"old.md": b"after", "deep/er/new.md": b"made"}
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    old, taken = tmp_path / "old.md", tmp_path / "taken.md"
    old.write_bytes(b"before")
    taken.write_bytes(b"somebody's")

    with pytest.raises(NotReplacedError, match=r"taken\.md exists already"):
        replace_files([Replacement(old, b"before", b"after"), Replacement(taken, None, b"made")])

    assert everything(tmp_path) == {"old.md": b"before", "taken.md": b"somebody's"}


@pytest.mark.parametrize("fails", range(3))
def test_a_failure_at_any_renaming_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    first, second, new = (tmp_path / name for name in ("a.md", "b.md", "c.md"))
    first.write_bytes(b"1")
    second.write_bytes(b"2")
    calls = iter(range(9))
    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if next(calls) == fails:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    wanted = [
        Replacement(first, b"1", b"one"),
        Replacement(new, None, b"three"),
        Replacement(second, b"2", b"two"),
    ]

    with pytest.raises(OSError, match="No space"):
        replace_files(wanted)

    assert everything(tmp_path) == {"a.md": b"1", "b.md": b"2"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept.md"
    kept.write_bytes(b"before")
    link = tmp_path / "link.md"
    link.symlink_to(kept)

    replace_files([Replacement(link, b"before", b"after")])

    assert link.is_symlink()
    assert kept.read_bytes() == b"after"
