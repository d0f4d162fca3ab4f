from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.diagnostics import Code, Diagnostic, SourceFile
from generator.diagnostics.codes import registers
from generator.model.article import Document
from generator.model.links import Register
from generator.model.registers import Actor, ActorKind, Better, FigureSeries, Tolerance
from generator.syntax import register as room
from generator.syntax.register import (
    parse_actor,
    parse_background,
    parse_entry,
    parse_figure,
    parse_place,
    parse_topic,
)
from generator.syntax.schemas import content_schemas

CONTENT = Path(__file__).parents[2] / "content"
ASKED: dict[str, Any] = {}


def read_text(
    source: SourceFile, start: int, **asked: object
) -> tuple[Document, tuple[Diagnostic, ...]]:
    ASKED.update(asked, text=source.text[start:])
    return Document(), ()


@pytest.fixture(autouse=True)
def _text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "parse_document", read_text)


def shown(faults: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{item.line}:{item.column} {item.code} {item.message}" for item in faults]


def actor(*lines: str) -> tuple[Actor | None, list[str]]:
    text = "\n".join(("---", "name: Ada Example", *lines, "---", "She.", ""))
    found, faults = parse_actor("content/actors/ada-example.md", text, Settings())
    return found, shown(faults)


def figure(*lines: str) -> tuple[FigureSeries | None, list[str]]:
    text = "\n".join(("---", "label: Ferries", *lines, "---", ""))
    found, faults = parse_figure("content/figures/ferries.md", text, Settings())
    return found, shown(faults)


def test_the_least_that_makes_an_actor() -> None:
    found, faults = actor()
    assert faults == []
    assert found is not None
    assert (found.id, found.name, found.kind) == (
        "ada-example",
        "Ada Example",
        ActorKind.LEGAL_ENTITY,
    )
    assert [name.text for name in found.names] == ["Ada Example"]
    assert (found.roles, found.links, found.image, found.wikidata) == ((), (), None, "")
    assert ASKED["text"] == "She.\n"
    assert ASKED["reference"] is None


def test_every_key_of_an_actor() -> None:
    text = (
        "---\n"
        "name: Ada Example\n"
        "kind: Person\n"
        "aliases: [A. Example, 'آدا']\n"
        "roles:\n"
        "  - title: Minister\n"
        "    from: 2019-05\n"
        "    to: 2021~\n"
        "  - title: Harbour master\n"
        "    from: 2021\n"
        "wikidata: Q42\n"
        "links:\n"
        "  - title: Office\n"
        "    url: https://desk.example/a\n"
        "  - https://www.desk.example/b\n"
        "image: {file: ada.jpg, alt: Ada}\n"
        "former-ids: [ada, a-example]\n"
        "---\n"
    )
    found, faults = parse_actor("content/actors/people/ada-example.md", text, Settings())
    assert faults == ()
    assert found is not None
    assert found.id == "ada-example"
    assert found.kind is ActorKind.PERSON
    assert [text[name.span.start : name.span.end] for name in found.names] == [
        name.text for name in found.names
    ]
    assert [name.text for name in found.names] == ["Ada Example", "A. Example", "آدا"]
    first, second = found.roles
    assert first.start is not None
    assert first.end is not None
    assert (first.title, first.start.text, first.end.text) == ("Minister", "2019-05", "2021~")
    assert second.end is None
    assert text[first.span.start :].startswith("title: Minister")
    assert [(link.title, link.url) for link in found.links] == [
        ("Office", "https://desk.example/a"),
        ("www.desk.example", "https://www.desk.example/b"),
    ]
    assert found.image is not None
    assert found.image.file == "ada.jpg"
    assert found.former_ids == ("ada", "a-example")
    assert found.wikidata == "Q42"


@pytest.mark.parametrize(
    ("line", "tolerance"),
    [
        ("10%", Tolerance(Decimal("0.1"), relative=True)),
        ("2.5 %", Tolerance(Decimal("0.025"), relative=True)),
        ("0%", Tolerance(Decimal(0), relative=True)),
        ("500", Tolerance(Decimal(500), relative=False)),
        ("0.5", Tolerance(Decimal("0.5"), relative=False)),
    ],
)
def test_tolerances(line: str, tolerance: Tolerance) -> None:
    found, faults = figure(f"tolerance: {line}")
    assert faults == []
    assert found is not None
    assert found.tolerance == tolerance


@pytest.mark.parametrize(
    ("line", "better"),
    [("higher", Better.HIGHER), ("lower", Better.LOWER), ("none", None), ("", None)],
)
def test_which_way_is_better(line: str, better: Better | None) -> None:
    found, faults = figure(f"better: {line}", "unit: ferries")
    assert faults == []
    assert found is not None
    assert (found.better, found.unit) == (better, "ferries")


def test_a_place_a_topic_and_a_background_block() -> None:
    place, faults = parse_place(
        "content/places/idlib.md", "---\nname: Idlib\naliases: إدلب\ncountry: SY\n---\n", Settings()
    )
    assert faults == ()
    assert place is not None
    assert ([name.text for name in place.names], place.country) == (["Idlib", "إدلب"], "SY")
    topic, faults = parse_topic(
        "content/topics/votes.md", "---\ntitle: Votes\nformer-ids: polls\n---\n", Settings()
    )
    assert faults == ()
    assert topic is not None
    assert (topic.id, topic.title, topic.former_ids) == ("votes", "Votes", ("polls",))
    block, faults = parse_background(
        "content/background/war.md",
        "---\ntitle: The war\nas-of: 2023-08\nreview-by: 2027-01-10\n---\nIt.\n",
        Settings(),
    )
    assert faults == ()
    assert block is not None
    assert block.as_of is not None
    assert block.review_by is not None
    assert (block.as_of.text, block.review_by.text) == ("2023-08", "2027-01-10")
    assert ASKED["reference"] == block.as_of.latest


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("kind: person",), "3:7 F016 kind is 'person', which is none of Person, Organization"),
        (("title: Dr",), "3:1 F009 There is no key 'title' in the front matter of an actor."),
        (("aliases: [Ada, Ada Example]",), "3:16 R005 The name 'Ada Example' is given twice"),
        (("aliases: ['Ada', 'Ada']",), "3:19 R005 The name 'Ada' is given twice"),
        (("wikidata: q42",), "3:11 R003 wikidata is 'q42', which is no item of Wikidata."),
        (("roles: [{title: x, from: May}]",), "3:26 R001 roles.from is 'May', which is no date."),
        (
            ("roles: [{title: x, to: 2019/2020}]",),
            "3:24 R001 roles.to is '2019/2020', which is no s",
        ),
        (
            ("roles: [{title: x, from: 2021, to: 2019}]",),
            "3:36 R002 An item of roles has 'x' end in 2019, before it begins in 2021.",
        ),
        (("roles: [{from: 2021}]",), "3:9 F010 An item of roles has no title."),
        (("links: [javascript:x]",), "3:9 F014 links.url is 'javascript:x'"),
        (("former-ids: [a, a]",), "3:17 F022 'a' stands in former-ids twice."),
        (("image: {file: a.png}",), "3:1 F019 The image 'a.png' has no alternative text."),
    ],
)
def test_faults_of_actors(lines: tuple[str, ...], fault: str) -> None:
    _, faults = actor(*lines)
    assert len(faults) == 1
    assert faults[0].startswith(fault)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("tolerance: few",), "3:12 R004 tolerance is 'few'"),
        (("tolerance: -5",), "3:12 R004 tolerance is '-5'"),
        (("tolerance: 120%",), "3:12 R004 tolerance is '120%', which is more than all of it."),
        (("tolerance: NaN",), "3:12 R004 tolerance is 'NaN'"),
        (("better: up",), "3:9 F016 better is 'up', which is none of higher, lower, none."),
        (("name: x",), "3:1 F009 There is no key 'name' in the front matter of a figure."),
    ],
)
def test_faults_of_figures(lines: tuple[str, ...], fault: str) -> None:
    _, faults = figure(*lines)
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_a_file_s_name_must_be_a_slug() -> None:
    found, faults = parse_topic("content/topics/Votes.md", "---\ntitle: Votes\n---\n", Settings())
    assert found is None
    assert [(item.code, item.help) for item in faults] == [("S004", "Rename it to votes.md.")]


@pytest.mark.parametrize("register", Register)
def test_every_register_has_a_reader(register: Register) -> None:
    path = f"content/{register.folder}/a.md"
    found, faults = parse_entry(register, path, "", Settings())
    assert found is None
    assert [item.code for item in faults] == ["F001"]


@pytest.mark.parametrize("row", registers.CODES, ids=lambda row: row.name)
def test_examples_of_the_table(row: Code) -> None:
    def codes(site: dict[str, str]) -> list[str]:
        found: list[str] = []
        for path, text in site.items():
            parse = parse_actor if "/actors/" in path else parse_figure
            found += (item.code for item in parse(path, text, Settings())[1])
        return found

    assert codes(row.bad) == [row.id]
    assert codes(row.good) == []


@pytest.mark.parametrize("register", [item for item in Register if item is not Register.ARTICLE])
def test_the_demonstration_content_reads_without_a_fault(register: Register) -> None:
    for path in sorted((CONTENT / register.folder).rglob("*.md")):
        found, faults = parse_entry(
            register, path.as_posix(), path.read_bytes().decode(), Settings()
        )
        assert shown(faults) == []
        assert found is not None


@given(
    st.sampled_from(list(Register)[1:]),
    st.text(st.sampled_from("name:title:roles: from: 2021\n  -[]{}'\"#%é")) | st.text(),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_reading_fail(register: Register, text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n", f"---\nname: x\ntitle: x\nlabel: x\n{text}"):
        found, faults = parse_entry(register, "content/x/a.md", whole, Settings())
        assert found is not None or faults


@pytest.mark.parametrize("register", Register)
def test_every_key_is_described_in_the_schema(register: Register) -> None:
    schema = content_schemas()[register.value]
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        assert all(value.get("description") for value in part["properties"].values())
