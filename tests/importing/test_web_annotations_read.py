from __future__ import annotations

import json
from typing import Any

import pytest

from generator.importing.web_annotations import UnreadableAnnotationsError, read_annotations
from generator.model.selector import Selected, Selector

QUOTE = {"type": "TextQuoteSelector", "exact": "It sails", "prefix": "“", "suffix": "”"}
SELECTOR = Selector("It sails", "“", "”")
PAGE = "https://desk.example/ferry"
TARGET = {"source": PAGE, "selector": [{"type": "RangeSelector"}, QUOTE]}


def read(value: Any) -> tuple[Selected, ...]:  # noqa: ANN401
    return read_annotations(json.dumps(value).encode())


def one(**annotation: Any) -> Selected:  # noqa: ANN401
    (found,) = read({"target": TARGET, **annotation})
    return found


def test_an_export_of_hypothesis_is_read() -> None:
    row = {
        "id": "x",
        "created": "2024-05-02T00:00:00+00:00",
        "user": "acct:ann@desk.example",
        "uri": PAGE,
        "text": "Is that so?",
        "tags": ["Claim", "by: jane-roe", "status:disputed", "to check"],
        "target": [TARGET],
    }

    assert read({"total": 1, "rows": [row]}) == (
        Selected(
            SELECTOR,
            "claim",
            (("by", "jane-roe"), ("status", "disputed")),
            "to check\nIs that so?",
            PAGE,
        ),
    )


@pytest.mark.parametrize(
    "wrap",
    [
        lambda item: item,
        lambda item: [item],
        lambda item: {"type": "AnnotationPage", "items": [item]},
        lambda item: {"type": "AnnotationCollection", "first": {"items": [item]}},
        lambda item: {"annotations": [item]},
        lambda item: {"rows": [item]},
    ],
)
def test_annotations_are_found_wherever_they_are_kept(wrap: Any) -> None:  # noqa: ANN401
    (found,) = read(wrap({"type": "Annotation", "target": TARGET}))

    assert found.selector == SELECTOR


def test_one_a_line_is_read_too() -> None:
    line = json.dumps({"target": TARGET})

    assert len(read_annotations(f"\ufeff{line}\n\n{line}\r\n".encode())) == 2


@pytest.mark.parametrize(
    ("body", "kind", "attributes", "note"),
    [
        ({"type": "TextualBody", "purpose": "tagging", "value": "quote"}, "quote", (), ""),
        ([{"value": ".event"}, {"type": "Tag", "value": "#event"}], "event", (), ".event"),
        ({"type": "TextualBody", "value": "quote"}, "", (), "quote"),
        ({"type": "Choice", "items": [{"type": "Tag", "value": "place"}]}, "place", (), ""),
        (
            {"type": "SpecificResource", "source": "https://desk.example/actors/ann/"},
            "",
            (("ref", "ann"),),
            "",
        ),
        ("https://desk.example/figures/killed/index.html", "", (("ref", "killed"),), ""),
        ({"id": "http://www.wikidata.org/entity/Q42"}, "", (), ""),
        ({"id": "https://other.example/page"}, "", (), "https://other.example/page"),
        ([{"type": "Tag", "value": "actor"}, {"type": "Tag", "value": "place"}], "", (),
         "actor\nplace"),
        ({"type": "Tag", "value": "https://desk.example"}, "", (), "https://desk.example"),
    ],
)  # fmt: skip
def test_bodies_say_what_it_is(
    body: Any,  # noqa: ANN401
    kind: str,
    attributes: tuple[tuple[str, str], ...],
    note: str,
) -> None:
    assert one(body=body) == Selected(SELECTOR, kind, attributes, note, PAGE)


def test_a_tag_goes_before_a_page() -> None:
    found = one(
        body=[
            {"type": "Tag", "value": "ref:ann"},
            {"purpose": "identifying", "source": "https://desk.example/actors/bo/"},
        ]
    )

    assert found.attributes == (("ref", "ann"),)
    assert found.note == "https://desk.example/actors/bo/"


def test_of_several_targets_each_is_one() -> None:
    other = {"source": {"id": PAGE}, "selector": {"type": "CssSelector", "refinedBy": QUOTE}}

    assert [item.selector for item in read({"target": [TARGET, other, f"{PAGE}#top"]})] == [
        SELECTOR,
        SELECTOR,
        Selector(""),
    ]


def test_what_is_said_of_a_whole_page_has_no_words() -> None:
    (found,) = read({"uri": PAGE, "text": "Good"})

    assert found == Selected(Selector(""), "", (), "Good", PAGE)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no annotations"),
        (b"{", "no JSON"),
        (b'{"a": 1}\nnot json', "no JSON"),
        (b"\xff\xfe", "The byte 1 is no UTF-8."),
        (b"[]", "holds no annotations"),
        (b'"text"', "holds no annotations"),
        (b"[" * 100_000, "nest too deeply|no JSON"),
        (b'{"items":' * 60 + b"1" + b"}" * 60, "holds no annotations"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableAnnotationsError, match=reason):
        read_annotations(data)


@pytest.mark.parametrize("odd", [None, 1, [], "x", {}, {"source": 1}, {"selector": [1, None]}])
def test_odd_values_are_no_error(odd: Any) -> None:  # noqa: ANN401
    for key in ("target", "body", "tags", "text", "motivation"):
        found = read([{"target": TARGET}, {"target": TARGET, key: odd}])
        assert found[0].selector == SELECTOR
