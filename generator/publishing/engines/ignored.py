"""Settings of ``mkdocs.yml`` that a builder passes over without a word.

Zensical: as its own ``config.py`` reads a configuration (version 0.0.73). Hooks, plugins that it
does not know, and options that it does not have are dropped. MkDocs and ProperDocs name what they
do not know, so of them there is nothing to tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PLUGINS: Final = frozenset(
    {
        *("api-autonav", "autorefs", "awesome-nav", "blog", "callouts", "exclude"),
        *("gh-admonitions", "glightbox", "include-markdown", "literate-nav", "llmstxt", "macros"),
        *("markdown-exec", "markdownextradata", "meta", "mike", "minify", "mkdocs-audio"),
        *("mkdocs-autoapi", "mkdocs-nav-weight", "mkdocs-video", "mkdocstrings", "offline"),
        *("privacy", "redirects", "rss", "search", "social", "table-reader", "tags"),
    }
)
"""The plugins that Zensical has a part of its own for."""

_SEARCH: Final = ("fields", "indexing", "lang", "min_search_length", "pipeline", "prebuild_index")
_LINKS: Final = frozenset({"not_found", "anchors"})


@dataclass(frozen=True, slots=True)
class Ignored:
    """A setting by its keys, what is lost, and whether pages are other ones for it."""

    keys: tuple[str, ...]
    loss: str
    changes_pages: bool

    @property
    def name(self) -> str:
        """The setting with dots between its keys."""
        return ".".join(self.keys)


def ignored(engine: Engine, configuration: Mapping[str, object]) -> Iterator[Ignored]:
    """What ``engine`` ignores of ``configuration``, in the order of the file's sections."""
    if engine is not Engine.ZENSICAL:
        return
    if configuration.get("hooks"):
        yield Ignored(("hooks",), "no hook is run", changes_pages=True)
    for plugin, options in plugins_of(configuration.get("plugins")):
        own = plugin.removeprefix("material/")
        if own not in PLUGINS:
            yield Ignored(("plugins", plugin), "the plugin does nothing", changes_pages=True)
        elif own == "search":
            for option in _SEARCH:
                if option in options:
                    loss = "its search has no such option"
                    yield Ignored(("plugins", plugin, option), loss, changes_pages=False)
    validation = configuration.get("validation")
    if isinstance(validation, dict):
        yield from _validation(validation)


def _validation(validation: Mapping[str, object]) -> Iterator[Ignored]:
    loss = "nothing is checked"
    if "nav" in validation:
        yield Ignored(("validation", "nav"), loss, changes_pages=False)
    links = validation.get("links")
    for key in links if isinstance(links, dict) else ():
        if key not in _LINKS:
            yield Ignored(("validation", "links", str(key)), loss, changes_pages=False)


def plugins_of(plugins: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The plugins of a configuration, a list or a mapping, with their options."""
    if isinstance(plugins, dict):
        plugins = [{name: options} for name, options in plugins.items()]
    for item in plugins if isinstance(plugins, list) else ():
        if isinstance(item, dict):
            for name, options in item.items():
                yield str(name), options if isinstance(options, dict) else {}
        elif isinstance(item, str):
            yield item, {}
