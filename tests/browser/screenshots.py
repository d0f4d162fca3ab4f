"""Every kind of page as readers see it, for people to look at: ``nox -s screenshots``.

Writes ``screenshots/``; with ``-- --readme`` the two pictures of the README instead.
"""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT, demonstration
from tests.browser.page_kinds import PAGES
from tests.browser.serving import served
from tests.chromium import launched

WIDTHS = {"desk": 1280, "phone": 390}
README = {
    "briefing": (PAGES["briefing"], 1200, 1100, "light"),
    "phone": (PAGES["arabic"], 390, 780, "dark"),
}
LARGEST = 150_000


def shot(
    browser: Browser, address: str, width: int, height: int, *, scheme: str, whole: bool = True
) -> bytes:
    """A page as PNG."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=1 if whole else 1.5,
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready")
    if "/search/?" in address:
        page.wait_for_selector(".bf-search-results a")
    picture = page.screenshot(full_page=whole)
    page.close()
    return picture


def small(picture: bytes) -> bytes:
    """A PNG as WebP, with as much detail as goes into the README's measure."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for quality in (92, 85, 75, 60):
        found = io.BytesIO()
        image.save(found, "WEBP", quality=quality, method=6)
        if found.tell() < LARGEST:
            return found.getvalue()
    raise ValueError(f"a picture of the README is larger than {LARGEST} bytes")


def for_people(browser: Browser, host: str, folder: Path) -> None:
    """Every kind of page, on a phone and on a desk, light and dark."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    pages = {**PAGES, "results": "search/?q=Syria", "arabic-results": "search/?q=سوريا"}
    for name, path in pages.items():
        for device, width in WIDTHS.items():
            for scheme in ("light", "dark"):
                picture = shot(browser, f"{host}{path}", width, 900, scheme=scheme)
                (folder / f"{name}-{device}-{scheme}.png").write_bytes(picture)


def for_the_readme(browser: Browser, host: str) -> None:
    """The two pictures that the README shows."""
    for name, (path, width, height, scheme) in README.items():
        picture = shot(browser, f"{host}{path}", width, height, scheme=scheme, whole=False)
        (ROOT / ".github" / f"{name}.webp").write_bytes(small(picture))


def main() -> None:
    """Build the demonstration site and look at it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", action="store_true", help="only the README's pictures")
    arguments = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as root,
        served(demonstration(Path(root))) as host,
        launched() as browser,
    ):
        if arguments.readme:
            for_the_readme(browser, host)
        else:
            for_people(browser, host, ROOT / "screenshots")


if __name__ == "__main__":
    main()
