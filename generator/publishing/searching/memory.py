"""What the last index was put together of, kept in the cache folder.

Words of pages and of chunks are blobs, read only where they change; the rest is one list. Nothing
is believed without its digest.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec

from generator.caching import code_digest
from generator.publishing.site.faults import DamagedError
from generator.publishing.site.store import Reference, Store

from .record import Front

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "search"
_ROOMS: Final = ("publishing/searching",)


@dataclass(slots=True)
class Page:
    """A page by the digest of what Pagefind reads of it; without a front if it has no words."""

    key: str
    front: Front | None = None
    words: Reference = field(default_factory=list)
    fragment: Reference = field(default_factory=list)


@dataclass(slots=True)
class HeldChunk:
    """A chunk: its first and last word, its name's digest, its file's, its words, its file."""

    first: str
    last: str
    named: str
    file: str
    words: Reference
    published: Reference


Shell: TypeAlias = dict[str, tuple[str, Reference]]
"""The files that are the same whatever the pages are, with their digests."""


@dataclass(slots=True)
class State:
    """An index: pages by path, chunks in the order of their words."""

    pages: dict[str, Page] = field(default_factory=dict)
    chunks: list[HeldChunk] = field(default_factory=list)
    shell: Shell = field(default_factory=dict)
    entry: dict[str, Any] = field(default_factory=dict)

    def numbered(self) -> list[tuple[str, Front]]:
        """The pages that are in the index, in the order of their numbers."""
        pages = ((path, self.pages[path].front) for path in sorted(self.pages))
        return [(path, front) for path, front in pages if front is not None]

    def fields(self) -> list[str]:
        """What is said of any page, sorted: its places number it."""
        return sorted({name for _, front in self.numbered() for name in front.fields})


class Memory:
    """The cache of one site's index."""

    def __init__(self, cache: Path, about: list[object]) -> None:
        self.store = Store(cache / FOLDER)
        of = [code_digest(_ROOMS, ("pagefind-bin", "cbor2")).hex(), zlib.ZLIB_RUNTIME_VERSION]
        self._about = [*of, *about]

    def load(self) -> State:
        """The state as it was saved; an empty one where there is none of this kind."""
        held = self.store.load()
        if held.get("about") != self._about:
            return State()
        try:
            state = msgspec.convert(held["state"], State)
        except (LookupError, msgspec.ValidationError) as error:
            raise DamagedError(str(error)) from error
        return state

    def save(self, state: State) -> None:
        """Keep a state, and let go of blobs that it does not name.

        Raises:
            DamagedError: a blob is no longer there.
            OSError: the disk refuses.
        """
        self.store.tidy(_references(state))
        self.store.save({"about": self._about, "state": msgspec.to_builtins(state)})


def forget(cache: Path) -> None:
    """Take for not there what a cache folder holds."""
    Store(cache / FOLDER).forget()


def _references(state: State) -> list[Reference]:
    found = [reference for _, reference in state.shell.values()]
    for page in state.pages.values():
        found += (page.words, page.fragment)
    for chunk in state.chunks:
        found += (chunk.words, chunk.published)
    return [reference for reference in found if reference]
