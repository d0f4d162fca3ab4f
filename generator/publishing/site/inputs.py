"""Everything a site is made of, read and digested before it is built."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .fingerprints import UndescribedError, describe, digest_files, digest_of, versions

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of the files below ``docs/`` and of theme folders that are the site's own.

    ``overrides`` are the files of those folders, ``whole`` the digest of everything; it is empty
    where something cannot be described. ``date`` is what MkDocs writes.
    """

    date: str
    sources: dict[str, str]
    theme: str
    overrides: dict[str, Path]
    whole: str


def read_inputs(config: MkDocsConfig, date: str, options: str) -> Inputs:
    """Read them. ``date`` is what MkDocs writes, ``options`` whatever else makes a difference."""
    docs = Path(config.docs_dir)
    sources = digest_files(docs)
    folders = _own_folders(config)
    found = [digest_files(folder) for folder in folders]
    theme = digest_of([[str(folder), files] for folder, files in zip(folders, found, strict=True)])
    overrides = {
        name: folder / name
        for folder, files in zip(reversed(folders), reversed(found), strict=True)
        for name in files
    }
    try:
        settings = describe(dict(config.items()))
        whole = digest_of([versions(), settings, sources, theme, date, options])
    except UndescribedError:
        whole = ""
    return Inputs(date, sources, theme, overrides, whole)


def _own_folders(config: MkDocsConfig) -> list[Path]:
    """Theme folders outside MkDocs and Material, whose releases say what is in them."""
    specs = [find_spec(name) for name in ("material", "mkdocs")]
    released = [Path(spec.origin).parent for spec in specs if spec and spec.origin]
    return [
        Path(folder)
        for folder in config.theme.dirs
        if not any(Path(folder).is_relative_to(base) for base in released)
    ]
