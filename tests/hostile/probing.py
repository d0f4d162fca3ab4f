"""Opens every page of a built site in Chromium and tells what happened there that should not."""

from __future__ import annotations

import json
import multiprocessing
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page

from tests.browser.serving import served
from tests.chromium import launched

HERE: Final = Path(__file__).parent
PROBE: Final = (HERE / "probe.js").read_text(encoding="utf-8").rstrip().removesuffix(";")
_TURN: Final = "() => new Promise((done) => setTimeout(done, 0))"
PAGES_A_WINDOW: Final = 100
_TRIES: Final = 5
"""How often a page is opened or read that another one leads away from."""


class Finding(NamedTuple):
    """Something that the clean site does not do or have. ``executed``: a script ran."""

    page: str
    what: str
    example: str
    executed: bool


class Probed(NamedTuple):
    """How many pages were opened, and what was found."""

    pages: int
    findings: tuple[Finding, ...]


def own_classes() -> frozenset[str]:
    """The classes that the project's own templates, style sheets, scripts and drawings speak of.

    ``stroke-width`` is an attribute of the lines that drawings have between actors.
    """
    root = HERE.parents[1]
    files = (
        path
        for folder in (root / "templates", root / "generator" / "rendering")
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".j2", ".html", ".css", ".js", ".py"}
    )
    texts = (path.read_text(encoding="utf-8") for path in files)
    classes = {f".{name}" for text in texts for name in re.findall(r"\bbf-[a-z-]+", text)}
    return frozenset(classes | {"<path stroke-width>"})


def pages_of(site: Path) -> tuple[str, ...]:
    """Every page of a built site, by its path."""
    return tuple(sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")))


def known_marks(browser: Browser, site: Path) -> frozenset[str]:
    """What the pages of a clean site hold."""
    with served(site) as host:
        return frozenset(
            what
            for path in pages_of(site)
            for _, what, _, _ in _opened(browser, host, [path], frozenset())
        )


def probe(
    browser: Browser, site: Path, known: frozenset[str], pages: Sequence[str] | None = None
) -> Probed:
    """Open pages of a site, all of them where none are named."""
    wanted = pages_of(site) if pages is None else pages
    with served(site) as host:
        return Probed(len(wanted), tuple(_opened(browser, host, wanted, known)))


def probe_all(site: Path, known: frozenset[str], jobs: int) -> Probed:
    """Open all pages of a site in several browsers."""
    pages = pages_of(site)
    if jobs < 2:
        with launched() as browser:
            return probe(browser, site, known)
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        shares = [(site, known, pages[number::jobs]) for number in range(jobs)]
        found = pool.starmap(_share, shares, chunksize=1)
    return Probed(len(pages), tuple(item for share in found for item in share.findings))


def _share(site: Path, known: frozenset[str], pages: Sequence[str]) -> Probed:
    with launched() as browser:
        return probe(browser, site, known, pages)


@contextmanager
def watched(browser: Browser, host: str) -> Iterator[tuple[BrowserContext, list[tuple[str, str]]]]:
    """A window that takes down dialogs and requests that leave the site, by page."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, extra_http_headers={"Accept-Encoding": "identity"}
    )
    context.add_init_script(path=HERE / "watch.js")
    told: list[tuple[str, str]] = []

    def asked(url: str) -> None:
        if not url.startswith((host, "data:", "blob:", "about:blank")):
            told.append(("request", url))

    def on_page(page: Page) -> None:
        page.on("dialog", answered)
        page.on("popup", closed)

    def answered(dialog: Dialog) -> None:
        told.append(("dialog", dialog.message))
        dialog.dismiss()

    def closed(other: Page) -> None:
        told.append(("window", other.url))
        other.close()

    context.on("request", lambda request: asked(request.url))
    context.on("page", on_page)
    yield context, told
    context.close()


def _opened(
    browser: Browser, host: str, pages: Iterable[str], known: frozenset[str]
) -> Iterator[Finding]:
    marks = sorted(known)
    waiting = list(pages)
    while waiting:
        now, waiting = waiting[:PAGES_A_WINDOW], waiting[PAGES_A_WINDOW:]
        with watched(browser, host) as (context, told):
            page = context.new_page()
            for path in now:
                told.clear()
                _go(page, f"{host}{path}")
                yield from read(page, path, marks)
                address = page.url.partition("#")[0]
                if address != f"{host}{path}" and not path.endswith("404.html") and marks:
                    moved = address.removeprefix(host)
                    if not _redirects(page, moved):
                        yield Finding(path, f"went to {address}", "", executed=True)
                yield from (Finding(path, what, url, executed=True) for what, url in told)


def _go(page: Page, address: str) -> None:
    """Open a page; where the one before is still being led away from, once more."""
    for attempt in range(_TRIES):
        try:
            page.goto(address, wait_until="load")
        except Error:
            if attempt == _TRIES - 1:
                raise
            page.wait_for_timeout(200)
        else:
            return


def _redirects(page: Page, moved: str) -> bool:
    """Whether a page led to another one of the site, as pages that have moved do."""
    return not moved.startswith("http") and page.title() != ""


def read(page: Page, path: str, known: Sequence[str]) -> Iterator[Finding]:
    """What an open page holds that is not known."""
    found: Any = None
    for attempt in range(_TRIES):
        try:
            page.evaluate(_TURN)
            found = page.evaluate(PROBE, list(known))
            break
        except Error:  # a page that has moved leads on while it is read
            if attempt == _TRIES - 1:
                raise
            page.wait_for_timeout(200)
            page.wait_for_load_state()
    yield from (Finding(path, what, "", executed=True) for what in found["seen"])
    for what, example in found["marks"]:
        ran = what.startswith(("window.", "document."))
        yield Finding(path, what, example, executed=ran)


def told(findings: Iterable[Finding], most: int = 20) -> str:
    """Findings as lines, each kind once with how often it was seen."""
    kinds: dict[str, list[Finding]] = {}
    for item in findings:
        kinds.setdefault(item.what, []).append(item)
    lines = [
        f"{len(items):>6} × {what!a} first on {items[0].page}: {json.dumps(items[0].example)}"
        for what, items in list(kinds.items())[:most]
    ]
    if len(kinds) > most:
        lines.append(f"and {len(kinds) - most} more kinds")
    return "\n".join(lines)
