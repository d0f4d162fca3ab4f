from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Span
from generator.model.document import Heading, Text
from generator.rendering import plan_pages
from generator.rendering.views import LinkView, ReadingPassageView, ReadingView

if TYPE_CHECKING:
    from generator.model.links import LinkedSite

    from .conftest import Make

HERE = Span(0, 0)


def passages(linked: LinkedSite) -> tuple[ReadingPassageView, ...]:
    (view,) = (view for view in plan_pages(linked).views if isinstance(view, ReadingView))
    return view.passages


def with_headings(make: Make, *parts: object) -> LinkedSite:
    """An article in which ``# Title`` is a heading."""
    titles = [item for item in parts if isinstance(item, str) and item.startswith("# ")]
    article = make.article("a", *parts)
    blocks = list(article.document.blocks)
    for place, part in enumerate(parts):
        if part in titles:
            text = str(part).removeprefix("# ")
            blocks[place] = Heading(HERE, 2, (Text(HERE, text),))
    return make.site(
        make.actor("ann", "Ann Example", roles=[("Harbour master", "2020", "")]),
        make.place("port", "Port"),
        make.series("ships", "Ships"),
        replace(article, document=replace(article.document, blocks=tuple(blocks))),
    )


def test_each_section_has_what_it_names_beside_it(make: Make) -> None:
    first, second = passages(
        with_headings(
            make,
            [
                make.mark("actor", "Ann Example", role="host"),
                " met ",
                make.mark("actor", "Bo Other"),
                " in ",
                make.mark("place", "Port"),
                ".",
            ],
            ["Then ", make.mark("actor", "Ann", ref="ann"), " left."],
            "# Later",
            [
                make.figure("7 ships", "7", "ships", ref="ships"),
                " came ",
                make.mark("event", "in May", date="2021-05", label="Ships arrive"),
                ".",
            ],
        )
    )
    assert [(item.text, item.note, item.marks) for item in first.actors] == [
        (
            LinkView("Ann Example", "../actors/ann.md"),
            "Harbour master · host",
            ("actor-ann-example", "actor-ann"),
        ),
        (LinkView("Bo Other"), "", ("actor-bo-other",)),
    ]
    assert [(item.text.text, item.marks) for item in first.places] == [("Port", ("place-port",))]
    assert (first.figures, first.events) == ((), ())
    (figure,) = second.figures
    assert (figure.text, figure.note) == (LinkView("7", "#figure-7-ships"), "Ships")
    assert figure.link == LinkView("Ships", "../figures/ships.md")
    (event,) = second.events
    assert (event.text.text, event.marks) == ("Ships arrive", ("event-in-may",))
    assert event.date is not None
    assert event.date.iso == "2021-05"
    assert second.body.startswith("## [Later](#section-1){ .bf-anchor } { #section-1 }")


def test_a_long_section_is_divided_between_paragraphs(make: Make) -> None:
    texts = [f"Paragraph {number}." for number in range(20)]
    found = passages(make.site(make.article("a", *texts)))
    assert [item.body.count("Paragraph") for item in found] == [7, 7, 6]
    assert "\n\n".join(item.body for item in found) == "\n\n".join(texts)
    assert not any(item.found for item in found)


def test_every_mark_that_an_entry_names_is_in_its_passage(make: Make) -> None:
    parts = [["A ", make.mark("actor", f"Person {number}"), "."] for number in range(30)]
    for passage in passages(make.site(make.article("a", *parts))):
        assert passage.found
        for entry in passage.actors:
            assert all(f'id="{mark}"' in passage.body for mark in entry.marks)
