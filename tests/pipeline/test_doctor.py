from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement

from generator.cli.main import main
from generator.diagnostics import Code, Diagnostic, SourceFile
from generator.diagnostics.codes import TABLE
from generator.diagnostics.codes.environment import (
    ENGINE_MISSING,
    IGNORED_OPTION,
    IGNORED_SETTING,
    MISSING_EXTRA,
)
from generator.pipeline import Workspace
from generator.pipeline.doctor import Surroundings, examine, read_surroundings
from generator.pipeline.doctor.built_site import leaving
from generator.pipeline.doctor.needs import LIFETIMES, NEEDS, PYTHON
from generator.pipeline.doctor.versions import asked_faults
from generator.publishing.engines import Engine
from tests.conftest import MakeSite

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 6, 1)  # the day that the examples of codes/environment.py are true on
SOUND = Surroundings(
    python="3.13.1",
    packages=MappingProxyType(
        {
            "mkdocs": "1.6.1",
            "mkdocs-material": "9.8.1",
            "pagefind": "1.5.2",
            "markdown": "3.7",
            "jinja2": "3.1.6",
        }
    ),
    extras=frozenset({"import"}),
    engines=frozenset({Engine.MKDOCS}),
)
CODES = {code.id: code for code in TABLE.values() if code.id.startswith("E")}
WANTED = {
    ENGINE_MISSING.id: Engine.ZENSICAL,
    IGNORED_SETTING.id: Engine.ZENSICAL,
    IGNORED_OPTION.id: Engine.ZENSICAL,
}


def found(
    root: Path, surroundings: Surroundings = SOUND, engine: Engine | None = None, day: dt.date = DAY
) -> tuple[Diagnostic, ...]:
    workspace = Workspace(root)
    return examine(workspace, day, engine=engine, surroundings=surroundings).diagnostics


def having(code: Code, *, good: bool) -> Surroundings:
    """Surroundings as the example takes them to be."""
    if code is MISSING_EXTRA and not good:
        return replace(SOUND, extras=frozenset())
    if code is ENGINE_MISSING and not good:
        return SOUND
    if code.id in WANTED:
        return replace(SOUND, engines=frozenset(Engine))
    return SOUND


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_the_bad_case_shows_the_code_once(make_site: MakeSite, code: Code) -> None:
    shown = found(make_site(code.bad), having(code, good=False), WANTED.get(code.id))

    (hit,) = [item for item in shown if item.code == code.id]
    assert hit.severity is code.severity


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_the_good_case_is_clean(make_site: MakeSite, code: Code) -> None:
    root = make_site({"mkdocs.yml": "site_name: Example Desk\n", **code.good})

    assert found(root, having(code, good=True), WANTED.get(code.id)) == ()


def test_what_is_needed_is_what_the_package_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {
        requirement.name: requirement.specifier
        for requirement in map(Requirement, project["dependencies"])
    }

    assert {need.name: need.specifier for need in NEEDS}.items() <= asked.items()
    assert str(PYTHON.specifier) == project["requires-python"]


def test_what_is_installed_here_is_seen() -> None:
    here = read_surroundings()

    assert here.packages["mkdocs"] == version("mkdocs")
    assert here.python.startswith("{}.{}.".format(*sys.version_info))
    assert Engine.MKDOCS in here.engines


@pytest.mark.parametrize(
    ("packages", "message"),
    [
        ({"mkdocs": "2.0.0"}, "mkdocs 2.0.0 is installed; mkdocs<2,>=1.6.1 is needed."),
        ({"mkdocs": "2.0.0b1"}, "mkdocs 2.0.0b1 is installed"),
        ({"pagefind": None}, "pagefind is not installed"),
    ],
)
def test_what_is_wrong_with_what_is_installed_is_told(
    make_site: MakeSite, packages: dict[str, str | None], message: str
) -> None:
    have = {**SOUND.packages, **packages}
    present = {name: number for name, number in have.items() if number is not None}

    (fault,) = found(make_site({}), replace(SOUND, packages=present))

    assert fault.code == "E001"
    assert message in fault.message


def test_an_old_python_is_told() -> None:
    assert [item.code for item in asked(".python-version", "3.2\n")] == ["E001"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (dt.date(2026, 11, 1), []),
        (dt.date(2027, 5, 5), ["E003"]),
        (dt.date(2027, 5, 6), ["E002"]),
    ],
)
def test_the_end_of_material_is_counted_to_the_day(
    make_site: MakeSite, day: dt.date, codes: list[str]
) -> None:
    assert [item.code for item in found(make_site({}), day=day)] == codes


def test_lifetimes_name_their_source() -> None:
    for rows in LIFETIMES.values():
        assert all(row.source.startswith("https://") for row in rows)
        assert len({row.line for row in rows}) == len(rows)


def asked(name: str, text: str) -> list[Diagnostic]:
    return list(asked_faults(SourceFile(name, text), DAY))


@pytest.mark.parametrize(
    "line",
    [
        "mkdocs",
        "mkdocs==1.6.1",
        "mkdocs-material==9.8.4  # with a reason",
        "Mkdocs_Material>9.8.3",
        "mkdocs-material==9.*",
        "pagefind[bin]~=1.5",
        "mkdocs==1.6.1 \\\n    --hash=sha256:00",
        "# mkdocs==2",
        "-r other.txt",
        "https://desk.example/mkdocs-2.0.whl",
        "mkdocs-git-dates>=2",
    ],
)
def test_requirements_that_can_be_met_are_left_alone(line: str) -> None:
    assert asked("requirements.txt", f"{line}\n") == []


@pytest.mark.parametrize(
    "line", ["mkdocs>=2", "mkdocs==2.*", "MkDocs==1.5.3", "mkdocs-material<9", "jinja2==2.11; a"]
)
def test_requirements_that_cannot_be_met_are_told_at_their_line(line: str) -> None:
    (fault,) = asked("requirements.txt", f"# first\n{line}\n")

    assert (fault.code, fault.line, fault.column) == ("E001", 2, 1)


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    asked("requirements.txt", text)
    asked(".python-version", text)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ('<img alt=a src="https://h.example/a.png">', "https://h.example/a.png"),
        ("<img srcset='a.png 1x, //h.example/b.png 2x'>", "//h.example/b.png"),
        ("<IMG SRC=https://h.example/a.png>", "https://h.example/a.png"),
        ('<link rel="preload stylesheet" href="https://h.example/a">', "https://h.example/a"),
        ('<p style="background: url(https://h.example/a)">', "https://h.example/a"),
        ('<iframe\n src="https://h.example/?a=1&amp;b=2"></iframe>', "https://h.example/?a=1&b=2"),
        ("<style>@import '//h.example/a.css';</style>", "//h.example/a.css"),
    ],
)
def test_what_is_loaded_from_elsewhere_is_told(tmp_path: Path, page: str, address: str) -> None:
    (tmp_path / "index.html").write_text(f"<html>\n{page}", encoding="utf-8")

    (fault,) = leaving(tmp_path, "site", "https://desk.example/")

    assert f" {address}, which is on another host." in fault.message
    assert fault.path == "site/index.html"
    assert fault.line == 2


@pytest.mark.parametrize(
    "page",
    [
        '<a href="https://h.example/">there</a>',
        '<link rel="canonical" href="https://h.example/">',
        '<link rel="alternate " href="https://h.example/feed.xml">',
        '<img src="https://desk.example/a.png">',
        '<img src="data:image/png;base64,//8=">',
        '<script type="application/ld+json">{"url": "https://h.example/a.js"}</script>',
    ],
)
def test_what_is_not_loaded_or_the_sites_own_is_no_fault(tmp_path: Path, page: str) -> None:
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    assert list(leaving(tmp_path, "site", "https://desk.example/")) == []


def test_fonts_of_styles_are_looked_for_and_counted_by_file(tmp_path: Path) -> None:
    style = "@font-face { src: url(https://fonts.example/a.woff2) }"
    (tmp_path / "a.css").write_text(style + style, encoding="utf-8")
    (tmp_path / "b.css").write_text(style, encoding="utf-8")

    (fault,) = leaving(tmp_path, "site", "")

    assert fault.message.startswith("2 files load https://fonts.example/a.woff2,")


def test_a_work_tree_of_a_shallow_clone_is_seen(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        command = ("git", "-c", "user.name=Desk", "-c", "user.email=desk@desk.example", *arguments)
        subprocess.run(command, check=True, capture_output=True)

    origin, clone, tree = (str(tmp_path / name) for name in ("origin", "clone", "tree"))
    git("init", "-q", origin)
    for _ in range(2):
        git("-C", origin, "commit", "-q", "--allow-empty", "-m", "x")
    git("clone", "-q", "--depth", "1", f"file://{origin}", clone)
    git("-C", clone, "worktree", "add", "-q", tree)

    for folder, codes in ((origin, []), (clone, ["E009"]), (tree, ["E009"])):
        Path(folder, "mkdocs.yml").write_text("site_name: Desk\n", encoding="utf-8")
        assert [item.code for item in found(Path(folder))] == codes


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is refused to the superuser")
def test_a_cache_that_cannot_be_written_to_is_told(make_site: MakeSite) -> None:
    root = make_site({})
    (root / ".briefing").mkdir(mode=0o500)

    assert [item.code for item in found(root)] == ["E010"]


def test_settings_are_placed_and_a_wrong_one_is_told(make_site: MakeSite) -> None:
    root = make_site(
        {
            "mkdocs.yml": "site_name: search\nplugins:\n  - search:\n      lang: [en]\n"
            "  - material/group\nextra:\n  briefing:\n    no-such-key: 1\n"
        }
    )

    faults = found(root, replace(SOUND, engines=frozenset(Engine)))

    assert [(item.code, item.line, item.column) for item in faults] == [
        ("E006", 4, 7),
        ("E005", 5, 5),
        ("C003", 8, 5),
    ]


def test_the_command_prints_facts_and_ends_as_faults_say(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_site({"site/index.html": '<img src="//h.example/a">'}))
    run = CliRunner().invoke

    plain = run(main, ["doctor", "--as-of", "2026-06-01"])
    assert plain.exit_code == 0, plain.output
    assert plain.output.startswith("python")
    assert "1 looked through" in plain.output
    assert "warning[E008]" in plain.output
    assert run(main, ["doctor", "--strict", "--as-of", "2026-06-01"]).exit_code == 1
    assert run(main, ["doctor", "--format", "json"]).stdout.startswith("[")
    monkeypatch.chdir("/")
    assert run(main, ["doctor"]).exit_code == 2
