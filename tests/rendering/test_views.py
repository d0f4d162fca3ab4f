from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Span
from generator.model.document import Image
from generator.model.output import Copy
from generator.rendering import plan_pages
from generator.rendering.people import initials
from generator.rendering.scope import Scope
from generator.rendering.site_index import SiteIndex
from generator.rendering.views import (
    ActorPageView,
    ActorView,
    BriefingView,
    CollectionPageView,
    CorrectionsPageView,
    DateView,
    FigurePageView,
    HomeView,
    LinkView,
    ReadingView,
    ReadMoreView,
    RedirectView,
    TimelinePageView,
)
from tests.rendering.planned import page, pages

if TYPE_CHECKING:
    from generator.model.links import LinkedSite

    from .conftest import Make


def two_sources(make: Make) -> LinkedSite:
    return make.site(
        make.actor(
            "vladimir-putin",
            "Vladimir Putin",
            "بوتين",
            "فلاديمير بوتين",
            roles=[
                ("Prime Minister of Russia", "2008-05-08", "2012-05-07"),
                ("President of Russia", "2012-05-07", ""),
            ],
        ),
        make.actor("un", "United Nations", kind="Organization"),
        make.place("idlib", "Idlib"),
        make.series("killed", "Killed in the war", "0.1"),
        make.topic("syria-war", "Syria war"),
        make.background(
            "war",
            [
                "The war began in ",
                make.mark("event", "March 2011", date="2011-03", label="Protests begin"),
                ".",
            ],
        ),
        make.article(
            "new",
            [
                make.mark("actor", "Vladimir Putin", role="host"),
                " met ",
                make.mark("actor", "Ann Other"),
                " ",
                make.mark("event", "on Monday", date="2021-09-13", label="They meet"),
                " in ",
                make.mark("place", "Idlib"),
                ". ",
                make.figure("606,000 people", "606000", ref="killed", by="un", as_of="2021-06"),
            ],
            [
                "Troops, ",
                make.mark("claim", "who are illegal", by="vladimir-putin", status="disputed"),
            ],
            ("significance", "It matters."),
            "READ MORE: Old title",
            "READ MORE: Nowhere yet",
            title="New title",
            date="2021-09-14",
            summary="What happened.",
            topics=("syria-war",),
            background=("war",),
            briefing="talks",
            updated="2021-09-20",
            aliases=("older-id",),
            picture="images/a.jpg",
            corrections=[("2021-09-19", "It was Monday.")],
        ),
        make.article(
            "old",
            [
                "Died: ",
                make.figure(
                    "350,209", "350209", qualifier="about", ref="killed", by="un", as_of="2021-06"
                ),
            ],
            ("background.own", "Our words."),
            title="Old",
            date="2021-09-01",
            briefing="talks",
            publisher="Example Wire",
            rights="quote",
            url="https://desk.example/old",
        ),
        make.article("other", "Text.", title="Old title", date="2020-01-02", topics=("syria-war",)),
    )


def test_a_briefing_reads_in_order(make: Make) -> None:
    view = page(two_sources(make), BriefingView, "briefings/talks")
    assert (view.page.title, view.page.language, view.page.direction) == ("New title", "en", "ltr")
    assert view.date == DateView("14 September 2021", "2021-09-14")
    assert view.updated == DateView("20 September 2021", "2021-09-20")
    assert view.reviewed == view.updated
    assert view.minutes == 1
    assert [(item.value, item.qualifier, item.source.text) for item in view.figures] == [
        ("606,000", "", "Example Desk"),
        ("350,209", "about", "Example Wire"),
    ]
    assert view.figures[0].href == "../articles/new.md#figure-606-000-people"
    assert view.figures[1].href == "https://desk.example/old#:~:text=350%2C209"
    assert view.figures[0].by == LinkView("United Nations", "../actors/un.md")
    assert view.figures[0].differs == LinkView(
        "Reports differ: 350,209 (United Nations) to 606,000 (United Nations)",
        "../figures/killed.md#differences",
    )
    assert [item.body for item in view.significance] == ["It matters."]
    assert [item.link for item in view.developments] == [
        LinkView("New title", "../articles/new.md"),
        LinkView("Old", "https://desk.example/old"),
    ]
    assert [item.title for item in view.background] == ["War", ""]
    assert view.background[0].used_in == 1
    assert view.background[1].source is None
    assert view.actors == (
        ActorView(
            LinkView("Vladimir Putin", "../actors/vladimir-putin.md"),
            "President of Russia · host",
            "VP",
            person=True,
        ),
        ActorView(LinkView("Ann Other"), "", "AO", person=False),
    )
    assert view.places == (LinkView("Idlib", "../places/idlib.md"),)
    assert [(item.text, item.status, item.status_text) for item in view.statements] == [
        ("who are illegal", "disputed", "disputed")
    ]
    assert [(item.by, item.statements) for item in view.speakers] == [
        (view.statements[0].by, view.statements)
    ]
    assert [(item.label, item.current) for item in view.timeline] == [
        ("Protests begin", False),
        ("They meet", True),
    ]
    assert view.read_more == (
        ReadMoreView(LinkView("Old title", "other.md")),
        ReadMoreView(LinkView("Nowhere yet")),
    )
    assert [(item.rights, item.reading) for item in view.sources] == [
        ("", "../articles/new.md"),
        ("quoted in part", ""),
    ]
    assert [item.text for item in view.corrections] == ["It was Monday."]


def test_one_article_alone_is_no_development(make: Make) -> None:
    assert page(two_sources(make), BriefingView, "briefings/other").developments == ()


def test_the_reading_view_marks_what_it_links(make: Make) -> None:
    view = page(two_sources(make), ReadingView, "articles/new")
    body = "\n\n".join(passage.body for passage in view.passages)
    assert (
        '<span class="bf-mark bf-actor" id="actor-vladimir-putin">'
        "[Vladimir Putin](../actors/vladimir-putin.md)</span>"
    ) in body
    assert (
        '<span class="bf-mark bf-event" id="event-on-monday">'
        "[on Monday](../timeline.md#event-2021-09-13-they-meet)</span>"
    ) in body
    assert "READ MORE: [Old title](../briefings/other.md)\n{ .bf-read-more }" in body
    (figure,) = view.passages[0].figures
    assert (figure.text, figure.marks) == (
        LinkView("606,000", "#figure-606-000-people"),
        ("figure-606-000-people",),
    )
    assert view.briefing == LinkView("New title", "../briefings/talks.md")


def test_an_actor_page_gathers_what_it_did(make: Make) -> None:
    view = page(two_sources(make), ActorPageView, "actors/vladimir-putin")
    assert view.role == "President of Russia"
    assert [(item.title, item.held.text) for item in view.roles] == [
        ("Prime Minister of Russia", "8 May 2008 – 7 May 2012"),
        ("President of Russia", "since 7 May 2012"),
    ]
    assert view.aliases == (
        LinkView("بوتين", "", "und-Arab"),
        LinkView("فلاديمير بوتين", "", "und-Arab"),
    )
    assert [item.text for item in view.statements] == ["who are illegal"]
    assert [item.label for item in view.timeline] == ["They meet"]


def test_a_role_is_the_one_held_on_the_day(make: Make) -> None:
    linked = make.site(
        make.actor(
            "p",
            "Vladimir Putin",
            roles=[("Prime Minister", "2008-05-08", "2012-05-07"), ("President", "2012-05-07", "")],
        ),
        make.article("a", [make.mark("actor", "Vladimir Putin")], date="2010-01-01"),
        make.article("b", [make.mark("actor", "Vladimir Putin")], date="2001-01-01"),
    )
    roles = {view.page.path: view.actors[0].role for view in pages(linked, BriefingView)}
    assert roles == {"briefings/a.md": "Prime Minister", "briefings/b.md": ""}


def test_a_figure_page_has_every_report_with_its_source(make: Make) -> None:
    view = page(two_sources(make), FigurePageView)
    assert [(item.value, item.source.text) for item in view.reports] == [
        ("606,000", "Example Desk"),
        ("350,209", "Example Wire"),
    ]
    assert view.latest == view.reports[0]
    assert [(item.first.value, item.second.value) for item in view.differences] in (
        [("606,000", "350,209")],
        [("350,209", "606,000")],
    )


def test_collections_gather_their_briefings(make: Make) -> None:
    linked = two_sources(make)
    topic = page(linked, CollectionPageView, "topics/")
    assert [item.link.text for item in topic.briefings] == ["New title", "Old title"]
    place = page(linked, CollectionPageView, "places/")
    assert [item.label for item in place.timeline] == ["They meet"]


def test_home_leads_with_figures_and_indexes(make: Make) -> None:
    view = page(two_sources(make), HomeView)
    assert view.lead is not None
    assert view.lead.link == LinkView("New title", "briefings/talks.md")
    assert [item.link.text for item in view.latest] == ["Old title"]
    assert [item.value for item in view.figures] == ["606,000"]
    assert [(item.link.text, item.count) for item in view.topics] == [("Syria war", 2)]
    assert LinkView("Actors", "actors/index.md") in view.indexes


def test_old_addresses_lead_on(make: Make) -> None:
    found = {view.page.path: view.location for view in pages(two_sources(make), RedirectView)}
    assert found["briefings/older-id.md"] == "briefings/talks.md"
    assert found["articles/older-id.md"] == "articles/new.md"
    assert found["briefings/new.md"] == "briefings/talks.md"


def test_corrections_and_timeline(make: Make) -> None:
    linked = two_sources(make)
    corrections = page(linked, CorrectionsPageView).corrections
    assert [item.page for item in corrections] == [LinkView("New title", "briefings/talks.md")]
    years = page(linked, TimelinePageView).years
    assert [(year, [item.label for item in events]) for year, events in years] == [
        ("2021", ["They meet"]),
        ("2011", ["Protests begin"]),
    ]


def test_pictures_are_copied(make: Make) -> None:
    plan = plan_pages(two_sources(make))
    assert plan.copies == (Copy("assets/media/images/a.jpg", "images/a.jpg"),)


def test_drafts_are_left_out(make: Make) -> None:
    things = (
        make.actor("ann", "Ann Example"),
        make.topic("t", "Topic"),
        make.article("live", [make.mark("actor", "Ann Example")], briefing="b", topics=("t",)),
        make.article(
            "draft",
            [make.mark("actor", "Ann Example"), make.mark("event", "x", date="2021-01-01")],
            [make.mark("quote", "secret words", by="ann")],
            "READ MORE: Live",
            briefing="b",
            status="draft",
            date="2022-01-01",
            title="Secret title",
        ),
        make.article("alone", "Secret text.", status="draft"),
    )
    plan = plan_pages(make.site(*things))
    assert "ecret" not in repr(plan)
    paths = {view.page.path for view in plan.views}
    assert "briefings/b.md" in paths
    assert "briefings/alone.md" not in paths
    briefing = page(make.site(*things), BriefingView)
    assert [item.link.text for item in briefing.actors] == ["Ann Example"]
    everything = plan_pages(make.site(*things), drafts=True)
    assert "Secret title" in repr(everything)


def test_an_empty_site_has_its_pages(make: Make) -> None:
    view = page(make.site(), HomeView)
    assert view.lead is None
    assert len(plan_pages(make.site()).views) == 9


def test_links_in_texts_lead_to_pages_that_are_there(make: Make) -> None:
    index = SiteIndex(make.site(make.article("a"), make.topic("t", "T")), {"about.md"})
    scope = Scope(index, "articles/a.md")
    assert scope.target("../topics/t.md#x") == "../topics/t.md#x"
    assert scope.target("/topics/t/") == "../topics/t.md"
    assert scope.target("/topics/") == "../topics/index.md"
    assert scope.target("about.md") == "../about.md"
    assert scope.target("nowhere.md") == ""
    assert scope.target("https://desk.example/") == "https://desk.example/"


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("../images/a.png", "../assets/media/images/a.png"),
        ("/images/a.png", "../assets/media/images/a.png"),
        ("../../etc/a.png", ""),
        ("../images/a.md", ""),
        ("https://desk.example/a.png", ""),
    ],
)
def test_pictures_in_texts_are_those_of_the_site(make: Make, target: str, shown: str) -> None:
    scope = Scope(SiteIndex(make.site(make.article("a"))), "articles/a.md")
    nowhere = Span(0, 0)

    found = scope.image(Image(nowhere, "Alt", target, nowhere), "content/articles")

    assert bool(found) == bool(shown)
    assert shown in found


def test_initials() -> None:
    assert initials("Vladimir Putin", person=True) == "VP"
    assert initials("Bashar al-Assad", person=True) == "BA"
    assert initials("Ursula von der Leyen", person=True) == "UL"
    assert initials("United Nations", person=False) == "UN"
    assert initials("Hezbollah", person=False) == "HE"
    assert initials("Plato", person=True) == "P"
    assert initials("مجلس الأمن", person=False) == "ما"
    assert initials("", person=True) == ""
    assert initials("123", person=False) == "1"
