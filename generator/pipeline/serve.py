"""The live preview: drafts included, in folders of its own, so that ``docs/`` is never touched."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import TemplateError

from generator.model.output import Output
from generator.publishing import Preview, build_site, hand_written, serve_site, write_outputs
from generator.publishing.live_server import HOST
from generator.rendering import Known

from .checked import check_content
from .memory import TextMemory
from .outputs import make_outputs
from .reading import newest_moment
from .standing import standing_files
from .template_faults import template_fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config import Settings
    from generator.diagnostics import Diagnostic
    from generator.rendering import PageMemory

    from .workspace import Workspace

_WAITING = b"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Not built yet</title></head><body>
<p>The content has errors; the terminal names them. This page follows when they are mended.</p>
</body></html>
"""


@dataclass(frozen=True, slots=True)
class PreviewBuild:
    """One build of the preview. Unless ``renewed``, the last good pages are still served.

    ``failure`` is what the disk said, where it refused.
    """

    diagnostics: tuple[Diagnostic, ...]
    renewed: bool
    failure: str = ""


def serve(
    workspace: Workspace,
    *,
    port: int,
    report: Callable[[PreviewBuild], None],
    ready: Callable[[str], None],
) -> None:
    """Serve the site with its drafts until interrupted, telling ``report`` of each build.

    Raises:
        OSError: the port is taken, or a folder cannot be read or written at the start.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        preview = _Preview(workspace, Path(folder), port)
        first, settings = preview.build()
        report(first)

        def rebuild() -> None:
            try:
                built, _ = preview.build()
            except OSError as error:
                built = PreviewBuild((), renewed=False, failure=str(error))
            report(built)

        serve_site(
            rebuild,
            preview.site,
            port=port,
            site_url=settings.site_url,
            watched=(
                workspace.root / settings.content_dir,
                workspace.root / settings.templates_dir,
                workspace.root / settings.docs_dir,
                workspace.configuration,
            ),
            ready=ready,
        )


class _Preview:
    """The folders of one preview."""

    def __init__(self, workspace: Workspace, folder: Path, port: int) -> None:
        self._workspace = workspace
        self._docs = folder / "docs"
        self._cache = folder / "cache"
        self._port = port
        self._pages: PageMemory | None = None
        self.site = folder / "site"
        self._docs.mkdir()
        self.site.mkdir()
        (self.site / "index.html").write_bytes(_WAITING)

    def build(self) -> tuple[PreviewBuild, Settings]:
        """Bring the preview to what stands in the content now."""
        texts = TextMemory(self._workspace.cache)
        checked = check_content(self._workspace, drafts=True, memory=texts)
        texts.save()
        settings = checked.read.site.settings
        found = checked.diagnostics
        if checked.stops(strict=False):
            return PreviewBuild(found, renewed=False), settings
        by_hand = hand_written(self._workspace.root / settings.docs_dir)
        try:
            made = make_outputs(
                self._workspace,
                checked,
                known=Known(texts.versions, standing_files(self._docs), self._pages),
                drafts=True,
                others=tuple(name for name, _ in by_hand),
            )
        except TemplateError as error:
            fault = template_fault(error, self._workspace.root)
            return PreviewBuild((*found, fault), renewed=False), settings
        own = tuple(
            Output(name, path.read_bytes()) for name, path in by_hand if name not in made.files
        )
        _, faults = write_outputs(
            (*made.outputs, *own), self._docs, settings.docs_dir, made.standing
        )
        self._pages = made.memory
        if faults:
            return PreviewBuild((*found, *faults), renewed=False), settings
        path = urlsplit(settings.site_url).path or "/"
        built = build_site(
            self._workspace.root,
            cache=self._cache,
            epoch=newest_moment(checked.linked.site),
            language=settings.language,
            preview=Preview(self._docs, self.site, f"http://{HOST}:{self._port}{path}"),
        )
        return PreviewBuild((*found, *built.diagnostics), renewed=not built.failed), settings
