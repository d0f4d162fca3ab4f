"""Annotations that stand beside a text."""

from __future__ import annotations

import re

import pytest

from generator.model.document import Annotated, Division, Paragraph
from generator.syntax.beside.place import MOST_OVER_ONE_ANOTHER
from generator.syntax.inline.plain import plain
from tests.syntax.sidecars import BESIDE, annotated, pieces, read, read_yaml, shown


def test_an_item_is_an_annotation_as_if_it_stood_in_the_text() -> None:
    (figure,) = annotated(
        "::: {.background .own}\nIt holds some\n400 people. It is old.\n:::\n",
        {"kind": "figure", "exact": "some 400 people", "label": "Seats", "by": "un"},
    )

    assert figure.text == "some 400 people"
    assert str(figure.quantity and figure.quantity.value) == "400"
    assert figure.sentence == "It holds some 400 people."
    assert (figure.section, figure.own) == ("background", True)
    assert figure.quotation.prefix == "It holds "
    assert figure.get("by") == "un"
    assert figure.anchor == "figure-some-400-people"


def test_spans_are_places_in_the_sidecar() -> None:
    beside = "# ours\nannotations:\n  - kind: claim\n    exact: It sails\n    by: un\n"
    article, faults = read_yaml("It *sails* at noon.\n", beside)
    (claim,) = article.document.annotations

    assert faults == ()
    assert claim.source is not None
    assert claim.source.path == BESIDE
    assert beside[slice(*claim.text_span)] == "It sails"
    assert beside[slice(*(claim.value_span("by") or (0, 0)))] == "un"
    assert article.file.text[slice(*claim.place)] == "It *sails"


def test_numbers_follow_the_text() -> None:
    found = annotated(
        "[Ann]{.actor} and [Bo]{.actor} sail to Rhodes.\n",
        {"kind": "place", "exact": "Rhodes"},
        {"kind": "claim", "exact": "Ann and Bo sail"},
    )

    assert [(item.number, item.text, item.parent) for item in found] == [
        (0, "Ann and Bo sail", None),
        (1, "Ann", 0),
        (2, "Bo", 0),
        (3, "Rhodes", None),
    ]


def test_one_that_crosses_another_is_in_pieces() -> None:
    article, _ = read(
        "It [sails again on *Monday* to]{.event date=2024} Rhodes.\n",
        {"kind": "claim", "exact": "It sails again"},
        {"kind": "quote", "exact": "Monday to Rhodes"},
        {"kind": "place", "exact": "Rhodes"},
    )

    assert pieces(article) == {
        0: ["It ", "sails again"],
        1: ["sails again on Monday to"],
        2: ["Monday to", " Rhodes"],
        3: ["Rhodes"],
    }
    assert [item.text for item in article.document.annotations][2] == "Monday to Rhodes"


def test_a_caption_goes_without_its_credit() -> None:
    article, faults = read(
        "[A white ferry leaves]{.caption} (Example Pictures)\n",
        {"kind": "claim", "exact": "white ferry"},
        {"kind": "quote", "exact": "leaves (Example"},
    )
    (caption,) = article.document.captions

    assert faults == ()
    assert (caption.text, caption.credit) == ("A white ferry leaves", "Example Pictures")
    assert caption == article.document.blocks[0]
    assert plain(caption.inlines) == "A white ferry leaves"
    assert [item.text for item in article.document.annotations] == [
        "A white ferry leaves",
        "white ferry",
        "leaves (Example",
    ]


def test_divisions_hold_the_annotations_too() -> None:
    article, _ = read("::: outlook\nIt sails.\n:::\n", {"kind": "claim", "exact": "It sails"})
    (division,) = article.document.divisions

    assert isinstance(article.document.blocks[0], Division)
    assert division == article.document.blocks[0]
    assert isinstance(division.blocks[0], Paragraph)
    assert isinstance(division.blocks[0].inlines[0], Annotated)


@pytest.mark.parametrize(
    "text",
    [
        "> It sails\n> at noon.\n",
        "- one\n- It  sails at\tnoon.\n",
        "| a | b |\n| --- | --- |\n| It sails at noon | c |\n",
        "# It *sails* at noon\n",
        "It `sails` at\\\nnoon.\n",
        "It [sails](https://desk.example/) at noon.\n",
        "It&#32;sails\u00a0at noon.\n",
        "\\*It sails at noon\\*\n",
        "It sails at\r\nnoon.\r\n",
    ],
)
def test_words_are_found_in_every_block_and_markup(text: str) -> None:
    (claim,) = annotated(text, {"kind": "claim", "exact": "It sails  at\nnoon"})

    assert re.sub(r"\s", " ", claim.text) == "It sails at noon"


def test_context_decides_and_may_reach_over_a_paragraph() -> None:
    text = "It sails on Monday.\n\nREAD MORE: More\n\nOn Monday, it opens on Monday.\n"

    first, second = annotated(
        text,
        {"kind": "event", "exact": "on Monday", "prefix": "it opens"},
        {"kind": "event", "exact": "on Monday", "suffix": ". More On Monday, it"},
    )

    assert first.quotation.prefix == "It sails "
    assert second.quotation.prefix == "On Monday, it opens "


def test_an_occurrence_is_counted() -> None:
    (event,) = annotated(
        "on Monday, on Monday, on Monday\n",
        {"kind": "event", "exact": "on Monday", "occurrence": "3"},
    )

    assert event.quotation.suffix == ""


@pytest.mark.parametrize(
    ("item", "code", "message", "mend"),
    [
        (
            {"kind": "claim", "exact": "It sail at noon"},
            "W003",
            "'It sail at noon' does not stand in the text.",
            "The text has: It sails at noon on Monday.",
        ),
        (
            {"kind": "claim", "exact": "It sails", "prefix": "Then"},
            "W003",
            "'It sails' stands in the text, but not between the words that are given.",
            "Write suffix: 'at noon on Monday. And on Monday, noone'.",
        ),
        (
            {"kind": "claim", "exact": "zebra crossing"},
            "W003",
            "'zebra crossing' does not stand in the text.",
            "Give the words as they stand there.",
        ),
        (
            {"kind": "claim", "exact": "noone. The end"},
            "W003",
            "'noone. The end' runs over the end of a paragraph.",
            "Annotate each paragraph's part by itself.",
        ),
        (
            {"kind": "event", "exact": "on Monday"},
            "W004",
            "'on Monday' stands in the text twice.",
            "Add prefix: or suffix: with the words around it, or occurrence: with a number.",
        ),
        (
            {"kind": "event", "exact": "on Monday", "occurrence": "3"},
            "W003",
            "'on Monday' stands in the text only twice.",
            "Write occurrence: 2 or less.",
        ),
        (
            {"kind": "claim", "prefix": "It"},
            "W002",
            "The annotation does not say which words it is about.",
            "Add exact: and the words as they stand in the text.",
        ),
        (
            {"exact": "It sails"},
            "W002",
            "The annotation does not say what kind it is.",
            "Add kind: with one of actor, figure, event, place, quote, claim, plain.",
        ),
        (
            {"kind": "caption", "exact": "It sails"},
            "W002",
            "A caption cannot be marked beside the text, as it is a block of its own.",
            "Mark it in the text.",
        ),
        (
            {"kind": "claims", "exact": "It sails"},
            "A001",
            'There is no kind of annotation "claims".',
            "Write claim.",
        ),
    ],
)
def test_a_fault_is_told_in_the_sidecar(
    item: dict[str, str], code: str, message: str, mend: str
) -> None:
    _, faults = read("It sails at noon on Monday. And on Monday, noone.\n\nThe end.\n", item)

    assert [found[0] for found in shown(faults)] == [BESIDE]
    assert shown(faults)[0][2:] == (message, mend)
    if code.startswith("W"):
        assert faults[0].code == code


def test_a_bad_attribute_is_told_at_its_place() -> None:
    beside = """\
annotations:
  - kind: claim
    exact: It sails
    status: disputd
  - kind: event
    exact: noon
    date: yesterday-ish
  - kind: place
    exact: Rhodes
    onclick: steal()
"""
    _, faults = read_yaml("It sails at noon to Rhodes.\n", beside)

    assert [(item.path, item.line, item.column) for item in faults] == [
        (BESIDE, 4, 13),
        (BESIDE, 7, 11),
        (BESIDE, 10, 5),
    ]
    assert all(item.fix is None for item in faults)


@pytest.mark.parametrize(
    ("beside", "line"),
    [
        ("annotations:\n  kind: claim\n", 2),
        ("annotations:\n  - It sails\n", 2),
        ("annotation:\n  - kind: claim\n    exact: It sails\n", 1),
        ("annotations:\n  - kind: [claim]\n    exact: It sails\n    occurrence: first\n", 2),
        ("annotations: [\n", 2),
        ("- kind: claim\n", 1),
    ],
)
def test_what_cannot_be_read_is_told_and_the_text_is_kept(beside: str, line: int) -> None:
    article, faults = read_yaml("[It]{.plain} sails.\n", beside)

    assert len(article.document.annotations) == 1
    assert faults[0].code == "W001"
    assert (faults[0].path, faults[0].line) == (BESIDE, line)


def test_what_is_unplaced_is_told_and_no_more() -> None:
    article, faults = read_yaml(
        "It sails.\n", "unplaced:\n  - exact: It\n    note: What?\n  - note: Nice\n"
    )

    assert article.document.annotations == ()
    assert [(item.code, item.severity, item.line) for item in faults] == [
        ("W006", "note", 2),
        ("W006", "note", 4),
    ]


def test_hostile_sidecars_are_read_in_no_time() -> None:
    many = [{"kind": "claim", "exact": "It sails", "occurrence": "1"}] * 2000
    article, faults = read("It sails. " * 3, *many)

    assert len(article.document.annotations) == MOST_OVER_ONE_ANOTHER
    assert len(faults) == 2000 - MOST_OVER_ONE_ANOTHER

    text = "a " * 20_000
    items = [{"kind": "claim", "exact": "a a", "prefix": "b"}] * 200
    assert len(read(text, *items)[1]) == 200
