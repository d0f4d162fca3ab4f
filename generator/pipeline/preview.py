"""The preview's folders, drafts included: away from ``docs/``, so that no draft gets published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from jinja2 import TemplateError

from generator.caching import digest_of, files_digests
from generator.model.output import Output
from generator.publishing import Preview, build_site, hand_written, write_outputs
from generator.publishing.live_server import HOST
from generator.publishing.site.faults import SupersededError
from generator.rendering import Known, PageTemplates, Pictures, render_units

from .checked import check_content
from .memory import TextMemory
from .outputs import make_outputs
from .pictures import card_drawer
from .reading import newest_moment, read_configuration
from .standing import FileDigests
from .template_faults import template_fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.caching import Digest
    from generator.config import Settings
    from generator.diagnostics import Diagnostic
    from generator.publishing.live_server import LiveServer
    from generator.rendering import PageMemory

    from .checked import CheckedSite
    from .workspace import Workspace

_MOST_VIEWED: Final = 3
_LOADING: Final = 0.5  # seconds that a browser may take before the other pages are built
_WAITING: Final = b"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Not built yet</title></head><body>
<p>The content has errors; the terminal names them. This page follows when they are mended.</p>
</body></html>
"""

Built = tuple[tuple["Diagnostic", ...], bool, tuple[str, ...]]
"""What was found, whether pages were renewed, and the files of the site that are others now."""


class PreviewSite:
    """A site that one process builds again and again; what did not change is kept in memory."""

    def __init__(self, workspace: Workspace, folder: Path, port: int) -> None:
        self._workspace = workspace
        self._docs = folder / "docs"
        self._cache = folder / "cache"
        self._pages: PageMemory | None = None
        self._units: dict[str, str] = {}
        self._texts = TextMemory(workspace.cache)
        self._digests = FileDigests(self._docs, self._cache)
        self._templates: tuple[Digest, PageTemplates] | None = None
        self.folder = folder / "site"
        self.superseded: Callable[[], bool] = bool
        self._docs.mkdir()
        self.folder.mkdir()
        (self.folder / "index.html").write_bytes(_WAITING)
        path = urlsplit(self.settings().site_url).path or "/"
        address = f"http://{HOST}:{port}{path}"
        self._preview = Preview(self._docs, self.folder, address, self._is_superseded)

    def settings(self) -> Settings:
        """The newsroom's settings."""
        return read_configuration(self._workspace)[0]

    def build(self, server: LiveServer | None = None) -> Built:
        """Bring the preview to what stands in the content now.

        The pages that ``server`` shows somebody come first.

        Raises:
            SupersededError: ``superseded`` said so; the last good pages are served, and those that
                were shown.
            OSError: a file cannot be read or written.
        """
        texts = self._texts
        texts.again()
        self._digests.again()
        checked = check_content(self._workspace, drafts=True, memory=texts)
        texts.save()
        found = checked.diagnostics
        if checked.stops(strict=False):
            return found, False, ()
        docs = self._workspace.root / checked.read.site.settings.docs_dir
        by_hand = dict(hand_written(docs))
        try:
            if server is not None:
                self._show_first(server, checked, by_hand)
            return self._whole(checked, by_hand)
        except TemplateError as error:
            return (*found, template_fault(error, self._workspace.root)), False, ()

    def _show_first(
        self, server: LiveServer, checked: CheckedSite, by_hand: dict[str, Path]
    ) -> None:
        """Show the pages that stand open as they will be, before all others are made."""
        shown = False
        for path in server.viewed()[:_MOST_VIEWED]:
            if self._show(path, checked, by_hand):
                server.tell((path,))
                shown = True
        if shown:
            server.settle(_LOADING)

    def _show(self, path: str, checked: CheckedSite, by_hand: dict[str, Path]) -> bool:
        """Show one page as it will be; whether it is another now."""
        source = self._preview.source(path)
        if not source:
            return False
        unit = self._units.get(source)
        markdown = None
        if unit is not None:
            markdown = self._made(unit, source, checked, tuple(by_hand))
        elif source in by_hand:
            markdown = by_hand[source].read_bytes()
        if markdown is None:
            return False
        return self._preview.show(path, markdown)

    def _made(
        self, unit: str, source: str, checked: CheckedSite, others: tuple[str, ...]
    ) -> bytes | None:
        settings = checked.read.site.settings
        drawer = card_drawer(self._workspace, len(checked.linked.briefings))
        outputs = render_units(
            checked.linked,
            {unit},
            templates=self._page_templates(settings),
            drafts=True,
            others=others,
            pictures=Pictures(checked.images, drawer),
        )
        return next((item.content for item in outputs if item.path == source), None)

    def _page_templates(self, settings: Settings) -> PageTemplates:
        folders = self._workspace.templates(settings.templates_dir)
        digest = digest_of(files_digests(folders))
        if self._templates is None or self._templates[0] != digest:
            self._templates = digest, PageTemplates(folders)
        return self._templates[1]

    def _whole(self, checked: CheckedSite, by_hand: dict[str, Path]) -> Built:
        """All pages."""
        settings = checked.read.site.settings
        found = checked.diagnostics
        made = make_outputs(
            self._workspace,
            checked,
            known=Known(self._texts.versions, self._present, self._pages),
            drafts=True,
            others=tuple(by_hand),
        )
        own = tuple(
            Output(name, path.read_bytes())
            for name, path in by_hand.items()
            if name not in made.files
        )
        _, faults = write_outputs(
            (*made.outputs, *own), self._docs, settings.docs_dir, made.standing
        )
        if faults:
            return (*found, *faults), False, ()
        self._digests.wrote(made.outputs)
        self._pages = made.memory
        self._units = {
            file.path: name for name, unit in made.memory.units.items() for file in unit.files
        }
        built = build_site(
            self._workspace.root,
            cache=self._cache,
            epoch=newest_moment(checked.linked.site),
            language=settings.language,
            preview=self._preview,
        )
        return (*found, *built.diagnostics), not built.failed, built.changed

    def _is_superseded(self) -> bool:
        return self.superseded()

    def _present(self, path: str) -> Digest | None:
        if self.superseded():
            raise SupersededError
        return self._digests.of(path)
