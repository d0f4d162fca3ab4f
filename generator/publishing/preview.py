"""A site that is looked at while it is edited: what one build of a process leaves for the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from .site.showing import Shown


@dataclass(slots=True)
class Preview:
    """Folders and address that stand in for the configured ones while a site is edited.

    ``superseded`` says whether something was saved since a build began, which is then given up.
    The search index of a preview stays as it was at first: indexing takes longer than one page.
    """

    docs: Path
    site: Path
    site_url: str
    superseded: Callable[[], bool] = bool
    index: dict[str, Any] = field(default_factory=dict)
    """What the last build made, as its cache would say."""
    shown: Shown | None = None
    dirty: set[str] = field(default_factory=set)
    """The paths below ``site`` that hold something else than the last build made."""

    @property
    def options(self) -> str:
        """What makes this another site than the one that is published."""
        return f"{self.docs} {self.site} {self.site_url}"

    def source(self, path: str) -> str:
        """The path below ``docs`` of the page at a path below ``site``; ``""`` if there is none."""
        return self.shown.source(path) if self.shown is not None else ""

    def show(self, path: str, markdown: bytes) -> bool:
        """Show the page at a path below ``site`` made of ``markdown``; whether it is another now.

        Raises:
            OSError: the disk refuses; the old page stands.
        """
        made = self.shown.page(path, markdown) if self.shown is not None else None
        place = self.site / path
        if not made or not place.is_file() or place.read_bytes() == made:
            return False
        self.dirty.add(path)
        replace_file(place, made, durable=False)
        return True
