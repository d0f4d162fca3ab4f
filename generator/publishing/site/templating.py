"""Pages from HTML and theme: MkDocs' own steps for one page, and the search index's part of it."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context

from .faults import UnwatchedError
from .watching import Asked, Watch, WatchedPage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page of the site: its bytes, what its template asked of others, its search entries.

    ``content`` is empty where the template gave nothing but space: MkDocs writes no file then.
    """

    content: bytes
    asked: tuple[Asked, ...]
    entries: str


class Templates:
    """Renders pages, one after another."""

    def __init__(
        self,
        config: MkDocsConfig,
        pages: Sequence[File],
        nav: Navigation,
        theme: Environment,
        watch: Watch,
    ) -> None:
        self._config = config
        self._pages = pages
        self._nav = nav
        self._theme = theme
        self._watch = watch
        self._search = search_plugin(config)

    def render(
        self,
        page: WatchedPage,
        facts: Mapping[str, Any],
        content: str,
        records: list[logging.LogRecord],
    ) -> Rendered:
        """Render a page, as ``_build_page`` of MkDocs 1.6.1.

        Raises:
            UnwatchedError: its template needs what is not kept.
            Exception: whatever a template raises.
        """
        watch, config = self._watch, self._config
        watch.asked.clear()
        watch.current = page.file.src_uri
        config._current_page = page  # noqa: SLF001  as MkDocs does
        if self._search is not None:
            self._search.search_index.entries = []
        before = len(records)
        page.open(facts, content)
        try:
            page.active = True
            context = get_context(self._nav, self._pages, config, page)
            template = self._theme.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(
                context, page=page, config=config, nav=self._nav
            )
            output = template.render(context)
            output = config.plugins.on_post_page(output, page=page, config=config)
        finally:
            page.active = False
            page.shut()
            config._current_page = None  # noqa: SLF001
            watch.current = None
        if any(record.levelno >= logging.WARNING for record in records[before:]):
            raise UnwatchedError(f"MkDocs warns while it renders {page.file.src_uri}")
        data = output.encode("utf-8", errors="xmlcharrefreplace") if output.strip() else b""
        return Rendered(data, tuple(sorted(watch.asked)), self._entries())

    def _entries(self) -> str:
        if self._search is None:
            return ""
        return ",".join(
            json.dumps(entry, separators=(",", ":"), default=str)
            for entry in self._search.search_index.entries
        )


def search_plugin(config: MkDocsConfig) -> Any:  # noqa: ANN401  Material leaves it untyped
    """Material's search, if it is on."""
    for plugin in config.plugins.values():
        if type(plugin).__module__ == "material.plugins.search.plugin" and plugin.config.enabled:
            return plugin
    return None


def search_file(plugin: Any, entries: Sequence[str]) -> bytes:  # noqa: ANN401  see search_plugin
    """Material's search index, of each page's entries as JSON."""
    plugin.search_index.entries = []
    empty: str = plugin.search_index.generate_search_index(None)
    tail = '"docs":[]}'
    if not empty.endswith(tail):
        raise UnwatchedError("Material's search index is not as it was")
    joined = ",".join(entry for entry in entries if entry)
    return f'{empty.removesuffix(tail)}"docs":[{joined}]}}'.encode()
