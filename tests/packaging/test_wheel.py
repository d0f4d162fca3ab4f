"""What ``pip install`` brings to a newsroom without this checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

ROOT = Path(__file__).resolve().parents[2]
CLEAN = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
OTHERS = [pytest.param(name, marks=[pytest.mark.engines]) for name in ("zensical", "properdocs")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("briefing_generator-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the wheel, away from the checkout."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, system_site_packages=False, with_pip=False)
    schemes = sysconfig.get_paths(vars={"base": str(environment)})
    library = Path(schemes["purelib"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(library)
    # Its dependencies are those of the environment that runs the tests. The checkout, which that
    # may have as an editable install, is left out: such an install adds itself by a file of paths.
    paths = [path for path in sys.path if path.endswith("site-packages")]
    (library / "dependencies.pth").write_text("\n".join(paths), encoding="utf-8")
    return Path(schemes["scripts"]) / "python"


@pytest.fixture(scope="module")
def newsroom(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as ``briefing init`` sets it up."""
    root = tmp_path_factory.mktemp("newsroom") / "harbour-desk"
    answers = ("--url", "https://desk.example/", "--language", "en", "--language", "ar")
    run(python, root.parent, "-m", "generator", "init", root.name, *answers, "--topic", "Transport")
    return root


def run(python: Path, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [python, *arguments], cwd=folder, env=CLEAN, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def test_the_wheel_holds_templates_theme_catalogues_handbook_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert "generator/py.typed" in names
    assert "generator/rendering/catalogues/ar.po" in names
    for ours, theirs in (
        ("templates/pages", "templates/pages"),
        ("templates/theme", "templates/theme"),
        ("docs/handbook", "handbook"),
        ("generator/scaffold", "scaffold"),
    ):
        shipped = {
            f"generator/{theirs}/{path.relative_to(ROOT / ours).as_posix()}"
            for path in (ROOT / ours).rglob("*")
            if path.is_file()
        }
        assert shipped
        assert shipped <= names
    assert not [name for name in names if name.startswith(("tests/", "content/", "docs/"))]


def test_a_new_site_is_checked_and_built_without_a_word_of_complaint(
    python: Path, newsroom: Path
) -> None:
    assert "no faults" in run(python, newsroom, "-m", "generator", "check", "--strict")
    assert "Built" in run(python, newsroom, "-m", "generator", "build", "--strict")
    assert "Nothing to change" in run(python, newsroom, "-m", "generator", "init", "--upgrade")
    run(python, newsroom, "-m", "generator", "doctor", "--strict", "--as-of", "2026-11-01")

    site = newsroom / "site"
    page = (site / "briefings" / "how-this-page-was-made" / "index.html").read_text("utf-8")
    assert "Example Desk" in page
    assert "assets/briefing.css" in page
    for path in (
        "assets/briefing.css",
        "assets/favicon.svg",
        "assets/fonts/inter-latin.woff2",
        "pagefind/pagefind.js",
        "handbook/format/index.html",
        "handbook/schemas/article.json",
        "feed.xml",
    ):
        assert (site / path).is_file(), path
    loaded = run(python, newsroom, "-c", "import generator; print(generator.__file__)")
    assert str(ROOT) not in loaded


def test_plain_mkdocs_builds_the_same_pages(python: Path, newsroom: Path, tmp_path: Path) -> None:
    run(python, newsroom, "-m", "generator", "build", "--strict")
    run(python, newsroom, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(tmp_path))

    ours = {path.relative_to(newsroom / "site") for path in (newsroom / "site").rglob("*.html")}
    for path in sorted(ours):
        assert (tmp_path / path).read_bytes() == (newsroom / "site" / path).read_bytes()


@pytest.mark.parametrize("engine", OTHERS)
def test_another_builder_finds_the_installed_theme(
    python: Path, newsroom: Path, engine: str
) -> None:
    assert find_spec(engine) is not None
    run(python, newsroom, "-m", "generator", "build", "--strict")
    arguments = ("-f", "mkdocs.yml") if engine == "properdocs" else ("--clean",)
    run(python, newsroom, "-m", engine, "build", *arguments)

    page = (newsroom / "site" / "index.html").read_text(encoding="utf-8")
    assert 'class="md-header bf-header"' in page
    assert (newsroom / "site" / "assets" / "briefing.css").is_file()


def test_git_sees_nothing_that_a_build_wrote(python: Path, newsroom: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=newsroom, check=True)
    subprocess.run(["git", "add", "."], cwd=newsroom, check=True)
    before = tracked(newsroom)
    run(python, newsroom, "-m", "generator", "build", "--strict")

    subprocess.run(["git", "add", "."], cwd=newsroom, check=True)

    assert tracked(newsroom) == before


def tracked(folder: Path) -> set[str]:
    done = subprocess.run(
        ["git", "ls-files"], cwd=folder, check=True, capture_output=True, text=True
    )
    return set(done.stdout.splitlines())
