"""The site where a host happens to put it: below a path, by files, and as files without a host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.pipeline import Workspace, build
from tests.browser.serving import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
BASE = "/news/briefings/"


def made(root: Path, *changes: tuple[str, str]) -> Path:
    """The demonstration with other settings; the folder that its site is in."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    built = build(Workspace(root))
    assert built.done, built.diagnostics
    return root / "site"


@pytest.fixture(scope="module", params=["true", "false"], ids=["folders", "files"])
def below_a_path(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a site below a path, with and without directory addresses."""
    root = tmp_path_factory.mktemp("path")
    site = made(
        root / "desk",
        ("https://briefings.example/", f"https://briefings.example{BASE}"),
        ("plugins:\n", f"use_directory_urls: {request.param}\nplugins:\n"),
    )
    place = root / f"host{BASE}"
    place.parent.mkdir(parents=True)
    site.rename(place)
    shutil.copy(place / "404.html", root / "host")
    with served(root / "host") as address:
        yield address.rstrip("/") + BASE


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page whose faults fail the test; the answer 404 of a missing page is none."""
    opened = chromium.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console",
        lambda m: faults.append(m.text) if m.type == "error" and "404" not in m.text else None,
    )
    yield opened
    opened.close()
    assert faults == []


def test_below_a_path_pages_lead_to_each_other(below_a_path: str, page: Page) -> None:
    page.goto(below_a_path)
    page.locator(".bf-nav a").nth(1).click()
    page.locator("article a[href*='earthquake'], article a").first.click()

    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(below_a_path)
    page.locator(".bf-name").click()
    assert page.url in {below_a_path, f"{below_a_path}index.html"}


def test_the_missing_page_searches_for_what_the_address_said(below_a_path: str, page: Page) -> None:
    answer = page.goto(f"{below_a_path}old/deep/aleppo-convoy/")
    assert answer is not None
    assert answer.status == 404
    field = page.locator(".bf-find--missing input")
    expect(field).to_have_value("aleppo convoy")

    field.press("Enter")

    expect(page.locator("[data-bf-results] a").first).to_be_visible()
    page.locator("[data-bf-results] a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(below_a_path)
    assert "404" not in page.locator("article").inner_text()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site to be opened as files, set up as the handbook says."""
    return made(
        tmp_path_factory.mktemp("files"),
        ("plugins:\n", "use_directory_urls: false\nplugins:\n  - offline\n"),
        ("extra:\n", "extra:\n  polyfills: [assets/iframe-worker.js]\n"),
    )


def test_opened_as_files_pages_lead_to_each_other_and_are_searched(files: Path, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((files / "index.html").as_uri())
    page.locator("article a").first.click()
    assert Path(page.url.removeprefix("file://").partition("#")[0]).is_file()

    page.locator(".md-search__input").focus()
    page.keyboard.type("convoy")
    found = page.locator(".md-search-result__link").first
    expect(found).to_be_visible()
    found.click()

    expect(page.locator("h1")).to_be_visible()
    assert [
        address for address in asked if not address.startswith(("file:", "data:", "blob:"))
    ] == []


def test_opened_as_files_no_link_leads_to_a_folder(files: Path, page: Page) -> None:
    for name in ("index.html", "briefings/index.html", "timeline.html"):
        page.goto((files / name).as_uri())
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        local = [link for link in links if link.startswith("file:")]
        assert [link for link in local if link.partition("#")[0].endswith("/")] == []
