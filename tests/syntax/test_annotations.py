"""Annotations: kinds, attributes, text, quotation, sentence, section, anchor."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.quantity import Qualifier
from tests.syntax.reading import annotated, faults, read


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('[x]{.place ref="a b}', "A001", 'ref="a'),
        ('[x]{.place ref="a}', "A001", '"a'),
        ('[x]{.actor role=" a"}', "A001", 'role="'),
        ("[x]{.place ref = a}", "A001", "ref"),
        ("[x]{.place, ref=a}", "A001", ","),
        ("[x]{place}", "A001", "place"),
        ("[x]{.place a}", "A001", "a"),
        ("[x]{.place", "A001", "{.place"),
        ("[x]{.1place}", "A001", ".1place"),
        ("[x]{.acotr}", "A002", ".acotr"),
        ("[x]{.person}", "A002", ".person"),
        ("[x]{.smallcaps}", "A003", "[x]{.smallcaps}"),
        ("[x]{#id}", "A003", "[x]{#id}"),
        ("[x]{}", "A003", "[x]{}"),
        ("[x]{.place .plain}", "A004", ".plain"),
        ("[x]{.place role=host}", "A005", "role"),
        ("[x]{.plain ref=a}", "A005", "ref"),
        ("[x]{.place onclick=a}", "A006", "onclick"),
        ("[x]{.place ref=a ref=b}", "A007", "ref"),
        ("[x]{.place #a #b}", "A007", "#b"),
        ("[x]{.place ref=}", "A008", "ref"),
        ('[x]{.place ref=" "}'.replace('" "', '""'), "A008", "ref"),
        ("[]{.place}", "A009", "[]{.place}"),
        ("[ ]{.place}", "A009", "[ ]{.place}"),
        ("[40]{.figure qualifier=abuot}", "A010", "abuot"),
        ("[x]{.claim status=denied}", "A010", "denied"),
        ("[a full fleet]{.figure}", "A011", "a full fleet"),
        ("[x]{.figure value=plenty}", "A012", "plenty"),
        ("[x]{.figure low=few high=3}", "A012", "few"),
        ("[x]{.event date=6.5.2024}", "A013", "6.5.2024"),
        ("[40]{.figure as-of=lately}", "A013", "lately"),
        ("[its storm]{.event}", "A014", "its storm"),
        ("[x]{.place .big}", "A016", ".big"),
        ("[x]{.figure low=5 high=4}", "A017", "5"),
        ("READ MORE: a [b]{.place}", "A018", "[b]{.place}"),
        ("Source: [b]{.plain}", "A018", "[b]{.plain}"),
    ],
)
def test_faults(text: str, code: str, place: str) -> None:
    assert faults(text) == [(code, place)]


def test_messages_quote_and_mends_propose() -> None:
    (kind,) = read("[x]{.figrue}")[1]
    assert kind.message == 'There is no kind of annotation "figrue".'
    assert kind.help == "Write .figure."
    attribute = read("[x]{.event daet=2024}")[1][-1]
    assert attribute.help == "Write date=."
    (value,) = read("[40]{.figure qualifier=atleast}")[1]
    assert value.help == "Write qualifier=at-least."


def test_text_that_cannot_be_read_is_kept() -> None:
    document, _ = read("a [b]{.place c} d")
    (block,) = document.blocks
    assert block.inlines[0].text == "a [b]{.place c} d"  # type: ignore[union-attr]
    assert document.annotations == ()


def test_all_faults_come_in_one_run_sorted() -> None:
    found = read("[x]{.acotr}\n\n::: foo\n[y]{.place a}\n:::\n\n[z]{.event date=x}")[1]
    assert [fault.code for fault in found] == ["A002", "B003", "A001", "A013"]
    assert list(found) == sorted(found)


def test_attributes_may_span_lines_and_use_either_quote() -> None:
    (item,) = annotated("[x]{.actor\n  role='the \"host\"'\n  ref=a}")
    assert item.get("role") == 'the "host"'
    assert item.get("ref") == "a"
    assert item.get("by") is None


def test_text_is_plain_and_run_together() -> None:
    (item,) = annotated("[ *a*  [b](c)\n`d` &amp; \\* ]{.plain}")
    assert item.text == "a b d & *"


def test_nested_annotations_know_their_parents() -> None:
    found = annotated("[a [b [c]{.place}]{.actor} d]{.quote} [e]{.plain}")
    assert [(item.text, item.parent) for item in found] == [
        ("a b c d", None),
        ("b c", 0),
        ("c", 1),
        ("e", None),
    ]


def test_quotation_has_what_stands_around() -> None:
    text = "The harbour of Exampleton opened on Monday, [the minister]{.actor} "
    text += "said in the town hall today."
    (item,) = annotated(text)
    quotation = item.quotation
    assert quotation.exact == "the minister"
    assert quotation.prefix == "of Exampleton opened on Monday, "
    assert quotation.suffix == " said in the town hall today."
    assert not quotation.repeated


def test_a_quotation_is_repeated_wherever_it_stands_again() -> None:
    assert annotated("[a b]{.place} c\n\n- a b")[0].quotation.repeated
    assert annotated("[a b]{.place} c\n\nREAD MORE: a b")[0].quotation.repeated
    assert not annotated("[a b]{.place} c")[0].quotation.repeated
    document, _ = read("[a b]{.place} c", headline="On a b")
    assert document.annotations[0].quotation.repeated


def test_many_annotations_are_counted_the_same_way() -> None:
    text = "\n\n".join(f"[ship {number:03}]{{.plain}} x" for number in range(200))
    text += "\n\nship 007"
    repeated = [item.text for item in annotated(text) if item.quotation.repeated]
    assert repeated == ["ship 007"]


def test_sentence_and_section() -> None:
    text = (
        "One. Two [a]{.place} two. Three.\n\n"
        "::: {.background .own}\n> Four. In [b]{.place} five!\n:::\n\n"
        "| x | y |\n|---|---|\n| [c]{.place} | z |"
    )
    found = annotated(text)
    assert [item.sentence for item in found] == ["Two a two.", "In b five!", "c"]
    assert [(item.section, item.own) for item in found] == [
        ("", False),
        ("background", True),
        ("", False),
    ]


def test_anchors_are_of_the_text_and_unique() -> None:
    found = annotated("[Bashar al-Assad]{.actor} [a]{.place} [a]{.place} [a 2]{.place} [—]{.plain}")
    assert [item.anchor for item in found] == [
        "actor-bashar-al-assad",
        "place-a",
        "place-a-2",
        "place-a-2-2",
        "plain",
    ]
    assert len({item.anchor for item in annotated("[ميناء]{.place} [港口]{.place}")}) == 2


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "low", "high"),
    [
        ("[some 4 million people]{.figure}", 4000000, "people", "about", None, None),
        ("[many people]{.figure value=1.2e3 unit=people}", 1200, "people", "exact", None, None),
        ("[x]{.figure value=P12M}", 12, "month", "exact", None, None),
        ("[x]{.figure value=300..500}", None, None, "between", 300, 500),
        ("[x]{.figure low=300 high=500 unit=ships}", None, "ships", "between", 300, 500),
        ("[40 ships]{.figure qualifier=at-least}", 40, "ships", "at-least", None, None),
        ("[some 40 ships]{.figure value=41}", 41, "ships", "about", None, None),
        ('[x]{.figure value="half a million"}', 500000, None, "exact", None, None),
        ("[40 ships]{.figure unit=vessels}", 40, "vessels", "exact", None, None),
    ],
)  # fmt: skip
def test_quantities(
    text: str,
    value: int | None,
    unit: str | None,
    qualifier: str,
    low: int | None,
    high: int | None,
) -> None:
    (item,) = annotated(text)
    quantity = item.quantity
    assert quantity is not None
    assert quantity.value == (None if value is None else Decimal(value))
    assert quantity.unit == unit
    assert quantity.qualifier == Qualifier(qualifier)
    assert (quantity.low, quantity.high) == (low, high)
    assert faults(text) == []


def test_a_vague_amount_needs_no_value() -> None:
    (item,) = annotated("[dozens of ships]{.figure}")
    assert item.quantity is not None
    assert item.quantity.value is None
    assert faults("[dozens of ships]{.figure}") == []


def test_dates() -> None:
    found = annotated(
        "[on Monday]{.event} [then]{.event date=2021-09~} [40]{.figure as-of=2024-05} [x]{.place}"
    )
    assert [item.date.text if item.date else None for item in found] == [
        "2024-05-06",
        "2021-09~",
        "2024-05",
        None,
    ]


def test_without_a_day_to_read_on_only_whole_dates_count() -> None:
    document, found = read("[March 2011]{.event} [last week]{.event}", reference=None)
    assert [item.date.text if item.date else None for item in document.annotations] == [
        "2011-03",
        None,
    ]
    assert [fault.code for fault in found] == ["A014"]
