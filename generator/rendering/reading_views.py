"""Reading views: the full text of an article, where rights allow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.annotation import Kind
from generator.model.links import Origin, Register

from . import addresses
from .briefing_views import place_links
from .facets import article_facets
from .figure_cards import figure_cards
from .passages import reading_body
from .people import mentioned_actors
from .scope import Scope
from .teasers import corrections, source_view
from .views import LinkView, ReadingView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article

    from .site_index import SiteIndex


def reading_views(index: SiteIndex) -> Iterator[ReadingView]:
    """The reading views of all articles that may be published in full."""
    for article in index.linked.site.articles.values():
        if article.source.rights.full_text:
            yield reading_view(index, article)


def reading_view(index: SiteIndex, article: Article) -> ReadingView:
    """The reading view of one article."""
    path = addresses.entry_path(Register.ARTICLE, article.id)
    scope = Scope(index, path, article.language)
    origin = Origin(Register.ARTICLE, article.id)
    briefing = index.linked.briefings.get(article.briefing)
    mentions = index.mentions_in.get(origin, ())
    places = [item for kind, item in mentions if kind is Kind.PLACE]
    reports = (item for item in briefing.figures if item.fact.origin == origin) if briefing else ()
    unlisted = dict.fromkeys(item.fact.annotation.text for item in places if not item.id)
    return ReadingView(
        page=scope.page(
            "article",
            article.title,
            article.summary,
            article_facets(index, briefing, article.date) if briefing else None,
        ),
        briefing=scope.briefing(article.briefing) if briefing else LinkView(""),
        source=source_view(scope, article),
        date=scope.day(article.date),
        summary=article.summary,
        picture=scope.picture(article.image),
        body=reading_body(scope, article),
        actors=mentioned_actors(
            scope, (item for kind, item in mentions if kind is Kind.ACTOR), article.date
        ),
        places=(
            *place_links(scope, (item.id for item in places)),
            *(scope.name(text) for text in unlisted),
        ),
        figures=figure_cards(scope, reports),
        corrections=corrections(scope, (article,)),
    )
