"""The whole build: read, link and check, render, write, build the site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.files import alone_in
from generator.publishing import SiteBuild, Written, build_site
from generator.publishing.engines import Engine, build_with

from .collector import paused_collector
from .inputs import read_inputs
from .last_build import BuildMemory, LastBuild
from .pages import Pages
from .reuse import Reuse
from .standing import FileDigests, all_stand
from .stopping import stops
from .untrusted import obeyed_configuration

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Diagnostic

    from .inputs import Inputs
    from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found and made; ``written`` and ``site`` are ``None`` if it stopped before."""

    diagnostics: tuple[Diagnostic, ...]
    written: Written | None = None
    site: SiteBuild | None = None
    site_folder: Path | None = None
    reuse: Reuse = field(default_factory=Reuse)

    @property
    def done(self) -> bool:
        """Whether pages and site stand as the content says."""
        return self.site is not None and not self.site.failed


def build(
    workspace: Workspace,
    *,
    strict: bool = False,
    clean: bool = False,
    engine: Engine = Engine.MKDOCS,
    progress: Callable[[int, int], None] | None = None,
    jobs: int = 0,
    waiting: Callable[[], None] | None = None,
) -> Build:
    """Build the site. While an error stands nothing is written; the last good pages stay.

    What no change of content, configuration, templates or generator can have touched is not made
    again: the bytes are those of a build from nothing. ``clean`` forgets the cache, so that all of
    it is made again; the old site stands until then. ``engine`` is the site builder. ``jobs``
    processes work where there is much to do, as many as there are processors if it is 0.
    Where another build of the site is at work, ``waiting`` is called and its end awaited.

    Raises:
        OSError: a file cannot be read or written.
    """
    with alone_in(workspace.root, waiting):
        if clean:
            shutil.rmtree(workspace.cache, ignore_errors=True)
        pages = write_pages(workspace, strict=strict, progress=progress, jobs=jobs)
        if pages.written is None:
            return Build(pages.diagnostics, reuse=pages.reuse)
        site = _site(workspace, pages, engine, strict=strict, jobs=jobs)
    diagnostics = (*pages.diagnostics, *site.diagnostics)
    if stops(site.diagnostics, strict=strict):
        return Build(diagnostics, pages.written, reuse=pages.reuse)
    folder = workspace.root / pages.settings.site_dir
    return Build(diagnostics, pages.written, site, folder, pages.reuse)


def _site(
    workspace: Workspace, pages: Pages, engine: Engine, *, strict: bool, jobs: int
) -> SiteBuild:
    settings = pages.settings
    if engine is Engine.MKDOCS:
        return build_site(
            workspace.root,
            cache=workspace.cache,
            epoch=pages.newest,
            language=settings.language,
            strict=strict,
            jobs=jobs,
            configuration=obeyed_configuration(workspace)[0] if workspace.untrusted else b"",
        )
    docs = workspace.root / settings.docs_dir
    found = build_with(
        engine,
        workspace.root,
        docs=docs,
        site=workspace.root / settings.site_dir,
        epoch=pages.newest,
        language=settings.language,
        strict=strict,
        cache=workspace.cache,
    )
    return SiteBuild(sum(1 for _ in docs.rglob("*.md")), reused=False, diagnostics=found)


@paused_collector()
def write_pages(
    workspace: Workspace,
    *,
    strict: bool = False,
    progress: Callable[[int, int], None] | None = None,
    jobs: int = 0,
) -> Pages:
    """Bring the pages below ``docs/`` to what the content says: a build without the site.

    ``jobs`` processes make pages where many are made, as many as there are processors if it is 0.

    Raises:
        OSError: a file cannot be read or written.
    """
    digests = FileDigests(workspace.root, workspace.cache)
    inputs = read_inputs(workspace, digests)
    memory = BuildMemory(workspace.cache)
    pages = _kept(inputs, memory.last(), digests, strict=strict)
    if pages is None:
        # Importing the stages takes longer than finding that there is nothing for them to do.
        from .remaking import remade_pages  # noqa: PLC0415

        pages = remade_pages(
            workspace, inputs, memory, digests, strict=strict, progress=progress, jobs=jobs
        )
    digests.save()
    return pages


def _kept(
    inputs: Inputs, last: LastBuild | None, digests: FileDigests, *, strict: bool
) -> Pages | None:
    """The last build's pages, where nothing that they were made of changed and all still stand."""
    if last is None or last.inputs != inputs.digest:
        return None
    settings = inputs.settings
    if not all_stand(last.copied, digests.below(settings.content_dir)):
        return None
    if not all_stand(last.files, digests.below(settings.docs_dir)):
        return None
    reuse = Reuse(
        texts=last.articles, texts_kept=last.articles, linked=False, files=len(last.files)
    )
    if stops(last.diagnostics, strict=strict):
        return Pages(settings, last.diagnostics, reuse)
    return Pages(settings, last.diagnostics, reuse, Written(kept=len(last.files)), last.newest)
