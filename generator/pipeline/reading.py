"""Reads everything below ``content/`` into a site. The only stage that reads articles from disk."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.config import Settings, read_settings
from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.files import DUPLICATE_ID, STRAY_FILE
from generator.diagnostics.codes.sidecar import SIDECAR_WITHOUT_ARTICLE
from generator.files import files_below, leads_out
from generator.model.article import Status
from generator.model.links import Register
from generator.model.site import Site
from generator.records import LARGEST_FILE, decode, nearest

from .places import configuration_led_out, misplaced
from .stopping import stops
from .untrusted import obeyed_configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import TypeAlias

    from generator.pipeline.workspace import Workspace

    Parse: TypeAlias = Callable[
        [Register, str, str, Settings, SourceFile | None], tuple[Any, tuple[Diagnostic, ...]]
    ]

FOLDERS = {register.folder: register for register in Register}
"""The folders below ``content/`` and what their Markdown files are."""

SIDECAR = ".annotations.yaml"
"""The end of the name of a file that holds annotations of the article beside it."""


@dataclass(frozen=True, slots=True)
class ReadSite:
    """What was read, drafts included, and every fault met. ``files`` are below ``content/``.

    ``texts`` holds the saved texts of sources, by their path below ``content/``; ``unread`` the
    files of articles and entries in which nothing could be read, relative to the site's root.
    """

    site: Site
    files: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unread: frozenset[str] = frozenset()

    def published(self) -> Site:
        """The site without its drafts."""
        kept = {
            id_: article
            for id_, article in self.site.articles.items()
            if article.status is Status.PUBLISHED
        }
        return replace(self.site, articles=MappingProxyType(kept))

    @property
    def drafts(self) -> int:
        """How many articles are drafts."""
        return sum(1 for item in self.site.articles.values() if item.status is Status.DRAFT)


def read_site(
    workspace: Workspace,
    progress: Callable[[int, int], None] | None = None,
    parse: Parse | None = None,
) -> ReadSite:
    """Read the configuration and all content; ``progress`` is told how many of how many files.

    ``parse`` as for ``read_content``.

    Raises:
        OSError: a file cannot be read.
    """
    settings, found = read_configuration(workspace)
    return read_content(settings, found, content_files(workspace, settings), progress, parse)


def content_files(workspace: Workspace, settings: Settings) -> dict[str, Callable[[], bytes]]:
    """Every file below the content folder by its path there, in order, and how to read it."""
    content = workspace.root / settings.content_dir
    if leads_out(content, workspace.root):
        return {}
    return {
        path: partial(_text, content / path)
        if path.endswith((".md", SIDECAR))
        else (content / path).read_bytes
        for path in files_below(content)
    }


def _text(path: Path) -> bytes:
    """A file's bytes, or of one that is too large as many as tell that it is."""
    with path.open("rb", buffering=0) as file:
        if os.fstat(file.fileno()).st_size > LARGEST_FILE:
            return file.read(LARGEST_FILE + 1)
        return file.readall()


def read_content(
    settings: Settings,
    found: tuple[Diagnostic, ...],
    files: Mapping[str, Callable[[], bytes]],
    progress: Callable[[int, int], None] | None = None,
    parse: Parse | None = None,
) -> ReadSite:
    """Read ``files``, paths below the content folder in order, wherever their bytes come from.

    ``found`` are the faults of the configuration. Only Markdown and saved texts are read;
    ``parse`` takes the place of the parser, to remember what it returned.

    Raises:
        OSError: a file cannot be read.
    """
    diagnostics = list(found)
    entries: dict[Register, dict[str, Any]] = {register: {} for register in Register}
    unread = []
    diagnostics.extend(_alone(settings, files))
    markdown = [path for path in files if path.endswith(".md")]
    for number, path in enumerate(markdown):
        if progress is not None:
            progress(number, len(markdown))
        name = f"{settings.content_dir}/{path}"
        register = FOLDERS.get(path.partition("/")[0]) if "/" in path else None
        if register is None:
            diagnostics.append(_stray(name, settings))
            continue
        source, faults = decode(name, files[path]())
        diagnostics.extend(faults)
        value = None
        if source is not None:
            beside, faults = _sidecar(settings, files, path)
            diagnostics.extend(faults)
            value, faults = (parse or parse_file)(register, name, source.text, settings, beside)
            diagnostics.extend(faults)
        if value is None:
            unread.append(name)
            continue
        twin = entries[register].setdefault(value.id, value)
        if twin is not value:
            diagnostics.append(_duplicate(value, twin))
    site = Site(
        settings,
        **{folder: _by_id(entries[register]) for folder, register in FOLDERS.items()},
    )
    texts, faults = _saved_texts(site, files)
    diagnostics.extend(faults)
    return ReadSite(site, frozenset(files), tuple(diagnostics), texts, frozenset(unread))


def sidecar_path(path: str) -> str:
    """The file of annotations that stands beside an article's file."""
    return f"{path.removesuffix('.md')}{SIDECAR}"


def _sidecar(
    settings: Settings, files: Mapping[str, Callable[[], bytes]], path: str
) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The file of annotations beside the file at ``path``."""
    beside = sidecar_path(path)
    if beside not in files or FOLDERS.get(path.partition("/")[0]) is not Register.ARTICLE:
        return None, ()
    return decode(f"{settings.content_dir}/{beside}", files[beside]())


def _alone(settings: Settings, files: Mapping[str, Callable[[], bytes]]) -> Iterator[Diagnostic]:
    """Files of annotations that stand beside no article."""
    for path in files:
        if not path.endswith(SIDECAR):
            continue
        text = f"{path.removesuffix(SIDECAR)}.md"
        if text in files and FOLDERS.get(path.partition("/")[0]) is Register.ARTICLE:
            continue
        name = f"{settings.content_dir}/{path}"
        articles = (item for item in files if item.startswith("articles/") and item.endswith(".md"))
        meant = nearest(text, articles)
        message = f"{name} stands beside no article."
        mend = f"Its article would be {settings.content_dir}/{text}."
        if meant and meant != text:
            renamed = f"{settings.content_dir}/{sidecar_path(meant)}"
            mend = f"Rename it to {renamed}, or delete it."
        yield diagnose(SIDECAR_WITHOUT_ARTICLE, SourceFile(name, ""), None, message, mend)


def _saved_texts(
    site: Site, files: Mapping[str, Callable[[], bytes]]
) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """The saved texts that articles name, and the faults of their bytes."""
    texts: dict[str, str] = {}
    found: list[Diagnostic] = []
    for path in sorted({item.source.text for item in site.articles.values()} & files.keys()):
        source, faults = decode(f"{site.settings.content_dir}/{path}", files[path]())
        found.extend(faults)
        if source is not None:
            texts[path] = source.text
    return MappingProxyType(texts), tuple(found)


def read_configuration(workspace: Workspace) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The newsroom's settings, the built-in ones where its configuration cannot be read.

    Faults of the folders that it names are among those found.

    Raises:
        OSError: a file or folder cannot be read.
    """
    name = workspace.configuration.name
    elsewhere = configuration_led_out(workspace)
    if elsewhere is not None:
        return Settings(), (elsewhere,)
    source, faults = decode(name, workspace.configuration.read_bytes())
    settings, found = (
        read_settings(source, os.environ) if source is not None else (Settings(), faults)
    )
    found = (*found, *misplaced(workspace, settings))
    if workspace.untrusted and not stops(found, strict=False):
        found += obeyed_configuration(workspace)[1]
    return settings, found


def parse_file(
    register: Register,
    name: str,
    text: str,
    settings: Settings,
    sidecar: SourceFile | None = None,
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """An article or an entry of any register; they have an ``id`` and a ``file`` in common."""
    # The parser takes long to import, and a build in which nothing changed needs none.
    from generator.syntax import parse_article, parse_entry  # noqa: PLC0415

    if register is Register.ARTICLE:
        return parse_article(name, text, settings, sidecar)
    return parse_entry(register, name, text, settings)


def _stray(name: str, settings: Settings) -> Diagnostic:
    folders = ", ".join(f"{settings.content_dir}/{folder}/" for folder in FOLDERS)
    message = f"{name} is in no folder that is read, so it reaches no page."
    mend = f"Move it to one of {folders}."
    return diagnose(STRAY_FILE, SourceFile(name, ""), None, message, mend)


def _duplicate(value: Any, twin: Any) -> Diagnostic:  # noqa: ANN401  any entry of any register
    message = f"The id {value.id!r} is already that of {twin.file.path}."
    return diagnose(DUPLICATE_ID, value.file, None, message, "Give one of them another id.")


def _by_id(entries: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(dict(sorted(entries.items())))


def newest_moment(site: Site) -> int:
    """Seconds from 1970 to the start (UTC) of the newest day that the content knows, 0 for none."""
    epoch = dt.date(1970, 1, 1)
    days = (article.updated or article.date for article in site.articles.values())
    return max((max(days, default=epoch) - epoch).days * 86_400, 0)
