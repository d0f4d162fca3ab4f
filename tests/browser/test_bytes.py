"""What a reader downloads, counted by the host that sends it, compressed as hosts do."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Tell
from tests.browser.page_kinds import PAGES
from tests.browser.serving import served

pytestmark = pytest.mark.browser

HTML = 100_000
PAGE = 350_000
KINDS = ("home", "briefing", "arabic", "reading", "german-reading", "actor", "figure", "briefings",
         "search")  # fmt: skip


def test_no_page_is_large(site: Path) -> None:
    sizes = {str(path.relative_to(site)): path.stat().st_size for path in site.rglob("*.html")}
    assert {path: size for path, size in sizes.items() if size >= HTML} == {}


def test_no_page_downloads_much_before_it_is_used(
    chromium: Browser, site: Path, tell: Tell
) -> None:
    sizes = {}
    for name in KINDS:
        sent: list[int] = []
        with served(site, sent) as host:
            page = chromium.new_page(viewport={"width": 390, "height": 844})
            page.goto(f"{host}{PAGES[name]}", wait_until="networkidle")
            page.close()
        sizes[name] = sum(sent)
    tell("Transferred before anything is used: bytes of bodies, gzip, nothing cached, 390 px wide")
    for name, size in sizes.items():
        tell(f"  {name:16} {size:8,}")
    assert {name: size for name, size in sizes.items() if size >= PAGE} == {}
