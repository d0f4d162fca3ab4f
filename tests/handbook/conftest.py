"""Scratch sites in which what the handbook says is done."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import MakeSite
from tests.handbook.reading import ROOT

HEAD = "---\ntitle: An example\ndate: 2024-05-02\n---\n\n"

REGISTERS: Mapping[str, str] = {
    "content/actors/ann-example.md": "---\nname: Ann Example\nkind: Person\n---\n",
    "content/actors/harbour-board.md": "---\nname: Harbour Board\nkind: PublicBody\n---\n",
    "content/figures/ferry-passengers.md": "---\nlabel: Ferry passengers\nunit: people\n---\n",
    "content/places/northern-harbour.md": "---\nname: Northern Harbour\n---\n",
    "content/topics/transport.md": "---\ntitle: Transport\n---\n",
    "content/background/northern-harbour.md": (
        "---\ntitle: The northern harbour\nas-of: 2024-05\n---\n\nIt is old.\n"
    ),
    "content/images/ferry.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
}
"""What the examples refer to."""

SHELL_SIGNS = re.compile(r"[|&;<>$`*?]|(?<!\S)~")
GIT = ("git", "-c", "user.name=Example Desk", "-c", "user.email=desk@desk.example")

NOTES = '{"target": {"selector": {"type": "TextQuoteSelector", "exact": "Noon"}}}'
TEXT = "The ferry is back\n\nThursday, May 2, 2024\n\nIt sails at noon.\n"


@pytest.fixture
def newsroom(make_site: MakeSite) -> Path:
    """A small site with the registers that the examples refer to, and a text to import."""
    return make_site(
        {
            **REGISTERS,
            "ferry.txt": TEXT,
            "notes.json": NOTES,
            "content/articles/a.md": f"{HEAD}Noon.\n",
        }
    )


@pytest.fixture
def repository(newsroom: Path) -> Path:
    """The small site in a repository with two commits."""
    for arguments in (
        ("init", "--quiet"),
        ("add", "mkdocs.yml", "content/actors", "content/topics"),
        ("commit", "--quiet", "--message", "Registers"),
        ("add", "."),
        ("commit", "--quiet", "--message", "Articles"),
    ):
        subprocess.run([*GIT, *arguments], cwd=newsroom, check=True)
    return newsroom


@pytest.fixture
def demonstration(tmp_path: Path) -> Path:
    """The demonstration site with the handbook, without what is generated."""
    root = tmp_path / "site"
    for name in ("content", "templates", "docs/handbook"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path in (ROOT / "docs").glob("about*.md"):
        shutil.copy(path, root / "docs")
    return root


@pytest.fixture
def installed_theme() -> None:
    """The theme by its name: builders find it where the package is installed, as nox has it."""
    if "briefing" not in {theme.name for theme in entry_points(group="mkdocs.themes")}:
        missing = "the theme is found where the package is installed: pip install --editable ."
        if "CI" in os.environ:
            pytest.fail(missing)
        pytest.skip(missing)


Run = Callable[[Path, str], Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a line that says ``briefing …`` in a folder."""

    def run(folder: Path, line: str) -> Result:
        name, *arguments = shlex.split(line)
        assert name == "briefing", f"a reader's shell would run: {line}"
        assert not SHELL_SIGNS.search(line), f"only a shell can run: {line}"
        monkeypatch.chdir(folder)
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return run
