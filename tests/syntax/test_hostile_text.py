"""No text stops the parser: every one of these finishes, at eight times the size as well."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.syntax import write_document
from tests.syntax.reading import read

COUNT = 10_000
ATTACKS = {
    "open brackets": "[",
    "closed brackets": "]",
    "open braces": "{",
    "annotations never closed": "[a]{",
    "attributes never closed": "[a]{.place ref=",
    "quotes never closed": '[a]{.place ref="',
    "values without an end": "[a]{k=",
    "stars": "*",
    "spaced stars": "*a ",
    "stars and underscores": "*a _b ",
    "strong": "**a",
    "backticks": "`",
    "growing backticks": "`" * 3 + "a" + "`" * 2 + "b",
    "backslashes": "\\",
    "ampersands": "&",
    "angle brackets": "<",
    "addresses never closed": "<https://a",
    "links never closed": "[a](b",
    "images never closed": "![a](b",
    "parentheses": "[a](((",
    "quotation marks": "> ",
    "bullets": "- ",
    "numbers": "1. ",
    "mixed containers": "> - 1. ",
    "fences": "```a\n",
    "fences of two kinds": "```\n~~~\n",
    "items with fences": "- a\n```b\n",
    "blocks": "::: background\n",
    "closing blocks": ":::\n",
    "blocks within text": "a\n::: background\n",
    "definitions": "[a]: b\n",
    "table rows": "| a | b |\n|---|---|\n",
    "pipes": "|",
    "headings": "# a\n",
    "underlines": "a\n===\n",
    "read more": "READ MORE: a\n",
    "sources": "Source: a\n",
    "captions": "The very same caption again.\n",
    "full stops": "a. ",
    "line ends": "\r",
    "blank lines": " \n",
    "tabs": "\t",
    "nul": "\x00",
    "marks of direction": "\u202e\u2066a",
    "combining": "a\u0301\u0301",
    "entities": "&amp;",
    "annotations": "[a]{.place} ",
    "nested quotes": "> a\n> > b\n",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_finishes(attack: str) -> None:
    read(attack * (COUNT // 8))


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_of_eight_times_the_size_finishes(attack: str) -> None:
    read(attack * COUNT)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "[" * COUNT + "]" * COUNT,
        "[" * COUNT + "a" + "]{.place}" * COUNT,
        "![" * COUNT + "](a)" * COUNT,
        "*_" * COUNT + "a" + "_*" * COUNT,
        "**a *b " * COUNT + "** *" * COUNT,
        "`" * COUNT + "a" + "`" * (COUNT - 1),
        "".join("`" * n + " " for n in range(1, 300)),
        "[a]{k=" * COUNT + "x =}",
        "[a]{" * COUNT + "}",
        "[a](b" * COUNT + " )",
        "".join("  " * n + "- a\n" for n in range(300)),
        "".join(">" * n + " a\n\n" for n in range(200)),
        "".join("::: outlook\n" for _ in range(300)) + "a\n" + ":::\n" * 300,
        "".join("`" * (3 + n % 50) + "\n" for n in range(COUNT)),
        "[a][b]" * COUNT + "\n\n[c]: d",
        "[" * 2000 + "a" + "]" * 2000 + "\n\n[a]: b",
        "1" * COUNT + ". a",
        "&#" + "9" * COUNT + ";",
        "[x]{." + "a" * COUNT + "}",
        "[x]{.place ref=" + "a" * COUNT + "}",
    ],
    ids=range(20),
)
def test_a_nested_attack_finishes(text: str) -> None:
    document, _ = read(text)
    write_document(document.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "> " * 40 + "a",
        "- " * 40 + "a",
        "::: outlook\n" * 40 + "a\n" + ":::\n" * 40,
        "[" * 40 + "a" + "]{.plain}" * 40,
        "*_" * 40 + "a" + "_*" * 40,
    ],
)
def test_what_is_too_deep_is_kept_and_reported_once(text: str) -> None:
    document, found = read(text)
    assert [fault.code for fault in found if fault.code == "B008"] == ["B008"]
    assert "a" in write_document(document.blocks)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    document, found = read(text)
    assert list(found) == sorted(found)
    for item in document.annotations:
        assert 0 <= item.span.start <= item.text_span.start <= item.text_span.end <= item.span.end
