"""The demonstration site, built once, served on loopback and opened in Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.pipeline import Workspace, build
from tests.browser.serving import served

ROOT = Path(__file__).resolve().parents[2]
FIGURES = pytest.StashKey[list[str]]()


Tell = Callable[[str], None]


@pytest.fixture(scope="session")
def tell(pytestconfig: pytest.Config) -> Tell:
    """Print a line below the results: a figure that is measured and not judged."""
    return pytestconfig.stash.setdefault(FIGURES, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was told."""
    for line in terminalreporter.config.stash.get(FIGURES, []):
        terminalreporter.write_line(line)


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


def demonstration(root: Path) -> Path:
    """The site of the demonstration content, built below the folder ``root``."""
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
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration content, built in a folder of its own."""
    return demonstration(tmp_path_factory.mktemp("demonstration"))


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser_tools() -> Path:
    """The npm packages that judge pages: `npm ci --prefix tests/browser` installs them."""
    folder = Path(__file__).parent / "node_modules"
    if not folder.is_dir():
        missing = "npm ci --prefix tests/browser has not been run"
        if "CI" in os.environ:
            pytest.fail(missing)
        pytest.skip(missing)
    return folder


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(chromium: Browser, host: str) -> Iterator[Visitor]:
    """Open a window: ``visit(width=390, scheme="dark")``; its faults fail the test at the end.

    ``still`` asks for less motion, ``scale`` is the zoom: the width stays in CSS pixels.
    """
    opened: list[tuple[BrowserContext, Visit]] = []

    def make(
        *,
        width: int = 1280,
        height: int = 900,
        scale: float = 1,
        scheme: str = "light",
        script: bool = True,
        still: bool = False,
    ) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce" if still else "no-preference",
            java_script_enabled=script,
        )
        page = context.new_page()
        seen = Visit(page, host)
        page.on(
            "console",
            lambda m: (
                seen.faults.append(f"{m.text} ({m.location['url']})") if m.type == "error" else None
            ),
        )
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
