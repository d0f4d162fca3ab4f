"""Versions of a briefing in other languages, as pages lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import addresses
from .locales import locale_of
from .views import LinkView, VersionView

if TYPE_CHECKING:
    from generator.model.links import Briefing

    from .scope import Scope
    from .site_index import SiteIndex


def versions(index: SiteIndex, briefing: Briefing) -> tuple[VersionView, ...]:
    """The versions of a briefing, its own page among them, the original first; one a language.

    Of other versions in a language, the first is taken; in the page's language, the page itself.
    """
    found: dict[str, VersionView] = {}
    own = _version(index, briefing.id)
    for key in briefing.versions:
        version = _version(index, key)
        if version.language == own.language:
            version = own
        found.setdefault(version.language, version)
    return tuple(found.values())


def version_links(scope: Scope, briefing: Briefing) -> tuple[LinkView, ...]:
    """Links to the versions in other languages, each by its language's own name."""
    return tuple(
        LinkView(language_name(item.language), scope.href(item.page), item.language)
        for item in versions(scope.index, briefing)
        if item.page != scope.path
    )


def language_name(language: str) -> str:
    """A language's name in itself (``français``), or its tag where CLDR does not know it."""
    locale = locale_of(language)
    if locale.language != language.partition("-")[0].lower():
        return language
    return locale.get_language_name(locale) or language


def _version(index: SiteIndex, key: str) -> VersionView:
    language = index.newest(index.linked.briefings[key]).language
    return VersionView(language, addresses.briefing_path(key))
