"""320 CSS pixels, which is what 400% zoom leaves of 1280 (WCAG 2.2, 1.4.10)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.page_kinds import PAGES, addresses

pytestmark = pytest.mark.browser

# What reaches beyond the window's edges and is not in a region of its own that scrolls.
BEYOND = """() => [...document.querySelectorAll("body *")].filter((node) => {
  if (!node.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false
  const box = node.getBoundingClientRect()
  if (!box.width || !box.height || box.left >= -1 && box.right <= innerWidth + 1) return false
  for (let above = node.parentElement; above; above = above.parentElement)
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(above).overflowX)
        && above !== document.body) return false
  return getComputedStyle(node).position !== "fixed"
}).map((node) => node.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize(("width", "height", "scale"), [(320, 640, 1), (320, 256, 4)])
def test_no_page_scrolls_to_the_side(
    visit: Visitor, site: Path, width: int, height: int, scale: int
) -> None:
    window = visit(width=width, height=height, scale=scale, still=True)
    wrong = {}
    paths = list(PAGES.values())
    if scale == 1:
        paths = addresses(site, "briefings", "articles", "figures")
    for path in paths:
        page = window.open(path)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        beyond = page.evaluate(BEYOND)
        if over > 0 or beyond:
            wrong[path] = (over, beyond)
    assert wrong == {}


def test_results_of_a_search_fit(visit: Visitor) -> None:
    window = visit(width=320, height=256, scale=4, still=True)
    page = window.open("search/?q=Syria")
    expect(page.locator(".bf-search-results a").first).to_be_visible()
    for part in page.locator("[data-bf-filter] summary").all():
        part.click()
    expect(page.locator("[data-bf-filter=actor] input").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(BEYOND) == []


def test_larger_text_loses_nothing(visit: Visitor) -> None:
    """Twice the browser's letters (1.4.4), and the spacing that 1.4.12 asks for."""
    window = visit(width=640, still=True)
    for name in ("home", "briefing", "arabic", "reading", "figure"):
        page = window.open(PAGES[name])
        page.add_style_tag(
            content="html{font-size:250%!important} *{line-height:1.5!important;"
            "letter-spacing:.12em!important;word-spacing:.16em!important}"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, name
        assert page.evaluate(BEYOND) == [], name
