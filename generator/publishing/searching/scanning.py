"""Reads Pagefind's lists of words without making a value of every number in them.

What a posting says is only copied from here on, so its lists are found by a pattern and kept as
bytes. The layout is that of ``index_words.rs`` in Pagefind 1.5; the encoding is CBOR (RFC 8949) in
its shortest form.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER: Final = (
    rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38][\x00-\xff]|[\x19\x39][\x00-\xff]{2}"
    rb"|[\x1a\x3a][\x00-\xff]{4})"
)
_SHORT: Final = b"|".join(
    b"\\x%02x%s{%d}" % (0x80 + count, _NUMBER, count) for count in range(1, 24)
)
_NUMBERS: Final = rb"(?:\x80|" + _SHORT + rb")"
_POSTING: Final = re.compile(
    rb"\x83(" + _NUMBER + rb")(" + _NUMBERS + rb")(" + _NUMBERS + rb")", re.DOTALL
)
_TEXT: Final = 3
_LIST: Final = 4


class UnknownIndexError(Exception):
    """The index is not as Pagefind 1.5 writes it."""


Found: TypeAlias = tuple[int, bytes, bytes]
"""A posting: a page's number, its places in the text and in what is said, as they are encoded."""


class Word(NamedTuple):
    """A word, where it stands, and where its spellings stand."""

    word: str
    postings: list[Found]
    variants: list[tuple[str, list[Found]]]


def read_words(data: bytes) -> Iterator[Word]:
    """The words of a chunk.

    Raises:
        UnknownIndexError: it is no chunk.
    """
    try:
        at, one = _head(data, 0, _LIST)
        at, count = _head(data, at, _LIST)
        if one != 1:
            raise UnknownIndexError("a chunk is not one list of words")
        for _ in range(count):
            at, word = _word(data, at)
            yield word
    except (IndexError, UnicodeDecodeError) as error:
        raise UnknownIndexError(f"a chunk ends early ({error})") from error
    if at != len(data):
        raise UnknownIndexError("a chunk goes on behind its words")


def _word(data: bytes, at: int) -> tuple[int, Word]:
    at, three = _head(data, at, _LIST)
    at, name = _text(data, at)
    at, postings = _postings(data, at)
    at, count = _head(data, at, _LIST)
    if three != 3:  # noqa: PLR2004  word, postings, spellings
        raise UnknownIndexError("a word has other parts")
    variants = []
    for _ in range(count):
        at, _two = _head(data, at, _LIST)
        at, form = _text(data, at)
        at, found = _postings(data, at)
        variants.append((form, found))
    return at, Word(name, postings, variants)


def _postings(data: bytes, at: int) -> tuple[int, list[Found]]:
    at, count = _head(data, at, _LIST)
    found = []
    page = 0
    match = _POSTING.match
    for _ in range(count):
        simple = match(data, at)
        if simple:
            step, places, said = simple.groups()
            page += step[0] if len(step) == 1 else int.from_bytes(step[1:], "big")
            at = simple.end()
        else:
            begin, _three = _head(data, at, _LIST)
            begin, number = _head(data, begin, 0)
            middle = _behind_list(data, begin)
            at = _behind_list(data, middle)
            page += number
            places, said = data[begin:middle], data[middle:at]
        found.append((page, places, said))
    return at, found


def _behind_list(data: bytes, at: int) -> int:
    at, count = _head(data, at, _LIST)
    numbers = _so_many(count).match(data, at)
    if numbers is None:
        raise UnknownIndexError("a list holds other values than numbers")
    return numbers.end()


@cache
def _so_many(count: int) -> re.Pattern[bytes]:
    return re.compile(_NUMBER + b"{%d}" % count, re.DOTALL)


def _text(data: bytes, at: int) -> tuple[int, str]:
    at, length = _head(data, at, _TEXT)
    return at + length, data[at : at + length].decode()


def _head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """Where an item's content begins, and its number or length."""
    head = data[at]
    if head >> 5 != kind:
        raise UnknownIndexError("an item is of another kind")
    low = head & 31
    if low < 24:  # noqa: PLR2004  RFC 8949, section 3
        return at + 1, low
    if low > 26:  # noqa: PLR2004
        raise UnknownIndexError("a number is too great")
    width = 1 << (low - 24)
    return at + 1 + width, int.from_bytes(data[at + 1 : at + 1 + width], "big")
