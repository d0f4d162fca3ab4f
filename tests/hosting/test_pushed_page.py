"""What was pushed, in Chromium, from the web server that the handbook configures."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.hosting.conftest import Desk, needs_nginx

pytestmark = [pytest.mark.browser, needs_nginx]


def test_chromium_reads_what_was_pushed(desk: Desk, chromium: Browser) -> None:
    assert desk.push("First").returncode == 0
    page = chromium.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(desk.address)
    page.get_by_role("link", name="Harbour", exact=True).first.click()
    page.wait_for_url(f"{desk.address}briefings/harbour/")
    assert "Harbour" in page.inner_text("h1")
    page.close()
    assert failed == []
