"""Briefing pages."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from generator.model.edtf import Precision
from generator.model.links import Briefing, Event, Register

from . import addresses
from .events import by_speaker, chronological, statement_views, timeline
from .facets import briefing_facets
from .figure_cards import figure_cards
from .passages import background, passages, read_more_href
from .people import mentioned_actors
from .quotations import count_words
from .related import related
from .scope import Scope
from .teasers import article_teaser, corrections, source_view, topic_links
from .versions import version_links
from .views import BriefingView, LinkView, PassageView, ReadMoreView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import Article

    from .site_index import SiteIndex

_BLOCKS: Final = ("summary", "significance", "outlook", "methodology")
_WORDS_A_MINUTE: Final = 220
_RECENT: Final = dt.timedelta(days=7)
_MARKUP: Final = re.compile(r"<[^>]*>|\]\([^)]*\)|&#?\w+;")


def briefing_views(index: SiteIndex) -> Iterator[BriefingView]:
    """The pages of all briefings."""
    for key, briefing in index.linked.briefings.items():
        yield briefing_view(index, key, briefing)


def briefing_view(index: SiteIndex, key: str, briefing: Briefing) -> BriefingView:
    """The page of one briefing."""
    linked = index.linked
    articles = tuple(linked.site.articles[item] for item in briefing.articles)
    newest = articles[0]
    scope = Scope(index, addresses.briefing_path(key), newest.language)
    events = chronological(linked.events[item] for item in briefing.events)
    texts = {name: passages(scope, briefing, name) for name in _BLOCKS}
    included = background(scope, briefing)
    figures = figure_cards(scope, briefing.figures)
    statements = statement_views(scope, briefing.statements)
    entries = timeline(scope, events, _current(newest, events))
    words = (
        newest.summary,
        *(_readable(item) for group in (*texts.values(), included) for item in group),
        *(item.label for item in figures),
        *(item.text for item in statements),
        *(item.label for item in entries),
    )
    several = len(articles) > 1
    updated = max((item.updated for item in articles if item.updated), default=None)
    return BriefingView(
        page=scope.page(
            "briefing",
            newest.title,
            newest.summary,
            briefing_facets(index, briefing, newest.date),
        ),
        topics=topic_links(scope, briefing.topics),
        summary=newest.summary,
        date=scope.day(newest.date),
        updated=scope.day(updated) if updated and updated > newest.date else None,
        minutes=_minutes(words),
        picture=next(filter(None, (scope.picture(item.image) for item in articles)), None),
        versions=version_links(scope, briefing),
        lede=texts["summary"],
        figures=figures,
        significance=texts["significance"],
        developments=tuple(article_teaser(scope, item) for item in articles) if several else (),
        background=included,
        actors=mentioned_actors(scope, (*briefing.actors, *briefing.unlisted_actors), newest.date),
        places=_places(scope, briefing),
        statements=statements,
        speakers=by_speaker(statements),
        timeline=entries,
        outlook=texts["outlook"],
        read_more=_read_more(scope, briefing),
        related=related(scope, briefing),
        methodology=texts["methodology"],
        sources=tuple(source_view(scope, item) for item in articles),
        corrections=corrections(scope, articles),
        reviewed=scope.day(max(_reviewed(articles))),
    )


def place_links(scope: Scope, places: Iterable[str]) -> tuple[LinkView, ...]:
    """Links to the places that the register has."""
    links = (scope.place(item) for item in dict.fromkeys(places))
    return tuple(link for link in links if link is not None)


def _places(scope: Scope, briefing: Briefing) -> tuple[LinkView, ...]:
    unlisted = dict.fromkeys(item.fact.annotation.text for item in briefing.unlisted_places)
    return (
        *place_links(scope, (item.id for item in briefing.places)),
        *(scope.name(text) for text in unlisted),
    )


def _read_more(scope: Scope, briefing: Briefing) -> tuple[ReadMoreView, ...]:
    own = scope.index.linked.briefings
    lines: dict[ReadMoreView, None] = {}
    for item in briefing.read_more:
        href = read_more_href(scope, item)
        article = scope.index.article(item.origin)
        language = article.language if article else ""
        if item.briefing in own:
            target = scope.index.newest(own[item.briefing])
            # A title in another language is that of the text it leads to.
            language = target.language if target.title == item.line.title else language
        link = LinkView(item.line.title, href, scope.other(language) if language else "")
        lines[ReadMoreView(link, external=bool(href) and item.briefing not in own)] = None
    return tuple(lines)


def _current(newest: Article, events: Iterable[Event]) -> frozenset[str]:
    """What the page is about: the last event that its newest article reports as news.

    News is what happened on the day of the article or in the week before it.
    """
    news = [
        event
        for event in events
        if event.date.precision is Precision.DAY
        and event.date.latest
        and newest.date - _RECENT <= event.date.latest <= newest.date
        and any(
            fact.origin.register is Register.ARTICLE
            and fact.origin.id == newest.id
            and not fact.annotation.section
            for fact in event.reports
        )
    ]
    return frozenset({news[-1].key}) if news else frozenset()


def _reviewed(articles: Iterable[Article]) -> Iterator[dt.date]:
    for article in articles:
        yield article.date
        if article.updated:
            yield article.updated
        yield from (item.date for item in article.corrections)


def _readable(passage: PassageView) -> str:
    return _MARKUP.sub(" ", passage.body)


def _minutes(texts: Iterable[str]) -> int:
    words = sum(count_words(text) for text in texts)
    return max(1, -(-words // _WORDS_A_MINUTE))
