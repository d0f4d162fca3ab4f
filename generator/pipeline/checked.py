"""Content that was read, linked and checked: what every command begins with."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checking import Due, check, find_stale, find_unannotated
from generator.diagnostics import Diagnostic
from generator.linking import link
from generator.publishing import hand_written

from .collector import paused_collector
from .memory import TextMemory
from .pictures import examine_pictures
from .reading import ReadSite, read_content, read_site
from .stopping import stops

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from generator.model.image_file import ImageFile
    from generator.model.links import LinkedSite

    from .inputs import Inputs
    from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """The linked site, and every fault once, in the order of files and lines.

    ``due`` is what is due on the day that was asked for; its notes are among the diagnostics.
    ``images`` tells what the picture files are, by their paths below ``content/``.
    """

    read: ReadSite
    linked: LinkedSite
    diagnostics: tuple[Diagnostic, ...]
    due: tuple[Due, ...] = ()
    images: Mapping[str, ImageFile] = field(default_factory=lambda: MappingProxyType({}))

    def stops(self, *, strict: bool) -> bool:
        """Whether an error stands, or with ``strict`` a warning."""
        return stops(self.diagnostics, strict=strict)


@paused_collector()
def check_content(
    workspace: Workspace,
    *,
    drafts: bool,
    progress: Callable[[int, int], None] | None = None,
    stale_at: dt.date | None = None,
    memory: TextMemory | None = None,
    inputs: Inputs | None = None,
) -> CheckedSite:
    """Read, link and check everything; ``drafts`` says whether they are in the linked site.

    Faults of drafts are found either way: what is published must link without them, and they
    must link with it. With ``stale_at`` what is due on that day is told too. ``memory`` takes the
    place of the one on disk, which is used and not changed; ``inputs`` is what was read already.

    Raises:
        OSError: a file cannot be read.
    """
    memory = memory or TextMemory(workspace.cache)
    if inputs is None:
        read = read_site(workspace, progress, memory)
    else:
        read = read_content(inputs.settings, inputs.found, inputs.files, progress, memory)
    return check_read(workspace, read, drafts=drafts, stale_at=stale_at, memory=memory)


def check_read(
    workspace: Workspace,
    read: ReadSite,
    *,
    drafts: bool,
    stale_at: dt.date | None = None,
    memory: TextMemory | None = None,
) -> CheckedSite:
    """Link and check what was read, as :func:`check_content` does."""
    linked = link(read.site if drafts else read.published())
    images = examine_pictures(workspace, read.site, read.files)

    def others() -> frozenset[str]:
        docs = workspace.root / read.site.settings.docs_dir
        return frozenset(name for name, _ in hand_written(docs))

    found = {
        *read.diagnostics,
        *check(linked, files=read.files, texts=read.texts, images=images.values(), others=others),
    }
    whole = linked
    if read.drafts:
        other = link(read.published() if drafts else read.site)
        found.update(check(other, files=read.files, texts=read.texts, others=others))
        whole = linked if drafts else other
    found.update(find_unannotated(whole, memory.recalling if memory else None))
    due = find_stale(linked, stale_at) if stale_at is not None else ()
    found.update(item.note for item in due)
    return CheckedSite(read, linked, tuple(sorted(found)), due, images)
