"""One page of a preview at once, before the rest of the site is built anew.

The objects of the last build are used: navigation, other pages' titles, the theme's templates. So
the page is what a build would make of it, unless what the save changed is elsewhere too; the build
that follows knows that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page

from .compiled import COMPILED
from .converting import Converter
from .environment import collected_log, environment
from .looks import KnownFiles
from .suitability import reusable
from .templating import Templates
from .watching import Known, dump_json, watching_context

if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping

    from mkdocs.structure.files import File

    from generator.files import FileClock

    from .rendering import Renderer


class Shown:
    """Pages of the last build, to be shown with other content."""

    def __init__(
        self,
        renderer: Renderer,
        themes: Mapping[str, Mapping[str, list[Any]]],
        date: str,
        clock: FileClock,
    ) -> None:
        self._renderer = renderer
        self._themes = themes
        self._date = date
        self._clock = clock
        self._log: list[logging.LogRecord] = []
        self._files = {file.dest_uri: file for file in renderer.gathered.pages}
        self._theme = renderer.gathered.theme
        self._made: Templates | None = None

    def source(self, path: str) -> str:
        """The path below ``docs/`` of the page at a path below the site, or ``""``."""
        file = self._files.get(path)
        return file.src_uri if file is not None else ""

    def page(self, path: str, markdown: bytes) -> bytes | None:
        """The page at a path below the site, of other Markdown; ``None`` if it cannot be made."""
        file = self._files.get(path)
        if file is None:
            return None
        with environment(int(self._date)), collected_log() as log:
            try:
                return self._page(file, markdown, log)
            except Exception:  # noqa: BLE001  the build that follows tells of it
                return None

    def _page(self, file: File, markdown: bytes, log: list[logging.LogRecord]) -> bytes:
        renderer = self._renderer
        templates = self._templates()
        page, watch = file.page, renderer.watch
        config, files = renderer.gathered.config, renderer.gathered.files
        file.page = Page(None, file, config)
        try:
            converter = Converter(config, files, log, reuse=reusable(config))
            made = converter.convert(file, markdown)
        finally:
            file.page = page
        # What the page's own front matter and heading say of it in the navigation.
        watch.known[file.src_uri] = Known(made.heading, {}, lambda: made.facts)
        return templates.render(page, made.facts, made.content, log).content  # type: ignore[arg-type]  # watched

    def _templates(self) -> Templates:
        gathered, watch = self._renderer.gathered, self._renderer.watch
        known = KnownFiles(self._themes, self._clock)
        if not known.unchanged():
            self._themes = known.held
            theme = gathered.config.theme.get_env()
            theme.bytecode_cache = COMPILED
            theme.context_class = watching_context(watch)
            theme.policies["json.dumps_function"] = dump_json
            self._theme = gathered.config.plugins.on_env(
                theme, config=gathered.config, files=gathered.files
            )
            self._made = None
        if self._made is None:
            self._made = Templates(
                gathered.config, gathered.pages, gathered.nav, self._theme, watch
            )
        return self._made
