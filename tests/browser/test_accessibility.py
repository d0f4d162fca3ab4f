"""axe-core on every kind of page: all its rules, target sizes of WCAG 2.2 among them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.page_kinds import PAGES

pytestmark = pytest.mark.browser

# Rules about colours: all that a scheme can change.
COLOURS = ["color-contrast", "link-in-text-block"]
# Text in drawings, where axe cannot tell what lies below it: contrast with what is painted there.
DRAWN = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0)
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor
      if ((parts(colour)[3] ?? 1) === 1) return colour
    }
    return "rgb(255, 255, 255)"
  }
  const shown = (node) => node.getBoundingClientRect().width > 0
  return [...document.querySelectorAll("figure > svg")].filter(shown).flatMap((svg) => {
    const round = [...svg.querySelectorAll("circle, rect")].reverse()
    return [...svg.querySelectorAll("text")].map((text) => {
      const box = text.getBoundingClientRect()
      const below = round.find((shape) => {
        const room = shape.getBoundingClientRect()
        return room.left < box.left && room.right > box.right
          && room.top < box.top && room.bottom > box.bottom
          && getComputedStyle(shape).fill.startsWith("rgb")
      })
      const behind = below ? getComputedStyle(below).fill : ground(svg)
      const pair = [light(getComputedStyle(text).fill), light(behind)].sort((a, b) => b - a)
      return [text.textContent, (pair[0] + 0.05) / (pair[1] + 0.05)]
    })
  })
}"""


def violations(page: Page, only: list[str] | None = None) -> list[str]:
    """What axe-core finds: the rule, where, and why."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        options["runOnly"] = only
    else:
        options["rules"] = {"target-size": {"enabled": True}}
    found: list[str] = page.evaluate(
        """async (options) => (await axe.run(document, options)).violations.flatMap((rule) =>
          rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.html}`))""",
        options,
    )
    return found


@pytest.fixture(scope="session")
def axe(browser_tools: Path) -> str:
    """The checker's script."""
    return (browser_tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [
        (390, "light", None),
        (1280, "dark", None),
        (390, "dark", COLOURS),
        (1280, "light", COLOURS),
    ],
)
def test_no_rule_is_violated_on_any_kind_of_page(
    visit: Visitor, axe: str, width: int, scheme: str, rules: list[str] | None
) -> None:
    window = visit(width=width, scheme=scheme, still=True)
    found = {}
    for name, path in PAGES.items():
        page = window.open(path)
        page.evaluate(axe)
        found[name] = violations(page, rules)
        found[f"{name}, drawn"] = [
            f"{text} {ratio:.2f}" for text, ratio in page.evaluate(DRAWN) if ratio < 4.5
        ]
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_what_opens_violates_nothing_either(visit: Visitor, axe: str) -> None:
    window = visit(width=390, still=True)
    page = window.open("search/?q=Syria")
    expect(page.locator(".bf-search-results a").first).to_be_visible()
    for part in page.locator("[data-bf-filter] summary").all():
        part.click()
    expect(page.locator("[data-bf-filter=actor] input").first).to_be_visible()
    page.evaluate(axe)
    assert violations(page) == []

    page = window.open(PAGES["arabic"])
    page.locator("label[for=__search]").first.click()
    page.locator(".md-search__input").fill("Syria")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.evaluate(axe)
    assert violations(page) == []


def test_a_violation_would_be_seen(visit: Visitor, axe: str) -> None:
    page = visit(still=True).open("about/")
    page.evaluate(axe)
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend",
          '<img src="data:,"><p style="color:#ccc;background:#fff">Too pale</p>')"""
    )
    assert {item.partition(":")[0] for item in violations(page)} >= {"image-alt", "color-contrast"}
