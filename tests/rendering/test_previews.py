from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.rendering import plan_pages
from generator.rendering.previews import preview_path

if TYPE_CHECKING:
    from generator.model.links import LinkedSite

    from .conftest import Make


def shown(linked: LinkedSite, page: str) -> dict[str, Any]:
    path = preview_path(page)
    (output,) = (item for item in plan_pages(linked).data if item.path == path)
    found: dict[str, Any] = json.loads(output.content)
    return found


def example(make: Make) -> LinkedSite:
    return make.site(
        make.actor(
            "ann",
            "Ann Example",
            roles=[("Harbour master", "2020", "")],
            profile=["She <b>knows</b> the harbour.", "And more."],
        ),
        make.series("ships", "Ships in the harbour"),
        make.topic("sea", "The sea"),
        make.article(
            "one",
            [make.mark("actor", "Ann Example"), " counts ", make.figure("7 ships", "7", "ships")],
            [make.figure("at least 9", "9", "ships", "at-least", ref="ships", as_of="2021")],
            title="The harbour",
            summary="It is open.",
            topics=("sea",),
            publisher="Example Desk",
        ),
        make.article("ar", title="الميناء", summary="مفتوح.", language="ar"),
    )


def test_an_actor_a_figure_and_a_briefing_say_what_they_are(make: Make) -> None:
    linked = example(make)
    common = {"language": "en", "direction": "ltr"}
    assert shown(linked, "actors/ann.md") == {
        **common,
        "over": "Person · Harbour master",
        "title": "Ann Example",
        "text": "She <b>knows</b> the harbour.",
        "under": "1 briefing",
    }
    assert shown(linked, "figures/ships.md") == {
        **common,
        "value": "at least 9",
        "title": "Ships in the harbour",
        "under": "2021 · Example Desk",
    }
    assert shown(linked, "briefings/one.md") == {
        **common,
        "title": "The harbour",
        "text": "It is open.",
        "under": "14 September 2021 · The sea",
    }


def test_a_preview_is_in_the_language_of_its_page(make: Make) -> None:
    found = shown(example(make), "briefings/ar.md")
    assert (found["language"], found["direction"], found["title"]) == ("ar", "rtl", "الميناء")
    assert found["under"] == "14 سبتمبر 2021"


def test_long_texts_are_cut_and_a_figure_without_reports_tells_what_it_is(make: Make) -> None:
    linked = make.site(
        make.series("ships", "Ships"), make.article("a", "Text.", summary="word " * 100)
    )
    assert shown(linked, "figures/ships.md")["title"] == "Ships"
    text = shown(linked, "briefings/a.md")["text"]
    assert len(text) <= 201
    assert text.endswith("word…")
