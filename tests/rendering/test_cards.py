"""Cards of briefings: what stands on them, and what pages and JSON-LD say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.model.card import Card
from generator.model.links import LinkedSite
from generator.model.output import Output
from generator.rendering import Pictures, Rendered, render
from tests.rendering.conftest import Make
from tests.rendering.linked_data_rules import faults, parsed
from tests.rendering.test_pages import TEMPLATES

SITE = "https://desk.example/news/"


class Desk:
    """Remembers what it was asked to draw, and draws it as text."""

    def __init__(self, *, able: bool = True) -> None:
        self.asked: list[Card] = []
        self.able = able

    def __call__(self, card: Card) -> bytes | None:
        self.asked.append(card)
        return card.headline.encode() if self.able else None


def rendered(linked: LinkedSite, desk: Desk) -> Rendered:
    return render(linked, templates=[TEMPLATES], pictures=Pictures(draw=desk))


def front(made: Rendered, path: str) -> dict[str, Any]:
    page = next(output for output in made.outputs if output.path == path)
    found: dict[str, Any] = yaml.safe_load(page.content.decode().split("---\n")[1])
    return found


def ferry(make: Make, *figures: object, **values: Any) -> LinkedSite:  # noqa: ANN401
    text: list[object] = ["It carries ", *figures, "."]
    return make.site(
        make.topic("transport", "Transport"),
        make.article(
            "ferry",
            text,
            **{"title": "The ferry is back", "date": "2021-09-14", "topics": ("transport",)}
            | values,
        ),
        site_url=SITE,
    )


def test_a_briefing_has_a_card_and_says_so(make: Make) -> None:
    desk = Desk()
    figure = make.figure("4 million people", "4000000", "people", label="passengers a year")
    made = rendered(ferry(make, figure), desk)

    (card,) = desk.asked
    assert card == Card(
        path="assets/cards/ferry.png",
        headline="The ferry is back",
        site="The Desk",
        topic="Transport",
        date="14 September 2021",
        figure="4 million",
        label="passengers a year",
    )
    assert Output(card.path, b"The ferry is back") in made.outputs
    page = front(made, "briefings/ferry.md")
    assert page["card"] == "assets/cards/ferry.png"
    assert (page["card_width"], page["card_height"]) == (1200, 630)
    assert page["card_alt"] == "The ferry is back · 4 million passengers a year · The Desk"


def test_json_ld_shows_the_card(make: Make) -> None:
    page = front(rendered(ferry(make), Desk()), "briefings/ferry.md")
    graph = parsed(page["linked_data"])
    assert faults(graph) == []
    assert graph["@graph"][0]["image"] == {
        "@type": "ImageObject",
        "url": f"{SITE}assets/cards/ferry.png",
        "caption": "The ferry is back · The Desk",
    }


def test_other_pages_have_none(make: Make) -> None:
    made = rendered(ferry(make), Desk())
    for path in ("index.md", "topics/transport.md", "search.md", "articles/ferry.md"):
        if any(output.path == path for output in made.outputs):
            assert "card" not in front(made, path)


def test_what_cannot_be_drawn_is_not_named(make: Make) -> None:
    made = rendered(ferry(make), Desk(able=False))
    assert not [output for output in made.outputs if output.path.endswith(".png")]
    page = front(made, "briefings/ferry.md")
    assert not [key for key in page if key.startswith("card")]
    assert "image" not in parsed(page["linked_data"])["@graph"][0]


@pytest.mark.parametrize("settings", [{"cards": False}, {"site_url": ""}])
def test_nothing_is_drawn_where_nothing_shows_it(make: Make, settings: dict[str, Any]) -> None:
    linked = ferry(make)
    site = replace(linked.site, settings=replace(linked.site.settings, **settings))
    desk = Desk()
    made = rendered(replace(linked, site=site), desk)
    assert desk.asked == []
    assert "card" not in front(made, "briefings/ferry.md")


def test_text_runs_as_on_the_page(make: Make) -> None:
    desk = Desk()
    rendered(ferry(make, language="ar", title="عادت العبّارة"), desk)
    (card,) = desk.asked
    assert card.right_to_left
    assert card.date == "14 سبتمبر 2021" or "سبتمبر" in card.date


def test_a_figure_without_a_name_is_left_to_the_page(make: Make) -> None:
    desk = Desk()
    source = {"publisher": "Example Wire", "url": "https://wire.example/ferry"}
    rendered(ferry(make, make.figure("12 boats", "12", "boats", label=""), **source), desk)
    (card,) = desk.asked
    assert bool(card.figure) == bool(card.label)
