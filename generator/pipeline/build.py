"""The whole build: read, link and check, render, write, build the site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from generator.publishing import SiteBuild, Written, build_site, write_outputs
from generator.publishing.engines import Engine, build_with
from generator.rendering import Known

from .checked import check_content, stops
from .collector import paused_collector
from .inputs import read_inputs
from .last_build import BuildMemory, LastBuild
from .memory import TextMemory
from .outputs import make_outputs
from .reading import newest_moment
from .reuse import Reuse
from .standing import all_stand, file_digest, standing_files
from .template_faults import template_fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.caching import Digest
    from generator.config import Settings
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


@dataclass(frozen=True, slots=True)
class Pages:
    """What making the pages below ``docs/`` found; ``written`` is ``None`` if it stopped before.

    ``newest`` is the date of the content, in seconds since 1970.
    """

    settings: Settings
    diagnostics: tuple[Diagnostic, ...]
    reuse: Reuse
    written: Written | None = None
    newest: int = 0


def build(
    workspace: Workspace,
    *,
    strict: bool = False,
    clean: bool = False,
    engine: Engine = Engine.MKDOCS,
    progress: Callable[[int, int], None] | None = None,
) -> Build:
    """Build the site. While an error stands nothing is written; the last good pages stay.

    What no change of content, configuration, templates or generator can have touched is not made
    again: the bytes are those of a build from nothing. ``clean`` forgets the cache, so that all of
    it is made again; the old site stands until then. ``engine`` is the site builder.

    Raises:
        OSError: a file cannot be read or written.
    """
    if clean:
        shutil.rmtree(workspace.cache, ignore_errors=True)
    pages = write_pages(workspace, strict=strict, progress=progress)
    if pages.written is None:
        return Build(pages.diagnostics, reuse=pages.reuse)
    site = _site(workspace, pages, engine, strict=strict)
    diagnostics = (*pages.diagnostics, *site.diagnostics)
    if stops(site.diagnostics, strict=strict):
        return Build(diagnostics, pages.written, reuse=pages.reuse)
    folder = workspace.root / pages.settings.site_dir
    return Build(diagnostics, pages.written, site, folder, pages.reuse)


def _site(workspace: Workspace, pages: Pages, engine: Engine, *, strict: bool) -> SiteBuild:
    settings = pages.settings
    if engine is Engine.MKDOCS:
        return build_site(
            workspace.root,
            cache=workspace.cache,
            epoch=pages.newest,
            language=settings.language,
            strict=strict,
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
    inputs = read_inputs(workspace)
    memory = BuildMemory(workspace.cache)
    standing = standing_files(workspace.root / inputs.settings.docs_dir)
    return _kept(workspace, inputs, memory.last(), standing, strict=strict) or _made(
        workspace, inputs, memory, standing, strict=strict, progress=progress, jobs=jobs
    )


def _kept(
    workspace: Workspace,
    inputs: Inputs,
    last: LastBuild | None,
    standing: Callable[[str], Digest | None],
    *,
    strict: bool,
) -> Pages | None:
    """The last build's pages, where nothing that they were made of changed and all still stand."""
    if last is None or last.inputs != inputs.digest:
        return None
    settings = inputs.settings
    content = workspace.root / settings.content_dir
    if not all_stand(last.copied, lambda path: file_digest(content / path)):
        return None
    if not all_stand(last.files, standing):
        return None
    reuse = Reuse(
        texts=last.articles, texts_kept=last.articles, linked=False, files=len(last.files)
    )
    if stops(last.diagnostics, strict=strict):
        return Pages(settings, last.diagnostics, reuse)
    return Pages(settings, last.diagnostics, reuse, Written(kept=len(last.files)), last.newest)


def _made(
    workspace: Workspace,
    inputs: Inputs,
    memory: BuildMemory,
    standing: Callable[[str], Digest | None],
    *,
    strict: bool,
    progress: Callable[[int, int], None] | None,
    jobs: int,
) -> Pages:
    """Pages made of what was read, as far as they are not what they were."""
    settings = inputs.settings
    texts = TextMemory(workspace.cache)
    checked = check_content(workspace, drafts=False, progress=progress, memory=texts, inputs=inputs)
    reuse = Reuse(texts=len(texts.versions), texts_kept=texts.reused, linked=True)
    texts.save()
    if checked.stops(strict=strict):
        return Pages(settings, checked.diagnostics, reuse)
    try:
        made = make_outputs(
            workspace,
            checked,
            known=Known(texts.versions, standing, memory.pages()),
            drafts=False,
            others=inputs.others,
            jobs=jobs,
        )
    except TemplateError as error:
        found = (*checked.diagnostics, template_fault(error, workspace.root))
        return Pages(settings, found, reuse)
    reuse = reuse.rendered(made.counts)
    docs = workspace.root / settings.docs_dir
    written, faults = write_outputs(made.outputs, docs, settings.docs_dir, made.standing)
    if faults:
        return Pages(settings, (*checked.diagnostics, *faults), reuse)
    newest = newest_moment(checked.linked.site)
    copied = {path: made.media[path] for path in sorted(made.media)}
    for path in sorted({*checked.read.texts, *checked.images}):
        copied[path] = file_digest(workspace.root / settings.content_dir / path) or b""
    memory.save(
        LastBuild(
            inputs=inputs.digest,
            texts=dict(inputs.texts),
            templates=dict(inputs.templates),
            configuration=inputs.configuration,
            copied=copied,
            files=made.files,
            diagnostics=checked.diagnostics,
            articles=len(texts.versions),
            newest=newest,
        ),
        made.memory,
    )
    return Pages(settings, checked.diagnostics, reuse, written, newest)
