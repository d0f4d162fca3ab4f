from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor
from tests.browser.page_kinds import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_every_kind_of_page_fits_and_asks_no_other_host(
    visit: Visitor, width: int, scheme: str
) -> None:
    window = visit(width=width, scheme=scheme)
    for name, path in PAGES.items():
        page = window.open(path)
        assert page.locator("h1").count() == 1, name
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, name
        assert page.evaluate("document.body.dataset.mdColorScheme") == (
            "slate" if scheme == "dark" else "default"
        )


def test_arabic_briefing_runs_from_the_right(visit: Visitor) -> None:
    page = visit(width=390).open(PAGES["arabic"])

    assert page.evaluate("document.documentElement.lang") == "ar"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert "الأرقام" in page.inner_text("main") or "أرقام" in page.inner_text("main")


def test_no_section_is_empty(visit: Visitor) -> None:
    window = visit()
    for name in ("briefing", "arabic", "actor", "figure"):
        page = window.open(PAGES[name])
        empty = page.evaluate(
            """() => [...document.querySelectorAll('article h2')].filter((heading) => {
                let text = '';
                for (let node = heading.nextElementSibling; node && node.tagName !== 'H2';
                     node = node.nextElementSibling) text += node.textContent;
                return !text.trim();
            }).map((heading) => heading.textContent)"""
        )
        assert empty == []


def test_every_figure_lands_on_its_sentence(visit: Visitor) -> None:
    window = visit()
    page = window.open(PAGES["briefing"])
    links = page.eval_on_selector_all(
        ".bf-figures a.bf-value[href*='/articles/']", "links => links.map((link) => link.href)"
    )
    assert links
    for link in links:
        page.goto(link)
        target = page.locator(f"[id='{link.split('#', 1)[1]}']")
        assert target.count() == 1
        assert target.inner_text().strip()


@pytest.mark.parametrize("query", ["Asad", "الأسد", "Асад"])
def test_search_finds_a_briefing_by_an_actors_alias(visit: Visitor, query: str) -> None:
    page = visit().open("")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)
    # Results come as the index loads: wait for this one, not for any.
    wanted = ".md-search-result__item a[href*='briefings/moscow-damascus-2021']"
    page.wait_for_selector(wanted, state="attached")


def test_pages_are_readable_without_script(visit: Visitor) -> None:
    page = visit(script=False).open(PAGES["briefing"])

    assert page.locator("h2").count() > 4
    assert page.locator("h1").is_visible()


def test_no_page_names_another_host_to_fetch_from(site: Path) -> None:
    fetch = re.compile(r"<(?:script|img|source|iframe|link)\b[^>]*\b(?:src|href)=\"?https?://[^>]*")
    harmless = re.compile(r'rel="?(?:canonical|prev|next|alternate)')
    named = [
        (path.name, tag)
        for path in site.rglob("*.html")
        for tag in fetch.findall(path.read_text(encoding="utf-8"))
        if not harmless.search(tag)
    ]
    assert named == []
