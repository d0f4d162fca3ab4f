"""The same pages with MkDocs, Zensical and ProperDocs: what one site has the others have."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.pipeline import Workspace, build
from generator.publishing.engines import Engine, build_with, ignored
from generator.publishing.engines.configuration import read_names
from generator.publishing.engines.ignored import PLUGINS
from generator.publishing.engines.speech import complaint, framed, logged
from tests.conftest import MakeSite
from tests.publishing.parity import Difference, Fact, Known, compare

ROOT = Path(__file__).resolve().parents[2]
OTHERS = (Engine.ZENSICAL, Engine.PROPERDOCS)

KNOWN: Mapping[Engine, tuple[Known, ...]] = {
    Engine.PROPERDOCS: (
        Known("meta generator", r"mkdocs-(1\.6\.1|ProperDocs .*)", "each names itself"),
    ),
    Engine.ZENSICAL: (
        Known("meta generator", r"mkdocs-1\.6\.1|zensical-.*", "each names itself"),
        Known(
            "link stylesheet",
            r"/assets/stylesheets/.*",
            "Zensical has a theme of its own, which loads its styles under other names",
        ),
        Known("script", r"/assets/javascripts/bundle\..*", "and its script under another name"),
        Known(
            "link past the header",
            ".*",
            "it leads to an anchor before the text, Material's to the heading",
        ),
        Known("id", "__skip", "that anchor"),
    ),
}
"""Every difference that is known, with its reason. One that no longer shows must go from here."""

engines = pytest.mark.engines


def with_every_engine(root: Path) -> dict[Engine, Path]:
    """The generated pages below ``root`` built three times; the folders of the sites."""
    built = build(Workspace(root))
    assert built.done, built.diagnostics
    sites = {Engine.MKDOCS: root / "site"}
    for engine in OTHERS:
        sites[engine] = root / f"site-{engine}"
        found = build_with(
            engine,
            root,
            docs=root / "docs",
            site=sites[engine],
            epoch=1_700_000_000,
            language="en",
            strict=True,
        )
        assert found == (), found
    return sites


def differences(sites: Mapping[Engine, Path], engine: Engine) -> Difference:
    return compare(sites[Engine.MKDOCS], sites[engine]).without(KNOWN[engine])


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> dict[Engine, Path]:
    root = tmp_path_factory.mktemp("demonstration")
    for name in ("content", "templates", "docs/handbook"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "docs" / "about.md", root / "docs")
    return with_every_engine(root)


@engines
@pytest.mark.parametrize("engine", OTHERS)
def test_the_demonstration_is_the_same(demonstration: dict[Engine, Path], engine: Engine) -> None:
    assert not differences(demonstration, engine), str(differences(demonstration, engine))


@engines
@pytest.mark.parametrize("engine", OTHERS)
def test_every_known_difference_still_shows(
    demonstration: dict[Engine, Path], engine: Engine
) -> None:
    found = compare(demonstration[Engine.MKDOCS], demonstration[engine])

    assert [rule.reason for rule in KNOWN[engine] if not found.of(rule)] == []


@engines
@pytest.mark.parametrize("engine", OTHERS)
def test_the_search_index_holds_the_same_pages(
    demonstration: dict[Engine, Path], engine: Engine
) -> None:
    def pages(site: Path) -> int:
        return sum(1 for _ in (site / "pagefind" / "fragment").iterdir())

    assert pages(demonstration[engine]) == pages(demonstration[Engine.MKDOCS]) > 100


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[Engine, Path]:
    """150 articles about harbours: a briefing and a reading view each."""
    root = tmp_path_factory.mktemp("generated")
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    articles = root / "content" / "articles"
    articles.mkdir(parents=True)
    for number in range(150):
        text = ARTICLE.format(number=number, month=number % 12 + 1, count=1000 + number)
        (articles / f"harbour-{number}.md").write_text(text, encoding="utf-8")
    actors = root / "content" / "actors"
    actors.mkdir()
    (actors / "ann-example.md").write_text(ACTOR, encoding="utf-8")
    return with_every_engine(root)


ACTOR = "---\nname: Ann Example\nkind: Person\nroles:\n  - title: Harbour master\n---\n"
ARTICLE = """\
---
title: 'Harbour {number} reopens: <quays> & "piers"'
date: 2024-{month:02}-04
source: {{publisher: Example Desk, url: "https://desk.example/{number}", rights: own}}
---

[Ann Example]{{.actor}} reopened harbour {number}
[on Monday]{{.event label="Harbour {number} reopens"}}.
Some [{count} people]{{.figure label="Passengers a day at harbour {number}"}} cross every day.

“[The repairs cost too much]{{.claim by=ann-example status=disputed}},” she said.

::: background
The quay | pier was built in [1900]{{.event label="Quay {number} is built"}}. *Nobody* __knows__.
:::

READ MORE: What the repairs cost
"""


@engines
@pytest.mark.slow
@pytest.mark.parametrize("engine", OTHERS)
def test_three_hundred_generated_pages_are_the_same(
    generated: dict[Engine, Path], engine: Engine
) -> None:
    pages = [
        path
        for folder in ("briefings", "articles")
        for path in (generated[engine] / folder).glob("harbour-*/index.html")
    ]
    assert len(pages) == 300
    assert not differences(generated, engine), str(differences(generated, engine))


@engines
@pytest.mark.parametrize("engine", OTHERS)
def test_a_site_goes_to_another_builder_and_back(make_site: MakeSite, engine: Engine) -> None:
    root = make_site({"content/articles/a.md": "---\ntitle: A\ndate: 2024-05-02\n---\n\nNoon.\n"})
    (root / "mkdocs.yml").write_text("site_name: Desk\ntheme: {name: material, font: false}\n")

    def made(engine: Engine) -> dict[str, bytes]:
        done = build(Workspace(root), engine=engine)
        assert done.done, done.diagnostics
        return {
            path.relative_to(root / "site").as_posix(): path.read_bytes()
            for path in (root / "site").rglob("*")
            if path.is_file()
        }

    first = made(Engine.MKDOCS)

    assert made(engine) != first
    assert made(Engine.MKDOCS) == first


@engines
def test_a_plugin_that_a_builder_ignores_is_caught(tmp_path: Path) -> None:
    """Material's group plugin: with Zensical a folder's front matter is lost."""
    (tmp_path / "docs" / "notes").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Desk\n", encoding="utf-8")
    (tmp_path / "docs" / "notes" / "one.md").write_text("# One\n", encoding="utf-8")
    (tmp_path / "docs" / "notes" / ".meta.yml").write_text(
        "description: Notes of the desk.\n", encoding="utf-8"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Example Desk\ntheme: {name: material, font: false}\n"
        "plugins:\n  - material/search\n  - material/group: {enabled: true, plugins: [meta]}\n",
        encoding="utf-8",
    )
    sites = {}
    for engine in OTHERS:
        sites[engine] = tmp_path / f"site-{engine}"
        found = build_with(
            engine,
            tmp_path,
            docs=tmp_path / "docs",
            site=sites[engine],
            epoch=0,
            language="",
            strict=False,
        )
        told = ["material/group" in item.message for item in found]
        assert told == ([True] if engine is Engine.ZENSICAL else [])

    lost = compare(sites[Engine.PROPERDOCS], sites[Engine.ZENSICAL]).missing

    assert Fact("notes/one/index.html", "meta description", "Notes of the desk.") in lost


@engines
@pytest.mark.parametrize("engine", OTHERS)
def test_with_strict_a_warning_leaves_the_old_site(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Desk\n\n[gone](missing.md)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\ntheme: {name: material}\n", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_text("old", encoding="utf-8")

    def again(*, strict: bool) -> tuple[Diagnostic, ...]:
        return build_with(
            engine,
            tmp_path,
            docs=tmp_path / "docs",
            site=tmp_path / "site",
            epoch=0,
            language="",
            strict=strict,
        )

    assert [item.severity for item in again(strict=True)] == [Severity.WARNING]
    assert (tmp_path / "site" / "old.html").is_file()
    assert [item.code for item in again(strict=False)] == ["P004"]
    assert (tmp_path / "site" / "index.html").is_file()
    assert not (tmp_path / "site" / "old.html").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith((".site", ".mkdocs"))]


@pytest.mark.parametrize("engine", OTHERS)
def test_a_builder_that_is_not_there_is_told(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publishing.engines.engine.find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))

    (found,) = build_with(
        engine,
        tmp_path,
        docs=tmp_path / "docs",
        site=tmp_path / "site",
        epoch=0,
        language="",
        strict=False,
    )

    assert found.code == "E011"
    assert engine.label in found.message
    assert f"[{engine}]" in found.help
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(find_spec("zensical") is None, reason="Zensical is not installed")
@engines
def test_the_list_of_plugins_is_that_of_the_installed_zensical() -> None:
    config = import_module("zensical.config")  # there in its own session alone

    assert set(config._PLUGIN_UNSUPPORTED_OPTIONS) == PLUGINS


def test_what_is_ignored_is_named_with_what_is_lost() -> None:
    configuration = {
        "hooks": ["a.py"],
        "plugins": ["search", {"material/search": {"lang": ["ar"]}}, {"git-dates": None}],
        "validation": {"nav": {}, "links": {"anchors": "warn", "absolute_links": "warn"}},
    }

    found = {item.name: item.changes_pages for item in ignored(Engine.ZENSICAL, configuration)}

    assert found == {
        "hooks": True,
        "plugins.material/search.lang": False,
        "plugins.git-dates": True,
        "validation.nav": False,
        "validation.links.absolute_links": False,
    }
    assert not list(ignored(Engine.MKDOCS, configuration))
    assert not list(ignored(Engine.PROPERDOCS, configuration))


@pytest.mark.parametrize(
    "plugins", [None, "search", 3, [], {}, [None, 3, {"a": None}], {"search": {"lang": 1}}]
)
def test_no_form_of_plugins_is_too_odd(plugins: object) -> None:
    list(ignored(Engine.ZENSICAL, {"plugins": plugins, "validation": plugins}))


def test_names_are_read_past_tags_and_faults(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("a: !!python/name:x.y\nb: !ENV [C, d]\nhooks: [e]\n", encoding="utf-8")
    assert read_names(file) == {"a": None, "b": None, "hooks": ["e"]}
    file.write_text("a: [", encoding="utf-8")
    assert read_names(file) == {}
    assert read_names(tmp_path / "none.yml") == {}


ZENSICAL_SAYS = (
    "Build started\n\x1b[33mWarning:\x1b[0m page does not exist\n"
    "    \x1b[38;5;246m╭\x1b[0m\x1b[38;5;246m─\x1b[0m\x1b[38;5;246m[\x1b[0m a/b.md:45:8 "
    "\x1b[38;5;246m]\x1b[0m\n1 issue found\n"
)


def test_what_builders_print_is_read() -> None:
    (remark,) = framed(ZENSICAL_SAYS)
    assert (remark.path, remark.line, remark.column) == ("a/b.md", 45, 8)
    assert remark.text == "page does not exist"
    assert not remark.error

    said = "INFO    -  Building\nWARNING -  A link.\nERROR   -  A fault.\n"
    assert [(item.text, item.error) for item in logged(said)] == [
        ("A link.", False),
        ("A fault.", True),
    ]
    assert complaint("Traceback:\n  x\nValueError: no\n  name\n\n") == "ValueError: no name"
    assert complaint("") == ""
