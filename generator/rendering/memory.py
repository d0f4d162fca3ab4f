"""What one rendering leaves for the next: what each page was made of, and what came of it."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER: Final = "I"


class MadeFile(msgspec.Struct, array_like=True, frozen=True):
    """A file: the digests of its bytes and of its view, and the template it went through.

    A file that no template wrote has an empty ``kind`` and no view.
    """

    path: str
    content: bytes
    view: bytes
    kind: str


class MadeUnit(msgspec.Struct, array_like=True, frozen=True):
    """What was made together. ``reads`` are numbers of keys, packed (see ``packed``).

    ``copies`` are paths below ``docs/`` and what is copied there, below the content folder.
    """

    reads: bytes
    files: tuple[MadeFile, ...]
    copies: tuple[tuple[str, str], ...]


class PageMemory(msgspec.Struct, array_like=True, frozen=True):
    """A rendering: what all pages depend on, and each unit by its name.

    ``order`` is the order of bytes of the machine that remembered. ``keys``
    are a mapping's name and one of its keys as text (see ``faces``); ``values`` are the digests of
    what they stood for. ``templates`` are digests by kind.
    """

    whole: bytes
    order: str
    keys: tuple[tuple[str, str], ...]
    values: tuple[bytes, ...]
    templates: dict[str, bytes]
    template_files: bytes
    units: dict[str, MadeUnit]


def packed(numbers: Iterable[int]) -> bytes:
    """Numbers of keys in four bytes each, in the order of this machine."""
    return array(_NUMBER, sorted(numbers)).tobytes()


def unpacked(data: bytes) -> array[int]:
    """The numbers that ``packed`` was given, in order.

    Raises:
        ValueError: the data is something else.
    """
    numbers = array(_NUMBER)
    numbers.frombytes(data)
    return numbers
