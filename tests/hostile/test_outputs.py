"""What is no page: data, feeds, drawings and previews, made of hostile texts, read as others do."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from generator.pipeline import Workspace
from generator.pipeline.build import write_pages
from tests.hostile.building import folder, settle
from tests.hostile.payloads import sample
from tests.hostile.placing import Placer

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠−]")
IN_FEEDS = {"p", "h2", "ul", "li", "time"}
ATTRIBUTES_IN_FEEDS = {"lang", "dir", "datetime"}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = folder(tmp_path_factory.mktemp("hostile") / "site")
    settle(root, Placer(sample(40), size=8))
    pages = write_pages(Workspace(root), jobs=1)
    assert pages.written is not None
    return root / "docs"


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.found |= {f"{name}=" for name, _ in attrs}

    def handle_comment(self, data: str) -> None:
        self.found.add(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.found.add(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.found.add(f"instruction {data}")


def elements(text: str) -> set[str]:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.found


def files(docs: Path, pattern: str) -> list[Path]:
    found = sorted(docs.rglob(pattern))
    assert found, pattern
    return found


def divided(file: Path) -> tuple[str, str]:
    """The front matter of a page, and what stands below it."""
    parts = re.split(r"^---\n", file.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
    return (parts[1], parts[2]) if len(parts) == 3 and not parts[0].strip() else ("", parts[0])


def test_feeds_hold_text_and_plain_html(docs: Path) -> None:
    allowed = IN_FEEDS | {f"{name}=" for name in ATTRIBUTES_IN_FEEDS}
    count = 0
    for file in files(docs, "feed.xml"):
        root = ET.fromstring(file.read_bytes())  # noqa: S314 - our own, and it must be well-formed
        for content in root.iter(f"{ATOM}content"):
            assert elements(content.text or "") <= allowed
            count += 1
        for link in root.iter(f"{ATOM}link"):
            assert link.get("href", "").startswith("https://briefings.example/")
    assert count > 10
    for file in files(docs, "feed.json"):
        for item in json.loads(file.read_bytes())["items"]:
            assert elements(item["content_html"]) <= allowed
            assert item["url"].startswith("https://briefings.example/")


def test_no_cell_is_a_formula(docs: Path) -> None:
    cells = 0
    for file in files(docs, "*.csv"):
        text = file.read_text(encoding="utf-8")
        rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row):
            assert NUMBER.fullmatch(cell) or not FORMULA.match(cell), cell
            assert not re.search("[\x00-\x1f\x7f-\x9f]", cell)
            cells += 1
    assert cells > 100


def test_json_is_json(docs: Path) -> None:
    for file in files(docs, "*.json"):
        assert json.loads(file.read_bytes()) is not None


def addresses(value: object, key: str = "") -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [pair for name, item in value.items() for pair in addresses(item, name)]
    if isinstance(value, list):
        return [pair for item in value for pair in addresses(item, key)]
    return [(key, value)] if isinstance(value, str) else []


def test_linked_data_is_one_script_of_web_addresses(docs: Path) -> None:
    seen = 0
    for file in files(docs, "*.md"):
        matter = yaml.safe_load(divided(file)[0]) or {}
        data = matter.get("linked_data")
        if not data:
            continue
        assert not re.search("[<>&\u2028\u2029]", data)
        for key, value in addresses(json.loads(data)):
            if key in {"@id", "url", "sameAs", "contentUrl", "isBasedOn", "archivedAt", "license"}:
                plain = key == "license" and ":" not in value
                assert plain or re.match(r"https?://|#|[a-z]+:[A-Z]", value), (key, value)
        seen += 1
    assert seen > 20


def test_drawings_are_still(docs: Path) -> None:
    """Those within pages: every element and attribute is one that the generator draws with."""
    drawn = 0
    allowed = {"svg", "title", "desc", "path", "rect", "text", "circle", "g", "line"}
    for file in files(docs, "*.md"):
        for svg in re.findall(r"<svg.*?</svg>", divided(file)[1], re.DOTALL):
            root = ET.fromstring(svg)  # noqa: S314 - our own, and it must be well-formed
            for element in root.iter():
                assert element.tag.rpartition("}")[2] in allowed
                assert not [
                    name for name in element.attrib if name.startswith("on") or "href" in name
                ]
            drawn += 1
    assert drawn


def test_previews_hold_no_element(docs: Path) -> None:
    for file in files(docs / "data" / "previews", "*.json"):
        assert set(json.loads(file.read_bytes())) <= {
            *("language", "direction", "over", "value", "title", "text", "under"),
        }
