"""What pages say of themselves to those who find, share or quote them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from babel import Locale
from babel.core import get_global

from generator.model.links import Register

from . import addresses
from .feed_formats import moment_text
from .linked_data import LinkedData
from .locales import locale_of
from .scope import Scope
from .site_index import last_changed
from .versions import versions
from .views import (
    ActorPageView,
    BriefingView,
    CorrectionsPageView,
    HeadView,
    PageView,
    ReadingView,
    RedirectView,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.article import Article

    from .page_templates import View
    from .site_index import SiteIndex

_REGISTERS: Final[Mapping[str, Register]] = {
    "actor": Register.ACTOR,
    "figure": Register.FIGURE,
    "place": Register.PLACE,
    "topic": Register.TOPIC,
}


class Heads:
    """Adds their heads to the pages of a site."""

    def __init__(self, index: SiteIndex) -> None:
        self._index = index
        self._site = index.linked.site
        self._linked_data = LinkedData(index) if index.settings.site_url else None

    def added(self, view: View) -> View:
        """``view`` with the head of its page; a redirect has none."""
        if isinstance(view, RedirectView):
            return view
        head = self._head(view)
        if self._linked_data:
            head = replace(head, linked_data=self._linked_data.of(view, head))
        # Every view is a dataclass; the protocol does not say so.
        page = replace(view.page, head=head)
        return cast("View", replace(cast("Any", view), page=page))

    def _head(self, view: View) -> HeadView:
        page, settings = view.page, self._index.settings
        site_url = settings.site_url
        head = HeadView(
            type=_type(view),
            locale=locale_tag(page.language),
            site=settings.site_name,
            address=addresses.page_address(site_url, page.path, folders=settings.directory_urls)
            if site_url
            else "",
        )
        key = page.path.partition("/")[2].removesuffix(".md")
        if isinstance(view, BriefingView):
            briefing = self._index.linked.briefings[key]
            return self._dated(
                replace(head, versions=versions(self._index, briefing)),
                page,
                self._articles(key),
                briefing.topics,
            )
        if isinstance(view, ReadingView):
            article = self._site.articles[key]
            known = self._index.linked.briefings.get(article.briefing)
            return self._dated(head, page, (article,), known.topics if known else ())
        changed = self._changed(view, key)
        if changed is None:
            return head
        day = Scope(self._index, page.path, page.language).day(changed)
        return replace(head, modified=changed.isoformat(), reviewed=day)

    def _dated(
        self, head: HeadView, page: PageView, articles: tuple[Article, ...], topics: Iterable[str]
    ) -> HeadView:
        """The head of a text: published with the oldest of its articles."""
        known = self._site.topics
        titles = tuple(known[key].title for key in topics if key in known)
        oldest = min(articles, key=_age)
        newest = max(articles, key=_age)
        changed = max(map(last_changed, articles))
        return replace(
            head,
            published=_stamp(oldest),
            modified=changed.isoformat() if changed > newest.date else _stamp(newest),
            reviewed=Scope(self._index, page.path, page.language).day(changed),
            section=titles[0] if titles else "",
            tags=titles,
        )

    def _changed(self, view: View, key: str) -> dt.date | None:
        """The day of the last change of what a page lists; ``None`` of one that lists nothing."""
        register = _REGISTERS.get(view.page.kind)
        if isinstance(view, CorrectionsPageView):
            days = [item.date for one in self._site.articles.values() for item in one.corrections]
            return max(days, default=None)
        if view.page.kind in {"search", "archive"}:
            return None
        if register is None:
            return max(self._index.reviewed.values(), default=None)
        used_in = self._index.used_in[register].get(key, ())
        return max((self._index.reviewed[item] for item in used_in), default=None)

    def _articles(self, briefing: str) -> tuple[Article, ...]:
        found = self._index.linked.briefings[briefing].articles
        return tuple(self._site.articles[item] for item in found)


@cache
def locale_tag(language: str) -> str:
    """A language with the country that Open Graph wants with it: its own, else the likeliest."""
    locale = locale_of(language)
    plain = "en" if language.lower() == "en" else str(locale)
    if plain == "en" or not locale.territory:
        locale = Locale.parse(get_global("likely_subtags").get(plain, plain))
    territory = locale.territory
    return f"{locale.language}_{territory}" if territory and territory.isalpha() else ""


def _type(view: View) -> str:
    if isinstance(view, BriefingView | ReadingView):
        return "article"
    return "profile" if isinstance(view, ActorPageView) and view.person else "website"


def _age(article: Article) -> tuple[dt.date, str]:
    return article.date, _stamp(article)


def _stamp(article: Article) -> str:
    return moment_text(article.moment) if article.moment else article.date.isoformat()
