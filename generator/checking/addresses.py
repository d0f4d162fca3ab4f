"""Old ids that cannot lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, diagnose
from generator.diagnostics.codes.linking import ALIAS_TAKEN

from .wording import Catalogue, quoted

if TYPE_CHECKING:
    from generator.model.links import Unresolved


def alias_taken(item: Unresolved, _: Catalogue) -> Diagnostic:
    """An old id that is an id in use, or that another file claims too."""
    owner = item.candidates[0]
    whose = "this article itself" if owner == item.file.path else owner
    message = f"The old id {quoted(item.wanted)} of {item.file.path} is taken by {whose}."
    mend = "Delete it from aliases here or there; an address leads to one page only."
    if owner == item.file.path:
        mend = "Delete it from aliases; an id that is in use needs no alias."
    return diagnose(ALIAS_TAKEN, item.file, item.span, message, mend)
