"""The whole build: read, link and check, render, write, build the site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.output import Output
from generator.publishing import SiteBuild, Written, build_site, write_outputs
from generator.rendering import render

from .checked import check_content, stops
from .reading import newest_moment

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

    ``clean`` forgets the cache and the site first, so that everything is made again.

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
        shutil.rmtree(site_folder, ignore_errors=True)
    written, faults = write_outputs(
        make_outputs(workspace, checked), workspace.root / settings.docs_dir, settings.docs_dir
    )
    if faults:
        return Build(checked, (*checked.diagnostics, *faults))
    site = build_site(
        workspace.root,
        cache=workspace.cache,
        epoch=newest_moment(checked.linked.site),
        strict=strict,
    )
    diagnostics = (*checked.diagnostics, *site.diagnostics)
    if stops(site.diagnostics, strict=strict):
        return Build(checked, diagnostics, written)
    return Build(checked, diagnostics, written, site, site_folder)


def make_outputs(workspace: Workspace, checked: CheckedSite) -> tuple[Output, ...]:
    """Every file that belongs below ``docs/``, the media that pages show among them.

    Raises:
        OSError: a media file cannot be read.
    """
    settings = checked.read.site.settings
    rendered = render(checked.linked, templates=workspace.templates(settings.templates_dir))
    content = workspace.root / settings.content_dir
    media = (Output(copy.path, (content / copy.source).read_bytes()) for copy in rendered.copies)
    return (*rendered.outputs, *media)
