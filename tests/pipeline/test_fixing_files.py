"""How mended files are written: all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files import NotReplacedError
from generator.pipeline import Workspace
from generator.pipeline.fixing import find_fixes, write_fixes
from tests.conftest import MakeSite
from tests.pipeline.mending import ARTICLE, HEAD, article, fixed


def two_files(make_site: MakeSite) -> Path:
    other = {"content/articles/other.md": f"{HEAD}[Roe]{{.actr}}\n"}
    return make_site({**article("[Roe]{.actr}"), **other})


def contents(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "content/articles").iterdir())}


def test_a_file_that_changed_meanwhile_stops_all(make_site: MakeSite) -> None:
    root = two_files(make_site)
    found = find_fixes(Workspace(root))
    (root / "content/articles/other.md").write_text(f"{HEAD}New words.\n")
    before = contents(root)
    with pytest.raises(NotReplacedError, match=r"other\.md was changed"):
        write_fixes(Workspace(root), found)
    assert contents(root) == before


def test_a_read_only_file_stops_all(make_site: MakeSite) -> None:
    root = two_files(make_site)
    (root / "content/articles/other.md").chmod(0o444)
    before = contents(root)
    with pytest.raises(NotReplacedError, match=r"other\.md is read-only"):
        fixed(root)
    assert contents(root) == before


def test_a_disk_that_refuses_half_way_leaves_all_as_it_was(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = two_files(make_site)
    before = contents(root)
    replace, calls = Path.replace, []

    def refuse(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        fixed(root)
    assert contents(root) == before


def test_permissions_and_links_stay(make_site: MakeSite) -> None:
    root = two_files(make_site)
    path = root / "content/articles/other.md"
    path.chmod(0o640)
    elsewhere = root / "content/articles/harbour.kept"
    (root / ARTICLE).rename(elsewhere)
    (root / ARTICLE).symlink_to(elsewhere)
    fixed(root)
    assert path.stat().st_mode & 0o777 == 0o640
    assert (root / ARTICLE).is_symlink()
    assert "[Roe]{.actor}" in elsewhere.read_text()
