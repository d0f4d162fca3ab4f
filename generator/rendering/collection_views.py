"""Topics' and places' pages: what briefings have in common."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.model.links import Briefing, Event, FigureReport, Mention, Origin, Register

from . import addresses
from .archives import BRIEFINGS, EVENTS, Archive, Listed
from .document import first_paragraph
from .events import chronological, timeline
from .facets import entry_facets
from .figure_cards import figure_cards
from .figure_views import newest_reports
from .links import wikidata
from .passages import profile
from .people import actor_view, role_on
from .scope import Scope
from .site_index import SiteIndex, sort_name
from .teasers import teasers
from .views import ActorView, ArchivePageView, CollectionPageView, LinkView

if TYPE_CHECKING:
    from generator.model.registers import Place, Topic

# What a page shows of lists that grow with the site.
_FIGURES: Final = 8
_ACTORS: Final = 24

_Views: TypeAlias = Iterator[CollectionPageView | ArchivePageView]


def topic_views(index: SiteIndex) -> _Views:
    """The pages of all topics."""
    for topic in index.linked.site.topics.values():
        yield from topic_pages(index, topic)


def place_views(index: SiteIndex) -> _Views:
    """The pages of all places."""
    for place in index.linked.site.places.values():
        yield from place_pages(index, place)


def topic_pages(index: SiteIndex, topic: Topic) -> _Views:
    """The pages of one topic: the figures, actors and events of its briefings."""
    scope = Scope(index, addresses.entry_path(Register.TOPIC, topic.id))
    keys = index.used_in[Register.TOPIC].get(topic.id, ())
    briefings = [index.linked.briefings[key] for key in keys]
    reports = tuple(report for item in briefings for report in item.figures)
    events = {key: index.linked.events[key] for item in briefings for key in item.events}
    listed = Listed(briefings=keys, events=chronological(events.values())[::-1])
    archive = Archive(index, Register.TOPIC, topic.id, listed)
    origin = Origin(Register.TOPIC, topic.id)
    yield CollectionPageView(
        page=scope.page(
            "topic",
            topic.title,
            first_paragraph(topic.profile.blocks),
            entry_facets(index, Register.TOPIC, topic.id),
        ),
        profile=profile(scope, origin, topic.file, topic.profile),
        aliases=(),
        briefings=teasers(scope, keys[:BRIEFINGS]),
        figures=figure_cards(scope, _latest_of_each(index, reports)[:_FIGURES]),
        actors=_frequent_actors(scope, briefings),
        timeline=timeline(scope, listed.events[:EVENTS][::-1]),
        feed=scope.feed(),
        archive=archive.links(scope),
    )
    yield from archive.pages(topic.title)


def place_pages(index: SiteIndex, place: Place) -> _Views:
    """The pages of one place: the figures, actors and events of sentences that name it."""
    scope = Scope(index, addresses.entry_path(Register.PLACE, place.id))
    linked = index.linked
    keys = index.used_in[Register.PLACE].get(place.id, ())
    briefings = [linked.briefings[key] for key in keys]
    mentions = linked.place_mentions.get(place.id, ())
    sentences = {_sentence(item) for item in mentions if item.fact.annotation.sentence}
    reports = tuple(
        report
        for item in briefings
        for report in item.figures
        if (report.fact.origin, report.fact.annotation.sentence) in sentences
    )
    events = {
        key: linked.events[key]
        for item in briefings
        for key in item.events
        if _reported_in(linked.events[key], sentences)
    }
    name = scope.named(place.names, place.name)
    listed = Listed(briefings=keys, events=chronological(events.values())[::-1])
    archive = Archive(index, Register.PLACE, place.id, listed)
    origin = Origin(Register.PLACE, place.id)
    yield CollectionPageView(
        page=scope.page(
            "place",
            name,
            first_paragraph(place.profile.blocks),
            entry_facets(index, Register.PLACE, place.id, place.names),
        ),
        profile=profile(scope, origin, place.file, place.profile),
        aliases=tuple(scope.name(item.text) for item in place.names if item.text != name),
        briefings=teasers(scope, keys[:BRIEFINGS]),
        figures=figure_cards(scope, _latest_of_each(index, reports)[:_FIGURES]),
        actors=_frequent_actors(scope, briefings),
        timeline=timeline(scope, listed.events[:EVENTS][::-1]),
        links=(LinkView("Wikidata", wikidata(place.wikidata)),) if place.wikidata else (),
        archive=archive.links(scope),
    )
    yield from archive.pages(name)


def _latest_of_each(
    index: SiteIndex, reports: tuple[FigureReport, ...]
) -> tuple[FigureReport, ...]:
    """The latest report of every series; others say too little away from their text."""
    latest: dict[str, FigureReport] = {}
    for report in newest_reports(index, reports):
        if report.series:
            latest.setdefault(report.series, report)
    return tuple(latest.values())


def _frequent_actors(scope: Scope, briefings: list[Briefing]) -> tuple[ActorView, ...]:
    """The actors of these briefings, the most frequent first, in their present roles."""
    actors = scope.index.linked.site.actors
    counted = Counter(key for item in briefings for key in {one.id for one in item.actors})
    known = [(actors[key], count) for key, count in counted.items() if key in actors]
    known.sort(key=lambda pair: (-pair[1], sort_name(pair[0].name), pair[0].id))
    newest = max((scope.index.newest(item).date for item in briefings), default=dt.date.max)
    return tuple(actor_view(scope, actor, role_on(actor, newest)) for actor, _ in known[:_ACTORS])


def _sentence(mention: Mention) -> tuple[Origin, str]:
    return mention.fact.origin, mention.fact.annotation.sentence


def _reported_in(event: Event, sentences: set[tuple[Origin, str]]) -> bool:
    return any((fact.origin, fact.annotation.sentence) in sentences for fact in event.reports)
