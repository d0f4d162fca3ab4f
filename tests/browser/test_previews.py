"""What a link leads to, shown beside it: for the pointer, the keyboard, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

BRIEFING = "briefings/moscow-damascus-2021/"
ARABIC = "briefings/bab-al-hawa-crossing/"
ACTOR = ".bf-actors a[href*='vladimir-putin']"
FIGURE = ".bf-label a[href*='idlib-population']"
RELATED = "#related + .bf-teasers .bf-title a"


def preview(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def by_pointer(page: Page, link: str) -> None:
    page.locator(link).first.hover()


def by_keyboard(page: Page, link: str) -> None:
    """Tab forward into the link, as a reader does: only then is its focus visible."""
    page.locator(link).first.evaluate(
        """(link) => {
            const all = [...document.querySelectorAll('a[href]')];
            all[all.indexOf(link) - 1].focus();
        }"""
    )
    page.keyboard.press("Tab")


@pytest.mark.parametrize("reach", [by_pointer, by_keyboard])
@pytest.mark.parametrize(
    ("link", "words"),
    [
        (ACTOR, ["Person · President of Russia", "Vladimir Putin", "1 briefing"]),
        (FIGURE, ["4 million", "People living in and around Idlib"]),
        (RELATED, ["11 يوليو 2023", "the editors’ choice"]),
    ],
)
def test_a_preview_shows_and_describes_its_link(
    visit: Visitor, link: str, words: list[str], reach: Callable[[Page, str], None]
) -> None:
    page = visit().open(BRIEFING)
    height = page.evaluate("document.documentElement.scrollHeight")
    reach(page, link)
    expect(preview(page)).to_be_visible()
    for text in words:
        expect(preview(page)).to_contain_text(text)
    described = page.locator(link).first.get_attribute("aria-describedby")
    assert described == preview(page).get_attribute("id")
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_it_stays_under_the_pointer_and_goes_with_escape(visit: Visitor) -> None:
    page = visit().open(BRIEFING)
    by_pointer(page, ACTOR)
    expect(preview(page)).to_be_visible()
    preview(page).hover()
    page.wait_for_timeout(500)
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    assert page.locator("[aria-describedby='bf-tip']").count() == 0

    by_keyboard(page, ACTOR)
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "Vladimir Putin"
    by_keyboard(page, ACTOR)
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(preview(page)).not_to_contain_text("Vladimir Putin")


def test_it_goes_when_the_pointer_leaves(visit: Visitor) -> None:
    page = visit().open(BRIEFING)
    by_pointer(page, ACTOR)
    expect(preview(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(preview(page)).to_have_count(0)


@pytest.mark.parametrize("path", [BRIEFING, ARABIC])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_stands_within_the_window(visit: Visitor, path: str, width: int) -> None:
    page = visit(width=width, scheme="dark").open(path)
    for link in (".bf-actors a", ".bf-label a", RELATED):
        by_keyboard(page, link)
        expect(preview(page)).to_be_visible()
        box = preview(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_touch_and_links_that_lead_elsewhere_show_none(chromium: Browser, host: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{host}{BRIEFING}")
    link = page.locator(ACTOR).first
    link.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")
    link.tap()
    page.locator(".bf-kicker a").first.hover()
    page.wait_for_timeout(600)
    assert preview(page).count() == 0
    context.close()


def test_one_download_for_each_link_and_none_before(visit: Visitor) -> None:
    window = visit()
    got: list[str] = []
    window.page.on("request", lambda request: got.append(request.url))
    page = window.open(BRIEFING)
    assert not [url for url in got if "/previews/" in url]
    for _ in range(2):
        by_keyboard(page, ACTOR)
        expect(preview(page)).to_be_visible()
        page.keyboard.press("Escape")
    found = [url.removeprefix(window.host) for url in got if "/previews/" in url]
    assert found == ["data/previews/actors/vladimir-putin.json"]


def test_opened_as_a_file_there_is_none_and_no_fault(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((site / BRIEFING / "index.html").as_uri())
    by_pointer(page, ACTOR)
    page.wait_for_timeout(600)
    assert preview(page).count() == 0
    assert faults == []
    page.close()


def test_markup_in_a_preview_stays_text(visit: Visitor) -> None:
    window = visit()
    window.page.route(
        "**/data/previews/actors/vladimir-putin.json",
        lambda route: route.fulfill(
            json={"language": "en", "direction": "ltr", "title": "<img src=x onerror=alert(1)>"}
        ),
    )
    page = window.open(BRIEFING)
    by_pointer(page, ACTOR)
    expect(preview(page)).to_have_text("<img src=x onerror=alert(1)>")
    assert preview(page).locator("img").count() == 0


def test_every_link_that_may_show_one_has_one(visit: Visitor, site: Path) -> None:
    window = visit()
    kinds = ("actors", "figures", "briefings")
    wanted: set[str] = set()
    for path in ("", BRIEFING, ARABIC, "articles/moscow-damascus-2021/", "topics/syria-war/"):
        page = window.open(path)
        found = page.eval_on_selector_all(
            ".md-content a[href]", "links => links.map((link) => link.href.split('#')[0])"
        )
        pages = (item.removeprefix(window.host).strip("/") for item in found)
        wanted |= {item for item in pages if item.startswith(kinds) and "/" in item}
    assert len(wanted) > 20
    missing = {item for item in wanted if not (site / f"data/previews/{item}.json").is_file()}
    assert missing == set()
