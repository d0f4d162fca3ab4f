"""Drafts as files: front matter that every YAML reader reads alike, and blocks made by hand."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.model.document import (
    Block,
    Caption,
    CodeBlock,
    Emphasis,
    Heading,
    List,
    Paragraph,
    Quote,
    ReadMore,
    SoftBreak,
    SourceLine,
    Table,
    Text,
)
from generator.model.draft import Draft, FrontMatter
from generator.syntax import write_article, write_document
from generator.syntax.writing import unplaced, write_front_matter
from tests.syntax.reading import read, shape

AT = Span(0, 0)


def text(words: str) -> tuple[Text]:
    return (Text(AT, words),)


def test_an_article() -> None:
    front_matter: FrontMatter = {
        "title": "The harbour: open again",
        "date": "2024-05-06",
        "language": "en",
        "topics": ("harbours", "storms"),
        "source": {"publisher": "Example Desk", "agencies": ("A, B", "C"), "url": ""},
        "summary": "",
    }
    written = write_article(
        Draft(
            front_matter,
            (Paragraph(AT, text("It opens.")), ReadMore(AT, "READ MORE", "What the storm did", AT)),
        )
    )
    assert written == (
        "---\n"
        'title: "The harbour: open again"\n'
        "date: 2024-05-06\n"
        "language: en\n"
        "topics: [harbours, storms]\n"
        "source:\n"
        "  publisher: Example Desk\n"
        '  agencies: ["A, B", C]\n'
        "---\n\n"
        "It opens.\n\n"
        "READ MORE: What the storm did\n"
    )


@given(st.text(min_size=1, max_size=30), st.lists(st.text(min_size=1, max_size=8), max_size=3))
def test_front_matter_is_read_back(title: str, topics: list[str]) -> None:
    written = write_front_matter({"title": title, "topics": tuple(topics), "map": {"a": title}})
    read_back = yaml.load(written, Loader=yaml.BaseLoader) or {}  # noqa: S506 - strings only
    assert read_back["title"] == title
    assert read_back.get("topics", []) == topics
    assert read_back["map"] == {"a": title}


@pytest.mark.parametrize(
    "value", ["no", "NO", "12:30", "1e3", "0x1F", "1_000", "~", "null", "2024"]
)
def test_what_other_readers_would_mistake_is_quoted(value: str) -> None:
    assert yaml.safe_load(write_front_matter({"title": value})) == {"title": value}


@pytest.mark.parametrize(
    "words",
    [
        "# no heading",
        "- no item",
        "1986. no item",
        "> no quotation",
        "*no emphasis* _at all_ `nor code`",
        "[no](link) and [no]{.actor} [sic]",
        "::: no block",
        "READ MORE: no line",
        "Source: no line",
        "| no | table |",
        "<https://no.example> <b> &amp; \\ ~~~ ```",
        "    no code",
        "a  b\tc\nd",
        "---",
        "Ends in a backslash \\",
        "{.actor}",
        "![no](image)",
        " spaces ",
    ],
)
def test_text_stays_text(words: str) -> None:
    for block in (
        Paragraph(AT, text(words)),
        Heading(AT, 2, text(words)),
        Quote(AT, (Paragraph(AT, text(words)),)),
        List(AT, None, tight=True, items=((Paragraph(AT, text(words)),),)),
        Table(AT, ("", ""), (text(words), text("b")), ((text("c"), text(words)),)),
    ):
        written = write_document((block,))
        document, found = read(written)
        assert unplaced(document.blocks) == unplaced((block,)), written
        assert found == ()


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((List(AT, None, tight=True, items=(text_item,)),) * 2, "ul<p(a)><p(a)>")
        for text_item in ((Paragraph(AT, text("a")),),)
    ],
)
def test_neighbours(blocks: tuple[Block, ...], expected: str) -> None:
    # Two lists of bullets cannot stand next to each other: they are one.
    assert shape(write_document(blocks)) == expected


def test_two_numbered_lists_stay_two() -> None:
    item = ((Paragraph(AT, text("a")),),)
    lists = (List(AT, 1, tight=True, items=item),) * 3
    assert shape(write_document(lists)) == "ol1<p(a)> ol1<p(a)> ol1<p(a)>"


def test_captions() -> None:
    long = "Ships wait outside the harbour."
    assert write_document((Caption(AT, text(long), long, "Agency"),)) == (
        f"{long}\n{long} (Agency)\n"
    )
    assert write_document((Caption(AT, text("Ships"), "Ships", "A b"),)) == (
        '[Ships]{.caption credit="A b"}\n'
    )


def test_code_with_fences_in_it() -> None:
    block = CodeBlock(AT, "```\na\n````", "text")
    assert write_document((block,)) == "`````text\n```\na\n````\n`````\n"


def test_a_heading_has_no_line_ends() -> None:
    block = Heading(AT, 1, (Text(AT, "a"), SoftBreak(AT), Text(AT, "b")))
    assert write_document((block,)) == "# a b\n"


def test_printed_lines_and_emphasis() -> None:
    blocks = (
        SourceLine(AT, "Source", "A *b*", AT),
        ReadMore(AT, "READ MORE", "A [b]", AT, "https://desk.example/a b"),
        Paragraph(AT, (Emphasis(AT, strong=True, inlines=text("READ MORE: x")),)),
    )
    document, _ = read(write_document(blocks))
    assert unplaced(document.blocks) == unplaced(blocks)


def test_nothing_is_nothing() -> None:
    assert write_document(()) == ""
    assert write_article(Draft({}, ())) == "---\n---\n"
