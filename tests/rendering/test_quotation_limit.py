from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.rendering import plan_pages
from generator.rendering.quotations import Quotations, count_words
from generator.rendering.views import (
    ActorPageView,
    BriefingView,
    FigureView,
    ReadingView,
    StatementView,
)

if TYPE_CHECKING:
    from generator.model.links import LinkedSite

    from .conftest import Make

URL = "https://desk.example/quoted"


def shown(linked: LinkedSite, kind: type) -> list[object]:
    """Every view of a kind, on whatever page it stands."""
    found: list[object] = []
    stack: list[object] = list(plan_pages(linked).views)
    while stack:
        item = stack.pop()
        if isinstance(item, kind):
            found.append(item)
        if isinstance(item, tuple):
            stack.extend(item)
        elif hasattr(item, "__dataclass_fields__"):
            stack.extend(getattr(item, name) for name in item.__dataclass_fields__)
    return found


def quoted_site(make: Make, rights: str, limit: int, **values: object) -> LinkedSite:
    return make.site(
        make.actor("ann", "Ann Example"),
        make.article(
            "quoted",
            ["One ", make.mark("claim", "first claim of five words", by="ann"), "."],
            ["Two ", make.mark("quote", "a second saying here", by="ann"), "."],
            ["Three ", make.figure("40 boats", "40", "boats"), " left the harbour that night."],
            [make.figure("dozens", None, "people", label="Missing"), " are missing."],
            [make.figure("7 boats", "7", "boats", label="Boats found"), " were found."],
            [make.mark("event", "the storm of May", date="2021-05-02"), " came."],
            rights=rights,
            url=URL,
            **values,
        ),
        quotation_limit=limit,
    )


@pytest.mark.parametrize("limit", range(0, 40, 3))
def test_pages_never_quote_more_than_the_limit(make: Make, limit: int) -> None:
    linked = quoted_site(make, "quote", limit)
    texts = {view.text for view in shown(linked, StatementView) if isinstance(view, StatementView)}
    labels = {view.label for view in shown(linked, FigureView) if isinstance(view, FigureView)}
    quoted = texts | {label for label in labels if label not in {"Missing", "Boats found", ""}}
    assert sum(count_words(text) for text in quoted) <= limit


def test_facts_stay_where_words_may_not(make: Make) -> None:
    linked = quoted_site(make, "quote", 0)
    views = plan_pages(linked).views
    briefing = next(view for view in views if isinstance(view, BriefingView))
    assert briefing.statements == ()
    assert [(item.value, item.label) for item in briefing.figures] == [
        ("40 boats", ""),
        ("7", "Boats found"),
    ]
    assert briefing.figures[0].href == f"{URL}#:~:text=40%20boats"
    assert [item.label for item in briefing.timeline] == ["Event"]


def test_within_the_limit_everything_is_quoted(make: Make) -> None:
    linked = quoted_site(make, "quote", 300)
    briefing = next(view for view in plan_pages(linked).views if isinstance(view, BriefingView))
    assert [item.text for item in briefing.statements] == [
        "first claim of five words",
        "a second saying here",
    ]
    assert [item.label for item in briefing.figures] == [
        "Three 40 boats left the harbour that night.",
        "Missing",
        "Boats found",
    ]
    assert briefing.figures[1].value == "dozens"


def test_only_own_and_licensed_texts_have_a_reading_view(make: Make) -> None:
    for rights, count in (("own", 1), ("licensed", 1), ("quote", 0)):
        views = plan_pages(quoted_site(make, rights, 0)).views
        assert sum(isinstance(view, ReadingView) for view in views) == count
        actor = next(view for view in views if isinstance(view, ActorPageView))
        assert len(actor.statements) == 2 * count


def test_of_a_quoted_text_only_the_editors_blocks_are_published(make: Make) -> None:
    linked = make.site(
        make.article(
            "quoted",
            "A sentence that nobody marked.",
            ("background", "Their background."),
            ("background.own", ["Our background with ", make.mark("actor", "Ann"), "."]),
            ("significance", "Their view."),
            ("significance.own", "Our view."),
            ("outlook", "Their outlook."),
            rights="quote",
            url=URL,
        )
    )
    plan = plan_pages(linked)
    briefing = next(view for view in plan.views if isinstance(view, BriefingView))
    assert [re.sub(r"<[^>]*>", "", item.body) for item in briefing.background] == [
        "Our background with Ann."
    ]
    assert [item.body for item in briefing.significance] == ["Our view."]
    assert briefing.outlook == ()
    assert "nobody marked" not in repr(plan)
    assert "Their" not in repr(plan)


def test_the_editors_own_words_are_no_quotation(make: Make) -> None:
    own = make.mark("claim", "in our own words", by="ann")
    linked = make.site(
        make.article("quoted", ("background.own", [own]), rights="quote", url=URL),
        quotation_limit=0,
    )
    statement = linked.briefings["quoted"].statements[0]
    assert Quotations(linked.site).allows(statement.fact, "in our own words")


def test_words_are_counted_in_scripts_without_spaces() -> None:
    assert count_words("two words") == 2
    assert count_words("كلمتان اثنتان") == 2
    assert count_words("四个字呢") == 4
