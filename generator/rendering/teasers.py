"""Briefings and articles in lists, and the sources of a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from generator.model.article import Article, Correction, Rights

from . import addresses
from .language import direction
from .links import external
from .views import CorrectionView, LinkView, SourceView, TeaserView
from .web_annotations import has_annotations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .scope import Scope

Corrected: TypeAlias = tuple[Correction, Article]
"""A correction and the article that it corrects."""

_RIGHTS: Final = {
    Rights.OWN: "",
    Rights.LICENSED: "published under licence",
    Rights.QUOTE: "quoted in part",
}


def teasers(scope: Scope, briefings: Iterable[str]) -> tuple[TeaserView, ...]:
    """Briefings in a list."""
    return tuple(teaser(scope, key) for key in briefings)


def teaser(scope: Scope, key: str) -> TeaserView:
    """A briefing in a list."""
    briefing = scope.index.linked.briefings[key]
    article = scope.index.newest(briefing)
    return TeaserView(
        link=scope.briefing(key),
        summary=article.summary,
        date=scope.day(article.date),
        topics=topic_links(scope, briefing.topics),
        sources=len(briefing.articles),
        direction=direction(article.language),
        language=article.language,
        picture=scope.picture(article.image),
    )


def article_teaser(scope: Scope, article: Article) -> TeaserView:
    """One article of several that a briefing is made of."""
    href = scope.reading(article) or external(article.source.url)
    return TeaserView(
        link=LinkView(article.title, href, scope.other(article.language)),
        summary=article.summary,
        date=scope.day(article.date),
        topics=(),
        sources=1,
        direction=direction(article.language),
        language=article.language,
        picture=scope.picture(article.image),
    )


def topic_links(scope: Scope, topics: Iterable[str]) -> tuple[LinkView, ...]:
    """Links to the topics that the register has."""
    links = (scope.topic(key) for key in topics)
    return tuple(link for link in links if link is not None)


def source_view(scope: Scope, article: Article) -> SourceView:
    """Where an article's text came from."""
    source = article.source
    rights = _RIGHTS[source.rights]
    return SourceView(
        title=article.title,
        language=article.language,
        date=scope.day(source.published or article.date),
        publisher=scope.publisher(article),
        author=source.author,
        agencies=", ".join(source.agencies),
        href=external(source.url),
        archive=external(source.archive),
        retrieved=scope.day(source.retrieved) if source.retrieved else None,
        rights=scope.say(rights) if rights else "",
        licence=source.licence,
        reading=scope.reading(article),
        annotations=scope.href(addresses.annotations_path(article.id))
        if has_annotations(scope.index, article)
        else "",
    )


def corrections(scope: Scope, articles: Iterable[Article]) -> tuple[CorrectionView, ...]:
    """What was wrong in these articles, the newest correction first."""
    return tuple(correction_view(scope, *item) for item in newest_corrections(articles))


def newest_corrections(articles: Iterable[Article]) -> tuple[Corrected, ...]:
    """The corrections of these articles, the newest first."""
    found = [(item, article) for article in articles for item in article.corrections]
    found.sort(key=lambda pair: (-pair[0].date.toordinal(), pair[1].id, pair[0].span))
    return tuple(found)


def correction_view(
    scope: Scope, item: Correction, article: Article, *, with_page: bool = False
) -> CorrectionView:
    """A correction; ``with_page`` links the page that was wrong."""
    known = scope.index.linked.briefings
    return CorrectionView(
        date=scope.day(item.date),
        text=item.text,
        language=article.language,
        page=_page(scope, article) if with_page and article.briefing in known else None,
    )


def _page(scope: Scope, article: Article) -> LinkView:
    page = addresses.briefing_path(article.briefing)
    return scope.link(article.title, page, language=article.language)
