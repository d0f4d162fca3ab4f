"""Makes pages, once something that they are made of is not what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateError

from generator.publishing import write_outputs
from generator.rendering import Known

from .checked import check_content
from .last_build import LastBuild
from .memory import TextMemory
from .outputs import make_outputs
from .pages import Pages
from .reading import newest_moment
from .reuse import Reuse
from .template_faults import template_fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from .inputs import Inputs
    from .last_build import BuildMemory
    from .standing import FileDigests
    from .workspace import Workspace


def remade_pages(
    workspace: Workspace,
    inputs: Inputs,
    memory: BuildMemory,
    digests: FileDigests,
    *,
    strict: bool,
    progress: Callable[[int, int], None] | None,
    jobs: int,
) -> Pages:
    """Pages made of what is read, as far as they are not what they were.

    Raises:
        OSError: a file cannot be read or written.
    """
    settings = inputs.settings
    standing = digests.below(settings.docs_dir)
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
    digests.wrote(made.outputs, settings.docs_dir)
    newest = newest_moment(checked.linked.site)
    copied = {path: made.media[path] for path in sorted(made.media)}
    content = digests.below(settings.content_dir)
    for path in sorted({*checked.read.texts, *checked.images}):
        copied[path] = content(path) or b""
    for path in made.media:
        content(path)  # looked at now, so that the next build need not
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
