"""The theme's script is fetched when the search is reached for, and nothing done before is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visitor
from tests.browser.page_kinds import PAGES

pytestmark = pytest.mark.browser

GENERATED = ("home", "briefing", "reading", "actor", "figure", "timeline", "search")
LATE = 800  # milliseconds


def by_the_field(page: Page) -> None:
    page.locator(".md-search__input").click()


def by_the_button(page: Page) -> None:
    page.locator(".md-header [for=__search]").first.click()


def by_key(page: Page) -> None:
    page.keyboard.press("/")


def bundles(page: Page) -> list[str]:
    """The scripts of the theme that are asked for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def fetched(asked: list[str]) -> bool:
    return any("/javascripts/bundle." in address for address in asked)


def test_generated_pages_do_without_the_themes_script(visit: Visitor) -> None:
    window = visit()
    asked = bundles(window.page)
    for name in GENERATED:
        window.page.goto(f"{window.host}{PAGES[name]}", wait_until="networkidle")
    assert not fetched(asked)


@pytest.mark.parametrize("name", ["handbook-tables", "missing"])
def test_pages_that_it_writes_to_have_it_at_once(visit: Visitor, name: str) -> None:
    window = visit()
    asked = bundles(window.page)
    window.page.goto(f"{window.host}{PAGES[name]}", wait_until="networkidle")
    assert fetched(asked)


@pytest.mark.parametrize(
    ("width", "reach"), [(1280, by_the_field), (390, by_the_button), (390, by_key), (1280, by_key)]
)
def test_what_is_typed_while_the_script_comes_is_searched(
    visit: Visitor, width: int, reach: Callable[[Page], None]
) -> None:
    window = visit(width=width)
    asked = bundles(window.page)

    def late(route: Route) -> None:
        window.page.wait_for_timeout(LATE)
        route.continue_()

    window.page.route("**/bundle.*", late)
    page = window.open(PAGES["briefing"])
    assert not fetched(asked)
    reach(page)
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("Zelensky")
    page.keyboard.press("Enter")  # too early to open anything, and it must not leave the page
    wanted = page.locator(".md-search-result__link[href*='actors/volodymyr-zelenskyy']").first
    expect(wanted).to_be_visible(timeout=20_000)
    expect(page.locator(".md-search__input")).to_have_value("Zelensky")
    assert page.url == f"{window.host}{PAGES['briefing']}"
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_script_that_did_not_come_is_asked_for_again(visit: Visitor) -> None:
    window = visit(width=390)
    window.page.route("**/bundle.*", lambda route: route.abort(), times=1)
    page = window.open(PAGES["briefing"])
    by_key(page)
    page.wait_for_timeout(200)
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    by_key(page)
    page.keyboard.type("Zelensky")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=20_000)
    assert len(window.faults) == 1
    assert "net::ERR_FAILED" in window.faults.pop()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_scheme_is_the_systems_until_one_is_chosen(visit: Visitor, system: str) -> None:
    window = visit(scheme=system)
    page = window.open(PAGES["briefing"])
    own, other = ("slate", "default") if system == "dark" else ("default", "slate")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", own)
    page.emulate_media(color_scheme="light" if system == "dark" else "dark")
    expect(body).to_have_attribute("data-md-color-scheme", other)
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    expect(body).to_have_attribute("data-md-color-scheme", own)

    page.locator(".bf-scheme label:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", other)
    shown = "dark" if other == "slate" else "light"
    expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", shown)
    tints = page.locator("meta[name=theme-color]").evaluate_all("all => all.map(m => m.content)")
    assert tints == ["#171614" if other == "slate" else "#fbf9f4"] * 2
    window.open(PAGES["home"])
    expect(body).to_have_attribute("data-md-color-scheme", other)
    page.emulate_media(color_scheme="light" if system == "dark" else "dark")
    expect(body).to_have_attribute("data-md-color-scheme", other)
