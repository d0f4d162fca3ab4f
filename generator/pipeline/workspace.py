"""A newsroom's folder: where its configuration, content, templates and pages are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.files import leads_out
from generator.publishing.theme import shipped_templates

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds ``mkdocs.yml``.

    ``untrusted`` says that templates and configuration are a stranger's: a pull request's.
    """

    root: Path
    untrusted: bool = False

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
        if not own.is_dir() or own.resolve() == ours.resolve() or leads_out(own, self.root):
            return (ours,)
        return (own, ours)


class NoWorkspaceError(Exception):
    """No ``mkdocs.yml`` here or above, or a folder that cannot be used; the message says which."""


def find_workspace(start: Path) -> Workspace:
    """The nearest folder at or above ``start`` that holds ``mkdocs.yml``.

    Raises:
        NoWorkspaceError: there is none, or its cache is a link that leads elsewhere.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIGURATION).is_file():
            found = Workspace(folder)
            if leads_out(found.cache, folder):
                raise NoWorkspaceError(
                    f"{found.cache} is a link that leads out of the site's folder. Delete the "
                    "link; what it held is made again."
                )
            return found
    raise NoWorkspaceError(f"There is no {CONFIGURATION} in {start} or above it.")
