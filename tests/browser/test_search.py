from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

# A query, and the page that must come first.
QUERIES = {
    "Zelensky": "actors/volodymyr-zelenskyy/",
    "Зеленський": "actors/volodymyr-zelenskyy/",
    "بشار الأسد": "actors/bashar-al-assad/",
    "Башар Асад": "actors/bashar-al-assad/",
    "בשאר אל-אסד": "actors/bashar-al-assad/",
    "Erdoğan": "actors/recep-tayyip-erdogan/",
    "Erdogan": "actors/recep-tayyip-erdogan/",
    "داعش": "actors/islamic-state/",
    "김정은": "actors/kim-jong-un/",
    "朱凱廸": "actors/eddie-chu/",
    "Putin": "actors/vladimir-putin/",
    "UNHCR": "actors/unhcr/",
    "SDF": "actors/syrian-democratic-forces/",
    "Kahramanmaras": "places/kahramanmaras/",
    "Bab al-Hawa": "places/bab-al-hawa/",
    "North Korea": "actors/north-korea/",
    "earthquake deaths Turkey": "figures/earthquake-killed-turkey/",
    "mecca crane killed": "figures/mecca-crane-killed/",
    "asylum backlog": "briefings/uk-asylum-backlog-2023/",
    "زلزال": "articles/earthquake-syria-toll-ar/",
    "Erdbeben Bilanz": "articles/erdbeben-bilanz/",
    "syrie morts": "articles/syrie-combien-de-morts/",
}


def search(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("searchbox").press("Enter")


def links(page: Page) -> list[str]:
    page.wait_for_selector(".bf-search-results a")
    found: list[str] = page.eval_on_selector_all(
        ".bf-search-results a", "links => links.map((link) => link.pathname.slice(1))"
    )
    return found


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def total(page: Page) -> int:
    state = page.locator("[data-bf-state]")
    expect(state).to_have_text(re.compile(r"\d"))
    return int(state.inner_text().rpartition(" ")[2])


def test_the_best_page_comes_first(visit: Visitor) -> None:
    """Aliases in any script, names without their accents, words of titles, other languages."""
    window = visit()
    first = {}
    for query in QUERIES:
        page = window.open("search/")
        search(page, query)
        first[query] = links(page)[0]
    assert first == QUERIES


def test_the_address_holds_query_filters_and_order(visit: Visitor) -> None:
    window = visit()
    page = window.open("search/")
    search(page, "Syria")
    everything = total(page)
    page.get_by_label("Briefing").check()
    expect(page.locator("[data-bf-state]")).not_to_have_text(re.compile(rf"\b{everything}\b"))
    page.locator("summary", has_text="Language").click()
    page.locator("[data-bf-filter=language] input[value='en']").check()
    page.wait_for_function("location.search.includes('language')")
    page.get_by_label("Order").select_option("newest")
    assert asked(page) == {
        "q": ["Syria"],
        "kind": ["briefing"],
        "language": ["en"],
        "sort": ["newest"],
    }
    found = links(page)
    assert found
    assert all(link.startswith("briefings/") for link in found)

    again = visit()
    page_again = again.open(page.url.removeprefix(again.host))
    assert links(page_again) == found
    assert page_again.get_by_role("searchbox").input_value() == "Syria"
    assert page_again.get_by_label("Briefing").is_checked()


def test_counts_are_those_of_the_filtered_query(visit: Visitor) -> None:
    page = visit().open("search/?q=earthquake")
    label = page.locator("[data-bf-filter=kind] label").first
    expect(label).to_be_visible()
    count = int(label.locator(".bf-count").inner_text())
    before = total(page)
    label.locator("input").check()
    expect(page.locator("[data-bf-state]")).to_have_text(re.compile(rf": {count}$"))
    assert count < before


def test_back_goes_back_through_what_was_asked(visit: Visitor) -> None:
    page = visit().open("search/")
    search(page, "Putin")
    first = links(page)
    search(page, "asylum")
    page.wait_for_function("location.search === '?q=asylum'")
    expect(page.locator(".bf-search-results a").first).not_to_have_attribute(
        "href", re.compile(first[0])
    )
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("Putin")
    expect(page.locator(".bf-search-results a").first).to_have_attribute(
        "href", re.compile(first[0])
    )


def test_results_in_another_language_run_in_their_own_direction(visit: Visitor) -> None:
    page = visit(width=390).open("search/?q=سوريا")
    item = page.locator(".bf-search-results > li").first
    expect(item).to_have_attribute("lang", "ar")
    assert item.evaluate("(node) => getComputedStyle(node).direction") == "rtl"
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0


def test_filters_are_downloaded_when_one_is_opened(visit: Visitor) -> None:
    window = visit()
    got: list[str] = []
    window.page.on("request", lambda request: got.append(request.url))
    page = window.open("search/?q=Syria")
    links(page)
    assert len([url for url in got if "/pagefind/filter/" in url]) == 1
    page.locator("[data-bf-filter=topic] summary").click()
    expect(page.locator("[data-bf-filter=topic] input").first).to_be_visible()
    assert len([url for url in got if "/pagefind/filter/" in url]) == 6


def test_nothing_found_is_said(visit: Visitor) -> None:
    page = visit().open("search/?q=qqxxzzqq")
    expect(page.locator("[data-bf-state]")).to_contain_text("Nothing found")


def test_markup_in_a_query_stays_text(visit: Visitor) -> None:
    page = visit().open("search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&topic=%3Cb%3E")
    page.wait_for_timeout(500)
    assert page.locator("main img").count() == 0
    assert page.locator("main bdi b").count() == 0


def test_everything_works_by_keyboard(visit: Visitor) -> None:
    page = visit().open("search/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("asylum")
    expect(page.locator(".bf-search-results a").first).to_be_visible()
    page.locator("[data-bf-filter=topic] summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-bf-filter=topic] input").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function("location.search.includes('topic=')")
    focused = "document.activeElement.name === 'topic' && document.activeElement.checked"
    page.wait_for_function(focused)


def test_without_script_lists_lead_to_every_page(visit: Visitor) -> None:
    page = visit(script=False).open("search/")
    assert page.locator("form.bf-search").is_hidden()
    assert page.locator("main [data-bf-without] a").count() >= 6
