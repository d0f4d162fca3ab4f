"""What search engines and others read of the built demonstration site."""

from __future__ import annotations

import gzip
import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from generator.pipeline import Workspace, build
from tests.pipeline.test_demonstration import copy
from tests.rendering.linked_data_rules import faults, parsed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.site

SITE = "https://briefings.example/"
FRENCH = 'La Nouvelle-Zélande </script> & son “drapeau"'
VERSION = f"""---
title: '{FRENCH}'
date: 2016-03-31
language: fr
translation-of: new-zealand-keeps-flag
topics: [votes]
aliases: [drapeau]
---

Un essai.
"""
PAGE = """---
title: Imprint
robots: noindex
card: assets/cards/imprint.png
card_width: 1200
card_height: 630
card_alt: The <name> of the desk
---

# Imprint
"""
META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"')
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
ALTERNATE = re.compile(r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)">')
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy(tmp_path_factory.mktemp("found"))
    (root / "content/articles/nz-drapeau.md").write_text(VERSION, encoding="utf-8")
    (root / "docs/imprint.md").write_text(PAGE, encoding="utf-8")
    (root / "docs/robots.txt").write_text("User-agent: *\nDisallow: /drafts/\n", encoding="utf-8")
    assert build(Workspace(root)).done
    return root / "site"


def text(built: Path, address: str) -> str:
    return (built / address / "index.html").read_text(encoding="utf-8")


def metas(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in META.findall(page):
        found.setdefault(key, []).append(unescape(value))
    return found


def test_every_generated_page_has_one_graph_without_faults(built: Path) -> None:
    pages = [path for path in built.rglob("index.html") if "handbook" not in path.parts]
    without = set()
    for path in pages:
        page = path.read_text(encoding="utf-8")
        found = SCRIPT.findall(page)
        if not found:
            without.add(path.parent.relative_to(built).as_posix())
            continue
        (graph,) = map(parsed, found)
        assert faults(graph) == [], path
        canonical = re.search(r'<link rel="canonical" href="([^"]+)">', page)
        assert canonical
        assert graph["@graph"][0]["url"] == unescape(canonical[1])
    redirects = {key for key in without if 'http-equiv="refresh"' in text(built, key)}
    assert without - redirects == {"about", "imprint"}
    assert "briefings/drapeau" in redirects


def test_a_briefing_is_shown_by_others_as_what_it_is(built: Path) -> None:
    found = metas(text(built, "briefings/nz-drapeau"))
    expected = {
        "og:site_name": ["The Briefing Desk"],
        "og:title": [FRENCH],
        "og:url": [f"{SITE}briefings/nz-drapeau/"],
        "og:type": ["article"],
        "og:locale": ["fr_FR"],
        "article:published_time": ["2016-03-31"],
        "article:modified_time": ["2016-03-31"],
        "article:tag": ["Votes and referendums"],
        "twitter:card": ["summary_large_image"],
        "og:image": [f"{SITE}assets/cards/nz-drapeau.png"],
    }
    assert {key: found.get(key) for key in expected} == expected | {
        "article:tag": found["article:section"]
    }


def test_a_page_without_a_card_has_no_picture(built: Path) -> None:
    found = metas(text(built, "topics"))
    assert found["twitter:card"] == ["summary"]
    assert "og:image" not in found


def test_a_page_with_a_card_shows_it(built: Path) -> None:
    found = metas(text(built, "imprint"))
    assert found["og:image"] == [f"{SITE}assets/cards/imprint.png"]
    assert found["og:image:width"] + found["og:image:height"] == ["1200", "630"]
    assert found["og:image:alt"] == ["The <name> of the desk"]
    assert found["twitter:card"] == ["summary_large_image"]
    assert found["og:type"] == ["website"]
    assert found["robots"] == ["noindex"]


def test_versions_name_each_other(built: Path) -> None:
    english, french = f"{SITE}briefings/new-zealand-keeps-flag/", f"{SITE}briefings/nz-drapeau/"
    expected = [("en", english), ("x-default", english), ("fr", french)]
    for key in ("new-zealand-keeps-flag", "nz-drapeau"):
        assert ALTERNATE.findall(text(built, f"briefings/{key}")) == expected
    assert "français" in text(built, "briefings/new-zealand-keeps-flag")
    assert ALTERNATE.findall(text(built, "briefings/korea-august-2015")) == []


def test_the_sitemap_says_when_pages_changed(built: Path) -> None:
    content = (built / "sitemap.xml").read_bytes()
    assert gzip.decompress((built / "sitemap.xml.gz").read_bytes()) == content
    entries = {
        item.findtext(f"{NAMESPACE}loc"): item.findtext(f"{NAMESPACE}lastmod")
        for item in ET.fromstring(content)  # noqa: S314 - our own
    }
    assert entries[f"{SITE}briefings/nz-drapeau/"] == "2016-03-31"
    assert entries[f"{SITE}briefings/earthquakes-2023/"] == "2024-02-06"
    assert entries[SITE] == "2024-02-06"
    assert entries[f"{SITE}about/"] is None
    for left_out in ("search/", "imprint/", "briefings/drapeau/", "404.html"):
        assert SITE + left_out not in entries


def test_a_newsrooms_own_robots_txt_stays(built: Path) -> None:
    assert (built / "robots.txt").read_text() == "User-agent: *\nDisallow: /drafts/\n"
