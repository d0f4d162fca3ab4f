"""No page grows with the site, and what one has no room for stands on another."""

from __future__ import annotations

from collections import Counter

from generator.model.links import LinkedSite
from generator.rendering import View, plan_pages
from generator.rendering.archives import BRIEFINGS, REPORTS, STATEMENTS
from generator.rendering.views import (
    ActorPageView,
    ArchivePageView,
    CorrectionsPageView,
    FigurePageView,
    IndexPageView,
    LinkView,
    ReadingView,
    TimelinePageView,
)

from .conftest import Make

MANY = 320


def by_path(linked: LinkedSite) -> dict[str, View]:
    return {view.page.path: view for view in plan_pages(linked).views}


def test_an_index_by_letter_has_a_page_for_each_and_parts_of_a_long_one(make: Make) -> None:
    names = [f"{first}{number:03}" for first in ("Éva ", "Жанна ") for number in range(20)]
    long = [f"Anna {number:03}" for number in range(520)]
    entries = (make.actor(f"a{number}", name) for number, name in enumerate((*long, *names)))
    pages = by_path(make.site(*entries))

    first = pages["actors/index.md"]
    assert isinstance(first, IndexPageView)
    assert first.total == 560
    assert [(item.link.text, item.count) for item in first.groups[0].entries] == [
        ("A–Anna 24", 250),
        ("Anna 25–Anna 4", 250),
        ("Anna 5–A", 20),
        ("E", 20),
        ("Ж", 20),
    ]
    listed = [
        entry.link.text
        for view in pages.values()
        if isinstance(view, IndexPageView) and view.page.path.startswith("actors/letter-")
        for entry in view.groups[0].entries
    ]
    assert sorted(listed) == sorted((*long, *names))
    other = pages["actors/letter-u0416.md"]
    assert isinstance(other, IndexPageView)
    assert other.others[0] == LinkView("A–Anna 24", "letter-a-1.md")


def test_briefings_are_divided_by_year_and_a_long_year_by_month(make: Make) -> None:
    dates = [f"20{20 + number // 250}-{1 + number % 12:02}-01" for number in range(MANY)]
    pages = by_path(make.site(*(make.article(f"n{n:03}", date=d) for n, d in enumerate(dates))))
    latest = pages["briefings/index.md"]
    assert isinstance(latest, IndexPageView)
    assert sum(len(group.teasers) for group in latest.groups) == 50
    assert [item.text for item in latest.others] == ["2021", "2020"]
    short, long = pages["briefings/2021.md"], pages["briefings/2020.md"]
    assert isinstance(short, IndexPageView)
    assert isinstance(long, IndexPageView)
    assert len(short.groups) == 12
    assert [entry.count for entry in long.groups[0].entries] == [20] * 2 + [21] * 10
    month = pages["briefings/2020-03.md"]
    assert isinstance(month, IndexPageView)
    assert (month.total, month.page.title) == (21, "Briefings · March 2020")


def test_a_briefing_may_be_called_like_a_year(make: Make) -> None:
    paths = [view.page.path for view in plan_pages(make.site(make.article("2021"))).views]
    assert len(paths) == len(set(paths))
    assert "briefings/all-2021.md" in paths


def test_the_timeline_is_divided_and_links_lead_to_the_page_of_the_event(make: Make) -> None:
    events = [
        make.mark("event", "x", date=f"20{10 + n % 2}-{1 + n % 12:02}-01", label=f"E{n}")
        for n in range(MANY)
    ]
    linked = make.site(*(make.article(f"n{n:03}", [event]) for n, event in enumerate(events)))
    pages = by_path(linked)
    timeline = {path: view for path, view in pages.items() if isinstance(view, TimelinePageView)}

    shown = Counter(
        event.anchor for view in timeline.values() for _, events in view.years for event in events
    )
    assert set(shown.values()) == {1}
    assert len(shown) == len(linked.events)
    assert all(sum(len(e) for _, e in view.years) <= 80 for view in timeline.values())
    assert "timeline/2010-01.md" in timeline
    reading = pages["articles/n000.md"]
    assert isinstance(reading, ReadingView)
    assert "../timeline/2010-01.md#event-" in repr(reading)


def test_an_actor_s_page_shows_the_newest_and_its_archive_everything(make: Make) -> None:
    linked = make.site(
        make.actor("ann", "Ann Example"),
        *(
            make.article(
                f"n{number:03}",
                [make.mark("actor", "Ann Example", ref="ann"), " says "],
                [make.mark("quote", f"words number {number}", by="ann")],
                date=f"2021-{1 + number % 12:02}-{1 + number % 28:02}",
            )
            for number in range(MANY)
        ),
    )
    pages = by_path(linked)
    own = pages["actors/ann.md"]
    archive = [view for view in pages.values() if isinstance(view, ArchivePageView)]

    assert isinstance(own, ActorPageView)
    assert (len(own.briefings), len(own.statements)) == (BRIEFINGS, STATEMENTS)
    assert [(item.text, item.href) for item in own.archive] == [("2021", "../actors/ann/2021.md")]
    assert all(view.entry == LinkView("Ann Example", "../../actors/ann.md") for view in archive)
    teasers = [
        item.link.href for view in archive for group in view.groups for item in group.teasers
    ]
    said = [item.text for view in archive for item in view.statements]
    assert sorted(teasers) == [f"../../briefings/n{number:03}.md" for number in range(MANY)]
    assert sorted(said) == sorted(f"words number {number}" for number in range(MANY))
    assert all(
        len(view.statements) + sum(len(group.teasers) for group in view.groups) <= 60
        for view in archive
    )


def test_an_entry_that_fits_has_no_archive(make: Make) -> None:
    mention = [make.mark("actor", "Ann Example", ref="ann")]
    linked = make.site(
        make.actor("ann", "Ann Example"),
        *(make.article(f"n{number}", mention) for number in range(BRIEFINGS)),
    )
    pages = by_path(linked)

    own = pages["actors/ann.md"]
    assert isinstance(own, ActorPageView)
    assert own.archive == ()
    assert not any(isinstance(view, ArchivePageView) for view in pages.values())


def test_a_figure_of_many_reports_keeps_all_of_them_within_reach(make: Make) -> None:
    linked = make.site(
        make.series("deaths", "Deaths"),
        *(
            make.article(
                f"n{number:03}",
                [make.figure(f"{number} people", str(number), series="deaths", ref="deaths")],
                date=f"{2000 + number // 12}-{1 + number % 12:02}-01",
            )
            for number in range(MANY)
        ),
    )
    pages = by_path(linked)
    own = pages["figures/deaths.md"]
    archive = [view for view in pages.values() if isinstance(view, ArchivePageView)]

    assert isinstance(own, FigurePageView)
    assert len(own.reports) == REPORTS
    assert len(own.differences) == 0
    assert own.chart is not None
    assert "Only the latest 60 are drawn; the data has all of them." in own.chart.notes
    reports = [item.value for view in archive for item in view.reports]
    assert len(reports) == MANY
    assert len(set(reports)) == MANY


def test_corrections_are_divided_by_year(make: Make) -> None:
    linked = make.site(
        *(
            make.article(
                f"n{number:03}",
                corrections=[(f"{2019 + number % 3}-05-01", f"Wrong {number}")],
                date="2019-01-01",
            )
            for number in range(MANY)
        )
    )
    pages = by_path(linked)
    first = pages["corrections.md"]
    assert isinstance(first, CorrectionsPageView)
    assert len(first.corrections) == 100
    assert [item.text for item in first.others] == ["2021", "2020", "2019"]
    every = [
        item.text
        for path, view in pages.items()
        if path.startswith("corrections/") and isinstance(view, CorrectionsPageView)
        for item in view.corrections
    ]
    assert sorted(every) == sorted(f"Wrong {number}" for number in range(MANY))
