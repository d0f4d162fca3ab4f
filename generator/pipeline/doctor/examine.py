"""Everything that ``briefing doctor`` looks at, in one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.diagnostics import SourceFile
from generator.imaging import writes_avif
from generator.pipeline.reading import read_configuration
from generator.publishing.engines import Engine, missing

from .built_site import leaving
from .configuration import configuration_faults
from .folders import cache_faults, cache_size, repository_faults
from .needs import NEEDS, lifetime
from .publication import publication_faults
from .surroundings import Surroundings, read_surroundings
from .versions import PYTHON_VERSION, REQUIREMENTS, asked_faults, installed_faults

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.pipeline.workspace import Workspace

_WITHOUT_AVIF: Final = "WebP alone: this Pillow was built without AVIF"


@dataclass(frozen=True, slots=True)
class Examination:
    """``facts`` are pairs of what was looked at and how it is; faults are in the order of files."""

    facts: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]


def examine(
    workspace: Workspace,
    as_of: dt.date,
    *,
    engine: Engine | None = None,
    surroundings: Surroundings | None = None,
) -> Examination:
    """Look at versions, settings, the built site, repository and cache; nothing is changed.

    ``engine`` is the builder that settings are meant for; all that are installed if ``None``.
    ``surroundings`` stand in for those of this machine.

    Raises:
        OSError: a file cannot be read.
    """
    found = surroundings or read_surroundings()
    settings, faults = read_configuration(workspace)
    root = workspace.root
    site = root / settings.site_dir
    place = REQUIREMENTS if (root / REQUIREMENTS).is_file() else workspace.configuration.name
    diagnostics = [
        *faults,
        *([missing(engine)] if engine and engine not in found.engines else []),
        *installed_faults(found, as_of, place),
        *_asked(root, as_of),
        *configuration_faults(workspace.configuration, [engine] if engine else found.engines),
        *publication_faults(workspace.configuration, settings),
        *leaving(site, settings.site_dir, settings.site_url),
        *repository_faults(root, workspace.configuration.name),
        *cache_faults(workspace.cache),
    ]
    facts = tuple(_facts(found, site, workspace.cache))
    return Examination(facts, tuple(sorted(diagnostics)))


def _asked(root: Path, as_of: dt.date) -> Iterator[Diagnostic]:
    for name in (REQUIREMENTS, PYTHON_VERSION):
        path = root / name
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            yield from asked_faults(SourceFile(name, text), as_of)


def _facts(found: Surroundings, site: Path, cache: Path) -> Iterator[tuple[str, str]]:
    yield "python", _version("python", found.python)
    for need in NEEDS:
        if need.name in found.packages:
            yield need.name, _version(need.name, found.packages[need.name])
    yield "photographs", "AVIF and WebP" if writes_avif() else _WITHOUT_AVIF
    for engine in sorted(found.engines - {Engine.MKDOCS}):
        yield engine.value, found.packages.get(engine.value, "on the path")
    pages = sum(1 for _ in site.rglob("*.html"))
    yield "pages", f"{pages:,} looked through" if pages else "not built yet"
    files, size = cache_size(cache) if cache.is_dir() else (0, 0)
    yield "cache", f"{size / 1e6:,.1f} MB" if files else "empty"


def _version(name: str, version: str) -> str:
    one = lifetime(name, version)
    if name == "mkdocs":
        return f"{version}, no longer developed"
    return f"{version}, mended until {one.end}" if one else version
