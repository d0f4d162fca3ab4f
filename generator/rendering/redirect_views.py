"""Pages of old addresses, which lead to the present ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scope import Scope
from .views import RedirectView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .site_index import SiteIndex


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
