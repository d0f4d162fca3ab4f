"""Reading views: the full text of an article, where rights allow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.links import Register

from . import addresses
from .facets import article_facets
from .reading_passages import reading_passages
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
    briefing = index.linked.briefings.get(article.briefing)
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
        passages=reading_passages(scope, article),
        corrections=corrections(scope, (article,)),
    )
