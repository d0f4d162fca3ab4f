from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publishing import build_site

pytestmark = pytest.mark.slow

CONFIGURATION = "site_name: Desk\nsite_url: https://desk.example/\nplugins: []\n"


def make(root: Path, **pages: str) -> Path:
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIGURATION)
    for name, text in pages.items():
        (root / "docs" / f"{name}.md").write_text(text)
    return root


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_builds_and_then_finds_nothing_to_do(tmp_path: Path) -> None:
    root = make(tmp_path, index="# Desk\n")
    first = build_site(root, cache=root / "cache", epoch=0)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}

    second = build_site(root, cache=root / "cache", epoch=0)

    assert not first.reused
    assert first.pages == 1
    assert second.reused
    assert before == {path: path.stat().st_mtime_ns for path in root.rglob("*")}


def test_a_site_that_was_tampered_with_is_built_again(tmp_path: Path) -> None:
    root = make(tmp_path, index="# Desk\n")
    build_site(root, cache=root / "cache", epoch=0)
    whole = files(root / "site")
    (root / "site" / "index.html").write_text("gone")

    assert not build_site(root, cache=root / "cache", epoch=0).reused
    assert files(root / "site") == whole


@pytest.mark.parametrize("stamp", [b"{", b"[]", b"\xff", b'{"version": 99}'])
def test_a_damaged_stamp_is_not_trusted(tmp_path: Path, stamp: bytes) -> None:
    root = make(tmp_path, index="# Desk\n")
    build_site(root, cache=root / "cache", epoch=0)
    (root / "cache" / "site.bin").write_bytes(stamp)

    assert not build_site(root, cache=root / "cache", epoch=0).reused


def test_the_same_pages_in_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for name in ("one", "two"):
        root = make(tmp_path / name, index="# Desk\n", other="# Other\n")
        build_site(root, cache=root / "cache", epoch=1_600_000_000)
        trees.append(files(root / "site"))

    assert trees[0] == trees[1]
    assert b"2020-09-13" in trees[0]["sitemap.xml"]


def test_a_warning_is_a_diagnostic_and_with_strict_the_old_site_stands(tmp_path: Path) -> None:
    root = make(tmp_path, index="# Desk\n")
    build_site(root, cache=root / "cache", epoch=0)
    old = files(root / "site")
    (root / "docs" / "index.md").write_text("# Desk\n\n[gone](missing.md)\n")

    strict = build_site(root, cache=root / "cache", epoch=0, strict=True)
    assert [item.code for item in strict.diagnostics] == ["P004"]
    assert "missing.md" in strict.diagnostics[0].message
    assert files(root / "site") == old

    assert not build_site(root, cache=root / "cache", epoch=0).failed
    assert files(root / "site") != old


@pytest.mark.parametrize(
    "configuration",
    ["site_name: Desk\nplugins: [no-such-plugin]\n", "site_name: [\n", "docs_dir: docs\n"],
)
def test_a_configuration_that_cannot_be_built_leaves_the_old_site(
    tmp_path: Path, configuration: str
) -> None:
    root = make(tmp_path, index="# Desk\n")
    build_site(root, cache=root / "cache", epoch=0)
    old = files(root / "site")
    (root / "mkdocs.yml").write_text(configuration)

    built = build_site(root, cache=root / "cache", epoch=0)

    assert built.failed
    assert [item.code for item in built.diagnostics] == ["P005"]
    assert files(root / "site") == old
    assert not [path for path in root.iterdir() if path.name.startswith(".site")]


def test_the_environment_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    root = make(tmp_path, index="# Desk\n")

    build_site(root, cache=root / "cache", epoch=0)

    assert "SOURCE_DATE_EPOCH" not in os.environ
