from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.suggesting.passage import MASK
from generator.suggesting.passages import markup, passages
from tests.suggesting.texts import article
from tests.syntax.documents import documents


def shown(body: str) -> list[str]:
    """The passages' texts, with ``#`` for what is masked."""
    return [passage.text.replace(MASK, "#") for passage in passages(article(body))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ash *Carter* said.", ["Ash #Carter# said."]),
        ("One \\*star\\*.", ["One #*star#*."]),
        ("A &amp; B", ["A &#### B"]),
        ("See `code` [there](x.md).", ["See ###### #there#######."]),
        ("[Ann]{.actor} left.", ["#Ann######### left."]),
        ("one\ttab\ntwo", ["one tab two"]),
        ("> one\n> two", ["one   two"]),
        ("- one\n  two\n- three", ["one   two", "three"]),
        ("| a | b |\n|---|---|\n| c | |", ["a", "b", "c"]),
        ("# Head\n\nText", ["##Head", "Text"]),
        ("READ MORE: A title\n\nSource: A desk", []),
        ("```\ncode\n```", []),
    ],
)
def test_markup_is_masked(body: str, expected: list[str]) -> None:
    assert shown(body) == expected


def test_place_section_heading_and_quotation_are_told() -> None:
    found = passages(article("# H\n\n::: background\nIt began.\n:::\n\n> Said.\n"))
    assert [(item.section, item.heading, item.quoted) for item in found] == [
        ("", True, False),
        ("background", False, False),
        ("", False, True),
    ]


def test_annotations_are_taken_with_their_markup() -> None:
    read = article("[Ann [Roe]{.place}]{.actor} met [Bob]{.plain}.\n\nNobody.")
    first, second = passages(read)
    text = read.file.text
    assert [text[span.start : span.end] for span in first.taken] == [
        "[Ann [Roe]{.place}]{.actor}",
        "[Bob]{.plain}",
    ]
    assert second.taken == ()


def test_sentences_are_offsets_into_the_text() -> None:
    (passage,) = passages(article("*It is.* Gen. Roe left. “No.”"))
    assert [
        passage.text[span.start : span.end].replace(MASK, "") for span in passage.sentences
    ] == [
        "It is.",
        "Gen. Roe left.",
        "“No.”",
    ]


def test_markup_keeps_its_inner_place() -> None:
    read = article("a **b *c* d** `e` [f](g)")
    text = read.file.text
    assert [
        (text[item.span.start : item.span.end], text[item.inner.start : item.inner.end])
        for item in markup(read)
    ] == [("**b *c* d**", "b *c* d"), ("*c*", "c"), ("`e`", ""), ("[f](g)", "f")]


def test_generated_documents_stand_at_their_place() -> None:
    for document in documents(120):
        read = article(document.text.lstrip("\ufeff"))
        text = read.file.text
        for passage in passages(read):
            raw = text[passage.span.start : passage.span.end]
            assert len(passage.text) == len(raw)
            for one, two in zip(passage.text, raw, strict=True):
                assert one in {two, MASK, " "} or two == "&"


@given(st.text(alphabet='ab *_`[](){}.>-|#\\&;\n\t"“”é', max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_keeps_its_length(body: str) -> None:
    for passage in passages(article(body)):
        assert len(passage.text) == passage.span.end - passage.span.start
