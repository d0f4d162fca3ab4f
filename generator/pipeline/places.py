"""Whether the site's folders are where they seem to be: no link leads out, no two names are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Code, Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.places import (
    DEAD_LINK,
    LINK_LEADS_OUT,
    LINKED_FOLDER,
    NAMES_COLLIDE,
)
from generator.files import LinkFault, colliding, leads_out, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.config import Settings

    from .workspace import Workspace

_CODES: Mapping[LinkFault, Code] = {
    LinkFault.OUTSIDE: LINK_LEADS_OUT,
    LinkFault.FOLDER: LINKED_FOLDER,
    LinkFault.DEAD: DEAD_LINK,
}
_SAID: Mapping[LinkFault, tuple[str, str]] = {
    LinkFault.OUTSIDE: (
        "is a link that leads out of {folder}",
        "Put a copy of the file there instead.",
    ),
    LinkFault.FOLDER: (
        "is a link to a folder",
        "Put a folder there instead; links to folders are not followed.",
    ),
    LinkFault.DEAD: ("is a link that leads to no file", "Delete it, or put the file there."),
}


def misplaced(workspace: Workspace, settings: Settings) -> Iterator[Diagnostic]:
    """The faults of the site's folders as such.

    Raises:
        OSError: a folder cannot be read.
    """
    root = workspace.root
    folders = (settings.content_dir, settings.templates_dir, settings.docs_dir)
    for name in (*folders, settings.site_dir):
        if leads_out(root / name, root):
            yield _led_out(name, "the site's folder", "Put a folder there instead.")
        elif name in folders:
            found = survey(root / name)
            yield from _links(found.faults, name)
            if name != settings.templates_dir:
                yield from _collisions(found.files, name)


def configuration_led_out(workspace: Workspace) -> Diagnostic | None:
    """The fault of a configuration that is a link to a file elsewhere; it is not to be read."""
    if not leads_out(workspace.configuration, workspace.root):
        return None
    mend = "Put a copy of the file there instead."
    return _led_out(workspace.configuration.name, "the site's folder", mend)


def _led_out(name: str, folder: str, mend: str) -> Diagnostic:
    message = f"{name} is a link that leads out of {folder}."
    return diagnose(LINK_LEADS_OUT, SourceFile(name, ""), None, message, mend)


def _links(faults: Iterable[tuple[str, LinkFault]], name: str) -> Iterator[Diagnostic]:
    for path, fault in faults:
        said, mend = _SAID[fault]
        message = f"{name}/{path} {said.format(folder=f'{name}/')}."
        yield diagnose(_CODES[fault], SourceFile(f"{name}/{path}", ""), None, message, mend)


def _collisions(files: Iterable[str], name: str) -> Iterator[Diagnostic]:
    for first, path in colliding(files):
        message = (
            f"{name}/{first} and {name}/{path} are one file on systems that ignore case or how "
            "accents are composed."
        )
        mend = "Rename one of them, in lower case."
        yield diagnose(NAMES_COLLIDE, SourceFile(f"{name}/{path}", ""), None, message, mend)
