"""Every kind of page works under the Content-Security-Policy that the handbook gives."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publishing.gate import inspect_site, policy
from tests.browser.page_kinds import PAGES

pytestmark = pytest.mark.browser

VIOLATIONS = """
window.violations = [];
addEventListener('securitypolicyviolation', (event) =>
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    """The demonstration site behind its policy."""
    text = policy(inspect_site(site))

    class Strict(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", text)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = functools.partial(Strict, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_no_page_violates_the_policy(chromium: Browser, strict: str) -> None:
    page = chromium.new_page()
    page.add_init_script(VIOLATIONS)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    found = {}
    for name, path in {**PAGES, "missing": "404.html", "handbook": "handbook/format/"}.items():
        page.goto(f"{strict}{path}", wait_until="networkidle")
        assert page.evaluate("typeof __md_scope") == "object", (
            "the theme's own scripts have not run"
        )
        found[name] = page.evaluate("violations")
    page.close()

    assert errors == []
    assert {name: said for name, said in found.items() if said} == {}


def test_both_searches_work_under_the_policy(chromium: Browser, strict: str) -> None:
    page = chromium.new_page()
    page.add_init_script(VIOLATIONS)
    page.goto(f"{strict}search/?q=crane")
    page.locator(".bf-search-state", has_text="Pages found").wait_for()
    assert page.evaluate("violations") == []
    page.goto(strict)
    page.keyboard.press("f")
    page.keyboard.type("crane")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.evaluate("violations") == []
    page.close()


def test_what_is_not_the_sites_own_is_refused(chromium: Browser, strict: str) -> None:
    page = chromium.new_page()
    page.add_init_script(VIOLATIONS)
    page.goto(strict)
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.injected = true';
            document.body.append(script);
            document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
        }"""
    )
    assert page.evaluate("window.injected") is None
    assert len(page.evaluate("violations")) == 2
    page.close()
