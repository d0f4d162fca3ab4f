"""Reading what was written gives the same document; writing it again gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.model.document import Attribute
from generator.syntax import write_document
from generator.syntax.writing import unplaced
from tests.syntax.documents import documents
from tests.syntax.reading import read

if TYPE_CHECKING:
    from generator.model.annotation import Annotation

CASES: list[str] = json.loads(Path(__file__).with_name("pandoc_cases.json").read_text("utf-8"))
NOWHERE = Span(0, 0)
PIECES = (
    "a", "b c", "x_y", " ", "\n", "\n\n", "  \n", "\\\n", "*", "**", "_", "__", "`", "``", "[", "]",
    "[x]{.place}",
    "[y z]{.actor role='a \"b\" [c'}",
    "]{.figure value=3}", "](u)", "\\", "&amp;",
    "&lt;", "&#32;", "&nbsp;", "<http://a.b>", "<", "!", '![i](u "t")', ".", "1. ", "- ", "\n- ",
    "\n  ", "\n    ", "> ", "\n> ", "# ", "\n# ", "```\n", "~~~\n", "\n\n::: background\n",
    "\n:::\n",
    "---\n", "===\n", "a | b\n--|--\nc | d\n", "|", "{", "}", "{.actor}", "(", ")", ":",
    "READ MORE: x\n", "\n\nREAD MORE: [x](u)\n\n", "Source: y\n", "\n\nSource: z\n\n", "é",
    "ميناء",
    "\t",
    "\n\nThe harbour of Exampleton.\nThe harbour of Exampleton. (Agency)\n\n", "\ufeff", "\x00",
)  # fmt: skip


def without_places(annotation: Annotation) -> Annotation:
    pairs = tuple(
        Attribute(pair.key, pair.value, NOWHERE, NOWHERE) for pair in annotation.attributes
    )
    return replace(annotation, span=NOWHERE, text_span=NOWHERE, attributes=pairs)


def check(text: str) -> None:
    document, _ = read(text)
    written = write_document(document.blocks)
    again, _ = read(written)
    assert unplaced(again.blocks) == unplaced(document.blocks), written
    assert [without_places(item) for item in again.annotations] == [
        without_places(item) for item in document.annotations
    ]
    assert again.words == document.words
    assert write_document(again.blocks) == written


@pytest.mark.slow
@pytest.mark.parametrize("part", range(5))
def test_generated_documents(part: int) -> None:
    for document in documents(500)[part * 100 : part * 100 + 100]:
        check(document.text)


def test_cases_that_decide_the_grammar() -> None:
    for text in CASES:
        check(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_mixture_of_markup(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \n*_`[]{}().#>-+1:|\\&;!<\"'=~\tأ。"), max_size=40))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "*a* *b*",
        "**a****b**",
        "*a **b** c*",
        "***a** b*",
        "***a* b**",
        "*a***b**",
        "_a_*b*",
        "**_a_*b***",
        "x&amp;_a_*b*",
        "*a [b*]{.plain} c*",
        "*&#32;a*",
        "[ a ]{.plain}",
        "[a\n- b]{.plain}",
        "- a\n- b\n\n[x]: y\n\n- c [x]",
        "1. a\n2) b\n3. c",
        "- - -\n- +",
        "# a \\#",
        "# a \\{#b}",
        "READ MORE\\: not a link",
        "**READ MORE\\:** not a link",
        "Source\\: unknown",
        "1986\\. A year.",
        "a\n\\# b",
        "\\[x]: y",
        "\\!\\[a](b)",
        "`a` b ``c`d`` `` ` ``",
        '[a](<b c> "d")',
        "| a |\n|---|\n| b \\| `c|d` |",
        "::: {.background .own as-of=2024}\n:::",
        "&nbsp;a&nbsp;",
        "a&#10;b",
        "a &#32; b",
        "READ MORE: [a](b)\nREAD MORE: c",
        "- a\nREAD MORE: b\n- c",
        "[The harbour of Exampleton.]{.caption} (Agency)",
        "[x]{.actor role='&#32;a'}",
    ],
)
def test_what_needs_escapes(text: str) -> None:
    check(text)
