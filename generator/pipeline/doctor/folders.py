"""The repository and the cache, as far as builds depend on them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import SourceFile, diagnose
from generator.diagnostics.codes.environment import CACHE_IN_THE_WAY, SHALLOW_CLONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic


def repository_faults(root: Path, place: str) -> Iterator[Diagnostic]:
    """Whether the clone that ``root`` is in lacks older commits."""
    git = _git_folder(root)
    if git is not None and (git / "shallow").is_file():
        message = "The clone is shallow: dates and changes of older commits are not known."
        mend = "git fetch --unshallow, or in a workflow fetch-depth: 0."
        yield diagnose(SHALLOW_CLONE, SourceFile(place, ""), None, message, mend)


def cache_faults(cache: Path) -> Iterator[Diagnostic]:
    """Whether the cache folder can be used; that it is not there yet is no fault."""
    if not os.path.lexists(cache):
        return
    if not cache.is_dir():
        message = f"{cache.name} is no folder, so that nothing can be kept from build to build."
    elif not os.access(cache, os.W_OK | os.X_OK):
        message = f"{cache.name} cannot be written to, so that nothing is kept from build to build."
    else:
        return
    source = SourceFile(cache.name, "")
    yield diagnose(CACHE_IN_THE_WAY, source, None, message, "Delete it; a build makes it anew.")


def cache_size(cache: Path) -> tuple[int, int]:
    """How many files the cache holds, and how many bytes."""
    sizes = [path.stat().st_size for path in cache.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _git_folder(root: Path) -> Path | None:
    """The repository's common folder: ``.git``, or what a work tree's ``.git`` leads to."""
    for folder in (root, *root.parents):
        git = folder / ".git"
        if git.is_dir():
            return git
        if git.is_file():
            return _common(git)
    return None


def _common(link: Path) -> Path | None:
    try:
        named = link.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
        git = link.parent / named
        common = git / "commondir"
        if not common.is_file():
            return git
        return git / common.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
