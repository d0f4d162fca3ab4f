"""Everything by keyboard, and what has the focus is seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.page_kinds import PAGES

pytestmark = pytest.mark.browser

# What has the focus: its name, and why a reader could not see that it has it.
FOCUSED = """() => {
  const node = document.activeElement
  if (!node || node === document.body) return null
  const name = node.outerHTML.replace(/\\s+/g, " ").slice(0, 120)
  // A control that is drawn by its label is seen where the label is.
  let drawn = node
  if (!node.offsetWidth) drawn = [...node.labels ?? []].find((label) => label.offsetWidth) ?? node
  if (drawn === node && node.matches(".md-option")) drawn = node.nextElementSibling
  const boxes = [...drawn.getClientRects()].filter((box) => box.width && box.height)
  if (!boxes.length) return [name, "has no size"]
  const style = getComputedStyle(drawn)
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
  if (!ring) return [name, "has no ring"]
  const seen = boxes.some((box) => [0.1, 0.5, 0.9].some((x) => [0.2, 0.5, 0.8].some((y) => {
    const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
    return hit && (drawn.contains(hit) || hit.contains(node) && !hit.matches("body, html"))
  })))
  return [name, seen ? "" : "is covered or out of the window"]
}"""


def walk(page: Page, steps: int) -> list[tuple[str, str]]:
    """Each stop of the Tab key, and what is wrong with it."""
    stops: list[tuple[str, str]] = []
    searching = False
    for _ in range(steps):
        page.keyboard.press("Tab")
        # The theme's search opens while its box has the focus, and closes after that.
        if page.evaluate("document.activeElement.closest('.md-search') !== null") or searching:
            page.wait_for_timeout(500)
            searching = not searching
        found = page.evaluate(FOCUSED)
        if found is None:
            break
        stops.append((found[0], found[1]))
    return stops


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 900, 1), (320, 256, 4)])
def test_what_has_the_focus_is_seen(visit: Visitor, width: int, height: int, scale: int) -> None:
    """At 400% zoom too: 1280 by 1024 pixels are then 320 by 256."""
    window = visit(width=width, height=height, scale=scale, still=True)
    faults, stops = {}, 0
    for name in ("home", "briefing", "arabic", "reading", "actor", "figure", "search"):
        page = window.open(PAGES[name])
        found = walk(page, 70)
        stops += len(found)
        wrong = [f"{fault}: {stop}" for stop, fault in found if fault]
        if wrong:
            faults[name] = wrong
    assert stops > 200
    assert faults == {}


@pytest.mark.parametrize("name", ["home", "briefing", "arabic", "reading", "about", "missing"])
def test_one_key_leads_past_the_menu(visit: Visitor, name: str) -> None:
    page = visit(width=390, still=True).open(PAGES[name])
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header, .bf-nav')")


def test_the_menu_leads_everywhere(visit: Visitor) -> None:
    window = visit(width=390, still=True)
    links = window.open("").locator(".bf-nav a")
    addresses = [link.evaluate("(link) => link.href") for link in links.all()]
    assert len(addresses) == 8
    for number, address in enumerate(addresses):
        page = window.open("about/")
        page.locator(".bf-nav a").first.focus()
        for _ in range(number):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(address)
        expect(page.locator(".bf-nav [aria-current=page]")).to_have_count(1)


def test_the_scheme_is_switched_and_kept(visit: Visitor) -> None:
    window = visit(still=True)
    page = window.open("")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.bf-scheme *')"):
            break
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page = window.open(PAGES["briefing"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_result_is_found_chosen_and_opened(visit: Visitor) -> None:
    page = visit(still=True).open("")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("Zelensky")
    wanted = page.locator(".md-search-result__link[href*='actors/volodymyr-zelenskyy']").first
    expect(wanted).to_be_visible()
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        if wanted.evaluate("(link) => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("actors/volodymyr-zelenskyy/"))


def test_escape_leaves_the_search(visit: Visitor) -> None:
    page = visit(width=390, still=True).open("")
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("article h2").first).to_be_in_viewport()


@pytest.mark.parametrize("script", ["on", "off"])
def test_kinds_of_marks_are_switched_in_the_reading_view(visit: Visitor, script: str) -> None:
    page = visit(script=script == "on", still=True).open(PAGES["reading"])
    mark = page.locator(".bf-text .bf-mark.bf-figure").first

    def look() -> str:
        return str(mark.evaluate("(mark) => getComputedStyle(mark).textDecorationLine"))

    assert look() == "underline"
    page.locator("#show-figure").focus()
    page.keyboard.press("Space")
    assert look() == "none"
    page.keyboard.press("Space")
    assert look() == "underline"


def test_parts_of_the_search_page_are_opened_and_ticked(visit: Visitor) -> None:
    page = visit(width=390, still=True).open("search/?q=Syria")
    expect(page.locator(".bf-search-results a").first).to_be_visible()
    page.get_by_role("searchbox").focus()
    ticked = False
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(
            "document.activeElement.closest('[data-bf-filter=place] summary') !== null"
        ):
            page.keyboard.press("Enter")
            expect(page.locator("[data-bf-filter=place] input").first).to_be_visible()
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
            ticked = True
            break
    assert ticked
    page.wait_for_function("location.search.includes('place=')")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.bf-search-results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)
