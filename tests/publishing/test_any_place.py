"""Wherever a site is put, every address that it names of itself is one that it has."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.pipeline import Workspace, build

pytestmark = pytest.mark.site

ROOT = Path(__file__).resolve().parents[2]
HOST = "https://briefings.example"  # desk.example is where the articles are from
PLACES = {
    "at the root": ("/", True),
    "below a path": ("/news/briefings/", True),
    "by files": ("/", False),
    "by files below a path": ("/news/briefings/", False),
}


@pytest.fixture(scope="module", params=PLACES.values(), ids=list(PLACES))
def placed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The demonstration's content, and the path that it is to be served at."""
    base, folders = request.param
    root = tmp_path_factory.mktemp("placed")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "https://briefings.example/" in text
    text = text.replace("https://briefings.example/", f"{HOST}{base}")
    (root / "mkdocs.yml").write_text(
        f"{text}\nuse_directory_urls: {str(folders).lower()}\n", encoding="utf-8"
    )
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    built = build(Workspace(root))
    assert built.done, built.diagnostics
    return root / "site", base


def own_addresses(site: Path, base: str) -> Iterator[tuple[Path, str]]:
    """Every absolute address of the site's own that pages, feeds, data and the sitemap hold."""
    wanted = re.compile(re.escape(f"{HOST}{base}") + r"[^\s\"'<>\\]*")
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".xml", ".json", ".txt"} and path.is_file():
            for match in wanted.finditer(path.read_text(encoding="utf-8")):
                yield path, match[0]


def file_at(site: Path, base: str, address: str) -> Path:
    """The file that a plain web server answers with."""
    path = unquote(urlsplit(address.replace("&amp;", "&")).path).removeprefix(base)
    found = site / path
    return found / "index.html" if path == "" or path.endswith("/") else found


def test_every_address_of_the_sites_own_leads_to_a_file(placed: tuple[Path, str]) -> None:
    site, base = placed
    seen: dict[str, Path] = {}
    for path, address in own_addresses(site, base):
        seen.setdefault(address.partition("#")[0].partition("?")[0], path)

    lost = {
        address: path
        for address, path in seen.items()
        if not file_at(site, base, address).is_file()
    }

    assert lost == {}
    assert len(seen) > 100


def test_every_anchor_of_data_is_on_its_page(placed: tuple[Path, str]) -> None:
    site, base = placed
    for path, address in own_addresses(site, base):
        page, _, anchor = address.partition("#")
        if path.parts[-2] == "annotations" and anchor and page.endswith(("/", ".html")):
            text = file_at(site, base, page).read_text(encoding="utf-8")
            assert f'id="{unquote(anchor)}"' in text, address


def test_linked_data_names_the_page_that_it_stands_on(placed: tuple[Path, str]) -> None:
    site, base = placed
    pages = list((site / "briefings").rglob("*.html"))
    assert pages
    for path in pages:
        text = path.read_text(encoding="utf-8")
        canonical = re.search(r'rel="canonical" href="([^"]+)"', text)
        data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        if canonical and data:
            assert file_at(site, base, canonical[1]) == path
            assert canonical[1] in json.dumps(json.loads(data[1]), ensure_ascii=False)


def test_the_missing_page_names_everything_from_the_root(placed: tuple[Path, str]) -> None:
    """It is served at any depth, so nothing on it may be relative."""
    site, base = placed
    text = (site / "404.html").read_text(encoding="utf-8")
    named = re.findall(r'(?:href|src|action)="([^"#]+)"', text)

    assert [item for item in named if not item.startswith((base, "https://", "data:"))] == []
    for item in named:
        if item.startswith(base):
            assert file_at(site, base, item.removesuffix(".")).is_file(), item
    assert 'role="search"' in text
