"""The configuration of a pull request: what the site builder is given of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from generator.config import obeyed
from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.untrusted import THEME_OF_ITS_OWN
from generator.files import leads_out, survey
from generator.publishing.theme import shipped_templates
from generator.records import Refusal, decode, read_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.untrusted import Obeyed

    from .workspace import Workspace

_INERT: Final = frozenset(
    {".avif", ".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".png", ".webp", ".woff", ".woff2"}
)
"""Endings of files that no template of a theme includes, so that a theme may have more of them."""


def obeyed_configuration(workspace: Workspace) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """What MkDocs is given in place of an untrusted ``mkdocs.yml``, and what is refused.

    The file has been read as settings, without an error.

    Raises:
        OSError: a file cannot be read.
    """
    name = workspace.configuration.name
    source, faults = decode(name, workspace.configuration.read_bytes())
    if source is None:
        return b"", faults
    found, faults = obeyed(source, os.environ)
    return found.text, (*faults, *_own_theme(workspace, source, found))


def _own_theme(workspace: Workspace, source: SourceFile, found: Obeyed) -> Iterator[Diagnostic]:
    """What is in the folder of theme overrides and not a file of the generator's own theme."""
    if not found.custom_dir:
        return
    mend = "Leave it out, or build without --untrusted once somebody has looked at what it does."
    try:
        folder = workspace.root / read_path(found.custom_dir.rstrip("/"))
    except Refusal as refusal:
        message = f"custom_dir is {found.custom_dir!r}, {refusal.reason}."
        yield diagnose(THEME_OF_ITS_OWN, source, found.place, message, mend)
        return
    if leads_out(folder, workspace.root) or survey(folder).faults:
        message = f"custom_dir is {found.custom_dir!r}, in which a link leads elsewhere."
        yield diagnose(THEME_OF_ITS_OWN, source, found.place, message, mend)
        return
    ours = shipped_templates() / "theme"
    for own in sorted(folder.rglob("*")):  # hidden files too: a template may include them
        if not own.is_file():
            continue
        path = own.relative_to(folder)
        if own.suffix.lower() in _INERT:
            continue
        shipped = ours / path
        if shipped.is_file() and shipped.read_bytes() == own.read_bytes():
            continue
        shown = own.relative_to(workspace.root).as_posix()
        message = f"{shown} is no file of the generator's theme, and themes run outside a sandbox."
        yield diagnose(THEME_OF_ITS_OWN, SourceFile(shown, ""), None, message, mend)
