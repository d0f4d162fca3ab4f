"""Writes new files below ``content/``: imported drafts and new entries. Nothing is overwritten."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator import importing
from generator.diagnostics import Severity
from generator.model.links import Register
from generator.records import Refusal, read_id, read_language
from generator.syntax import write_article

from .reading import read_configuration

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Diagnostic

    from .workspace import Workspace


class WrongEntryError(Exception):
    """What a new entry was to be made of cannot be used; the message says why."""


class ContentExistsError(Exception):
    """The file to be written exists, or its place is not below the site; the message says which."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made: the draft's path, relative to where the command runs if it can be."""

    path: Path | None
    diagnostics: tuple[Diagnostic, ...]


def import_file(workspace: Workspace, file: Path, to: Path | None) -> Imported:
    """Write ``file`` as a draft article to ``to``, or below ``content/articles/``.

    Raises:
        ContentExistsError: there is a file already.
        OSError: a file cannot be read or written.
    """
    settings, _ = read_configuration(workspace)
    # What an article's date is read against where the text names none; the draft says so.
    modified = dt.datetime.fromtimestamp(file.stat().st_mtime, tz=dt.UTC).date()
    draft, found = importing.import_file(
        file.read_bytes(), path=file.name, settings=settings, fallback_date=modified
    )
    if any(item.severity is Severity.ERROR for item in found):
        return Imported(None, found)
    if to is None:
        slug = importing.slug_for(draft, file.name)
        to = workspace.root / settings.content_dir / Register.ARTICLE.folder / f"{slug}.md"
    _write_new(to, write_article(draft, settings))
    return Imported(_shown(to), found)


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
    _write_new(path, text)
    return _shown(path)


def _accepted(what: str, value: str, read: Callable[[str], str]) -> str:
    try:
        return read(value)
    except Refusal as refusal:
        raise WrongEntryError(f"The {what} is {value!r}, {refusal.reason}.") from refusal


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise ContentExistsError(f"{_shown(path)} exists already; nothing was written.") from error


def _shown(path: Path) -> Path:
    relative = os.path.relpath(path)
    return Path(relative) if not relative.startswith("..") else path
