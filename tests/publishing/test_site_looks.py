"""What looks as it did is not read again, and whatever changed is noticed all the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publishing import site_builder
from tests.publishing.trees import compare, ours, write

pytestmark = pytest.mark.site

CONFIGURATION = """site_name: Desk
site_url: https://desk.example/
theme: {name: mkdocs, custom_dir: theme}
plugins: []
"""
TEXTS = {
    "mkdocs.yml": CONFIGURATION,
    "theme/main.html": '{% extends "base.html" %}',
    "docs/index.md": "# Desk\n",
    "docs/north.md": "# North\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    write(root, TEXTS)
    ours(root)
    return root


def test_where_nothing_changed_mkdocs_is_not_even_asked(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_builder, "_load", None)

    assert ours(desk).reused


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/north.md", "# South\n"),
        ("theme/main.html", '{% extends  "base.html"%}'),
        ("mkdocs.yml", CONFIGURATION.replace("Desk", "Room")),
        ("site/north/index.html", ""),
    ],
)
def test_a_change_is_noticed_though_size_and_time_are_as_they_were(
    desk: Path, tmp_path: Path, path: str, text: str
) -> None:
    place = desk / path
    about = place.stat()
    place.write_text(text or text.ljust(about.st_size))
    os.utime(place, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert place.stat().st_size == about.st_size

    built = ours(desk)

    assert not built.reused
    compare(desk, built, tmp_path / "plain")


@pytest.mark.parametrize("path", ["docs/new.svg", "theme/new.css", "site/new.html"])
def test_a_file_that_came_is_noticed_and_one_that_went(
    desk: Path, tmp_path: Path, path: str
) -> None:
    for change in (lambda place: place.write_text("new"), Path.unlink):
        if (desk / path).exists() or change is not Path.unlink:
            change(desk / path)

        compare(desk, ours(desk), tmp_path / "plain")


def test_a_configuration_that_takes_others_in_is_read_each_time(desk: Path, tmp_path: Path) -> None:
    inherited = "INHERIT: base.yml\n"
    write(desk, {**TEXTS, "mkdocs.yml": inherited, "base.yml": CONFIGURATION})
    ours(desk)
    assert ours(desk).reused

    changed = CONFIGURATION.replace("Desk", "Room")
    write(desk, {**TEXTS, "mkdocs.yml": inherited, "base.yml": changed})

    compare(desk, ours(desk), tmp_path / "plain")


def test_what_lies_in_the_kept_folder_does_not_reach_the_site(desk: Path, tmp_path: Path) -> None:
    spare = desk / "cache" / "site" / "spare"
    for text in ("# North\n\nMore.\n", "# North\n\nMore still.\n"):
        write(desk, {**TEXTS, "docs/north.md": text})
        ours(desk)
        if spare.is_dir():
            (spare / "stray.html").write_text("stray")
            (spare / "index.html").unlink()
            (spare / "index.html").write_text("changed")
    assert spare.is_dir()

    write(desk, TEXTS)
    compare(desk, ours(desk), tmp_path / "plain")
