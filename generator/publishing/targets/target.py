"""What every place that a site is published to can do."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.publishing.published import Listing


class TargetError(Exception):
    """A target cannot be used, or refuses; the message says why, and what to do.

    What was published before is still served.
    """


@dataclass(frozen=True, slots=True)
class Release:
    """What stands at a target now. ``where`` says it in words that follow "published to"."""

    where: str
    name: str = ""


class Target(Protocol):
    """A place that a site is published to. Every method may raise :class:`TargetError`."""

    @property
    def shown(self) -> str:
        """How messages call it."""

    def refusal(self) -> str:
        """Why nothing could be published there now, a sentence; ``""`` where nothing is in the way.

        Changes nothing and asks no other machine.
        """

    def locked(self, wait: float = 0) -> AbstractContextManager[str]:
        """Keep other publishers away; says whose left lock was taken over, ``""`` for none.

        One who is at work is waited for ``wait`` seconds.
        """

    def listing(self) -> bytes | None:
        """The list of what is published now; ``None`` where nothing is, or nothing is known."""

    def publish(self, site: Path, listing: Listing, *, keep: int) -> Release:
        """Put the files of ``listing``, which are below ``site``, in place of what is published.

        Until the last step what was published before is served, and after it only the new.
        ``keep`` releases stay for a rollback, where the target stores them itself.
        """

    def roll_back(self) -> Release:
        """Serve the release before the present one again."""

    def previous(self) -> bytes | None:
        """The list of the release that :meth:`roll_back` would serve; ``None`` for none."""
