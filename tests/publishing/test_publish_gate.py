from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.gate import Addresses, address_of, inspect_site, site_faults, vanished
from generator.publishing.gate.html import Reference, scan
from generator.publishing.published import (
    Changes,
    Listing,
    ListingError,
    changes_between,
    read_listing,
)

URL = "https://desk.example/news/"


def faults(site: Path, pages: dict[str, str], limit: int = 0) -> list[tuple[str, str]]:
    for path, text in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    inspection = inspect_site(site)
    found = site_faults(inspection, site, name="site", site_url=URL, page_limit=limit)
    return [(item.code, f"{item.path}:{item.line}:{item.column} {item.message}") for item in found]


@pytest.mark.parametrize(
    "link",
    [
        "a/",
        "./a/",
        "a/index.html",
        "a/#here",
        "a/?q=1#here",
        "#top",
        "#",
        "",
        ".",
        "a/#:~:text=words",
        "a/#here:~:text=words",
        "/news/a/",
        "/news",
        "/elsewhere/on/this/host/",
        "https://desk.example/news/a/#here",
        "https://desk.example/other/",
        "//desk.example/news/a/",
        "https://desk.example.evil/news/none/",
        "https://other.example/none",
        "mailto:desk@desk.example",
        "data:image/png;base64,xx",
        "javascript:void(0)",
        "%61/",
        "a/#h%65re",
        "a/#%D8%A3",
        "&#97;/",
    ],
)
def test_links_that_lead_somewhere(tmp_path: Path, link: str) -> None:
    pages = {
        "index.html": f'<a href="{link}">x</a>',
        "a/index.html": "<h2 id='here'>x</h2><a name=أ></a>",
    }

    assert faults(tmp_path, pages) == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<a href="none/">x</a>', "H001"),
        ('<A HREF="none/">x</A>', "H001"),
        ("<a href=none/>x</a>", "H001"),
        ('<a class="a>b" href="none/">x</a>', "H001"),
        ('<a href="a">x</a>', "H001"),
        ('<a href="../outside/">x</a>', "H001"),
        ('<a href="/news/none/">x</a>', "H001"),
        ('<a href="https://desk.example/news/none/">x</a>', "H001"),
        ('<link rel="stylesheet" href="none.css">', "H001"),
        ('<script src="none.js"></script>', "H001"),
        ('<meta http-equiv="refresh" content="0; url=none/">', "H001"),
        ('<a href="#none">x</a>', "H002"),
        ('<a href="a/#none">x</a>', "H002"),
        ('<img src="none.png" alt="">', "H003"),
        ('<img src="a/index.html" srcset="none.png 2x, a/index.html 1x" alt="">', "H003"),
        ('<picture><source srcset="none.webp"></picture>', "H003"),
        ('<meta property="og:image" content="https://desk.example/news/none.png">', "H003"),
        ('<svg><image xlink:href="none.png"/></svg>', "H003"),
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, html: str, code: str) -> None:
    pages = {"index.html": f"<!doctype html>\n{html}", "a/index.html": "<h2 id=here>x</h2>"}

    ((found, text),) = faults(tmp_path, pages)

    assert found == code
    assert text.startswith("site/index.html:2:")
    assert "none" in text or "outside" in text or "'a'" in text


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="none/">x</a> -->',
        "<script>document.write('<a href=\"none/\">')</script>",
        '<style>a::before { content: "<img src=none.png>" }</style>',
        '<textarea><a href="none/"></textarea>',
        "<p title='see href=none/'>x</p>",
        '<p data-href="none/">x</p>',
    ],
)
def test_what_is_no_link(tmp_path: Path, html: str) -> None:
    assert faults(tmp_path, {"index.html": html}) == []


def test_a_fault_of_every_page_is_told_once(tmp_path: Path) -> None:
    link = '<a href="/news/none/">x</a>'

    ((code, text),) = faults(tmp_path, {f"{name}/index.html": link for name in "abc"})

    assert code == "H001"
    assert "The page a/ leads to" in text
    assert "So do 2 more pages." in text


def test_style_sheets_are_looked_through(tmp_path: Path) -> None:
    sheet = "@font-face { src: url(fonts/none.woff2) } a { b: url('x.svg'); c: url(data:x) }"

    found = faults(tmp_path, {"assets/a.css": sheet, "assets/x.svg": "<svg/>"})

    assert [code for code, _ in found] == ["H001"]
    assert "fonts/none.woff2" in found[0][1]


def test_large_pages_are_told(tmp_path: Path) -> None:
    pages = {"index.html": "x" * 2001, "a.html": "x" * 2000, "big.css": "x" * 9000}

    assert faults(tmp_path, pages, limit=0) == []
    ((code, text),) = faults(tmp_path, pages, limit=2)
    assert code == "H005"
    assert "has 3 kB, more than the 2 kB" in text


def test_pages_must_not_vanish() -> None:
    old = ["a/index.html", "b/index.html", "c/d/index.html", "404.html", "x.css", "e.html"]

    found = vanished(old, {"a/index.html": ""}, name="site", gone=("/c/", "e.html"))

    assert [item.path for item in found] == ["site/b/index.html"]
    assert "`former-ids`" in found[0].help


def test_addresses_are_as_readers_know_them() -> None:
    paths = ["index.html", "a/index.html", "a.html", "myindex.html"]

    assert [address_of(path) for path in paths] == ["", "a/", "a.html", "myindex.html"]
    assert Addresses("").place("a/index.html", "/rooted/") is None


def test_inline_scripts_and_styles_are_known() -> None:
    page = scan(
        "<script>one()</script><script type='application/ld+json'>{}</script>"
        '<script src=x.js></script><p style="color: red"><style>b{}</style>'
    )

    assert page.scripts == {"one()"}
    assert page.styles == {"color: red", "b{}"}
    assert page.references == (Reference("x.js", picture=False),)


@pytest.mark.parametrize(
    "text",
    [
        "<" * 50_000,
        "<a " * 20_000,
        '<a href="' * 20_000,
        "<!--" * 20_000,
        "<title>" * 20_000,
        "<a b='" * 20_000,
    ],
)
def test_hostile_pages_are_read_in_time(text: str) -> None:
    start = time.process_time()
    scan(text)
    assert time.process_time() - start < 2


@given(st.text())
def test_any_text_is_a_page(text: str) -> None:
    scan(f"<a href='{text}'>")
    Addresses(URL).place("a/index.html", text)


def test_changes_name_pages_and_redirects() -> None:
    old = Listing({"a.html": "1", "b.html": "1", "c.html": "1", "d.html": "1", "x.css": "1"})
    new = Listing(
        {"a.html": "1", "b.html": "2", "c.html": "9", "e.html": "1", "x.css": "2", "y.css": "1"},
        {"c.html": "e.html"},
    )

    found = changes_between(old, new)

    expected = Changes(("e.html",), ("b.html",), ("d.html",), (("c.html", "e.html"),), 2)
    assert found == expected
    assert not found.nothing
    assert changes_between(new, new).nothing


def test_a_list_is_read_as_it_was_written() -> None:
    listing = Listing({"ä/index.html": "ff", "index.html": "00"}, {"ä/index.html": ""})

    assert read_listing(listing.to_json().encode()) == listing


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"version": 1}',
        b'{"version": 2, "files": {}, "redirects": {}}',
        b'{"version": 1, "files": {"../x": ""}, "redirects": {}}',
        b'{"version": 1, "files": {"x": 1}, "redirects": {}}',
        b'{"version": 1, "files": [], "redirects": {}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_list_is_refused(content: bytes) -> None:
    with pytest.raises(ListingError):
        read_listing(content)
