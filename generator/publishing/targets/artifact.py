"""The built site itself, for a host or a workflow that takes a folder and does the rest."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.files import replace_file
from generator.publishing.published import NAME, Listing

from .target import Release, TargetError


class Artifact:
    """Publishes nothing: adds the list to the folder ``site``, so that it goes online with it.

    ``last`` reads the list of what is online now, wherever that is.
    """

    def __init__(self, site: Path, last: Callable[[], bytes | None]) -> None:
        self._site = site
        self._last = last

    @property
    def shown(self) -> str:
        """The folder."""
        return self._site.name

    def refusal(self) -> str:
        """Nothing can be in the way."""
        return ""

    @contextlib.contextmanager
    def locked(self, wait: float = 0) -> Iterator[str]:  # noqa: ARG002  as Target
        """Nobody else writes here."""
        yield ""

    def listing(self) -> bytes | None:
        """The list of what is online."""
        return self._last()

    def publish(self, site: Path, listing: Listing, *, keep: int) -> Release:  # noqa: ARG002  as Target
        """Write the list into the built site."""
        replace_file(site / NAME, listing.to_json().encode(), durable=False)
        return Release(f"{site.name}/, ready to be taken")

    def roll_back(self) -> Release:
        """Impossible: releases are kept by the host."""
        raise TargetError("An artifact has no earlier release; roll back at the host.")

    def previous(self) -> bytes | None:
        """None is kept here."""
        return None
