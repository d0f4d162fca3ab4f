"""What Pagefind makes of one page, as it is kept and as the index is put together of it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

SPELT = "\0"
"""Between a word and a spelling of it, where a page has the spelling."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the lists of the index say of a page.

    ``named`` is the digest of its fragment's content, ``file`` that of the file as it is published.
    ``fields`` are what is said of the page, sorted; ``sorts`` holds what it may be sorted by.
    """

    named: str
    file: str
    words: int
    filters: dict[str, list[str]]
    fields: list[str]
    sorts: dict[str, str]


class Words(msgspec.Struct, array_like=True, frozen=True):
    """The words of a page, sorted, and what each's posting says.

    ``said`` has the places in the list where the word is in what is said of the page, with the size
    of that part, the last of the tail. Its fields are numbered as the page has them.
    """

    words: list[str]
    tails: list[bytes]
    said: list[tuple[int, int]]


_WORDS = msgspec.msgpack.Decoder(Words)


def packed(words: Words) -> bytes:
    """The words as bytes."""
    return msgspec.msgpack.encode(words)


def unpacked(data: bytes) -> Words:
    """The words that were packed.

    Raises:
        ValueError: ``data`` is none.
    """
    return _WORDS.decode(data)  # msgspec's error is a ValueError
