"""The index of the search page: Pagefind over the built HTML, so whatever builder made it serves.

Pages in all languages are in one index, stemmed as the site's language has it, so that one query
finds them all and every filter counts all. Pagefind's ready-made interfaces are not published.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.diagnostics import SourceFile, diagnose
from generator.diagnostics.codes.publishing import SITE_BUILD_FAILED
from generator.files import files_below

from .search_order import put_in_order
from .searching import (
    VERSIONS,
    SearchIndexError,
    Sink,
    UnknownIndexError,
    forget,
    index_pages,
    pagefind_version,
    run_pagefind,
)
from .site.faults import DamagedError
from .site.fingerprints import digest_bytes
from .site.looks import untouched
from .site.searched import FOLDER, Searched, searched_digest
from .swapping import remove_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Diagnostic

    from .site.live_tree import LiveTree
    from .site.tree import FreshTree

__all__ = ["Indexed", "SearchIndexError", "TreeSink", "index_failed", "index_site"]

SCRIPT: Final = "pagefind.js"
"""The one script that stays; the others are interfaces of Pagefind's own."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The index that was written: its files with their digests, by their paths below the site.

    ``note`` says why Pagefind read the whole site, where it did though that takes long.
    """

    outputs: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


class _Folder:
    """A folder that is filled from nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[Path] = set()

    def keep(self, name: str, digest: str) -> bool:  # noqa: ARG002  a sink's
        return False

    def put(self, name: str, data: bytes) -> None:
        path = self._folder / name
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        path.write_bytes(data)


class TreeSink:
    """A site that is made beside the present one, ``outputs``, which stands below ``target``."""

    def __init__(
        self, tree: FreshTree | LiveTree, target: Path, outputs: Mapping[str, list[Any]]
    ) -> None:
        self._tree = tree
        self._target = target
        self._outputs = outputs

    def keep(self, name: str, digest: str) -> bool:
        """Take the present site's file over; whether it is there with this digest."""
        path = f"{FOLDER}/{name}"
        held = self._outputs.get(path)
        if held is None or held[0] != digest:
            return False
        if not (self._tree.has(path) or untouched(self._target, path, *held)):
            return False
        self._tree.keep(path)
        return True

    def put(self, name: str, data: bytes) -> None:
        """Write a file."""
        self._tree.put(f"{FOLDER}/{name}", data)


def index_site(
    site: Path,
    language: str,
    *,
    cache: Path | None = None,
    searched: Searched | None = None,
    sink: Sink | None = None,
) -> Indexed:
    """Write the search index of the pages below ``site`` into its folder ``pagefind``.

    ``cache`` is a folder that keeps what Pagefind made of each page: with it only pages that
    changed are read again. ``searched`` are the pages, if they are known, and ``sink`` is where
    files go, if not simply into the folder. What is made depends on the pages alone.

    Raises:
        SearchIndexError: Pagefind is not there, or refuses.
        OSError: the disk refuses.
    """
    code = language.replace("_", "-").partition("-")[0]
    version = pagefind_version()
    note = f"Pagefind {version} is not known, so it read the whole site"
    if not version or version in VERSIONS:
        try:
            return Indexed(_incremental(site, code, cache, searched, sink))
        except UnknownIndexError as error:
            note = f"Pagefind read the whole site: {error}"
    return Indexed(_whole(site, code), note)


def index_failed(error: SearchIndexError) -> Diagnostic:
    """The fault that there is no index."""
    message = f"The search index could not be made: {error}."
    mend = "Install what requirements name, or build again; the last good site stands."
    return diagnose(SITE_BUILD_FAILED, SourceFile("mkdocs.yml", ""), None, message, mend)


def _incremental(
    site: Path, code: str, cache: Path | None, searched: Searched | None, sink: Sink | None
) -> dict[str, str]:
    if sink is None:
        remove_tree(site / FOLDER)
        sink = _Folder(site / FOLDER)
    pages = searched or _read(site)
    if cache is None:
        with tempfile.TemporaryDirectory() as empty:
            made = index_pages(site, pages, code, Path(empty), sink)
    else:
        try:
            made = index_pages(site, pages, code, cache, sink)
        except DamagedError:
            forget(cache)
            made = index_pages(site, pages, code, cache, sink)
    return {f"{FOLDER}/{name}": digest for name, digest in made.items()}


def _read(site: Path) -> Searched:
    """The pages below a folder."""
    whole, marked = {}, {}
    for base, folders, names in os.walk(site):
        folders[:] = [name for name in folders if Path(base, name) != site / FOLDER]
        for name in names:
            if name.endswith(".html"):
                path = Path(base, name)
                content = path.read_bytes()
                key = path.relative_to(site).as_posix()
                whole[key] = digest_bytes(content)
                marked[key] = searched_digest(content)
    some = any(marked.values())
    return Searched(marked if some else whole, some)


def _whole(site: Path, code: str) -> dict[str, str]:
    """Have Pagefind read every page, and publish what it makes."""
    folder = site / FOLDER
    remove_tree(folder)
    run_pagefind(site, code, folder)
    try:
        put_in_order(folder)
    except (OSError, UnknownIndexError) as error:
        raise SearchIndexError(str(error)) from error
    for path in sorted(folder.glob("pagefind*")):
        if path.suffix in {".js", ".css"} and path.name != SCRIPT:
            path.unlink()
    return {
        f"{FOLDER}/{name}": digest_bytes((folder / name).read_bytes())
        for name in files_below(folder)
    }
