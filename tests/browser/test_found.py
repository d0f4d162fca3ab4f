"""What search engines, feed readers and other sites read of the built site."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import feedparser
import lxml.html
import pytest
from pyld import jsonld

from generator.pipeline import Workspace, build
from tests.browser.conftest import ROOT
from tests.browser.page_kinds import PAGES
from tests.conftest import MakeSite
from tests.rendering.linked_data_rules import faults, nodes, parsed

pytestmark = pytest.mark.browser

SITE = "https://briefings.example/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SCHEMA = "https://schema.org/"
# Enough of schema.org's context: every word is the vocabulary's, these are addresses, these dates.
CONTEXT = {
    "@vocab": SCHEMA,
    **{
        name: {"@id": f"{SCHEMA}{name}", "@type": "@id"}
        for name in ("url", "sameAs", "isBasedOn", "mainEntityOfPage", "item", "contentUrl",
                     "archivedAt", "license")
    },
    **{
        name: {"@id": f"{SCHEMA}{name}", "@type": f"{SCHEMA}Date"}
        for name in ("datePublished", "dateModified")
    },
}  # fmt: skip
# What a node of a type must have, by Google's and our own account.
REQUIRED = {
    "BackgroundNewsArticle": {
        "headline", "datePublished", "dateModified", "author", "publisher", "citation", "mentions",
        "inLanguage", "mainEntityOfPage", "isAccessibleForFree",
    },
    "NewsArticle": {"headline", "datePublished", "inLanguage", "isPartOf"},
    "WebSite": {"name", "url", "potentialAction"},
    "ProfilePage": {"mainEntity"},
    "Dataset": {"name", "description", "distribution", "creator"},
    "Person": {"name"},
    "Organization": {"name"},
    "Place": {"name"},
    "CorrectionComment": {"text", "datePublished"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
}  # fmt: skip


@functools.cache
def page(file: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(file.read_text(encoding="utf-8"))


def pages(site: Path) -> dict[str, lxml.html.HtmlElement]:
    """Every page that is to be found, by its address."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        address = SITE + file.parent.relative_to(site).as_posix().removeprefix(".")
        address = address if address.endswith("/") else f"{address}/"
        tree = page(file)
        if not tree.xpath("//meta[@http-equiv='refresh']"):
            found[address] = tree
    assert len(found) > 130
    return found


def one(tree: lxml.html.HtmlElement, path: str) -> str:
    values = tree.xpath(path)
    assert len(values) == 1, (path, values)
    return str(values[0])


def linked_data(tree: lxml.html.HtmlElement) -> dict[str, Any] | None:
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    assert len(scripts) <= 1
    return parsed(scripts[0]) if scripts else None


def test_every_page_says_where_it_is_and_what(site: Path) -> None:
    titles: dict[str, str] = {}
    for address, tree in pages(site).items():
        canonical = one(tree, "//link[@rel='canonical']/@href")
        assert canonical == address
        assert one(tree, "//meta[@property='og:url']/@content") == address
        for name in ("og:title", "og:type", "og:site_name"):
            assert one(tree, f"//meta[@property='{name}']/@content"), address
        assert one(tree, "/html/@lang")
        title = one(tree, "/html/head/title/text()")
        assert titles.setdefault(title, address) == address
        if "/handbook/" not in address:
            assert 0 < len(one(tree, "//meta[@name='description']/@content")) < 400, address


def test_a_briefing_is_an_article_to_others(site: Path) -> None:
    for name in ("briefing", "arabic"):
        tree = page(site / PAGES[name] / "index.html")
        assert one(tree, "//meta[@property='og:type']/@content") == "article"
        for key in ("published_time", "modified_time"):
            time = one(tree, f"//meta[@property='article:{key}']/@content")
            assert dt.datetime.fromisoformat(time).year > 2000
        assert re.fullmatch(
            r"[a-z]{2}_[A-Z]{2}|[a-z]{2}", one(tree, "//meta[@property='og:locale']/@content")
        )


def test_pictures_for_others_are_there(site: Path) -> None:
    for address, tree in pages(site).items():
        for url in tree.xpath("//meta[@property='og:image']/@content"):
            assert url.startswith(SITE), address
            assert (site / unquote(url.removeprefix(SITE))).is_file(), url


def test_versions_in_other_languages_name_each_other(make_site: MakeSite) -> None:
    head = "---\ntitle: {}\ndate: 2024-05-02\nlanguage: {}\nsummary: Short.\n{}---\n\nText.\n"
    root = make_site({
        "mkdocs.yml": (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0],
        "content/articles/ferry.md": head.format("Ferry", "en", ""),
        "content/articles/bac.md": head.format("Le bac", "fr", "translation-of: ferry\n"),
        "content/articles/abbara.md": head.format("عبّارة", "ar", "translation-of: ferry\n"),
    })  # fmt: skip
    shutil.copytree(ROOT / "templates", root / "templates")
    assert build(Workspace(root)).done
    found = {
        f"{SITE}briefings/{name}/": page(root / "site" / "briefings" / name / "index.html")
        for name in ("ferry", "bac", "abbara")
    }
    versions = {}
    for address, tree in found.items():
        links = tree.xpath("//link[@hreflang]")
        if links:
            versions[address] = {link.get("hreflang"): link.get("href") for link in links}
    assert versions.keys() == found.keys()
    for address, named in versions.items():
        assert "x-default" in named
        own = one(found[address], "/html/@lang")
        assert named[own] == address
        for language, other in named.items():
            assert versions[other] == named, "versions must name each other"
            if language != "x-default":
                assert one(found[other], "/html/@lang") == language


def test_linked_data_keeps_the_rules_on_every_page(site: Path) -> None:
    kinds = set()
    for address, tree in pages(site).items():
        graph = linked_data(tree)
        if graph is None:
            assert "/handbook/" in address or address.endswith("/about/"), address
            continue
        assert faults(graph) == [], address
        kinds |= {node.get("@type") for node in nodes(graph["@graph"])}
    assert kinds >= set(REQUIRED)


def test_a_processor_of_json_ld_reads_the_same(site: Path) -> None:
    """Expansion by JSON-LD 1.1: nothing is lost, addresses are whole, what is wanted is there."""
    context = {"contextUrl": None, "documentUrl": SCHEMA, "document": {"@context": CONTEXT},
               "contentType": "application/ld+json"}  # fmt: skip
    seen = set()
    for kind, tree in pages(site).items():
        graph = linked_data(tree)
        if graph is None:
            continue
        options = {"documentLoader": lambda *_: context, "processingMode": "json-ld-1.1"}
        expanded = jsonld.expand(graph, options)
        found = [node for node in nodes(expanded) if "@type" in node and "@value" not in node]
        written = [node for node in nodes(graph["@graph"]) if "@type" in node]
        assert len(found) == len(written)
        for number, node in enumerate(found):
            (name,) = (item.removeprefix(SCHEMA) for item in node["@type"])
            seen.add(name)
            has = {key.removeprefix(SCHEMA) for key in node}
            # A page speaks of another page's article by its name and address alone.
            if "NewsArticle" not in name or not number:
                assert REQUIRED.get(name, set()) <= has, (kind, node)
            for value in (node.get("@id"), *(item.get("@id") for item in nodes(node))):
                assert value is None or value.startswith(("https://", "http://")), (kind, value)
    assert seen >= set(REQUIRED)


def test_the_sitemap_keeps_the_protocol(site: Path) -> None:
    """https://www.sitemaps.org/protocol.html, and every page that is to be found is in it."""
    content = (site / "sitemap.xml").read_bytes()
    assert len(content) < 50 * 2**20
    root = ET.fromstring(content)  # noqa: S314  our own
    assert root.tag == f"{SITEMAP}urlset"
    assert 0 < len(root) < 50_000
    addresses = []
    for url in root:
        assert url.tag == f"{SITEMAP}url"
        tags = [child.tag.removeprefix(SITEMAP) for child in url]
        assert tags in (["loc"], ["loc", "lastmod"])
        address = url.findtext(f"{SITEMAP}loc") or ""
        assert address.startswith(SITE)
        assert len(address) < 2048
        assert (site / unquote(address.removeprefix(SITE)) / "index.html").is_file()
        addresses.append(address)
        day = url.findtext(f"{SITEMAP}lastmod")
        assert day is None or dt.datetime.fromisoformat(day).year > 1990
    assert len(addresses) == len(set(addresses))
    wanted = {
        address
        for address, tree in pages(site).items()
        if not tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")
    }
    assert wanted - set(addresses) <= {f"{SITE}search/"}
    assert set(addresses) <= wanted


def test_robots_are_told_where_the_sitemap_is(site: Path) -> None:
    lines = (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert "User-agent: *" in lines
    assert f"Sitemap: {SITE}sitemap.xml" in lines
    assert not [line for line in lines if line.startswith("Disallow: /")]


def test_every_feed_is_read_by_others(site: Path) -> None:
    """By feedparser, for which a feed that is not well-formed or not well-typed is "bozo"."""
    files = sorted(site.rglob("feed.xml"))
    assert len(files) > 40
    for file in files:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, (file, feed.get("bozo_exception"))
        assert feed.version == "atom10"
        other = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        assert [item.id for item in feed.entries] == [item["id"] for item in other["items"]]
        for entry in feed.entries:
            assert entry.updated_parsed >= entry.published_parsed
            path, _, fragment = entry.link.removeprefix(SITE).partition("#")
            target = site / unquote(path) / "index.html"
            assert target.is_file(), entry.link
            assert not fragment or page(target).get_element_by_id(fragment) is not None


def test_pages_name_feeds_that_are_there(site: Path) -> None:
    for address, tree in pages(site).items():
        hrefs = tree.xpath("//link[contains(@type, 'atom') or contains(@type, 'feed+json')]/@href")
        assert len(hrefs) >= 2, address
        folder = site / address.removeprefix(SITE)
        for href in hrefs:
            assert (folder / href).resolve().is_file(), (address, href)
