"""Divides the words into chunks, each a file that a browser fetches for the words between two.

Where a chunk ends depends on the words in it alone, so that a change moves few ends: behind the
first word, once there are ``_LEAST`` bytes, whose checksum says so, or when there are ``_MOST``.
That is about as much as Pagefind puts into one.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from .postings import (
    EMPTY,
    NO_CHANGE,
    Change,
    Postings,
    array_head,
    first_page,
    replaced,
    word_entry,
)
from .record import SPELT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .postings import Renumbered

_LEAST: Final = 48_000
_MOST: Final = 128_000
_ONE_IN: Final = 4  # words


@dataclass(slots=True)
class Word:
    """A word: where it stands, and where its spellings stand."""

    word: str
    postings: Postings = EMPTY
    spellings: dict[str, Postings] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words from ``first`` to ``last``, and what is published of them."""

    first: str
    last: str
    words: list[Word]
    content: bytes


_Held: TypeAlias = tuple[str, list[tuple[str, bytes, bytes, bytes]]]
_HELD: Final = msgspec.msgpack.Decoder(list[_Held])


def packed(words: Iterable[Word]) -> bytes:
    """Words as bytes."""
    held = [
        (
            word.word,
            [(form, *found) for form, found in (("", word.postings), *word.spellings.items())],
        )
        for word in words
    ]
    return msgspec.msgpack.encode(held)


def unpacked(data: bytes) -> list[Word]:
    """The words that were packed.

    Raises:
        ValueError: ``data`` is none.
    """
    words = []
    for name, forms in _HELD.decode(data):
        found = {form: Postings(a, b, c) for form, a, b, c in forms}
        words.append(Word(name, found.pop("", EMPTY), found))
    return words


def regrouped(
    firsts: list[str],
    load: Callable[[int], list[Word]],
    changes: Mapping[str, Change],
    renumbered: Renumbered | None = None,
) -> Iterator[int | Chunk]:
    """The chunks after ``changes``: the number of an old one that stays, or a new one.

    ``firsts`` are the first words of the old ones, ``load`` gives an old one's words.
    """
    by_chunk = _divided(firsts, changes)
    group = _Group()
    for number in range(len(firsts)):
        mine = by_chunk.get(number)
        if group.words == [] and not mine and renumbered is None:
            yield number
            continue
        for word in _changed(load(number), mine or {}, renumbered):
            group.add(word)
            if group.full():
                yield group.chunk()
                group = _Group()
    for word in _changed([], by_chunk.get(-1, {}), renumbered):
        group.add(word)
        if group.full():
            yield group.chunk()
            group = _Group()
    if group.words:
        yield group.chunk()


def _divided(
    firsts: list[str], changes: Mapping[str, Change]
) -> dict[int, dict[str, dict[str, Change]]]:
    """The changes by chunk, word and spelling; of chunk -1 where there is none yet."""
    found: dict[int, dict[str, dict[str, Change]]] = {}
    for key, change in changes.items():
        word, _, form = key.partition(SPELT)
        number = max(bisect_right(firsts, word) - 1, 0) if firsts else -1
        found.setdefault(number, {}).setdefault(word, {})[form] = change
    return found


def _changed(
    old: list[Word],
    changes: Mapping[str, Mapping[str, Change]],
    renumbered: Renumbered | None,
) -> Iterator[Word]:
    known = {word.word: word for word in old}
    for name in sorted({*known, *changes}):
        word = known.get(name) or Word(name)
        change = changes.get(name)
        if change is None and renumbered is None:
            yield word
            continue
        mine = change or {}
        postings = replaced(word.postings, mine.get("", NO_CHANGE), renumbered)
        spellings = {}
        for form in {*word.spellings, *mine} - {""}:
            found = replaced(word.spellings.get(form, EMPTY), mine.get(form, NO_CHANGE), renumbered)
            if found.data:
                spellings[form] = found
        if postings.data or spellings:
            yield Word(name, postings, _in_order(spellings))


def _in_order(spellings: dict[str, Postings]) -> dict[str, Postings]:
    """Spellings as Pagefind meets them: by page, a page's text first, then by letters."""

    def place(form: str) -> tuple[int, bool, str]:
        number, in_text = first_page(spellings[form])
        return number, not in_text, form

    if len(spellings) <= 1:
        return spellings
    return {form: spellings[form] for form in sorted(spellings, key=place)}


class _Group:
    """Words that become a chunk."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._encoded: list[bytes] = []
        self._size = 0

    def add(self, word: Word) -> None:
        self.words.append(word)
        entry = word_entry(word.word, word.postings, list(word.spellings.items()))
        self._encoded.append(entry)
        self._size += len(entry)

    def full(self) -> bool:
        if self._size < _LEAST:
            return False
        last = self.words[-1].word.encode()
        return self._size >= _MOST or zlib.crc32(last) % _ONE_IN == 0

    def chunk(self) -> Chunk:
        head = array_head(1) + array_head(len(self.words))
        content = head + b"".join(self._encoded)
        return Chunk(self.words[0].word, self.words[-1].word, self.words, content)
