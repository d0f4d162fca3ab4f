"""The whole build: read, link and check, render, write, build the site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from generator.model.output import Output
from generator.publishing import SiteBuild, Written, build_site, hand_written, write_outputs
from generator.rendering import render

from .checked import check_content, stops
from .collector import paused_collector
from .reading import newest_moment
from .template_faults import template_fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Diagnostic

    from .checked import CheckedSite
    from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found and made; ``written`` and ``site`` are ``None`` if it stopped before."""

    checked: CheckedSite
    diagnostics: tuple[Diagnostic, ...]
    written: Written | None = None
    site: SiteBuild | None = None
    site_folder: Path | None = None

    @property
    def done(self) -> bool:
        """Whether pages and site stand as the content says."""
        return self.site is not None and not self.site.failed


def build(
    workspace: Workspace,
    *,
    strict: bool = False,
    clean: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Build:
    """Build the site. While an error stands nothing is written; the last good pages stay.

    ``clean`` forgets the cache, so that the site is made again; the old one stands until then.

    Raises:
        OSError: a file cannot be read or written.
    """
    checked = check_content(workspace, drafts=False, progress=progress)
    if checked.stops(strict=strict):
        return Build(checked, checked.diagnostics)
    settings = checked.read.site.settings
    site_folder = workspace.root / settings.site_dir
    if clean:
        shutil.rmtree(workspace.cache, ignore_errors=True)
    try:
        outputs = make_outputs(workspace, checked, drafts=False)
    except TemplateError as error:
        return Build(checked, (*checked.diagnostics, template_fault(error, workspace.root)))
    docs = workspace.root / settings.docs_dir
    written, faults = write_outputs(outputs, docs, settings.docs_dir)
    if faults:
        return Build(checked, (*checked.diagnostics, *faults))
    site = build_site(
        workspace.root,
        cache=workspace.cache,
        epoch=newest_moment(checked.linked.site),
        language=settings.language,
        strict=strict,
    )
    diagnostics = (*checked.diagnostics, *site.diagnostics)
    if stops(site.diagnostics, strict=strict):
        return Build(checked, diagnostics, written)
    return Build(checked, diagnostics, written, site, site_folder)


@paused_collector()
def make_outputs(workspace: Workspace, checked: CheckedSite, *, drafts: bool) -> tuple[Output, ...]:
    """Every file that belongs below ``docs/``, the media that pages show among them.

    Raises:
        OSError: a media file cannot be read.
        jinja2.TemplateError: a template is missing or wrong.
    """
    settings = checked.read.site.settings
    rendered = render(
        checked.linked,
        templates=workspace.templates(settings.templates_dir),
        drafts=drafts,
        others=tuple(name for name, _ in hand_written(workspace.root / settings.docs_dir)),
    )
    content = workspace.root / settings.content_dir
    media = (Output(copy.path, (content / copy.source).read_bytes()) for copy in rendered.copies)
    return (*rendered.outputs, *media)
