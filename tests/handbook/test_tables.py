"""The handbook's hand-written tables say what the code does."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from generator.config import settings_schema
from generator.dates import parse_date
from generator.model.edtf import Edtf
from generator.quantities import parse_quantity
from generator.rendering.page_templates import FILTERS
from generator.syntax import content_schemas
from generator.syntax.article.divisions import BLOCKS
from generator.syntax.inline.spans import KNOWN_ATTRIBUTES
from tests.handbook.reading import HANDBOOK, ROOT, blocks

FORMAT = (HANDBOOK / "format.md").read_text(encoding="utf-8")
TEMPLATES = (HANDBOOK / "templates.md").read_text(encoding="utf-8")


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the table with this header row."""
    _, _, below = text.partition(f"\n{heading}\n")
    assert below, heading
    found = []
    for line in below.splitlines()[1:]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def names(table: list[list[str]]) -> list[str]:
    return [name for row in table for name in code(row[0])]


@pytest.mark.parametrize(
    ("register", "heading"),
    [
        ("article", "| key | value | meaning |"),
        ("actor", "| key of an actor | value | meaning |"),
        ("figure", "| key of a figure | value | meaning |"),
        ("place", "| key of a place | value | meaning |"),
        ("topic", "| key of a topic | value | meaning |"),
        ("background", "| key of a background block | value | meaning |"),
    ],
)
def test_front_matter_has_these_keys(register: str, heading: str) -> None:
    assert names(rows(FORMAT, heading)) == list(content_schemas()[register]["properties"])


@pytest.mark.parametrize(
    ("record", "heading"),
    [
        ("SourceRecord", "| key of `source` | value | meaning |"),
        ("ImageRecord", "| key of `image` | value | meaning |"),
    ],
)
def test_maps_in_front_matter_have_these_keys(record: str, heading: str) -> None:
    schema = content_schemas()["article"]["$defs"][record]

    assert names(rows(FORMAT, heading)) == list(schema["properties"])


def test_the_example_of_settings_has_every_key() -> None:
    block = next(item for item in blocks(HANDBOOK / "settings.md") if item.language == "yaml")
    given = re.findall(r"^    ([\w-]+):", block.text, re.MULTILINE)

    assert sorted(given) == sorted(settings_schema()["properties"])


def test_annotations_have_these_attributes() -> None:
    table = rows(FORMAT, "| kind | attributes | what becomes of it |")

    assert {code(row[0])[0]: tuple(code(row[1])) for row in table} == {
        f".{kind}": known for kind, known in KNOWN_ATTRIBUTES.items()
    }


def test_blocks_have_these_names() -> None:
    table = rows(FORMAT, "| name | where it stands on the briefing |")

    assert names(table) == list(BLOCKS)
    template = (ROOT / "templates" / "pages" / "briefing.md.j2").read_text(encoding="utf-8")
    assert all(f'_("{row[1].split(",")[0]}")' in template for row in table)


def test_figures_are_read_so() -> None:
    table = rows(FORMAT, "| text | value | unit | qualifier |")
    assert len(table) > 8

    for text, value, unit, qualifier in table:
        found = parse_quantity(text, "en")
        assert found is not None, text
        amount = "" if found.value is None else f"{found.value:f}"
        if found.low is not None and found.high is not None:
            amount = f"{found.low:f}..{found.high:f}"
        assert (amount, found.unit or "", str(found.qualifier)) == (value, unit, qualifier), text


def test_dates_are_read_so() -> None:
    table = rows(FORMAT, "| text | date |")
    assert len(table) > 6

    for text, date in table:
        found = parse_date(text, dt.date(2021, 9, 14), "en")
        assert found is not None, text
        assert [found.text] == code(date), text


def test_forms_of_dates_are_read() -> None:
    forms = names(rows(FORMAT, "| form | meaning |"))
    assert len(forms) > 10

    assert [Edtf.parse(form).text for form in forms] == forms


def test_filters_are_these() -> None:
    assert names(rows(TEMPLATES, "| filter | where the text stands |")) == list(FILTERS)


def test_templates_get_these_views() -> None:
    table = rows(TEMPLATES, "| template | what it makes | its view |")
    listed = {name: re.findall(r"\[(\w+)\]", row[2])[0] for row in table for name in code(row[0])}
    found = {}
    for path in (ROOT / "templates" / "pages").glob("*.md.j2"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        found[path.name.removesuffix(".md.j2")] = first.removeprefix("{# view: ").removesuffix(
            " #}"
        )

    assert listed == found


def test_shared_macros_are_there() -> None:
    shared = (ROOT / "templates/pages/partials/parts.md.j2").read_text(encoding="utf-8")
    sentence = TEMPLATES.partition("`partials/parts.md.j2` has the macros")[2].partition("\n\n")[0]
    macros = code(sentence)
    assert len(macros) > 8

    assert set(macros) <= set(re.findall(r"{% macro (\w+)\(", shared))
