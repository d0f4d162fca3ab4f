"""Everything a site is made of, read and digested before it is built."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .fingerprints import UndescribedError, describe, digest_of, versions

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from .looks import KnownFiles


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of the files below ``docs/`` and of theme folders that are the site's own.

    ``overrides`` are the files of those folders, ``whole`` the digest of everything; it is empty
    where something cannot be described. ``date`` is what MkDocs writes. ``looks`` are for the next
    :class:`~.looks.KnownFiles`.
    """

    date: str
    sources: dict[str, str]
    theme: str
    overrides: dict[str, Path]
    whole: str
    looks: dict[str, dict[str, list[Any]]]


def read_inputs(config: MkDocsConfig, options: str, known: KnownFiles, date: str) -> Inputs:
    """Read them. ``date`` is what MkDocs writes, ``options`` all that makes a difference."""
    sources = known.digests(config.docs_dir)
    folders = _own_folders(config)
    found = [known.digests(str(folder)) for folder in folders]
    theme = digest_of([[str(folder), files] for folder, files in zip(folders, found, strict=True)])
    overrides = {
        name: folder / name
        for folder, files in zip(reversed(folders), reversed(found), strict=True)
        for name in files
    }
    try:
        settings = describe(dict(config.items()))
        whole = digest_of([versions(), settings, sources, theme, options])
    except UndescribedError:
        whole = ""
    looks = {top: known.held[top] for top in (config.docs_dir, *map(str, folders))}
    return Inputs(date, sources, theme, overrides, whole, looks)


def _own_folders(config: MkDocsConfig) -> list[Path]:
    """Theme folders outside MkDocs and Material, whose releases say what is in them."""
    specs = [find_spec(name) for name in ("material", "mkdocs")]
    released = [Path(spec.origin).parent for spec in specs if spec and spec.origin]
    return [
        Path(folder)
        for folder in config.theme.dirs
        if not any(Path(folder).is_relative_to(base) for base in released)
    ]
