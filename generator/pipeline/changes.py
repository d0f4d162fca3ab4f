"""What happened to the annotated facts between two commits, or since one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checking.change import Change, ChangeKind
from generator.checking.changes import compare
from generator.linking import link

from .reading import read_site
from .remembered import Remembered
from .revisions import HistoryError, read_revision, resolve

if TYPE_CHECKING:
    from .workspace import Workspace

__all__ = ["Change", "ChangeKind", "FoundChanges", "HistoryError", "find_changes"]


@dataclass(frozen=True, slots=True)
class FoundChanges:
    """The changes, by file and line.

    ``day`` is that of the later commit (ISO 8601), ``""`` where files as they are now were
    compared. ``unread`` are files that could be read before and cannot be now: what happened in
    them is not known.
    """

    changes: tuple[Change, ...]
    day: str
    unread: tuple[str, ...]

    @property
    def uncorrected(self) -> tuple[Change, ...]:
        """The changes that want a correction and have none."""
        return tuple(item for item in self.changes if item.wants_correction)


def find_changes(workspace: Workspace, revisions: str) -> FoundChanges:
    """Compare what ``revisions`` names: ``A..B``, ``A...B``, or ``A`` with the files as they are.

    Raises:
        HistoryError: the repository cannot tell; the message says why.
        OSError: a file cannot be read.
    """
    named = resolve(workspace, revisions)
    parse = Remembered()
    before = read_revision(workspace, named.before, parse)
    if named.after is None:
        after = read_site(workspace, parse=parse)
    else:
        after = read_revision(workspace, named.after, parse)
    unread = tuple(sorted(after.unread - before.unread))
    found = compare(link(before.site), link(after.site))
    changes = tuple(
        item
        for item in found
        if not (item.kind is ChangeKind.ARTICLE_REMOVED and item.path in unread)
    )
    return FoundChanges(changes, named.after.day if named.after else "", unread)
