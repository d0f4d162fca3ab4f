from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from generator.pipeline import Workspace, build, check_content
from generator.pipeline.build import write_pages
from generator.pipeline.memory import TextMemory
from generator.pipeline.pages import Pages
from generator.pipeline.why import UnknownPageError, why, why_on_site
from generator.rendering import workers
from tests.pipeline import changing_site as changes
from tests.pipeline.changing_site import Changer, tree


def made(root: Path) -> Pages:
    return write_pages(Workspace(root))


def made_clean(root: Path, into: Path) -> Pages:
    """The pages of the same content, made where nothing was made before."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(root, into, ignore=shutil.ignore_patterns(".briefing", "docs"))
    generated = set(json.loads((root / "docs/.briefing.json").read_text())["files"])
    for path, content in tree(root / "docs").items():
        if path not in generated and path != ".briefing.json":
            target = into / "docs" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    (into / "docs").mkdir(exist_ok=True)
    return made(into)


def check_changes(tmp_path: Path, seed: int, count: int) -> int:
    """Change a site again and again; after each change its pages are those of a clean build.

    A process that goes on with one memory tells the same faults.
    """
    root = tmp_path / "site"
    site = Changer(root, seed)
    assert made(root).written is not None
    kept = TextMemory(root / ".briefing")
    compared = 0
    for _ in range(count):
        before = site.state()
        done = site.change()
        pages = made(root)
        clean = made_clean(root, tmp_path / "clean")
        assert pages.diagnostics == clean.diagnostics, done
        kept.again()
        assert check_content(Workspace(root), drafts=False, memory=kept).diagnostics == (
            clean.diagnostics
        ), done
        assert (pages.written is None) == (clean.written is None), done
        if pages.written is None:
            site.restore(before)
            continue
        compared += 1
        assert tree(root / "docs") == tree(tmp_path / "clean" / "docs"), done
        again = made(root)
        assert again.written is not None
        assert again.written.nothing, done
        assert again.reuse.viewed == 0, done
        assert again.diagnostics == pages.diagnostics, done
    return compared


def test_after_any_change_the_pages_are_those_of_a_clean_build(tmp_path: Path) -> None:
    assert check_changes(tmp_path, 1, 8) > 3


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 8))
def test_after_many_changes_the_pages_are_those_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    assert check_changes(tmp_path, seed, 30) > 10


def test_only_what_a_change_reaches_is_made_again(tmp_path: Path) -> None:
    site = Changer(tmp_path, 5)
    first = made(tmp_path)
    assert first.reuse.texts_kept == 0
    assert first.reuse.viewed == first.reuse.files
    site.write("content/actors/nobody.md", "---\nname: No Body\n---\n")
    assert made(tmp_path).written is not None

    site.write("content/actors/nobody.md", "---\nname: No Body\n---\nA profile.\n")
    pages = made(tmp_path)

    assert pages.written is not None
    assert pages.written.changed
    assert all("nobody" in path for path in pages.written.changed)
    assert pages.reuse.texts - pages.reuse.texts_kept == 1
    assert pages.reuse.templated == 1


def test_a_template_of_one_kind_renders_that_kind(tmp_path: Path) -> None:
    site = Changer(tmp_path, 5)
    made(tmp_path)
    shipped = Path(__file__).parents[2] / "templates/pages/actor.md.j2"
    site.write("templates/pages/actor.md.j2", shipped.read_text() + "\nMore.\n")

    pages = made(tmp_path)

    assert pages.written is not None
    assert pages.written.changed
    assert all(path.startswith("actors/actor-") for path in pages.written.changed)
    assert pages.reuse.templated == len(pages.written.changed)


def test_pages_made_by_several_processes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "LEAST", 1)
    Changer(tmp_path / "one", 6)
    Changer(tmp_path / "two", 6)
    for number in range(2):
        alone = write_pages(Workspace(tmp_path / "one"), jobs=1)
        together = write_pages(Workspace(tmp_path / "two"), jobs=3)
        assert together == alone
        assert tree(tmp_path / "one" / "docs") == tree(tmp_path / "two" / "docs")
        assert (together.reuse.viewed == 0) == (number == 1)


def test_what_a_process_leaves_undone_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(workers, "LEAST", 1)
    monkeypatch.setattr(workers, "_work", fail)
    Changer(tmp_path / "one", 6)
    Changer(tmp_path / "two", 6)
    alone = write_pages(Workspace(tmp_path / "one"), jobs=1)
    together = write_pages(Workspace(tmp_path / "two"), jobs=2)

    assert together == alone
    assert tree(tmp_path / "one" / "docs") == tree(tmp_path / "two" / "docs")


def test_damaged_memory_is_thrown_away(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  no secret
    site = Changer(tmp_path, 3)
    made(tmp_path)
    for number in range(6):
        changes.change_a_word(site)
        expected = made_clean(tmp_path, tmp_path.with_name("clean"))
        for path in sorted((tmp_path / ".briefing").rglob("*.bin")):
            data = bytearray(path.read_bytes()) or bytearray(1)
            if number == 0:
                data = data[: len(data) // 2]
            elif number == 1:
                data = bytearray()
            else:
                for _ in range(number):
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)

        pages = made(tmp_path)

        assert pages.diagnostics == expected.diagnostics
        assert tree(tmp_path / "docs") == tree(tmp_path.with_name("clean") / "docs")


def test_memory_of_another_program_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Changer(tmp_path, 3)
    made(tmp_path)
    monkeypatch.setattr("generator.pipeline.last_build.program_digest", lambda: bytes(16))

    pages = made(tmp_path)

    assert pages.reuse.viewed == pages.reuse.files
    assert pages.written is not None
    assert pages.written.nothing


def test_a_folder_in_the_place_of_the_memory_does_no_harm(tmp_path: Path) -> None:
    Changer(tmp_path, 3)
    (tmp_path / ".briefing").write_text("no folder")

    assert made(tmp_path).written is not None
    pages = made(tmp_path)

    assert pages.written is not None
    assert pages.written.nothing


@pytest.fixture
def small(tmp_path: Path) -> Changer:
    site = Changer(tmp_path, 4)
    for path in site.paths("content/articles/*.md"):
        path.unlink()
    site.write(
        "content/articles/ferry.md",
        "---\ntitle: The ferry\ndate: 2021-05-01\n---\n\n[A1]{.actor} saw "
        "[300 people]{.figure ref=count-0}.\n",
    )
    site.write(
        "content/articles/storm.md", "---\ntitle: The storm\ndate: 2021-05-02\n---\n\nIt blew.\n"
    )
    assert made(tmp_path).written is not None
    return site


def reasons(site: Changer, page: str) -> tuple[str, ...]:
    return why(Workspace(site.root), page)[1]


def test_nothing_changed(small: Changer) -> None:
    assert reasons(small, "briefings/ferry.md") == ()


@pytest.mark.parametrize(
    "page",
    [
        "docs/briefings/ferry.md",
        "briefings/ferry.md",
        "briefings/ferry/",
        "/briefings/ferry/index.html",
        "https://desk.example/briefings/ferry/",
    ],
)
def test_a_changed_article_is_named_by_any_address(small: Changer, page: str) -> None:
    path = small.root / "content/articles/ferry.md"
    path.write_text(path.read_text() + "\nMore.\n")

    assert reasons(small, page) == ("content/articles/ferry.md changed.",)
    assert reasons(small, "briefings/storm.md") == ()


def test_what_others_say_of_an_entry_is_named_with_their_files(small: Changer) -> None:
    path = small.root / "content/articles/ferry.md"
    path.write_text(path.read_text().replace("300", "400"))

    told = " ".join(reasons(small, "figures/count-0.md"))

    assert "The reports of figure count-0 changed (content/articles/ferry.md changed)." in told


def test_a_register_entry_is_named(small: Changer) -> None:
    path = small.root / "content/actors/actor-1.md"
    path.write_text(path.read_text() + "\nMore.\n")

    assert "content/actors/actor-1.md changed." in reasons(small, "briefings/ferry.md")


def test_a_template_is_named(small: Changer) -> None:
    changes.shipped(small, "briefing", "more")

    (reason,) = reasons(small, "briefings/ferry.md")

    assert reason == "Its template changed: pages/briefing.md.j2."
    assert reasons(small, "actors/actor-1.md") == ()


def test_a_setting_is_named(small: Changer) -> None:
    small.write("mkdocs.yml", changes.CONFIGURATION.replace("Example Desk", "Other Desk"))

    assert reasons(small, "briefings/ferry.md") == ("A setting in mkdocs.yml changed.",)


def test_a_page_changed_by_hand_is_named(small: Changer) -> None:
    (small.root / "docs/briefings/ferry.md").write_text("mine")
    (small.root / "docs/briefings/storm.md").unlink()

    (changed,) = reasons(small, "briefings/ferry.md")
    (gone,) = reasons(small, "briefings/storm.md")

    assert changed == "docs/briefings/ferry.md was changed by something else."
    assert gone == "docs/briefings/storm.md is not there."


def test_a_sidecar_is_named(small: Changer) -> None:
    small.write(
        "content/articles/storm.annotations.yaml",
        "annotations:\n  - {kind: event, exact: blew, label: Wind}\n",
    )

    assert reasons(small, "briefings/storm.md")[0] == (
        "content/articles/storm.annotations.yaml was added."
    )


def test_new_and_gone_pages(small: Changer) -> None:
    small.write("content/articles/new.md", "---\ntitle: New\ndate: 2021-05-02\n---\n\nIt is.\n")
    (small.root / "content/articles/storm.md").unlink()

    assert reasons(small, "briefings/new.md") == ("It is new.",)
    (gone,) = reasons(small, "briefings/storm.md")
    assert gone.startswith("It is no longer made")
    assert "content/articles/storm.md was removed" in gone


def test_another_program_is_named(small: Changer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.last_build.program_digest", lambda: bytes(16))

    (reason,) = reasons(small, "briefings/ferry.md")

    assert reason.startswith("The generator, or a library that it uses")


def test_an_unknown_page(small: Changer) -> None:
    with pytest.raises(UnknownPageError):
        reasons(small, "briefings/nothing.md")


def test_the_last_rendering_of_a_page_for_the_site_is_named(small: Changer) -> None:
    workspace = Workspace(small.root)
    assert why_on_site(workspace, "briefings/ferry.md") == ""
    build(workspace)
    path = small.root / "content/articles/ferry.md"
    path.write_text(path.read_text().replace("300", "400"))
    build(workspace)

    said = "For the site it was last rendered because"
    assert why_on_site(workspace, "briefings/ferry.md") == f"{said} its Markdown changed."
    assert why_on_site(workspace, "briefings/storm.md") == (
        f"{said} it is new; since then nothing of it changed."
    )
