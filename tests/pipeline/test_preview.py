"""After whatever is saved, the preview is what a build of the same files makes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from generator.pipeline import Workspace, build
from generator.pipeline.preview import PreviewSite
from generator.publishing.live_server import HOST, LiveServer
from generator.publishing.site.faults import SupersededError
from tests.pipeline.changing_site import Changer

pytestmark = [pytest.mark.slow, pytest.mark.site]

PORT = 8123
ARTICLE = "---\ntitle: {title}\ndate: 2021-05-01\n---\n\n[A1]{{.actor}} saw {text}.\n"
CONFIGURATION = f"""\
site_name: Example Desk
site_url: http://{HOST}:{PORT}/
theme: {{name: mkdocs, custom_dir: templates/theme}}
plugins: []
markdown_extensions: [attr_list, md_in_html, tables]
validation: {{nav: {{omitted_files: ignore}}}}
"""


class Audience(LiveServer):
    """Somebody who looks at some pages, without a network between."""

    def __init__(self, site: PreviewSite, *pages: str) -> None:
        self.site, self.pages = site, pages
        self.told: list[tuple[str, bytes]] = []

    def viewed(self) -> tuple[str, ...]:
        return self.pages

    def tell(self, paths: Collection[str] | None) -> None:
        for path in paths or ():
            self.told.append((path, (self.site.folder / path).read_bytes()))

    def settle(self, most: float) -> None:
        pass


@pytest.fixture
def desk(tmp_path: Path) -> Changer:
    site = Changer(tmp_path / "desk", 4)
    site.write("mkdocs.yml", CONFIGURATION)
    site.write("templates/theme/main.html", '{% extends "base.html" %}')
    site.write("content/articles/ferry.md", ARTICLE.format(title="The ferry", text="[3 ships]"))
    return site


@pytest.fixture
def preview(desk: Changer, tmp_path: Path) -> PreviewSite:
    (tmp_path / "preview").mkdir()
    return PreviewSite(Workspace(desk.root), tmp_path / "preview", PORT)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        # The index is that of the first build, and both search and list of files name its bytes.
        if path.is_file() and "pagefind" not in path.parts
    }


def clean(desk: Changer) -> dict[str, bytes]:
    """What ``briefing build --clean`` makes."""
    assert build(Workspace(desk.root), clean=True).done
    return tree(desk.root / "site")


def article(text: str, title: str = "The ferry") -> Callable[[Changer], None]:
    return lambda desk: desk.write(
        "content/articles/ferry.md", ARTICLE.format(title=title, text=text)
    )


def removed(path: str) -> Callable[[Changer], None]:
    return lambda desk: (desk.root / path).unlink()


def written(path: str, text: str) -> Callable[[Changer], None]:
    return lambda desk: desk.write(path, text)


EDITS: dict[str, Callable[[Changer], None]] = {
    "article": article("[5 ships]{.figure ref=count-0}"),
    "title": article("[5 ships]{.figure ref=count-0}", "The long ferry"),
    "entry": written("content/actors/actor-1.md", "---\nname: A1\n---\n\nA pilot.\n"),
    "template": written(
        "templates/pages/briefing.md.j2", "# {{ view.page.title | md }}\n\nPrinted.\n"
    ),
    "theme": written(
        "templates/theme/main.html", '{% extends "base.html" %}{% block libs %}x{% endblock %}'
    ),
    "hand": written("docs/about.md", "# About us\n"),
    "new": written("content/articles/new.md", ARTICLE.format(title="New", text="it")),
    "gone": removed("content/articles/new.md"),
}
VIEWED = ("briefings/ferry/index.html", "about/index.html")


def test_after_edits_the_preview_is_what_a_build_makes(desk: Changer, preview: PreviewSite) -> None:
    preview.build()
    for name, edit in EDITS.items():
        edit(desk)
        audience = Audience(preview, *VIEWED)

        found, renewed, changed = preview.build(audience)

        assert renewed, (name, found)
        for path, content in audience.told:
            # Where the save changed other pages' titles too, a page is told of once more.
            assert ((preview.folder / path).read_bytes() != content) == (path in changed), name
            assert path not in changed or name not in {"article", "hand"}
        if name in {"article", "title", "entry", "template", "theme"}:
            assert "briefings/ferry/index.html" in {path for path, _ in audience.told}, name
        if name == "hand":
            assert [path for path, _ in audience.told] == ["about/index.html"]
    assert tree(preview.folder) == clean(desk)


def test_after_a_fault_the_last_good_page_stays_until_it_is_mended(
    desk: Changer, preview: PreviewSite
) -> None:
    preview.build()
    before = tree(preview.folder)
    for edit in (
        article("[it]{.actr}"),
        written("templates/pages/briefing.md.j2", "{{ view.gone }}"),
    ):
        edit(desk)
        found, renewed, changed = preview.build(Audience(preview, *VIEWED))
        assert (renewed, changed) == (False, ())
        assert found
        article("[3 ships]")(desk)
    assert tree(preview.folder) == before
    removed("templates/pages/briefing.md.j2")(desk)
    article("[7 ships]{.figure ref=count-0}")(desk)

    assert preview.build()[1]
    assert tree(preview.folder) == clean(desk)


def test_a_save_meanwhile_leads_to_another_build_and_nothing_is_lost(
    desk: Changer, preview: PreviewSite
) -> None:
    preview.build()
    asked = 0

    def superseded() -> bool:
        nonlocal asked
        asked += 1
        return asked == limit

    preview.superseded = superseded
    # A page is shown, then the build is given up at one point or another, then all is taken back.
    for limit in (1, 60, 10_000):
        asked = 0
        article(f"[{limit} ships]{{.figure ref=count-0}}")(desk)
        audience = Audience(preview, "briefings/ferry/index.html")
        try:
            preview.build(audience)
        except SupersededError:
            assert limit < 10_000
        assert audience.told
        asked = 10_001
        article("[3 ships]")(desk)
        assert preview.build(Audience(preview))[1]
    assert tree(preview.folder) == clean(desk)
