"""What the last build was made of and what it made, for the next one to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from generator.caching import is_foreign, load_record, save_record
from generator.diagnostics import Diagnostic

from .inputs import program_digest

if TYPE_CHECKING:
    from pathlib import Path

    from generator.rendering import PageMemory

_LAST: Final = "build.bin"
_PAGES: Final = "pages.bin"


class LastBuild(msgspec.Struct, array_like=True, frozen=True):
    """A build whose pages were written.

    ``inputs`` is the digest of what was read; ``texts``, ``templates`` and ``configuration`` are
    its parts. ``copied`` are the files below the content folder that were read besides, with their
    digests, and ``files`` those below ``docs/`` that were made. ``newest`` is the date of the
    content (seconds since 1970).
    """

    inputs: bytes
    texts: dict[str, bytes]
    templates: dict[str, bytes]
    configuration: bytes
    copied: dict[str, bytes]
    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    articles: int
    newest: int


class BuildMemory:
    """Where builds of a workspace leave word for the next one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = program_digest()

    def last(self) -> LastBuild | None:
        """The last build, ``None`` where none is known that this generator made."""
        return load_record(self._folder / _LAST, LastBuild, self._program)

    def pages(self) -> PageMemory | None:
        """What the last build's pages were made of."""
        from generator.rendering import PageMemory  # noqa: PLC0415  with all that makes pages

        return load_record(self._folder / _PAGES, PageMemory, self._program)

    @property
    def foreign(self) -> bool:
        """Whether another version of the generator left word here."""
        return is_foreign(self._folder / _LAST, self._program)

    def save(self, last: LastBuild, pages: PageMemory) -> None:
        """Keep a build whose pages were written."""
        save_record(self._folder / _PAGES, pages, self._program)
        save_record(self._folder / _LAST, last, self._program)
