"""Imports files and folders of texts as draft articles. Nothing that stands is overwritten."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import importing
from generator.diagnostics import Severity, SourceFile
from generator.model.links import Register
from generator.records import LARGEST_FILE
from generator.records.slugify import slugify
from generator.syntax import parse_article, write_article

from .reading import read_configuration
from .writing import ContentExistsError, shown, write_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.config import Settings
    from generator.diagnostics import Diagnostic
    from generator.model.draft import Draft

    from .workspace import Workspace

_HEAD = 100_000  # bytes that tell what an XML file is
_ROUNDS = 8
"""How often an escaped text is read again: a sign made plain can bring another to light."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one input. Paths are relative to where the command runs if they can be.

    ``path`` is the draft's; ``None`` where nothing was written. ``skipped`` says why a file was
    passed over, ``failed`` why its draft could not be written; both are sentences, or empty.
    """

    source: Path
    path: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    skipped: str = ""
    failed: str = ""


@dataclass
class _Target:
    """Where drafts go: a folder, or the one file that ``to`` names."""

    folder: Path
    file: Path | None
    taken: set[Path] = field(default_factory=set)

    def place(self, slug: str) -> Path:
        """A path that no draft of this run has; two inputs of one name get two."""
        if self.file is not None:
            return self.file
        number, path = 1, self.folder / f"{slug}.md"
        while path in self.taken:
            number += 1
            path = self.folder / f"{slug}-{number}.md"
        return path


def import_files(
    workspace: Workspace, inputs: Sequence[Path], to: Path | None = None
) -> Iterator[Imported]:
    """Write each input as a draft article, told one by one, in the order of their names.

    An input is a file, or a folder of which every file is one whose name ends as those of texts,
    Markdown, pages or exports of WordPress do. Drafts go below ``content/articles/``, or to ``to``:
    a folder, or a file where the only input is a file. What is wrong with one input does not stop
    the others.

    Raises:
        ContentExistsError: ``to`` is a file, and there is more than one input.
    """
    settings, _ = read_configuration(workspace)
    content = workspace.root / settings.content_dir
    target = _target(content / Register.ARTICLE.folder, inputs, to)
    topics = _topics(content)
    for source, skipped in _sources(inputs):
        if skipped:
            yield Imported(shown(source), skipped=skipped)
            continue
        if source.suffix.lower() == importing.EXPORT_SUFFIX:
            yield from _posts(source, target, settings, topics)
            continue
        try:
            yield _import(source, target, settings, topics)
        except ContentExistsError as error:
            yield Imported(shown(source), failed=str(error))
        except OSError as error:
            reason = f"{shown(Path(error.filename or source))}: {error.strerror or error}."
            yield Imported(shown(source), failed=reason)


def import_file(workspace: Workspace, file: Path, to: Path | None) -> Imported:
    """Write ``file`` as a draft article to the file ``to``, or below ``content/articles/``.

    Raises:
        ContentExistsError: there is a file already.
        OSError: a file cannot be read or written.
    """
    settings, _ = read_configuration(workspace)
    content = workspace.root / settings.content_dir
    target = _target(content / Register.ARTICLE.folder, [file], to)
    return _import(file, target, settings, _topics(content))


def _topics(content: Path) -> frozenset[str]:
    return frozenset(path.stem for path in (content / Register.TOPIC.folder).rglob("*.md"))


def _target(articles: Path, inputs: Sequence[Path], to: Path | None) -> _Target:
    if to is None:
        return _Target(articles, None)
    several = len(inputs) > 1 or inputs[0].is_dir()
    if to.is_dir() or (several and not to.exists()) or str(to).endswith(os.sep):
        return _Target(to, None)
    if several:
        raise ContentExistsError(f"{shown(to)} is a file; several drafts need a folder.")
    return _Target(to.parent, to)


def _sources(inputs: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The files to import, and those of folders that are passed over with the reason."""
    for given in inputs:
        if not given.is_dir():
            yield given, ""
            continue
        for path in sorted(_files_below(given)):
            parts = path.relative_to(given).parts
            if any(part.startswith(".") for part in parts):
                yield path, "It is hidden."
            elif path.suffix.lower() == importing.EXPORT_SUFFIX:
                yield path, "" if is_export(path) else "It is no export of WordPress."
            elif path.suffix.lower() not in importing.SUFFIXES:
                known = ", ".join(sorted(importing.SUFFIXES))
                yield path, f"Its name ends in none of {known}."
            else:
                yield path, ""


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        # What is in a hidden folder is nobody's text; the folder itself is told.
        hidden = [name for name in folders if name.startswith(".")]
        folders[:] = [name for name in folders if name not in hidden]
        yield from (Path(root, name) for name in (*names, *hidden))


def is_export(file: Path) -> bool:
    """Whether ``file`` is an export of WordPress, from which many drafts are made."""
    if file.suffix.lower() != importing.EXPORT_SUFFIX or not file.is_file():
        return False
    with file.open("rb") as opened:
        return importing.is_export(opened.read(_HEAD))


def _posts(
    source: Path, target: _Target, settings: Settings, topics: frozenset[str]
) -> Iterator[Imported]:
    """A draft of each post of an export."""
    data = source.read_bytes()
    if not importing.is_export(data):
        yield Imported(shown(source), failed="It is no export of WordPress.")
        return
    modified = _modified(source)
    try:
        for post in importing.posts(data):
            origin = Path(f"{shown(source)} ({post.name})")
            draft, found = importing.import_file(
                post.page.encode("utf-8", "replace"),
                path=f"{post.name}.html",
                settings=settings,
                fallback_date=modified,
            )
            known = sorted({slugify(name) for name in post.categories} & topics)
            if known:
                draft = replace(draft, front_matter={**draft.front_matter, "topics": tuple(known)})
            try:
                yield _written(draft, found, origin, f"{post.name}.html", target, settings)
            except (ContentExistsError, OSError) as error:
                yield Imported(origin, failed=str(error))
    except importing.ExportError as error:
        yield Imported(shown(source), failed=str(error))


def _import(source: Path, target: _Target, settings: Settings, topics: frozenset[str]) -> Imported:
    draft, found = importing.import_file(
        source.read_bytes(),
        path=source.name,
        settings=settings,
        fallback_date=_modified(source),
        topics=topics,
    )
    return _written(draft, found, shown(source), source.name, target, settings)


def _modified(source: Path) -> dt.date:
    """What an article's date is read against where the text names none; the draft says so."""
    return dt.datetime.fromtimestamp(source.stat().st_mtime, tz=dt.UTC).date()


def _written(
    draft: Draft,
    found: tuple[Diagnostic, ...],
    source: Path,
    name: str,
    target: _Target,
    settings: Settings,
) -> Imported:
    if any(item.severity is Severity.ERROR for item in found):
        return Imported(source, None, found)
    text = _readable(draft, settings)
    size = len(text.encode())
    if size > LARGEST_FILE:
        fault = importing.too_large(name, "makes an article of", size)
        return Imported(source, None, (*found, fault))
    path = target.place(importing.slug_for(draft, name))
    write_new(path, text)
    target.taken.add(path)
    return Imported(source, shown(path), found)


def _readable(draft: Draft, settings: Settings) -> str:
    """The draft's file; in Markdown, what the format finds wrong is escaped to stay as words."""
    text = write_article(draft, settings)
    if draft.body is None:
        return text
    start = len(text) - len(draft.body)
    for _ in range(_ROUNDS):
        source = SourceFile("draft.md", text)
        _, found = parse_article(source.path, text, settings)
        offsets = {
            source.offset(item.line, item.column)
            for item in found
            if item.severity is Severity.ERROR
        }
        escaped = importing.escaped_at(text, (offset for offset in offsets if offset >= start))
        if escaped == text:
            break
        text = escaped
    return text
