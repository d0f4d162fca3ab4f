"""Views speak the language of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.rendering.views import (
    BriefingView,
    HomeView,
    LinkView,
)
from tests.rendering.planned import page

if TYPE_CHECKING:
    from .conftest import Make


def test_an_arabic_page_speaks_arabic(make: Make) -> None:
    linked = make.site(
        make.actor("p", "Vladimir Putin", "بوتين", "فلاديمير بوتين"),
        make.article(
            "ar",
            [
                make.mark("actor", "بوتين"),
                " ",
                make.figure("15.3 مليون", "15300000", qualifier="about", label="عدد"),
            ],
            language="ar",
            title="عنوان",
        ),
    )
    view = page(linked, BriefingView)
    assert (view.page.language, view.page.direction) == ("ar", "rtl")
    assert view.actors[0].link == LinkView("فلاديمير بوتين", "../actors/p.md")
    assert (view.figures[0].value, view.figures[0].qualifier) == ("15.3 مليون", "نحو")
    assert view.date.text == "14 سبتمبر 2021"
    assert view.figures[0].source == LinkView("Example Desk", "../articles/ar.md", "und-Latn")
    home = page(linked, HomeView)
    assert home.lead is not None
    assert home.lead.link.language == "ar"


def test_counted_nouns_stand_where_the_label_does_not_say_them(make: Make) -> None:
    linked = make.site(
        make.article(
            "a",
            [make.figure("20 working days", "20", "working days", label="Time to reply")],
            [make.figure("92,000 claims", "92000", "claims", label="Claims left")],
            [make.figure("5 people", "5", "people", label="Rescued")],
            [make.figure("15", "15", "votes", label="In favour")],
            [make.figure("€1.2bn", "1200000000", "EUR", label="Aid")],
        )
    )
    values = [item.value for item in page(linked, BriefingView, "briefings/").figures]
    assert values == ["20 working days", "92,000", "5", "15", "€1.2 billion"]
