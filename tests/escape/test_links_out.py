"""No link on the disk leads out of the site's folders, and no two names are one elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics.codes.places import CODES, DEAD_LINK, LINK, LINK_LEADS_OUT, LINKED_FOLDER
from generator.files import colliding, files_below
from generator.pipeline import NoWorkspaceError, Workspace, build, check_content, find_workspace
from tests.escape.around import ARTICLE, surrounded, tried

FERRY = {"content/articles/ferry.md": ARTICLE}
OUT, FOLDER, DEAD = (code.id for code in (LINK_LEADS_OUT, LINKED_FOLDER, DEAD_LINK))

LINKS = {
    "an article": ("content/articles/a.md", "../../../outside/secret.md", OUT),
    "an absolute one": ("content/articles/a.md", "{outside}/secret.md", OUT),
    "an entry": ("content/actors/a.md", "../../../outside/secret.md", OUT),
    "a sidecar": ("content/articles/ferry.annotations.yaml", "../../../outside/secret.txt", OUT),
    "a saved text": ("content/sources/a.txt", "../../../outside/secret.txt", OUT),
    "a picture": ("content/images/a.png", "../../../outside/secret.png", OUT),
    "content to docs": ("content/articles/a.md", "../../docs/about.md", OUT),
    "content to git": ("content/articles/a.md", "../../.git/config", OUT),
    "a page": ("docs/a.md", "../../outside/secret.md", OUT),
    "a hidden page": ("docs/.a.md", "../../outside/secret.md", OUT),
    "the manifest": ("docs/.briefing.json", "../../outside/secret.md", OUT),
    "a generated page": ("docs/briefings/ferry.md", "../../../outside/secret.md", OUT),
    "a template": ("templates/pages/index.md.j2", "../../../outside/secret.md.j2", OUT),
    "a file of the theme": ("templates/theme/main.html", "../../../outside/secret.md", OUT),
    "a folder of articles": ("content/articles/more", "../../../outside", OUT),
    "a folder of pages": ("docs/briefings", "../../outside", OUT),
    "a folder of templates": ("templates/pages", "../../outside", OUT),
    "a folder within": ("content/topics", "articles", FOLDER),
    "a folder above": ("docs/loop", ".", FOLDER),
    "a loop of two": ("content/articles/a.md", "a.md", DEAD),
    "a dead one": ("content/images/a.png", "b.png", DEAD),
    "the content": ("content", "../outside", OUT),
    "the templates": ("templates", "../outside", OUT),
    "the pages": ("docs", "../outside", OUT),
    "the site": ("site", "../outside", OUT),
}


@pytest.mark.parametrize(("place", "leads", "code"), LINKS.values(), ids=LINKS)
def test_a_link_that_cannot_be_used_is_told_and_not_followed(
    tmp_path: Path, place: str, leads: str, code: str
) -> None:
    files = {} if place == "content" else FERRY
    files = files | ({} if place == "docs" else {"docs/about.md": "# About\n"})
    files = files | {".git/config": "[core]\n"}
    leads = leads.format(outside=tmp_path / "outside")
    root = surrounded(tmp_path, files | {place: f"{LINK}{leads}"})

    found, said = tried(tmp_path, root)

    assert (code, place) in found
    assert place in said
    assert not (root / "site" / "index.html").exists()


def test_a_link_within_its_folder_is_a_file(tmp_path: Path) -> None:
    linked = {"content/articles/ship.md": f"{LINK}ferry.md"}
    root = surrounded(tmp_path, FERRY | linked | {"docs/about.md": "# About\n"})

    assert tried(tmp_path, root)[0] == set()
    assert (root / "docs" / "briefings" / "ship.md").is_file()


def test_a_configuration_elsewhere_is_not_read(tmp_path: Path) -> None:
    root = surrounded(tmp_path, FERRY)
    (root / "mkdocs.yml").unlink()
    (root / "mkdocs.yml").symlink_to("../outside/secret.md")

    assert tried(tmp_path, root)[0] == {(OUT, "mkdocs.yml")}


def test_a_cache_elsewhere_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    root = surrounded(tmp_path, FERRY | {".briefing": f"{LINK}../outside"})

    with pytest.raises(NoWorkspaceError, match=r"\.briefing is a link that leads out"):
        find_workspace(root)


def test_a_link_that_appears_is_told_by_the_next_build(tmp_path: Path) -> None:
    root = surrounded(tmp_path, FERRY)
    assert build(Workspace(root)).done

    (root / "docs" / "out.md").symlink_to("../../outside/secret.md")

    assert [item.code for item in build(Workspace(root)).diagnostics] == [OUT]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_examples_show_their_code(tmp_path: Path, code: object) -> None:
    from generator.diagnostics import Code  # noqa: PLC0415

    assert isinstance(code, Code)
    bad, good = tmp_path / "bad", tmp_path / "good"
    for folder, files in ((bad, code.bad), (good, code.good)):
        folder.mkdir()
        root = surrounded(folder, files)
        hits = check_content(Workspace(root), drafts=True).diagnostics
        assert [item.code for item in hits] == ([code.id] if folder is bad else [])


COLLISIONS = {
    "case": ("Ferry.md", "ferry.md"),
    "a folder's case": ("Ferry/a.md", "ferry/b.md"),
    "how an accent is composed": ("\u00c9.md", "E\u0301.md"),
    "both": ("\u00e9.md", "E\u0301.md"),
    "sharp s": ("stra\u00dfe.md", "strasse.md"),
    "dotted capital i": ("\u0130.md", "i\u0307.md"),
    "final sigma": ("\u03c3.md", "\u03c2.md"),
    "order of marks": ("a\u0323\u0302.md", "a\u0302\u0323.md"),
}


@pytest.mark.parametrize(("one", "other"), COLLISIONS.values(), ids=COLLISIONS)
@pytest.mark.parametrize("folder", ["docs", "content/images"])
def test_names_that_are_one_elsewhere_are_told_everywhere(
    tmp_path: Path, folder: str, one: str, other: str
) -> None:
    names = {f"{folder}/{one}": "# A\n", f"{folder}/{other}": "# B\n"}
    root = surrounded(tmp_path, FERRY | names)
    if len(files_below(root / folder)) < 2:
        pytest.skip("this file system takes the two names for one")

    assert "N004" in {code for code, _ in tried(tmp_path, root)[0]}


@pytest.mark.parametrize("pair", [("i.md", "\u0131.md"), ("a.md", "\u0430.md"), ("ae", "\u00e6")])
def test_names_that_only_look_alike_do_not_collide(pair: tuple[str, str]) -> None:
    assert list(colliding(pair)) == []
