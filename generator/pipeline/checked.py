"""Content that was read, linked and checked: what every command begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checking import check
from generator.diagnostics import Diagnostic, Severity
from generator.linking import link

from .reading import ReadSite, read_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.links import LinkedSite

    from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """The linked site, and every fault once, in the order of files and lines."""

    read: ReadSite
    linked: LinkedSite
    diagnostics: tuple[Diagnostic, ...]

    def stops(self, *, strict: bool) -> bool:
        """Whether an error stands, or with ``strict`` a warning."""
        return stops(self.diagnostics, strict=strict)


def stops(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """Whether an error is among ``diagnostics``, or with ``strict`` a warning."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(item.severity in fatal for item in diagnostics)


def check_content(
    workspace: Workspace,
    *,
    drafts: bool,
    progress: Callable[[int, int], None] | None = None,
) -> CheckedSite:
    """Read, link and check everything; ``drafts`` says whether they are in the linked site.

    Faults of drafts are found either way: what is published must link without them, and they
    must link with it.

    Raises:
        OSError: a file cannot be read.
    """
    read = read_site(workspace, progress)
    linked = link(read.site if drafts else read.published())
    found = {*read.diagnostics, *check(linked, files=read.files)}
    if read.drafts:
        other = link(read.published() if drafts else read.site)
        found.update(check(other, files=read.files))
    return CheckedSite(read, linked, tuple(sorted(found)))
