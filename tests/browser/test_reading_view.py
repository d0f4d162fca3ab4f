"""A source text with what it names beside it, with script and without."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

READING = "articles/moscow-damascus-2021/"
QUOTING = "articles/new-zealand-keeps-flag/"
KINDS = ("actor", "figure", "event", "place", "quote", "claim")

LOOK = """(mark) => {
    const look = getComputedStyle(mark);
    return [look.textDecorationLine, look.textDecorationStyle, look.textDecorationThickness,
            look.borderBottomStyle, look.borderBottomWidth].join(' ');
}"""


def here(page: Page) -> list[str]:
    """The entries that stand out, once the page has settled."""
    page.wait_for_timeout(200)
    found: list[str] = page.eval_on_selector_all(
        ".bf-here .bf-found-name", "names => names.map((name) => name.textContent)"
    )
    return found


@pytest.mark.parametrize("script", [True, False])
def test_each_passage_has_what_it_names_beside_it(visit: Visitor, script: bool) -> None:  # noqa: FBT001
    page = visit(script=script).open(READING)
    groups = page.get_by_role("group", name="In this passage")
    assert groups.count() == page.locator(".bf-part:has(.bf-mark)").count() > 1
    first = groups.first
    expect(first).to_contain_text("Vladimir Putin")
    expect(first).not_to_contain_text("4 million")
    text, beside = page.locator(".bf-text").first.bounding_box(), first.bounding_box()
    assert text is not None
    assert beside is not None
    assert beside["x"] >= text["x"] + text["width"]

    phone = visit(script=script, width=390).open(READING)
    text = phone.locator(".bf-text").first.bounding_box()
    beside = phone.locator(".bf-beside").first.bounding_box()
    assert text is not None
    assert beside is not None
    assert beside["y"] >= text["y"] + text["height"]


def test_what_the_lines_in_view_name_stands_out(visit: Visitor) -> None:
    page = visit().open(READING)
    assert "Vladimir Putin" in here(page)
    assert "4 million" not in here(page)
    page.locator("[id='figure-4-million-people']").evaluate(
        "(mark) => mark.scrollIntoView({block: 'start'})"
    )
    assert "4 million" in here(page)
    assert "Vladimir Putin" not in here(page)


def test_the_list_keeps_beside_its_passage(visit: Visitor) -> None:
    page = visit().open(READING)
    part = page.locator(".bf-part", has_text="4 million").first
    part.evaluate("(part) => scrollTo(0, part.getBoundingClientRect().bottom + scrollY - 400)")
    page.wait_for_timeout(100)
    box, beside = part.bounding_box(), part.locator(".bf-beside").bounding_box()
    assert box is not None
    assert beside is not None
    assert beside["y"] + beside["height"] <= box["y"] + box["height"] + 1
    others = page.eval_on_selector_all(
        ".bf-beside",
        "all => all.map((one) => [one.getBoundingClientRect().top, "
        "one.getBoundingClientRect().bottom])",
    )
    assert all(above[1] <= below[0] for above, below in pairwise(others))


def test_pointing_at_an_entry_lights_up_its_words(visit: Visitor) -> None:
    page = visit().open(READING)
    page.locator(".bf-found-place li", has_text="Damascus").first.hover()
    expect(page.locator("[id='place-damascus']")).to_have_class("bf-mark bf-place bf-lit")
    page.mouse.move(5, 5)
    expect(page.locator(".bf-lit")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_switched_off_by_keyboard(visit: Visitor, kind: str, script: bool) -> None:  # noqa: FBT001
    page = visit(script=script).open(QUOTING if kind == "quote" else READING)
    mark = page.locator(f".bf-text .bf-mark.bf-{kind}").first
    before = mark.evaluate(LOOK) if script else ""
    page.locator(f"#show-{kind}").focus()
    page.keyboard.press("Space")
    assert not page.locator(f"#show-{kind}").is_checked()
    expect(mark).to_have_css("text-decoration-line", "none")
    expect(mark).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    assert page.locator(f".bf-found-{kind}:visible").count() == 0
    page.keyboard.press("Space")
    if script:
        assert mark.evaluate(LOOK) == before


def test_kinds_differ_without_colour(visit: Visitor) -> None:
    page = visit().open(READING)
    looks = {kind: page.locator(f".bf-legend .bf-mark.bf-{kind}").evaluate(LOOK) for kind in KINDS}
    assert len(set(looks.values())) == len(KINDS), looks


@pytest.mark.parametrize("width", [390, 1280])
def test_a_link_arrives_below_the_header_with_its_paragraph_marked(
    visit: Visitor, width: int
) -> None:
    page = visit(width=width).open(f"{READING}#claim-control-of-90-of-the-country")
    page.wait_for_timeout(200)
    mark = page.locator(".bf-mark:target")
    box = mark.bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert header["y"] + header["height"] < box["y"] < 500
    rule = mark.evaluate("(mark) => getComputedStyle(mark.closest('p'), '::after').width")
    assert rule == "3px"


def test_headings_lead_to_themselves(visit: Visitor) -> None:
    page = visit().open("briefings/moscow-damascus-2021/")
    heading = page.locator("h2#timeline a.bf-anchor")
    assert heading.evaluate("(link) => getComputedStyle(link, '::after').opacity") == "0"
    heading.hover()
    assert heading.evaluate("(link) => getComputedStyle(link, '::after').opacity") == "1"
    heading.click()
    assert page.url.endswith("/briefings/moscow-damascus-2021/#timeline")
    own = page.eval_on_selector_all(
        "article :is(h2, h3)[id]",
        "all => all.every((one) => one.querySelector('a')?.hash === '#' + one.id)",
    )
    assert own
