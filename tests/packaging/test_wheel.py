"""What ``pip install`` brings to a newsroom without this checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import CONFIGURATION

pytestmark = pytest.mark.site

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe harbour reopened.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("briefing_generator-*.whl")
    return built


def test_the_wheel_holds_templates_theme_catalogues_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert "generator/py.typed" in names
    assert "generator/rendering/catalogues/ar.po" in names
    for folder in ("pages", "theme"):
        shipped = {
            f"generator/templates/{path.relative_to(ROOT / 'templates').as_posix()}"
            for path in (ROOT / "templates" / folder).rglob("*")
            if path.is_file()
        }
        assert shipped
        assert shipped <= names
    assert not [name for name in names if name.startswith(("tests/", "content/", "docs/"))]


def test_the_installed_wheel_builds_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, system_site_packages=False, with_pip=False)
    schemes = sysconfig.get_paths(vars={"base": str(environment)})
    library = Path(schemes["purelib"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(library)
    # Its dependencies are those of the environment that runs the tests.
    paths = [path for path in sys.path if path.endswith("site-packages")]
    (library / "dependencies.pth").write_text("\n".join(paths), encoding="utf-8")
    newsroom = tmp_path / "newsroom"
    (newsroom / "content" / "articles").mkdir(parents=True)
    (newsroom / "docs").mkdir()
    (newsroom / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (newsroom / "content/articles/harbour.md").write_text(ARTICLE, encoding="utf-8")

    done = subprocess.run(
        [Path(schemes["scripts"]) / "python", "-m", "generator", "build", "--strict"],
        cwd=newsroom,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (newsroom / "site" / "briefings" / "harbour" / "index.html").is_file()
