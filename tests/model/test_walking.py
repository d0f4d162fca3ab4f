"""Trees are gone through in the order of the text, however deep they nest."""

from __future__ import annotations

from generator.diagnostics import Span
from generator.model.document import (
    Block,
    Caption,
    CodeBlock,
    Division,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
)
from generator.model.walking import inline_runs, leaves, nodes

AT = Span(0, 0)


def text(words: str) -> tuple[Text]:
    return (Text(AT, words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(AT, text(words))


def division(*blocks: Block) -> Division:
    return Division(AT, "background", AT, (), "", (), blocks)


TREE: tuple[Block, ...] = (
    Heading(AT, 2, text("one")),
    Quote(AT, (paragraph("two"), List(AT, None, True, ((paragraph("three"),), ())))),
    Rule(AT),
    List(AT, 1, False, ((paragraph("four"), division(paragraph("five"))), (paragraph("six"),))),
    CodeBlock(AT, "code"),
    Table(AT, ("", ""), (text("seven"), ()), ((text("eight"), text("nine")),)),
    Caption(AT, text("ten"), "ten"),
)


def words(inlines: tuple[Inline, ...]) -> str:
    return "".join(node.text for node in inlines if isinstance(node, Text))


def test_leaves_come_in_the_order_of_the_text() -> None:
    kinds = [type(block).__name__ for block in leaves(TREE)]

    assert kinds == [
        *("Heading", "Paragraph", "Paragraph", "Rule", "Paragraph", "Paragraph", "Paragraph"),
        *("CodeBlock", "Table", "Caption"),
    ]


def test_runs_are_all_that_holds_inlines_empty_cells_among_them() -> None:
    assert [words(run) for run in inline_runs(TREE)] == [
        *("one", "two", "three", "four", "five", "six", "seven", "", "eight", "nine", "ten")
    ]


def test_nodes_give_the_outer_before_the_inner() -> None:
    link = Link(AT, (Emphasis(AT, False, text("b")), *text("c")), "x", AT)
    found = list(nodes((*text("a"), link, *text("d"))))

    assert [type(node).__name__ for node in found] == [
        *("Text", "Link", "Emphasis", "Text", "Text", "Text")
    ]
    assert words(tuple(found)) == "abcd"


def test_a_text_may_nest_deeper_than_python_can_call() -> None:
    block: Block = paragraph("deep")
    inline: Inline = Text(AT, "deep")
    for _ in range(50_000):
        block = Quote(AT, (block,))
        inline = Emphasis(AT, False, (inline,))

    assert [words(run) for run in inline_runs((block,))] == ["deep"]
    assert sum(1 for _ in nodes((inline,))) == 50_001
