"""Index pages, divided so that none grows with the site; timeline, corrections, redirects."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from generator.model.links import Register

from . import addresses
from .document import first_paragraph
from .events import timeline
from .figure_cards import amount
from .figure_views import newest_reports
from .people import kind_word, role_on
from .scope import Scope
from .site_index import SiteIndex, sort_name
from .teasers import corrections, teaser
from .views import (
    CorrectionsPageView,
    IndexEntryView,
    IndexGroupView,
    IndexPageView,
    LinkView,
    RedirectView,
    TimelinePageView,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# The first page of briefings; a year with more than a page's worth is divided by month.
_LATEST: Final = 50
_BRIEFINGS_ON_PAGE: Final = 200
# Up to this many entries stand under no letters, up to this many on one page.
_UNDIVIDED: Final = 30
_ENTRIES_ON_PAGE: Final = 300
_NOTE: Final = 120


def briefing_indexes(index: SiteIndex) -> Iterator[IndexPageView]:
    """The latest briefings, a page for each year, and one for each month of a long year."""
    keys = tuple(index.newest_first)
    years = {
        year: tuple(group) for year, group in groupby(keys, key=lambda key: _month(index, key)[0])
    }

    def page(
        path: str, title: str, shown: Sequence[str], others: Callable[[Scope], tuple[LinkView, ...]]
    ) -> IndexPageView:
        scope = Scope(index, path)
        return IndexPageView(
            scope.page("briefings", f"{scope.say('Briefings')}{title}"),
            tuple(_months(scope, shown)),
            len(shown) if title else len(keys),
            others(scope),
        )

    def all_years(scope: Scope) -> tuple[LinkView, ...]:
        return tuple(scope.link(str(year), _year_path(index, year)) for year in years)

    yield page(addresses.BRIEFINGS, "", keys[:_LATEST], all_years)
    for year, shown in years.items():
        path = _year_path(index, year)
        if len(shown) <= _BRIEFINGS_ON_PAGE:
            yield page(path, f" · {year}", shown, all_years)
            continue
        months = {
            month: tuple(group)
            for month, group in groupby(shown, key=lambda key: _month(index, key)[1])
        }
        scope = Scope(index, path)
        entries = tuple(
            IndexEntryView(
                scope.link(scope.dates.month(year, month), _month_path(year, month)),
                "",
                len(group),
            )
            for month, group in months.items()
        )
        title = f"{scope.say('Briefings')} · {year}"
        groups = (IndexGroupView("", "months", entries),)
        yield IndexPageView(scope.page("briefings", title), groups, len(shown), all_years(scope))
        for month, group in months.items():
            name = Scope(index, "").dates.month(year, month)
            yield page(_month_path(year, month), f" · {name}", group, all_years)


def register_indexes(index: SiteIndex) -> Iterator[IndexPageView]:
    """The indexes of actors, figures, places and topics."""
    yield from _alphabetical(index, "actors", "Actors", _actors)
    yield from _alphabetical(index, "figures", "Figures", _figures)
    yield from _alphabetical(index, "places", "Places", _places)
    yield from _alphabetical(index, "topics", "Topics", _topics)


def timeline_pages(index: SiteIndex) -> Iterator[TimelinePageView]:
    """The timeline of all events, and a page for each year that it has no room for."""
    first = [year for year in index.years if not index.has_timeline_page(year)]
    further = [year for year in index.years if index.has_timeline_page(year)]

    def page(path: str, title: str, years: Iterable[int]) -> TimelinePageView:
        scope = Scope(index, path)
        return TimelinePageView(
            scope.page("timeline", f"{scope.say('Timeline')}{title}"),
            tuple((str(year), timeline(scope, index.years[year], sources=None)) for year in years),
            (
                *((scope.link(scope.say("Latest"), addresses.TIMELINE),) if further else ()),
                *(scope.link(str(year), addresses.timeline_path(year)) for year in further),
            ),
        )

    yield page(addresses.TIMELINE, "", first)
    for year in further:
        yield page(addresses.timeline_path(year), f" · {year}", (year,))


def corrections_page(index: SiteIndex) -> CorrectionsPageView:
    """All corrections."""
    scope = Scope(index, addresses.CORRECTIONS)
    articles = index.linked.site.articles.values()
    return CorrectionsPageView(
        scope.page("corrections", scope.say("Corrections")),
        corrections(scope, articles, with_page=True),
    )


def redirect_views(index: SiteIndex) -> Iterator[RedirectView]:
    """A page for each old address that leads to a page of the site and is none itself."""
    linked = index.linked
    for old, present in linked.redirects.items():
        path, location = f"{old}.md", f"{present}.md"
        if index.known(path) or not index.known(location):
            continue
        title, language = _title(index, location)
        scope = Scope(index, path, language)
        target = scope.link(title, location)
        yield RedirectView(scope.page("redirect", title), target, location)


def _title(index: SiteIndex, path: str) -> tuple[str, str]:
    """The title of a page and its language, ``""`` where it is the site's."""
    folder, _, name = path.removesuffix(".md").partition("/")
    site = index.linked.site
    match folder:
        case "briefings":
            article = index.newest(index.linked.briefings[name])
            return article.title, article.language
        case "articles":
            return site.articles[name].title, site.articles[name].language
        case "actors":
            return site.actors[name].name, ""
        case "figures":
            return site.figures[name].label, ""
        case "places":
            return site.places[name].name, ""
        case _:
            return site.topics[name].title, ""


def _months(scope: Scope, briefings: Sequence[str]) -> Iterator[IndexGroupView]:
    for (year, month), group in groupby(briefings, key=lambda key: _month(scope.index, key)):
        yield IndexGroupView(
            scope.dates.month(year, month),
            f"month-{year}-{month:02}",
            teasers=tuple(teaser(scope, key) for key in group),
        )


def _month(index: SiteIndex, key: str) -> tuple[int, int]:
    date = index.newest(index.linked.briefings[key]).date
    return date.year, date.month


def _year_path(index: SiteIndex, year: int) -> str:
    path = addresses.briefing_path(str(year))
    return addresses.briefing_path(f"year-{year}") if index.known(path) else path


def _month_path(year: int, month: int) -> str:
    return addresses.briefing_path(f"month-{year}-{month:02}")


def _actors(scope: Scope) -> Iterator[IndexEntryView]:
    index = scope.index
    for key, actor in index.linked.site.actors.items():
        briefings = index.used_in[Register.ACTOR].get(key, ())
        newest = index.newest(index.linked.briefings[briefings[0]]).date if briefings else None
        note = (role_on(actor, newest) if newest else "") or kind_word(scope, actor.kind)
        yield from _entry(scope.actor(key), note, len(briefings))


def _figures(scope: Scope) -> Iterator[IndexEntryView]:
    index = scope.index
    used_in = index.used_in[Register.FIGURE]
    for key, series in index.linked.site.figures.items():
        reports = newest_reports(index, index.linked.series.get(key, ()))
        note = amount(scope, reports[0], series.label) if reports else ""
        yield from _entry(scope.series(key), note, len(used_in.get(key, ())))


def _places(scope: Scope) -> Iterator[IndexEntryView]:
    used_in = scope.index.used_in[Register.PLACE]
    for key, place in scope.index.linked.site.places.items():
        yield from _entry(scope.place(key), place.country, len(used_in.get(key, ())))


def _topics(scope: Scope) -> Iterator[IndexEntryView]:
    used_in = scope.index.used_in[Register.TOPIC]
    for key, topic in scope.index.linked.site.topics.items():
        note = first_paragraph(topic.profile.blocks)
        note = note if len(note) <= _NOTE else ""
        yield from _entry(scope.topic(key), note, len(used_in.get(key, ())))


def _entry(link: LinkView | None, note: str, count: int) -> Iterator[IndexEntryView]:
    if link:
        yield IndexEntryView(link, note, count)


def _alphabetical(
    index: SiteIndex,
    folder: str,
    title: str,
    entries: Callable[[Scope], Iterator[IndexEntryView]],
) -> Iterator[IndexPageView]:
    """An index by letter: on one page, or on one for each letter."""
    scope = Scope(index, f"{folder}/index.md")
    listed = _by_name(entries(scope))
    heading = scope.say(title)
    if len(listed) <= _ENTRIES_ON_PAGE:
        groups = _letters(listed) if len(listed) > _UNDIVIDED else (_one_group(folder, listed),)
        yield IndexPageView(scope.page(folder, heading), groups, len(listed))
        return
    counts = [(group.title, group.anchor, len(group.entries)) for group in _letters(listed)]

    def letter_path(anchor: str) -> str:
        return f"{folder}/{anchor}.md"

    letters = tuple(
        IndexEntryView(scope.link(letter, letter_path(anchor)), "", count)
        for letter, anchor, count in counts
    )
    groups = (_one_group(folder, letters),)
    yield IndexPageView(scope.page(folder, heading), groups, len(listed))
    for letter, anchor, _ in counts:
        part = Scope(index, letter_path(anchor))
        # Addresses are relative to the page, so the entries are made again for each.
        own = next(group for group in _letters(_by_name(entries(part))) if group.anchor == anchor)
        others = tuple(part.link(text, letter_path(name)) for text, name, _ in counts)
        page = part.page(folder, f"{heading} · {letter}")
        yield IndexPageView(page, (own,), len(own.entries), others)


def _one_group(folder: str, entries: Iterable[IndexEntryView]) -> IndexGroupView:
    return IndexGroupView("", folder, tuple(entries))


def _by_name(entries: Iterable[IndexEntryView]) -> list[IndexEntryView]:
    return sorted(entries, key=lambda item: (sort_name(item.link.text), item.link.href))


def _letters(entries: Iterable[IndexEntryView]) -> tuple[IndexGroupView, ...]:
    groups: dict[str, list[IndexEntryView]] = {}
    for entry in entries:
        groups.setdefault(_letter(entry.link.text), []).append(entry)
    return tuple(
        IndexGroupView(letter, _letter_anchor(letter), tuple(found))
        for letter, found in groups.items()
    )


def _letter(name: str) -> str:
    first = next((char for char in sort_name(name) if char.isalpha()), "#")
    return first.upper()[:1]


def _letter_anchor(letter: str) -> str:
    if letter == "#":
        return "letter-other"
    return f"letter-{letter.lower()}" if letter.isascii() else f"letter-u{ord(letter):04x}"
