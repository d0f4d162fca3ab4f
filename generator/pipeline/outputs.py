"""All files that belong below ``docs/``: those made anew, and which of the others stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.caching import Digest, digest_of_bytes
from generator.model.output import Output
from generator.rendering import Counts, Known, PageMemory, Pictures, refresh

from .collector import paused_collector
from .handbook import handbook_pages
from .pictures import card_drawer, picture_outputs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .checked import CheckedSite
    from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class MadeOutputs:
    """``outputs`` are to be written, the files at the paths ``standing`` are what they should be.

    ``files`` are the digests of them all; ``media`` those of the files below the content folder
    that were copied.
    """

    outputs: tuple[Output, ...]
    standing: tuple[str, ...]
    files: dict[str, Digest]
    media: Mapping[str, Digest]
    memory: PageMemory
    counts: Counts


@paused_collector()
def make_outputs(
    workspace: Workspace,
    checked: CheckedSite,
    *,
    known: Known,
    drafts: bool,
    others: Collection[str],
    jobs: int = 0,
) -> MadeOutputs:
    """Every file that belongs below ``docs/``, the media that pages show among them.

    ``known`` is what the last build left, and ``others`` are the pages written by hand.
    ``jobs`` processes make pages, as many as there are processors if it is 0.

    Raises:
        OSError: a media file cannot be read.
        jinja2.TemplateError: a template is missing or wrong.
    """
    settings = checked.read.site.settings
    made = refresh(
        checked.linked,
        known,
        templates=workspace.templates(settings.templates_dir),
        drafts=drafts,
        others=others,
        pictures=Pictures(checked.images, card_drawer(workspace, len(checked.linked.briefings))),
        jobs=jobs,
        untrusted=workspace.untrusted,
    )
    outputs = list(made.outputs)
    files = dict(made.files)
    standing = list(made.standing)
    pictures, media = picture_outputs(workspace, settings, made.copies, checked.images)
    more = (*pictures, *(handbook_pages(others) if settings.handbook else ()))
    for output in more:
        digest = files[output.path] = digest_of_bytes(output.content)
        if known.present(output.path) == digest:
            standing.append(output.path)
        else:
            outputs.append(output)
    return MadeOutputs(tuple(outputs), tuple(standing), files, media, made.memory, made.counts)
