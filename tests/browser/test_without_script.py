"""Every page without script: all of its text, its links and its switches."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visitor
from tests.browser.page_kinds import PAGES

pytestmark = pytest.mark.browser

# What can be read, piece by piece; what a script would open is in it only if it is shown.
READ = """() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const text = walker.currentNode.data.replace(/\\s+/g, " ").trim()
    const element = walker.currentNode.parentElement
    if (text && element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
      found.push(text)
  }
  return found
}"""


def test_the_same_can_be_read(visit: Visitor) -> None:
    with_script, without = visit(width=390, still=True), visit(width=390, script=False)
    missing = {}
    for name, path in PAGES.items():
        if name == "search":
            continue  # the one page that needs script says so: test_search
        wanted = with_script.open(path).evaluate(READ)
        found = set(without.open(path).evaluate(READ))
        lost = [text for text in wanted if text not in found]
        assert len(wanted) > 3
        if lost:
            missing[name] = lost
    assert missing == {}


def test_links_lead_on(visit: Visitor) -> None:
    page = visit(width=390, script=False).open("")
    page.locator(".bf-nav a", has_text="Briefings").click()
    assert page.url.endswith("/briefings/")
    page.locator("article a[href*='moscow-damascus-2021']").first.click()
    assert page.url.endswith(PAGES["briefing"])
    page.locator("article a[href*='/articles/moscow-damascus-2021/#figure']").first.click()
    assert "#figure" in page.url
    assert page.locator(":target").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_readers_scheme_is_kept(visit: Visitor, scheme: str) -> None:
    page = visit(script=False, scheme=scheme).open(PAGES["briefing"])
    colour = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    )
    assert (sum(colour[:3]) / 3 > 128) == (scheme == "light")
