"""The format reads what Pandoc reads, but for the differences that are listed.

The oracle is the installed ``pandoc -f markdown -t json``; it was written against 2.17.1.1.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.syntax.differences import DIFFERENCES, Difference
from tests.syntax.documents import documents
from tests.syntax.pandoc import NUMBERED, PLAIN, REDUCED, needs_pandoc, pandoc_shapes, shape
from tests.syntax.reading import read

CASES: list[str] = json.loads(Path(__file__).with_name("pandoc_cases.json").read_text("utf-8"))
"""Small texts that decide the grammar: nesting, laziness, escapes, delimiters, odd attributes."""

pytestmark = needs_pandoc


def ours(text: str) -> tuple[object, ...]:
    return shape(read(text)[0].blocks)


@pytest.mark.slow
def test_generated_documents_have_pandocs_structure() -> None:
    generated = [document.text for document in documents(500)]

    differing = [
        text
        for text, theirs in zip(generated, pandoc_shapes(generated, PLAIN), strict=True)
        if ours(text) != theirs
    ]

    assert differing == []


def test_cases_have_pandocs_structure() -> None:
    for text, theirs in zip(CASES, pandoc_shapes(CASES, NUMBERED), strict=True):
        assert ours(text) == theirs, text


def test_every_difference_is_one() -> None:
    examples = [difference.example for difference in DIFFERENCES]
    for difference, theirs in zip(DIFFERENCES, pandoc_shapes(examples, "markdown"), strict=True):
        # White space at the edges of brackets is left out of the comparison: test_inlines has it.
        if difference.name != "white space within brackets":
            assert ours(difference.example) != theirs, difference.name


def test_an_extension_accounts_for_its_difference() -> None:
    # Without its footnotes Pandoc takes a note for a definition with spaces, a difference as well.
    by_extension = [
        difference
        for difference in DIFFERENCES
        if difference.extension and difference.extension != "footnotes"
    ]
    examples = [difference.example for difference in by_extension]
    for difference, theirs in zip(by_extension, pandoc_shapes(examples, REDUCED), strict=True):
        assert ours(difference.example) == theirs, difference.name


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: difference.name)
def test_a_difference_says_what_and_why(difference: Difference) -> None:
    assert all((difference.name, difference.pandoc, difference.here, difference.why))
