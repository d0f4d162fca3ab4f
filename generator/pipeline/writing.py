"""Writes new files below ``content/``, entries among them. Nothing is overwritten."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator import importing
from generator.files import create_file
from generator.model.links import Register
from generator.records import Refusal, read_id, read_language

from .reading import read_configuration

if TYPE_CHECKING:
    from collections.abc import Callable

    from .workspace import Workspace


class WrongEntryError(Exception):
    """What a new entry was to be made of cannot be used; the message says why."""


class ContentExistsError(Exception):
    """The file to be written exists, or its place is not below the site; the message says which."""


def new_entry(
    workspace: Workspace,
    kind: str,
    title: str,
    *,
    language: str,
    date: dt.date,
    entry_id: str = "",
) -> Path:
    """Write a new article or register entry and return its path.

    The id is ``entry_id``, else made from the title.

    Raises:
        ContentExistsError: there is a file already.
        WrongEntryError: the title is blank, or the id or the language is none.
        OSError: the file cannot be written.
    """
    if entry_id:
        _accepted("id", entry_id, read_id)
    if language:
        language = _accepted("language", language, read_language)
    if not title.strip():
        raise WrongEntryError("The title is blank.")
    settings, _ = read_configuration(workspace)
    name, text = importing.new_entry(
        Register(kind), title, language=language, date=date, entry_id=entry_id
    )
    path = workspace.root / settings.content_dir / name
    write_new(path, text)
    return shown(path)


def _accepted(what: str, value: str, read: Callable[[str], str]) -> str:
    try:
        return read(value)
    except Refusal as refusal:
        raise WrongEntryError(f"The {what} is {value!r}, {refusal.reason}.") from refusal


def write_new(path: Path, text: str) -> None:
    """Write ``text`` to ``path``, its folders made where they are missing.

    Raises:
        ContentExistsError: there is a file already.
        OSError: the file cannot be written.
    """
    try:
        create_file(path, text.encode())
    except FileExistsError as error:
        raise ContentExistsError(f"{shown(path)} exists already; nothing was written.") from error


def shown(path: Path) -> Path:
    """``path`` relative to where the command runs, if it is below it."""
    relative = os.path.relpath(path)
    return Path(relative) if not relative.startswith("..") else path
