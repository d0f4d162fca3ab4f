"""Every fact of every briefing is one click from the words that it rests on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

from tests.browser.conftest import ROOT, Visitor
from tests.browser.page_kinds import addresses

pytestmark = pytest.mark.browser

LANDED = """([id, words]) => {
  const target = document.getElementById(id)
  if (!target) return "no such element"
  if (!target.matches(":target")) return "not the target"
  const box = target.getClientRects()[0]
  if (!box || !box.width) return "not shown"
  const header = document.querySelector("header.md-header").getBoundingClientRect()
  if (box.top < header.bottom) return `under the header: ${box.top} < ${header.bottom}`
  if (box.bottom > innerHeight) return `below the window: ${box.bottom}`
  const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  if (!target.contains(seen)) return `covered by ${seen?.outerHTML.slice(0, 80)}`
  // An annotation that crosses another is shown in pieces: the words go on after the first.
  const range = document.createRange()
  range.setStartBefore(target)
  range.setEndAfter(target.closest("p, li, blockquote, td, h1, h2, h3"))
  const there = range.toString().replace(/\\s+/g, " ").trim()
  return there.startsWith(words) ? "" : `${there.slice(0, 200)} is not ${words}`
}"""


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def pages(site: Path) -> list[tuple[str, lxml.html.HtmlElement]]:
    """The briefings, with their addresses below the site's."""
    found = []
    for address in addresses(site, "briefings"):
        file = site / address / "index.html"
        page = lxml.html.fromstring(file.read_text(encoding="utf-8"))
        if page.xpath("//h2[@id='sources']"):
            found.append((address, page))
    assert len(found) > 10
    return found


def said(site: Path) -> dict[str, str]:
    """The words of each annotation, by the path and fragment at which a reading view has it."""
    found = {}
    for file in sorted(site.glob("data/annotations/*.json")):
        for item in json.loads(file.read_text(encoding="utf-8"))["first"]["items"]:
            # A text that may only be quoted has no reading view; some of its words, no selector.
            if isinstance(item["target"], dict) and "selector" in item["target"]:
                fragment = unquote(urlsplit(item["id"]).fragment)
                words = item["target"]["selector"]["exact"]
                found[f"articles/{file.stem}/#{fragment}"] = plain(words)
    return found


def facts(site: Path) -> dict[str, str]:
    """Where each fact leads, and the briefing that has it."""
    found = {}
    for address, page in pages(site):
        for href in page.xpath("//article//a/@href"):
            path = urljoin(f"/{address}", href)
            if re.match(r"/articles/[^#]+#", path):
                found[unquote(path.removeprefix("/"))] = address
    return found


@pytest.mark.parametrize("width", [390, 1280])
def test_every_fact_lands_on_its_words(visit: Visitor, site: Path, width: int) -> None:
    """On a phone with script, on a desk without."""
    window = visit(width=width, script=width == 390, still=True)
    words = said(site)
    wrong = {}
    for path, briefing in sorted(facts(site).items()):
        page = window.open(path)
        fault = page.evaluate(LANDED, [path.partition("#")[2], words.get(path, "?")])
        if fault:
            wrong[f"{briefing} → {path}"] = fault
    assert len(facts(site)) > 100
    assert wrong == {}


def test_what_is_quoted_stands_where_it_leads(site: Path) -> None:
    """A claim or quotation and the sentence behind its "in the source" are the same words."""
    words = said(site)
    checked = 0
    for address, page in pages(site):
        for item in page.xpath("//*[contains(@class, 'bf-statement')][blockquote]"):
            quoted = plain(item.xpath("string(blockquote)")).strip("“”\"'«»„‘’ ")
            for href in item.xpath(".//a/@href"):
                path = unquote(urljoin(f"/{address}", href)).removeprefix("/")
                if path in words and path.startswith("articles/") and "#" in path:
                    assert quoted.rstrip("…. ") in words[path], (address, path)
                    checked += 1
    assert checked > 20


def test_a_fact_of_a_text_that_may_only_be_quoted_leads_to_its_words_elsewhere(site: Path) -> None:
    """A text fragment's text stands in the source as it was published, on whole words."""
    texts = {}
    for file in (ROOT / "content" / "articles").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        address = re.search(r"^\s*url: (\S+)$", text, re.MULTILINE)
        # Markup is not in the published text: `[words]{.kind …}` is `words`.
        body = re.sub(r"\[([^\[\]]*)\]\{[^{}]*\}", r"\1", text)
        body = re.sub(r"\[([^\[\]]*)\]\{[^{}]*\}", r"\1", body)
        if address:
            texts[address[1]] = plain(body)
    checked = 0
    for briefing, page in pages(site):
        for href in page.xpath("//article//a[contains(@href, ':~:text=')]/@href"):
            source, _, directive = href.partition("#:~:text=")
            parts = [unquote(part) for part in directive.split(",")]
            wanted = [part.removeprefix("-").removesuffix("-") for part in parts]
            for part in wanted:
                assert re.search(rf"(?<!\w){re.escape(part)}(?!\w)", texts[source]), briefing
            checked += 1
    assert checked > 3
