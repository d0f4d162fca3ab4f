"""The search page: what it needs to say what the index found."""

from __future__ import annotations

from typing import Final

from . import addresses
from .index_links import index_links
from .locales import locale_of
from .scope import Scope
from .site_index import SiteIndex
from .views import SearchPageView

_KINDS: Final = (
    ("briefing", "Briefing"),
    ("article", "Source text"),
    ("actor", "Actor"),
    ("figure", "Figure"),
    ("topic", "Topic"),
    ("place", "Place"),
    ("page", "Other page"),
)


def search_view(index: SiteIndex) -> SearchPageView:
    """The search page, in the site's language."""
    scope = Scope(index, addresses.SEARCH)
    languages = {scope.language, *(item.language for item in index.linked.site.articles.values())}
    return SearchPageView(
        page=scope.page("search", scope.say("Search")),
        kinds=tuple((key, scope.say(word)) for key, word in _KINDS),
        languages=tuple((key, _language_name(key, scope.language)) for key in sorted(languages)),
        indexes=index_links(scope),
    )


def _language_name(language: str, reader: str) -> str:
    """A language's name in the reader's language, else in its own, else its code."""
    locale = locale_of(language)
    if not language.lower().startswith(locale.language):
        return language
    return locale.get_language_name(str(locale_of(reader))) or locale.display_name or language
