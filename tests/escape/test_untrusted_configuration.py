"""``mkdocs.yml`` of a pull request: what is obeyed, and what is refused without being run."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.cli.confinement import supervisor
from generator.config import obeyed
from generator.diagnostics import Code, SourceFile
from generator.diagnostics.codes.untrusted import CODES
from generator.pipeline import Workspace, build, check_content
from tests.escape.around import ARTICLE, state, surrounded

PLAIN = "site_name: Example Desk\n"
RUN = "__import__('pathlib').Path('../outside/ran').write_text('x')"

REFUSED = {
    "a hook": "hooks: [hook.py]\n",
    "a plugin": "plugins: [search, macros]\n",
    "a plugin with options": "plugins:\n  - gen-files:\n      scripts: [hook.py]\n",
    "plugins as a map": "plugins:\n  exec: {}\n",
    "a plugin's path": "plugins:\n  - material/search:\n      jieba_dict: /etc/passwd\n",
    "a plugin that starts node": "plugins:\n  - search:\n      prebuild_index: true\n",
    "an extension": "markdown_extensions: [hook]\n",
    "an extension that reads files": (
        "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [/etc]\n"
    ),
    "an extension that reads pictures": "markdown_extensions: [pymdownx.b64]\n",
    "an extension's function": (
        "markdown_extensions:\n  - toc:\n      slugify: !!python/name:os.system\n"
    ),
    "an extension's option": "markdown_extensions:\n  - toc: {slugify: os.system}\n",
    "extensions as a map": "markdown_extensions:\n  pymdownx.superfences: {custom_fences: []}\n",
    "an object": f'copyright: !!python/object/apply:eval ["{RUN}"]\n',
    "a module": "copyright: !!python/module:hook\n",
    "a name": "extra: {a: !!python/name:hook.run }\n",
    "a relative path": "extra: {a: !relative $config_dir}\n",
    "a secret": "copyright: !ENV SECRET\n",
    "a secret with a default": "copyright: !ENV [SECRET, none]\n",
    "a switch from a secret": "strict: !ENV SECRET\n",
    "an allowed variable elsewhere": "theme: !ENV [DIRECTORY_ADDRESSES, {name: evil}]\n",
    "a folder from a variable": (
        "theme: {name: material, custom_dir: !ENV [DIRECTORY_ADDRESSES, evil]}\n"
    ),
    "another file": "INHERIT: ../outside/secret.md\n",
    "templates in docs": "extra_templates: [about.html]\n",
    "a template of an address": "edit_uri_template: '{path!q}'\n",
    "watched files": "watch: [/etc]\n",
    "an alias": "extra: {a: &a [1], b: *a}\n",
    "a theme": "theme: evil\n",
    "a theme's name": "theme: {name: evil}\n",
    "a theme's templates": "theme: {name: material, static_templates: [a.html]}\n",
    "a theme given twice": "theme: {name: evil}\ntheme: {name: material}\n",
    "a key that is a list": "? [hooks]\n: 1\n",
    "a theme's option that is a list": "theme:\n  ? [custom_dir]\n  : 1\n",
    "a value of no kind": "extra: {a: !!binary aGk=}\n",
    "a set": "extra: {a: !!set {b}}\n",
    "a second document": "---\nhooks: [hook.py]\n",
}

OBEYED = """\
site_name: Example Desk
site_url: https://desk.example/
use_directory_urls: !ENV [DIRECTORY_ADDRESSES, true]
theme:
  name: briefing
  language: en
  palette: {primary: teal}
plugins:
  - material/search:
      lang: [en, de]
markdown_extensions:
  - attr_list
  - toc: {permalink: false, toc_depth: 3}
nav:
  - Latest: index.md
extra:
  since: 2021-05-04
  briefing: {handbook: true}
"""


@pytest.mark.slow
@pytest.mark.parametrize("more", REFUSED.values(), ids=REFUSED)
def test_what_could_run_or_read_is_refused(tmp_path: Path, more: str) -> None:
    files = {
        "content/articles/ferry.md": ARTICLE,
        "hook.py": f"{RUN}\ndef run(): ...\n",
        "hook/__init__.py": RUN,
        "evil/main.html": "{{ config }}",
        "mkdocs.yml": PLAIN + more,
    }
    root = surrounded(tmp_path, files)
    before = state(tmp_path / "outside")

    found = build(Workspace(root, untrusted=True))

    assert not found.done
    assert {item.path for item in found.diagnostics} == {"mkdocs.yml"}
    assert {item.code for item in found.diagnostics} <= {"U001", "U002", "C001", "C002", "C004"}
    assert all(item.message for item in found.diagnostics)
    assert state(tmp_path / "outside") == before
    assert not (root / "site").exists()


def test_the_rest_is_obeyed_as_it_stands() -> None:
    source = SourceFile("mkdocs.yml", OBEYED)

    given, faults = obeyed(source, {"DIRECTORY_ADDRESSES": "false"})
    default, _ = obeyed(source, {})

    assert faults == ()
    held = yaml.safe_load(given.text)
    plain = OBEYED.replace("!ENV [DIRECTORY_ADDRESSES, true]", "false").replace(
        "since: 2021-05-04", "since: '2021-05-04'"
    )
    assert held == yaml.safe_load(plain)
    assert yaml.safe_load(default.text)["use_directory_urls"] is True


def test_each_fault_stands_at_its_place() -> None:
    text = f"{PLAIN}plugins: [search, macros, exec]\nhooks: [a.py]\n"

    _, faults = obeyed(SourceFile("mkdocs.yml", text), {})

    assert [(item.line, item.column) for item in faults] == [(2, 19), (2, 27), (3, 1)]


OWN_THEME = "site_name: A\ntheme: {name: material, custom_dir: templates/theme}\nplugins: []\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("main.html", "{{ config }}"),
        (".icons/evil.svg", "{{ config }}"),
        ("partials/header.html", "{{ config }}"),
        ("sitemap.xml", "{{ config }}"),
        ("assets/readme.txt", "{{ config }}"),
        (".hidden.html", "{{ config }}"),
    ],
)
def test_templates_of_a_theme_are_the_generators_own(tmp_path: Path, path: str, text: str) -> None:
    files = {"mkdocs.yml": OWN_THEME, f"templates/theme/{path}": text}
    root = surrounded(tmp_path, {**files, "templates/theme/assets/own.css": "body { margin: 0 }"})

    found = check_content(Workspace(root, untrusted=True), drafts=True).diagnostics

    assert [(item.code, item.path) for item in found] == [("U002", f"templates/theme/{path}")]


@pytest.mark.parametrize("folder", ["../outside", "/etc", "content/../../outside", "evil"])
def test_a_theme_is_in_the_sites_folder(tmp_path: Path, folder: str) -> None:
    text = OWN_THEME.replace("templates/theme", folder)
    root = surrounded(tmp_path, {"mkdocs.yml": text, "evil": "→ ../outside"})

    found = check_content(Workspace(root, untrusted=True), drafts=True).diagnostics

    assert [(item.code, item.path) for item in found] == [("U002", "mkdocs.yml")]


@pytest.mark.parametrize("code", CODES[:3], ids=lambda code: code.id)
def test_examples_show_their_code(tmp_path: Path, code: Code) -> None:
    for name, files, expected in (("bad", code.bad, [code.id]), ("good", code.good, [])):
        (tmp_path / name).mkdir()
        plain = {
            "mkdocs.yml": f"{PLAIN}plugins: []\nvalidation: {{nav: {{omitted_files: ignore}}}}\n"
        }
        root = surrounded(tmp_path / name, {"docs/about.md": "# About\n", **plain, **files})
        found = build(Workspace(root, untrusted=True)).diagnostics
        assert [item.code for item in found if item.code.startswith("U")] == expected


def test_a_command_without_an_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = surrounded(tmp_path, {"content/articles/ferry.md": ARTICLE})
    monkeypatch.setattr(supervisor, "LONGEST", 0.05)
    monkeypatch.chdir(root)

    done = CliRunner().invoke(main, ["check", "--untrusted", "--format", "concise"])

    assert done.exit_code == supervisor.STOPPED
    assert "U004" in done.output


@pytest.mark.parametrize(
    "arguments",
    [("check", "--untrusted", "--fix"), ("build", "--untrusted", "--engine", "zensical")],
)
def test_what_cannot_be_confined_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(surrounded(tmp_path, {}))

    assert CliRunner().invoke(main, arguments).exit_code == 2


@pytest.mark.slow
def test_an_untrusted_command_has_no_secrets_and_the_same_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    strict = "---\ntitle: Harbour\n---\n"
    root = surrounded(tmp_path, {"content/articles/ferry.md": ARTICLE, "content/a/b.md": strict})
    monkeypatch.setenv("SECRET", "s")
    monkeypatch.chdir(root)

    options = ["--untrusted", "--strict", "--stale", "--as-of", "2024-06-01"]
    done = CliRunner().invoke(main, ["check", *options, "--format", "concise"])

    assert done.exit_code == 1
    assert "S006" in capfd.readouterr().out
    environment = supervisor._environment(str(tmp_path))
    assert "SECRET" not in environment
    assert environment["TMPDIR"] == str(tmp_path)
