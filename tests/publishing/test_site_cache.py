"""What earlier builds left is used where it holds, and never believed where it does not."""

from __future__ import annotations

import os
import random
import shutil
import signal
from pathlib import Path

import pytest

from generator.publishing import swapping
from generator.publishing.site import templating, tree
from generator.publishing.site_builder import why_rendered
from tests.publishing.trees import compare, files, ours, plain, warnings, write

pytestmark = pytest.mark.slow

CONFIGURATION = """site_name: Desk
site_url: https://desk.example/
theme: {name: material, custom_dir: theme}
plugins: [search]
nav: [index.md, north.md]
validation: {links: {anchors: warn}}
"""
TEXTS = {
    "mkdocs.yml": CONFIGURATION,
    "theme/main.html": '{% extends "base.html" %}{% block libs %}{{ nav.pages[1].title }}'
    "{% endblock %}",
    "docs/index.md": "---\nkind: home\n---\n\n# Desk\n\n[North](north.md#quay)\n",
    "docs/north.md": "# North\n\n## Quay\n\nText.\n",
    "docs/south/deep.md": "# Deep\n\n[up](../index.md) and [gone](gone.md)\n",
    "docs/south/shore.md": "# Shore\n",
    "docs/picture.svg": "<svg></svg>",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    write(root, TEXTS)
    ours(root)
    return root


def change(root: Path, name: str, text: str) -> None:
    write(root, {**TEXTS, name: text})


def test_only_what_changed_is_rendered(desk: Path, tmp_path: Path) -> None:
    change(desk, "docs/south/shore.md", "# Shore\n\nMore.\n")

    built = ours(desk)

    assert built.rendered == {"south/shore.md": "its Markdown changed"}
    assert built.pages == 4
    compare(desk, built, tmp_path / "plain")
    assert why_rendered(desk / "cache", "south/shore.md") == "its Markdown changed"
    assert why_rendered(desk / "cache", "index.md") == "it is new; since then nothing of it changed"
    assert why_rendered(desk / "cache", "gone.md") == ""


@pytest.mark.parametrize(
    ("name", "text", "rendered"),
    [
        ("docs/north.md", "# Nord\n\n## Quay\n", "what it shows of other pages changed"),
        ("docs/south/gone.md", "# Gone\n", "a file that it links to came or went"),
        ("theme/main.html", '{% extends "base.html" %}', "theme changed"),
        ("mkdocs.yml", CONFIGURATION + "copyright: Desk\n", "configuration changed"),
        (
            "mkdocs.yml",
            CONFIGURATION.replace("index.md, north", "north.md, index"),
            "navigation changed",
        ),
    ],
)
def test_the_reason_is_told(
    desk: Path, tmp_path: Path, name: str, text: str, rendered: str
) -> None:
    change(desk, name, text)

    built = ours(desk)

    assert rendered in built.rendered["south/deep.md"]
    compare(desk, built, tmp_path / "plain")


def test_warnings_of_pages_that_are_not_rendered_are_told_again(desk: Path, tmp_path: Path) -> None:
    said = warnings(ours(desk))
    assert len(said) == 1
    assert "gone.md" in said[0]
    change(desk, "docs/north.md", "# North\n\n## Pier\n")

    built = ours(desk)

    assert "does not contain an anchor '#quay'" in warnings(built)[1]
    compare(desk, built, tmp_path / "plain")
    assert warnings(ours(desk)) == warnings(built)


def test_a_site_that_failed_strictly_is_quick_the_next_time(desk: Path, tmp_path: Path) -> None:
    old = files(desk / "site")
    change(desk, "docs/south/shore.md", "# Shore\n\n[gone](../gone.md)\n")
    from generator.publishing import build_site  # noqa: PLC0415  with `strict`

    built = build_site(desk, cache=desk / "cache", epoch=0, strict=True)

    assert len(built.diagnostics) == 2
    assert files(desk / "site") == old
    compare(desk, ours(desk), tmp_path / "plain")


def test_damaged_caches_never_reach_a_page(desk: Path, tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311  damage, no secrets
    changed = '{% extends "base.html" %} '
    write(tmp_path / "clean", {**TEXTS, "theme/main.html": changed})
    tree, _ = plain(tmp_path / "clean", tmp_path / "plain")
    kept = tmp_path / "kept"
    shutil.copytree(desk, kept, ignore=shutil.ignore_patterns("spare"))
    for path in sorted((kept / "cache").rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        middle = chance.randrange(len(data))
        damaged = {
            "short": data[:middle],
            "bent": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "strange": b'{"version": 3}\n{}',
        }
        for damage in damaged.values():
            shutil.rmtree(desk)
            shutil.copytree(kept, desk)
            (desk / path.relative_to(kept)).write_bytes(damage)
            change(desk, "theme/main.html", changed)
            ours(desk)
            assert files(desk / "site") == tree


def test_the_cache_of_another_site_is_of_no_use(desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    texts = {**TEXTS, "docs/index.md": "# Other\n", "docs/south/shore.md": "# Shore\n\nOther.\n"}
    write(other, texts)
    shutil.copytree(desk / "cache", other / "cache")
    shutil.copytree(desk / "site", other / "site")

    compare(other, ours(other), tmp_path / "plain")


@pytest.mark.parametrize("path", ["index.html", "picture.svg", "sitemap.xml", "404.html"])
def test_a_file_that_was_written_into_is_made_again(desk: Path, tmp_path: Path, path: str) -> None:
    change(desk, "docs/south/shore.md", "# Shore\n\nMore.\n")
    ours(desk)
    with (desk / "site" / path).open("ab") as file:  # into the file itself: it is in the spare too
        file.write(b"more")
    change(desk, "docs/south/shore.md", "# Shore\n\nMore still.\n")

    compare(desk, ours(desk), tmp_path / "plain")


def test_files_of_others_do_not_stay_in_the_site(desk: Path, tmp_path: Path) -> None:
    (desk / "site" / "south" / "stray.html").write_text("stray")

    built = ours(desk)

    assert not built.reused
    compare(desk, built, tmp_path / "plain")


def test_a_build_that_was_killed_leaves_the_old_site(desk: Path, tmp_path: Path) -> None:
    old = files(desk / "site")
    change(desk, "docs/index.md", "# Desk\n\nMore.\n")
    child = os.fork()
    if not child:
        templating.Templates.render = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment,method-assign]
        ours(desk)
        os._exit(1)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert files(desk / "site") == old

    compare(desk, ours(desk), tmp_path / "plain")


@pytest.mark.parametrize("exchange", [True, False])
def test_a_disk_that_refuses_leaves_the_old_site(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    old = files(desk / "site")
    change(desk, "docs/index.md", "# Desk\n\nMore.\n")

    def refuse(*_: object) -> None:
        raise OSError("no")

    with monkeypatch.context() as patch:
        patch.setattr(tree.FreshTree, "prune", refuse)
        with pytest.raises(OSError, match="no"):
            ours(desk)
    assert files(desk / "site") == old

    compare(desk, ours(desk), tmp_path / "plain")


def test_a_process_that_dies_is_a_fault_and_no_half_site(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publishing.site.conversion.WORTH", 0)
    monkeypatch.setattr("generator.publishing.site.rendering.WORTH", 0)
    old = files(desk / "site")
    write(desk, {**TEXTS, "theme/main.html": '{% extends "base.html" %}'})
    parent = os.getpid()

    def die(*_: object) -> None:
        assert os.getpid() != parent
        os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(templating.Templates, "render", die)
        built = ours(desk, jobs=2)

    assert built.failed
    assert "ended by signal 9" in built.diagnostics[0].message
    assert files(desk / "site") == old
    compare(desk, ours(desk, jobs=2), tmp_path / "plain")


@pytest.mark.parametrize(
    ("name", "text", "note"),
    [
        ("mkdocs.yml", CONFIGURATION.replace("[search]", "[search, tags]"), "plugin material/tags"),
        ("mkdocs.yml", CONFIGURATION + "hooks: [docs/hook.py]\n", "hooks"),
        ("mkdocs.yml", CONFIGURATION + "markdown_extensions: [pymdownx.snippets]\n", "snippets"),
        ("theme/main.html", "{{ nav.pages[1].content }}", "content of north.md"),
        ("theme/main.html", "{{ page.file.content_string if page }}", "uses content_string"),
        ("theme/main.html", "{% set x = nav.pages[1].meta.update({}) %}", "front matter"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_not_known_is_left_to_mkdocs(
    desk: Path, tmp_path: Path, name: str, text: str, note: str, jobs: int
) -> None:
    write(
        desk, {**TEXTS, "docs/hook.py": "def on_page_content(html, **_): return html", name: text}
    )

    built = ours(desk, jobs=jobs)

    assert note in built.note
    compare(desk, built, tmp_path / "plain")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("theme/main.html", "{{ page.nothing.more if page }}", "Error building page 'index.md'"),
        ("theme/404.html", "{{ nothing.more }}", "Error building template '404.html'"),
        ("theme/404.html", "{% if %}", "Error building template '404.html'"),
    ],
)
def test_a_fault_names_the_first_page_and_the_old_site_stands(
    desk: Path, name: str, text: str, said: str
) -> None:
    old = files(desk / "site")
    change(desk, name, text)

    built = ours(desk)

    assert said in built.diagnostics[0].message
    assert built.failed
    assert files(desk / "site") == old
