from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.model.article import Article
from generator.model.links import LinkedSite
from generator.rendering import plan_pages
from generator.rendering.views import BriefingView, ReadingView
from tests.rendering.conftest import Make
from tests.rendering.web_annotation_model import CONTEXT, faults

SITE = "https://desk.example/"
FERRY = "data/annotations/ferry.json"


def exported(linked: LinkedSite) -> dict[str, dict[str, Any]]:
    """The files of annotations, each valid."""
    found = {
        item.path: json.loads(item.content)
        for item in plan_pages(linked).data
        if item.path.startswith("data/annotations/")
    }
    for value in found.values():
        assert faults(value) == []
    return found


def items(linked: LinkedSite, path: str = FERRY) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = exported(linked)[path]["first"]["items"]
    return found


def tags(item: dict[str, Any]) -> list[str]:
    return [body["value"] for body in item["body"] if body["purpose"] == "tagging"]


def exact(item: dict[str, Any]) -> str:
    return str(item["target"]["selector"]["exact"])


def wikidata(article: Any, item: str) -> Any:  # noqa: ANN401
    return replace(article, wikidata=item)


def test_an_article_has_a_collection_of_its_annotations(make: Make) -> None:
    linked = make.site(
        wikidata(make.actor("ann", "Ann Example"), "Q42"),
        make.place("rhodes", "Rhodes"),
        make.article(
            "ferry",
            [
                make.mark("actor", "Ann Example", role="host"),
                " sails to ",
                make.mark("place", "Rhodes"),
                make.mark("plain", "noon"),
                make.mark("claim", "It sails", by="ann", status="disputed"),
            ],
            title="The ferry",
            date="2021-09-14",
            updated="2021-09-20",
        ),
        site_url=SITE,
    )
    (path, collection), *others = exported(linked).items()

    assert others == []
    assert path == FERRY
    assert collection["@context"] == CONTEXT
    assert collection["label"] == "The ferry"
    assert collection["id"] == f"{SITE}{FERRY}"
    actor, place, claim = collection["first"]["items"]
    assert actor == {
        "id": f"{SITE}{FERRY}#actor-ann-example",
        "type": "Annotation",
        "motivation": "identifying",
        "created": "2021-09-14T00:00:00Z",
        "modified": "2021-09-20T00:00:00Z",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": "actor"},
            {"type": "TextualBody", "purpose": "tagging", "value": "role:host"},
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": f"{SITE}actors/ann/",
            },
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": "http://www.wikidata.org/entity/Q42",
            },
        ],
        "target": {
            "source": f"{SITE}articles/ferry/",
            "selector": {"type": "TextQuoteSelector", "exact": "Ann Example"},
        },
    }
    assert tags(place) == ["place"]
    assert tags(claim) == ["claim", "by:ann", "status:disputed"]
    assert claim["motivation"] == "tagging"


def test_an_id_is_safe_in_an_address(make: Make) -> None:
    linked = make.site(
        make.article("2024/ferry", [make.mark("claim", 'سفينة "x" {y} #z')]), site_url=SITE
    )

    assert items(linked, "data/annotations/2024/ferry.json")[0]["id"].startswith(
        f"{SITE}data/annotations/2024/ferry.json#claim-"
    )


def test_a_moment_is_told_in_utc(make: Make) -> None:
    moment = dt.datetime(2021, 9, 14, 1, 30, 5, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    article: Article = replace(make.article("ferry", [make.mark("claim", "So")]), moment=moment)

    assert items(make.site(article, site_url=SITE))[0]["created"] == "2021-09-13T22:30:05Z"


def test_a_site_without_an_address_has_none(make: Make) -> None:
    linked = make.site(make.article("ferry", [make.mark("claim", "So")]))

    assert exported(linked) == {}
    (view,) = (view for view in plan_pages(linked).views if isinstance(view, ReadingView))
    assert view.source.annotations == ""


def test_pages_link_to_the_file(make: Make) -> None:
    linked = make.site(
        make.article("ferry", [make.mark("claim", "So")]),
        make.article("pier", "Nothing is annotated."),
        site_url=SITE,
    )
    found = {
        view.page.path: [source.annotations for source in sources]
        for view in plan_pages(linked).views
        for sources in [
            view.sources
            if isinstance(view, BriefingView)
            else [view.source]
            if isinstance(view, ReadingView)
            else []
        ]
        if sources
    }

    assert found == {
        "briefings/ferry.md": ["../data/annotations/ferry.json"],
        "briefings/pier.md": [""],
        "articles/ferry.md": ["../data/annotations/ferry.json"],
        "articles/pier.md": [""],
    }


def test_drafts_are_not_told(make: Make) -> None:
    draft = make.article("ferry", [make.mark("claim", "So")], status="draft")

    assert exported(make.site(draft, site_url=SITE)) == {}


def test_of_a_text_that_may_be_quoted_no_more_is_quoted_than_on_pages(make: Make) -> None:
    linked = make.site(
        make.actor("ann", "Ann Example"),
        make.article(
            "ferry",
            [
                make.mark("actor", "Ann Example"),
                make.mark("claim", "one two three"),
                make.mark("quote", "four five six"),
                make.figure("seven people", "7", label="Dead"),
            ],
            ("background.own", [make.mark("claim", "our own words here")]),
            rights="quote",
            url="https://wire.example/a?b=1",
        ),
        site_url=SITE,
        quotation_limit=4,
    )
    actor, claim, figure, own = items(linked)

    assert actor["target"] == "https://wire.example/a?b=1"
    for item in (actor, figure):
        assert re.fullmatch(r"(actor|figure)-[0-9a-f]{12}", item["id"].partition("#")[2])
    assert [body.get("source") for body in actor["body"]][-1] == f"{SITE}actors/ann/"
    assert claim["target"] == {
        "source": "https://wire.example/a?b=1",
        "selector": {"type": "TextQuoteSelector", "exact": "one two three"},
    }
    assert figure["target"] == "https://wire.example/a?b=1"
    assert tags(figure) == ["figure", "label:Dead"]
    assert own["target"]["source"] == f"{SITE}briefings/ferry/"
    assert exact(own) == "our own words here"


def test_a_text_without_an_address_is_no_target(make: Make) -> None:
    article = make.article(
        "ferry", [make.mark("claim", "So")], rights="quote", url="javascript:alert(1)"
    )

    assert exported(make.site(article, site_url=SITE)) == {}


@pytest.mark.parametrize(
    ("change", "section"),
    [
        ({"id": "ferry.json"}, "3.1"),
        ({"type": "Note"}, "3.1"),
        ({"target": None}, "3.1"),
        ({"motivation": "praising"}, "3.3.5"),
        ({"created": "2021-09-14"}, "3.3.1"),
        ({"body": {"type": "TextualBody", "purpose": "tagging"}}, "3.2.4"),
        ({"body": {"purpose": "identifying", "id": SITE}}, "4"),
        ({"target": {"source": SITE, "selector": {"type": "TextQuoteSelector"}}}, "4.2.4"),
        ({"target": "not an address"}, "3.2.1"),
    ],
)
def test_the_rules_find_what_is_wrong(change: dict[str, Any], section: str) -> None:
    annotation = {"@context": CONTEXT, "id": SITE, "type": "Annotation", "target": SITE}

    assert faults(annotation) == []
    assert any(item.startswith(f"{section}:") for item in faults(annotation | change))
