"""READ MORE lines, source lines, and captions that are printed twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.syntax import parse_document
from tests.syntax.reading import clean, faults, shape

CAPTION = "Ships wait outside the harbour."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("READ MORE: A title", "more(A title)"),
        ("Read more : A title", "more(A title)"),
        ("**READ MORE:** A title", "more(A title)"),
        ("**READ MORE**: A title", "more(A title)"),
        ("**READ MORE: A title**", "more(A title)"),
        ("*Read  more*：A title", "more(A title)"),
        ("READ MORE: [A title](https://desk.example)", "more(A title -> https://desk.example)"),
        ("READ MORE: **[A title](b)**", "more(A title -> b)"),
        ("READ MORE: [A][b]\n\n[b]: c", "more(A -> c)"),
        ("READ MORE: <https://desk.example>", "more(https://desk.example -> https://desk.example)"),
        ("READ MORE:\nA title", "more(A title)"),
        ("a\nREAD MORE: b\nc", "p(a) more(b) p(c)"),
        ("READ MORE: a\nREAD MORE: b", "more(a) more(b)"),
        ("> READ MORE: a", "q[more(a)]"),
        ("- a\n- READ MORE: b", "ul<p(a)><more(b)>"),
        ("اقرأ أيضاً: عنوان", "more(عنوان)"),
        ("Lesen Sie auch: Titel", "more(Titel)"),
        ("To READ MORE: a", "p(To READ MORE: a)"),
        ("READ MORE\\: a", "p(READ MORE: a)"),
        ("READ MORE about it", "p(READ MORE about it)"),
        ("Source: X and agencies", "source(X and agencies)"),
        ("SOURCE : X", "source(X)"),
        ("**Source:** X", "source(X)"),
        ("a\nSource: X", "p(a) source(X)"),
        ("Source: X\nSource: Y", "source(X) source(Y)"),
        ("Source: X and\nmore agencies", "source(X and more agencies)"),
        ("a\nSource: X\nb", "p(a/Source: X/b)"),
        ("a Source: X", "p(a Source: X)"),
        ("Source:", "p(Source:)"),
        ("المصدر: وكالات", "source(وكالات)"),
        (f"{CAPTION}\n{CAPTION} (Agency)", f"caption({CAPTION} / Agency)"),
        (f"{CAPTION} (Agency)\n{CAPTION}", f"caption({CAPTION} / Agency)"),
        (f"{CAPTION}\n\n{CAPTION} (A/B / C)", f"caption({CAPTION} / A/B / C)"),
        (f"{CAPTION}\n\n{CAPTION}", f"caption({CAPTION})"),
        (f"a\n{CAPTION}\n{CAPTION} (D)\nb", f"p(a) caption({CAPTION} / D) p(b)"),
        (f"[{CAPTION}]{{.caption credit=D}}", f"caption({CAPTION} / D)"),
        (f"[{CAPTION}]{{.caption}} (D)", f"caption({CAPTION} / D)"),
        (f"[{CAPTION}]{{.caption}}\n\n{CAPTION} (D)", f"caption({CAPTION} / D)"),
        (f"{CAPTION} (D)\n[{CAPTION}]{{.caption}}", f"caption({CAPTION} / D)"),
        ("> Ships wait\n> outside.\n\n> x", "q[p(Ships wait/outside.)] q[p(x)]"),
        ("Ha ha.\n\nHa ha.", "p(Ha ha.) p(Ha ha.)"),
        (f"{CAPTION}\n\n{CAPTION} Then more.", f"p({CAPTION}) p({CAPTION} Then more.)"),
    ],
)  # fmt: skip
def test_printed_lines(text: str, expected: str) -> None:
    assert shape(text) == expected
    assert faults(text) == []


def test_an_empty_title_is_reported() -> None:
    assert faults("READ MORE:\n\na") == [("B010", "READ MORE:")]


def test_labels_come_from_the_settings() -> None:
    settings = replace(Settings(), read_more=("See",), source_labels=("From",))
    source = SourceFile("a.md", "See: a\n\nREAD MORE: b\n\nFrom: c")
    document, _ = parse_document(source, 0, settings=settings, language="en", reference=None)
    assert [item.title for item in document.read_more] == ["a"]
    assert [item.text for item in document.source_lines] == ["c"]


def test_places_of_printed_lines() -> None:
    text = "a\n**READ MORE:** [The title](b)\n\nSource: c d\n"
    document = clean(text)
    (more,), (source,) = document.read_more, document.source_lines
    assert text[more.span.start : more.span.end] == "**READ MORE:** [The title](b)"
    assert text[more.title_span.start : more.title_span.end] == "The title"
    assert text[source.span.start : source.span.end] == "Source: c d"
    assert text[source.text_span.start : source.text_span.end] == "c d"
    assert (more.label, source.label) == ("READ MORE", "Source")


def test_annotations_of_a_doubled_caption_are_kept() -> None:
    text = f"Ships wait outside [the harbour]{{.place}}.\n{CAPTION} (Agency)"
    document = clean(text)
    assert [item.text for item in document.annotations] == ["the harbour"]
    assert [(item.text, item.credit) for item in document.captions] == [(CAPTION, "Agency")]


def test_two_annotated_copies_stay_two_paragraphs() -> None:
    one = "Ships wait outside [the harbour]{.place}."
    document = clean(f"{one}\n\n{one} (Agency)")
    assert len(document.blocks) == 2
    assert len(document.annotations) == 2
