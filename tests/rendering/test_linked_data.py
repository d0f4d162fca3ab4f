from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, Hyperlink, Picture, Source
from generator.model.links import LinkedSite
from generator.model.registers import Actor
from generator.rendering import plan_pages, render
from generator.rendering.escaping import one_line
from generator.rendering.linked_data import written
from generator.rendering.views import RedirectView
from tests.rendering.conftest import NOWHERE, Make
from tests.rendering.linked_data_rules import Node, faults, nodes, parsed
from tests.rendering.test_pages import TEMPLATES

SITE = "https://desk.example/news/"
WIRE = {"publisher": "Example Wire", "url": "https://wire.example/ferry?a=1&b=2"}
HOSTILE = "</script><!-- \" \\ ' & \u2028\u2029 {{ x }} --- é ١"


def graphs(linked: LinkedSite) -> dict[str, Node]:
    """The graph of every page, each without a fault; redirects have none."""
    found = {}
    for view in plan_pages(linked).views:
        if isinstance(view, RedirectView):
            assert view.page.head is None
            continue
        assert view.page.head
        found[view.page.path] = parsed(view.page.head.linked_data)
        assert faults(found[view.page.path]) == [], view.page.path
    return found


def subject(linked: LinkedSite, path: str) -> Node:
    found: Node = graphs(linked)[path]["@graph"][0]
    return found


def ferry(make: Make, **values: Any) -> Article:  # noqa: ANN401
    given_values = {
        "title": "The ferry is back",
        "summary": "It sails at noon.",
        "date": "2021-09-14",
        **({} if "source" in values else WIRE),
        "topics": ("transport",),
        "corrections": (("2021-09-15", "Noon, not one."), ("2021-09-16", "Ann, not Anne.")),
        **values,
    }
    return make.article(
        "ferry",
        [
            make.mark("actor", "Ann Example"),
            " sails to ",
            make.mark("place", "Rhodes"),
            " with ",
            make.figure("40 people", "40", ref="passengers", by="ann", as_of="2021-09"),
        ],
        **given_values,
    )


def ann(make: Make, **values: Any) -> Actor:  # noqa: ANN401
    made = make.actor("ann", "Ann Example", "آن", roles=[("Captain", "2020", "")])
    link = Hyperlink("Her page", "https://ann.example/?x=1&y=2", NOWHERE)
    return replace(made, **{"wikidata": "Q42", "links": (link,), **values})


def desk(make: Make, *more: object, **settings: Any) -> LinkedSite:  # noqa: ANN401
    return make.site(
        ann(make),
        make.place("rhodes", "Rhodes"),
        make.topic("transport", "Transport"),
        make.series("passengers", "Passengers"),
        *(more or (ferry(make),)),
        **{"site_url": SITE, "site_description": "Of ferries.", **settings},
    )


def test_every_kind_of_page_says_what_it_is(make: Make) -> None:
    found = graphs(desk(make, ferry(make, aliases=("old",))))
    kinds = {path: graph["@graph"][0]["@type"] for path, graph in found.items()}
    assert kinds == {
        "index.md": "WebSite",
        "briefings/ferry.md": "BackgroundNewsArticle",
        "articles/ferry.md": "NewsArticle",
        "actors/ann.md": "ProfilePage",
        "figures/passengers.md": "Dataset",
        "topics/transport.md": "CollectionPage",
        "places/rhodes.md": "CollectionPage",
        "briefings/index.md": "CollectionPage",
        "briefings/2021.md": "CollectionPage",
        "actors/index.md": "CollectionPage",
        "figures/index.md": "CollectionPage",
        "places/index.md": "CollectionPage",
        "topics/index.md": "CollectionPage",
        "timeline.md": "CollectionPage",
        "corrections.md": "WebPage",
        "search.md": "WebPage",
    }


def test_a_briefing(make: Make) -> None:
    found = subject(desk(make, ferry(make, updated="2021-09-14")), "briefings/ferry.md")
    page = f"{SITE}briefings/ferry/"
    assert found["@id"] == f"{page}#article"
    assert found["mainEntityOfPage"] == page
    assert found["headline"] == "The ferry is back"
    assert found["description"] == "It sails at noon."
    assert (found["datePublished"], found["dateModified"]) == ("2021-09-14", "2021-09-16")
    assert found["inLanguage"] == "en"
    assert found["isAccessibleForFree"] is True
    assert found["publisher"]["name"] == "The Desk"
    assert [item["name"] for item in found["about"]] == ["Transport"]
    assert found["mentions"] == [
        {
            "@type": "Person",
            "@id": f"{SITE}actors/ann/#actor",
            "name": "Ann Example",
            "url": f"{SITE}actors/ann/",
            "sameAs": ["https://www.wikidata.org/wiki/Q42", "https://ann.example/?x=1&y=2"],
        },
        {
            "@type": "Place",
            "@id": f"{SITE}places/rhodes/#place",
            "name": "Rhodes",
            "url": f"{SITE}places/rhodes/",
            "address": {"@type": "PostalAddress", "addressCountry": "Syria"},
        },
    ]
    assert found["isBasedOn"] == ["https://wire.example/ferry?a=1&b=2"]
    assert found["citation"][0]["publisher"]["name"] == "Example Wire"
    assert [(item["datePublished"], item["text"]) for item in found["correction"]] == [
        ("2021-09-16", "Ann, not Anne."),
        ("2021-09-15", "Noon, not one."),
    ]
    assert "image" not in found


def test_a_picture_of_the_sites_own_is_named_and_one_elsewhere_is_not(make: Make) -> None:
    own = subject(desk(make, ferry(make, picture="images/a b.jpg")), "briefings/ferry.md")
    assert own["image"]["url"] == f"{SITE}assets/media/images/a%20b.jpg"
    other = replace(ferry(make), image=Picture(url="https://x.example/a.jpg", alt="A"))
    assert "image" not in subject(desk(make, other), "briefings/ferry.md")


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "mailto:ann@desk.example", "ftp://desk.example/"]
)
@pytest.mark.parametrize("rights", ["own", "quote"])
def test_only_published_addresses_are_cited(make: Make, url: str, rights: str) -> None:
    found = subject(desk(make, ferry(make, url=url, rights=rights)), "briefings/ferry.md")
    reading = [f"{SITE}articles/ferry/"] if rights == "own" else []
    assert found.get("isBasedOn", []) == reading
    assert [item["url"] for item in found["citation"] if "url" in item] == reading
    assert [item["name"] for item in found["citation"]] == ["The ferry is back"]


def test_a_moment_is_kept(make: Make) -> None:
    moment = dt.datetime(2021, 9, 14, 18, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    article = replace(ferry(make, corrections=()), moment=moment)
    found = subject(desk(make, article), "briefings/ferry.md")
    assert found["datePublished"] == found["dateModified"] == "2021-09-14T16:30:00Z"


def test_a_reading_view_names_its_source(make: Make) -> None:
    source = Source(
        "Example Wire", "https://wire.example/f", "Ann Author", ("Agency",), licence="CC BY 4.0"
    )
    found = subject(desk(make, ferry(make, source=source)), "articles/ferry.md")
    assert found["@type"] == "NewsArticle"
    assert found["author"] == {"@type": "Person", "name": "Ann Author"}
    assert found["sourceOrganization"]["name"] == "Example Wire"
    assert found["contributor"] == [{"@type": "Organization", "name": "Agency"}]
    assert found["isBasedOn"] == "https://wire.example/f"
    assert found["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    assert found["isPartOf"]["@id"] == f"{SITE}briefings/ferry/"
    newsroom = replace(source, author="Example Wire newsroom")
    found = subject(desk(make, ferry(make, source=newsroom)), "articles/ferry.md")
    assert found["author"]["@type"] == "Organization"
    unnamed = subject(desk(make, ferry(make, source=Source())), "articles/ferry.md")
    assert unnamed["@type"] == "Article"


@pytest.mark.parametrize(
    ("kind", "page", "entity"),
    [
        ("Person", "ProfilePage", "Person"),
        ("Organization", "ProfilePage", "Organization"),
        ("PublicBody", "ProfilePage", "GovernmentOrganization"),
        ("Company", "ProfilePage", "Corporation"),
        ("LegalEntity", "ProfilePage", "Organization"),
        ("ArmedGroup", "ProfilePage", "Organization"),
        ("State", "WebPage", "Country"),
    ],
)
def test_an_actor(make: Make, kind: str, page: str, entity: str) -> None:
    linked = make.site(
        make.actor("ann", "Ann Example", "آن", kind=kind, roles=[("Captain", "2020", "")]),
        ferry(make),
        site_url=SITE,
    )
    found = subject(linked, "actors/ann.md")
    assert found["@type"] == page
    assert found["mainEntity"]["@type"] == entity
    assert found["mainEntity"]["name"] == "Ann Example"
    assert found["mainEntity"]["alternateName"] == ["آن"]
    assert found["mainEntity"].get("jobTitle") == ("Captain" if kind == "Person" else None)
    assert [item["url"] for item in found["hasPart"]] == [f"{SITE}briefings/ferry/"]


def test_a_figure_is_a_dataset(make: Make) -> None:
    by = "https://creativecommons.org/licenses/by/4.0/"
    found = subject(desk(make, data_licence=by), "figures/passengers.md")
    assert found["license"] == by
    assert found["temporalCoverage"] == "2021-09-01/2021-09-30"
    assert found["variableMeasured"] == {
        "@type": "PropertyValue",
        "name": "Passengers",
        "unitText": "people",
    }
    assert [(item["encodingFormat"], item["contentUrl"]) for item in found["distribution"]] == [
        ("text/csv", f"{SITE}data/figures/passengers.csv"),
        ("application/json", f"{SITE}data/figures/passengers.json"),
    ]
    assert [item["url"] for item in found["citation"]] == ["https://wire.example/ferry?a=1&b=2"]
    named = subject(desk(make, data_licence="Ours alone"), "figures/passengers.md")
    assert named["license"] == {"@type": "CreativeWork", "name": "Ours alone"}
    assert "license" not in subject(desk(make), "figures/passengers.md")


def test_a_figure_that_nobody_reports_is_no_dataset(make: Make) -> None:
    linked = make.site(make.series("s", "Ships"), site_url=SITE)
    assert subject(linked, "figures/s.md")["@type"] == "WebPage"


def test_the_home_page_says_how_to_search(make: Make) -> None:
    found = subject(desk(make), "index.md")
    assert found["name"] == "The Desk"
    assert found["url"] == SITE
    target = found["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{SITE}search/?q={{search_term_string}}"


def test_the_way_to_each_page(make: Make) -> None:
    found = graphs(desk(make))
    trails = {
        path: [(item["name"], item["item"]) for item in graph["@graph"][-1]["itemListElement"]]
        for path, graph in found.items()
        if path != "index.md"
    }
    home = ("The Desk", SITE)
    briefings = ("Briefings", f"{SITE}briefings/")
    briefing = ("The ferry is back", f"{SITE}briefings/ferry/")
    assert trails["briefings/index.md"] == [home, briefings]
    assert trails["briefings/2021.md"][:2] == [home, briefings]
    assert trails["briefings/ferry.md"] == [home, briefings, briefing]
    assert trails["articles/ferry.md"][:3] == [home, briefings, briefing]
    assert trails["topics/transport.md"][1][0] == "Topics"
    assert trails["corrections.md"] == [home, ("Corrections", f"{SITE}corrections/")]


def test_the_site_speaks_for_no_page(make: Make) -> None:
    found = graphs(desk(make, ferry(make, summary="")))
    told = [path for path, graph in found.items() if '"Of ferries."' in json.dumps(graph)]
    assert told == ["index.md"]


def test_without_an_address_there_is_none(make: Make) -> None:
    for view in plan_pages(desk(make, site_url="")).views:
        assert view.page.head
        assert view.page.head.linked_data == view.page.head.address == ""


def test_nothing_is_quoted_that_may_not_be(make: Make) -> None:
    linked = make.site(
        make.actor("ann", "Ann Example"),
        make.series("passengers", "Passengers"),
        make.article(
            "ferry",
            ["Their words, ", make.mark("claim", "and their claim", by="ann"), ", "],
            ["then ", make.figure("forty of them", None, ref="passengers"), " came."],
            rights="quote",
            url="https://wire.example/f",
            summary="Ours.",
        ),
        site_url=SITE,
        quotation_limit=0,
    )
    text = json.dumps(graphs(linked))
    for words in ("Their words", "their claim", "forty of them"):
        assert words not in text


def test_hostile_texts_stay_texts_on_every_page(make: Make) -> None:
    hostile = HOSTILE
    linked = make.site(
        replace(
            make.actor("ann", hostile, f"{hostile} 2", roles=[(hostile, "2020", "")],
                       profile=(hostile,)),
            links=(Hyperlink(hostile, f"https://x.example/{hostile}", NOWHERE),),
        ),
        make.place("rhodes", hostile),
        make.topic("transport", hostile),
        make.series("passengers", hostile, unit=hostile),
        make.article(
            "ferry",
            [make.mark("actor", "x", ref="ann"), make.mark("place", "x", ref="rhodes")],
            [make.figure("40", "40", unit=hostile, ref="passengers", by="ann", as_of="2021")],
            title=hostile,
            summary=f"{hostile} 3",
            source=Source(hostile, f"https://x.example/?{hostile}", hostile, (hostile,),
                          licence=hostile, archive=f"https://x.example/{hostile}"),
            topics=("transport",),
            picture="a.jpg",
            corrections=(("2021-09-15", hostile),),
        ),
        site_url=SITE,
        site_description=hostile,
        data_licence=hostile,
    )  # fmt: skip
    found = graphs(linked)
    text = one_line(hostile).strip()
    work = found["briefings/ferry.md"]["@graph"][0]
    assert work["headline"] == work["correction"][0]["text"] == text
    assert work["description"] == f"{text} 3"
    assert work["mentions"][0]["name"] == work["about"][0]["name"] == text
    assert found["figures/passengers.md"]["@graph"][0]["variableMeasured"]["unitText"] == text
    # As MkDocs reads it from the page that is written.
    for output in render(linked, templates=[TEMPLATES]).outputs:
        if output.path in found:
            head = output.content.decode().split("\n---\n", 1)[0]
            read = yaml.safe_load(head.removeprefix("---"))
            assert parsed(read["linked_data"]) == found[output.path], output.path


@given(st.text())
def test_no_text_ends_the_script_element(text: str) -> None:
    assert parsed(written([{"@type": "Thing", "name": text}]))["@graph"][0]["name"] == text


def test_the_rules_can_fail() -> None:
    bad: Node = {
        "@graph": [
            {"@type": "NewsArticle", "mainEntityOfPage": "/x/", "datePublished": "soon"},
            {"@type": "Dataset", "description": "short", "colour": "red"},
            {"@type": "ProfilePage", "mainEntity": {"@type": "Country", "name": "A"}},
            {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 2}]},
            {"name": "Nobody"},
            {"@type": "SearchAction", "sameAs": []},
        ]
    }
    assert {item.partition(":")[0] for item in faults(bad)} >= {
        "absolute-addresses",
        "google-article-author",
        "google-breadcrumb-name-and-item",
        "google-breadcrumb-positions",
        "google-breadcrumb-two-items",
        "google-dataset-description",
        "google-dataset-distribution",
        "google-profile-page-main-entity",
        "google-search-action-target",
        "iso-8601-dates",
        "jsonld-typed-or-reference",
        "no-empty-values",
        "schema-property-of-type",
    }
    assert len(list(nodes(bad))) > len(bad["@graph"])
