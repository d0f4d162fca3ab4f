"""Builds the site with another builder's command: beside the present one, then put in its place."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Diagnostic, Severity, SourceFile, diagnose
from generator.diagnostics.codes.environment import ENGINE_MISSING, IGNORED_SETTING
from generator.diagnostics.codes.publishing import SITE_BUILD_FAILED, SITE_BUILD_WARNING
from generator.publishing.search_index import SearchIndexError, index_failed, index_site
from generator.publishing.site.environment import variables
from generator.publishing.swapping import fresh_folder, recover, remove_tree, swap

from .configuration import NAME, read_names, with_site_dir
from .engine import Engine, command
from .ignored import ignored
from .speech import Remark, complaint, framed, logged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_LONGEST: Final = 1800  # seconds
_NOT_FOR_READERS: Final = ("mkdocs_theme.yml",)
"""Files of a theme that Zensical copies into the site."""


def build_with(
    engine: Engine,
    root: Path,
    *,
    docs: Path,
    site: Path,
    epoch: int,
    language: str,
    strict: bool,
    cache: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Build the site of the ``mkdocs.yml`` in ``root`` into ``site`` with the builder's command.

    While an error stands, or with ``strict`` a warning, the old site stays. ``epoch`` is the date
    for what the builder dates (seconds since 1970), ``language`` that of the search index,
    ``cache`` the folder that remembers what that was made of. ``engine`` is any but MkDocs, which
    has a driver of its own.

    Raises:
        OSError: the disk refuses; the old site stands.
    """
    run = command(engine)
    if not run:
        return (missing(engine),)
    recover(site)
    fresh = fresh_folder(site)
    try:
        found = [*ignored_settings(engine, root)]
        found += _built(engine, run, root, docs.relative_to(root).as_posix(), fresh, epoch)
        if not _stops(found, strict=strict):
            found += _finished(fresh, language, cache)
        if not _stops(found, strict=strict):
            old = swap(fresh, site)
            if old is not None:
                remove_tree(old)
    finally:
        remove_tree(fresh)
    return tuple(found)


def missing(engine: Engine) -> Diagnostic:
    """The fault that a builder is not there."""
    message = f"{engine.label} is not installed."
    mend = f"Install it beside the generator: python -m pip install 'briefing-generator[{engine}]'"
    return diagnose(ENGINE_MISSING, SourceFile(NAME, ""), None, message, mend)


def ignored_settings(engine: Engine, root: Path) -> Iterator[Diagnostic]:
    """The settings of ``mkdocs.yml`` without which the builder makes other pages."""
    for item in ignored(engine, read_names(root / NAME)):
        if item.changes_pages:
            message = f"{engine.label} ignores `{item.name}` without a word: {item.loss}."
            mend = "Take it out, or build with MkDocs."
            yield diagnose(IGNORED_SETTING, SourceFile(NAME, ""), None, message, mend)


def _built(
    engine: Engine, run: Sequence[str], root: Path, docs: str, fresh: Path, epoch: int
) -> Iterator[Diagnostic]:
    if engine is Engine.ZENSICAL:
        with with_site_dir(root, fresh) as file:
            code, output = _run((*run, "build", "--clean", "-f", file.name), root, epoch)
        remarks = tuple(framed(output))
    else:
        code, output = _run((*run, "build", "-f", NAME, "-d", str(fresh)), root, epoch)
        remarks = tuple(logged(output))
    for remark in remarks:
        yield _told(engine, remark, docs)
    if code and not any(remark.error for remark in remarks):
        said = complaint(output) or f"it ended with {code}"
        yield _told(engine, Remark(said, error=True), docs)


def _run(command: Sequence[str], root: Path, epoch: int) -> tuple[int, str]:
    environment = {**os.environ, **variables(epoch), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(  # noqa: S603  the builder that was asked for, on the site's folder
            command,
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1, f"It did not end within {_LONGEST} seconds."
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _told(engine: Engine, remark: Remark, docs: str) -> Diagnostic:
    code = SITE_BUILD_FAILED if remark.error else SITE_BUILD_WARNING
    text = f"{engine.label}: {remark.text}"
    if not remark.path:
        mend = (
            "Mend mkdocs.yml or the page named; the last good site stands." if remark.error else ""
        )
        return diagnose(code, SourceFile(NAME, ""), None, text, mend)
    place = (remark.line, remark.column)
    return Diagnostic(
        f"{docs}/{remark.path}", *place, *place, code.id, code.severity, f"{text.rstrip('.')}."
    )


def _finished(fresh: Path, language: str, cache: Path | None) -> Iterator[Diagnostic]:
    for name in _NOT_FOR_READERS:
        (fresh / name).unlink(missing_ok=True)
    if not language:
        return
    try:
        index_site(fresh, language, cache=cache)
    except SearchIndexError as error:
        yield index_failed(error)


def _stops(found: Sequence[Diagnostic], *, strict: bool) -> bool:
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(item.severity in stopping for item in found)
