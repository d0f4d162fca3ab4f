"""How much of a build was taken over from the last one, stage by stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.rendering import Counts


@dataclass(frozen=True, slots=True)
class Reuse:
    """Numbers of articles and entries, and of files below ``docs/``.

    ``texts_kept`` were not parsed. ``linked`` says whether the site was linked, which is done whole
    or not at all. ``viewed`` are the files of which it had to be found out what is on them,
    ``templated`` those that went through a template.
    """

    texts: int = 0
    texts_kept: int = 0
    linked: bool = False
    files: int = 0
    viewed: int = 0
    templated: int = 0

    def rendered(self, counts: Counts) -> Reuse:
        """With the numbers of a rendering."""
        return replace(self, files=counts.files, viewed=counts.viewed, templated=counts.rendered)
