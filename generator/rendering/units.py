"""The pages of a site in units that are made by themselves: an entry's pages, an index, a feed.

All that a unit's function knows it looks up in the :class:`~.site_index.SiteIndex` it is given. So
what it looked up decides whether its pages can have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from generator.model.links import Register
from generator.model.output import Output

from .actor_views import actor_pages
from .briefing_index import briefing_indexes
from .briefing_views import briefing_view
from .cards import with_card
from .collection_views import place_pages, topic_pages
from .correction_pages import correction_pages
from .feeds import actor_feeds, site_feeds, topic_feeds
from .figure_data import figure_csv
from .figure_json import datasets, figure_reports
from .figure_views import figure_pages
from .home_view import home_view
from .page_templates import View
from .previews import previews
from .reading_views import reading_view
from .redirect_views import redirect_views
from .register_indexes import register_indexes
from .robots import robots
from .search_view import search_view
from .timeline_pages import timeline_pages
from .web_annotations import article_annotations

if TYPE_CHECKING:
    from .site_index import SiteIndex

Made: TypeAlias = View | Output
Make: TypeAlias = Callable[["SiteIndex"], Iterable[Made]]


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are made together. ``name`` tells it from all others."""

    name: str
    make: Make


def units(index: SiteIndex) -> Iterator[Unit]:
    """All that a site is made of: pages in the order of their kinds, then data and feeds."""
    site = index.linked.site
    yield Unit("home", lambda known: (home_view(known),))
    for key in index.linked.briefings:
        yield Unit(f"briefing {key}", partial(_briefing, key))
    for key, article in site.articles.items():
        if article.source.rights.full_text:
            yield Unit(f"article {key}", partial(_reading, key))
    for key in site.actors:
        yield Unit(f"actor {key}", partial(_entry, Register.ACTOR, key))
    for key in site.figures:
        yield Unit(f"figure {key}", partial(_entry, Register.FIGURE, key))
    for key in site.topics:
        yield Unit(f"topic {key}", partial(_entry, Register.TOPIC, key))
    for key in site.places:
        yield Unit(f"place {key}", partial(_entry, Register.PLACE, key))
    yield Unit("index of briefings", briefing_indexes)
    yield Unit("indexes of registers", register_indexes)
    yield Unit("timeline", timeline_pages)
    yield Unit("corrections", correction_pages)
    yield Unit("search", lambda known: (search_view(known),))
    yield Unit("redirects", redirect_views)
    yield from _data(index)


def _data(index: SiteIndex) -> Iterator[Unit]:
    site = index.linked.site
    for key in site.figures:
        yield Unit(f"data of figure {key}", partial(_figure_data, key))
    yield Unit("list of data", datasets)
    for key in site.articles:
        yield Unit(f"annotations of {key}", partial(_annotations, key))
    yield Unit("feeds", site_feeds)
    for key in site.topics:
        yield Unit(f"feeds of topic {key}", partial(_topic_feeds, key))
    for key in site.actors:
        yield Unit(f"feeds of actor {key}", partial(_actor_feeds, key))
    yield Unit("robots", robots)


def _briefing(key: str, index: SiteIndex) -> Iterator[Made]:
    view, card = with_card(index, key, briefing_view(index, key, index.linked.briefings[key]))
    yield view
    yield from card
    yield from previews(index, (view,))


def _reading(key: str, index: SiteIndex) -> Iterator[Made]:
    yield reading_view(index, index.linked.site.articles[key])


def _entry(register: Register, key: str, index: SiteIndex) -> Iterator[Made]:
    site = index.linked.site
    match register:
        case Register.ACTOR:
            yield from _previewed(index, actor_pages(index, site.actors[key]))
        case Register.FIGURE:
            yield from _previewed(index, figure_pages(index, site.figures[key]))
        case Register.TOPIC:
            yield from topic_pages(index, site.topics[key])
        case _:
            yield from place_pages(index, site.places[key])


def _previewed(index: SiteIndex, pages: Iterable[View]) -> Iterator[Made]:
    for view in pages:
        yield view
        yield from previews(index, (view,))


def _figure_data(key: str, index: SiteIndex) -> Iterator[Made]:
    series = index.linked.site.figures[key]
    yield from figure_csv(index, series)
    yield from figure_reports(index, series)


def _annotations(key: str, index: SiteIndex) -> Iterator[Made]:
    yield from article_annotations(index, index.linked.site.articles[key])


def _topic_feeds(key: str, index: SiteIndex) -> Iterator[Made]:
    yield from topic_feeds(index, index.linked.site.topics[key])


def _actor_feeds(key: str, index: SiteIndex) -> Iterator[Made]:
    yield from actor_feeds(index, index.linked.site.actors[key])
