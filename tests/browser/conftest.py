"""The demonstration site, built once, served on loopback and opened in Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.pipeline import Workspace, build

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Visit:
    """A page in a browser, and what went wrong on it."""

    page: Page
    host: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a path of the site and wait until everything on it is there."""
        self.page.goto(f"{self.host}{path}", wait_until="load")
        return self.page


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration content, built in a folder of its own."""
    root = tmp_path_factory.mktemp("demonstration")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "about.md", root / "docs")
    if (ROOT / "docs" / "handbook").is_dir():
        shutil.copytree(ROOT / "docs" / "handbook", root / "docs" / "handbook")
    result = build(Workspace(root))
    assert result.done, result.diagnostics
    assert not [item for item in result.diagnostics if item.code.startswith("P")]
    return root / "site"


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address at which the site is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium as the environment names it, Debian's, or Playwright's own."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable or None, args=FLAGS)
        yield browser
        browser.close()


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(chromium: Browser, host: str) -> Iterator[Visitor]:
    """Open a window: ``visit(width=390, scheme="dark")``; its faults fail the test at the end."""
    opened: list[tuple[BrowserContext, Visit]] = []

    def make(*, width: int = 1280, scheme: str = "light", script: bool = True) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        page = context.new_page()
        seen = Visit(page, host)
        page.on("console", lambda m: seen.faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: seen.faults.append(str(error)))
        page.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((host, "data:", "blob:"))
                else seen.faults.append(f"request to {r.url}")
            ),
        )
        opened.append((context, seen))
        return seen

    yield make
    faults = [fault for _, seen in opened for fault in seen.faults]
    for context, _ in opened:
        context.close()
    assert faults == []
