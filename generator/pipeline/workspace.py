"""A newsroom's folder: where its configuration, content, templates and pages are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.publishing.theme import shipped_templates

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds ``mkdocs.yml``."""

    root: Path

    @property
    def configuration(self) -> Path:
        """The site's ``mkdocs.yml``."""
        return self.root / CONFIGURATION

    @property
    def cache(self) -> Path:
        """What may be deleted at any time."""
        return self.root / ".briefing"

    def templates(self, folder: str) -> tuple[Path, ...]:
        """Where page templates are looked up: the newsroom's own first, then the generator's."""
        own = self.root / folder
        ours = shipped_templates()
        return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)


class NoWorkspaceError(Exception):
    """No ``mkdocs.yml`` here or above; the message says where it was looked for."""


def find_workspace(start: Path) -> Workspace:
    """The nearest folder at or above ``start`` that holds ``mkdocs.yml``.

    Raises:
        NoWorkspaceError: there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIGURATION).is_file():
            return Workspace(folder)
    raise NoWorkspaceError(f"There is no {CONFIGURATION} in {start} or above it.")
