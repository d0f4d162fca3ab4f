"""Every annotation of 500 generated documents is found exactly where it was put."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import SourceFile, Span
from tests.syntax.documents import Expected, Generated, documents
from tests.syntax.reading import annotated, read

DOCUMENTS = documents(500)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column by counting, not by the project's own means."""
    before = re.split(r"\r\n|\n|\r", text[:offset].removeprefix("\ufeff"))
    return len(before), len(before[-1]) + 1


def span(start: int, end: int) -> Span:
    return Span(start, end)


def test_the_documents_hold_enough_to_find() -> None:
    everything = "".join(document.text for document in DOCUMENTS)
    assert sum(len(document.expected) for document in DOCUMENTS) > 3000
    for construct in (
        "\r\n",
        "\ufeff",
        "\t",
        "> ",
        "- ",
        "3) ",
        "| ",
        ":::",
        "~~~~",
        "ميناء",
        "🚢",
    ):
        assert construct in everything


@pytest.mark.parametrize("part", range(10))
def test_every_span_is_exact(part: int) -> None:
    for document in DOCUMENTS[part * 50 : part * 50 + 50]:
        found = annotated(document.text)
        assert [item.kind for item in found] == [item.kind for item in document.expected]
        for item, expected in zip(found, document.expected, strict=True):
            assert item.span == span(expected.start.at, expected.end.at)
            assert item.text_span == span(expected.text_start.at, expected.text_end.at)
            assert _attributes(expected) == [
                (pair.key, pair.value, pair.key_span, pair.value_span) for pair in item.attributes
            ]


def _attributes(expected: Expected) -> list[tuple[str, str, Span, Span]]:
    return [
        (
            pair.key,
            pair.value,
            span(pair.marks[0].at, pair.marks[1].at),
            span(pair.marks[2].at, pair.marks[3].at),
        )
        for pair in expected.pairs
    ]


@pytest.mark.parametrize("part", range(10))
def test_every_line_and_column_is_exact(part: int) -> None:
    for document in DOCUMENTS[part * 50 : part * 50 + 50]:
        source = SourceFile("a.md", document.text)
        for item in annotated(document.text):
            for offset in (*item.span, *item.text_span):
                assert source.position(offset) == place(document.text, offset)


def test_numbers_and_parents_follow_the_file() -> None:
    for document in DOCUMENTS[:100]:
        found = annotated(document.text)
        assert [item.number for item in found] == list(range(len(found)))
        for item in found:
            around = [
                other.number
                for other in found
                if other is not item and other.text_span.contains(item.span)
            ]
            assert item.parent == (around[-1] if around else None)


def test_carriage_returns_alone_end_lines() -> None:
    for document in DOCUMENTS[:100]:
        text = document.text.replace("\r\n", "\n").replace("\n", "\r")
        assert len(annotated(text)) == len(document.expected)


def test_a_document_behind_front_matter_keeps_its_offsets() -> None:
    for document in DOCUMENTS[:50]:
        text = document.text.removeprefix("\ufeff")
        moved, _ = read("\n\n" + text)
        for item, other in zip(moved.annotations, annotated(text), strict=True):
            assert item.span == other.span.shifted(2)


def test_generated_documents_have_no_faults_of_structure() -> None:
    harmless = {"A011", "A014"}  # a figure without a value, an event without a date
    for document in DOCUMENTS:
        assert {fault.code for fault in read(document.text)[1]} <= harmless


def test_generated_documents_are_the_same_every_time() -> None:
    first: Generated = documents(3)[2]
    assert first.text == DOCUMENTS[2].text
