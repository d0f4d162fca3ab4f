"""Where one word stands: pages in the order of their numbers, and on each its places.

A posting is a CBOR array (RFC 8949): how far the page's number is from the posting's before, the
places in the text, the places in what is said of the page. What follows the number is its *tail*.
Most edits change few postings of a word, so a list is cut and joined as bytes: no other posting is
read.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_POSTING: Final = b"\x83"
_ONE_BYTE: Final = 0x18
_NUMBER: Final = "I"
_SIZE: Final = array(_NUMBER).itemsize
_TEXT: Final = 0x60
_LIST: Final = 0x80


class Postings(NamedTuple):
    """``steps`` from page to page and ``sizes`` in bytes, both arrays of one number a posting.

    They are kept as bytes: most lists are only handed on.
    """

    steps: bytes
    sizes: bytes
    data: bytes

    @property
    def pages(self) -> int:
        """How many pages have the word."""
        return len(self.steps) // _SIZE


EMPTY: Final = Postings(b"", b"", b"")


class Renumbered(NamedTuple):
    """The numbers that pages get: ``new`` by the old one, ``breaks`` where their distance changes.

    A page that is no longer there has the number of the next one that is.
    """

    new: Sequence[int]
    breaks: Sequence[int]


@dataclass(slots=True)
class Change:
    """What becomes of a word: pages it leaves (old numbers), and new tails with new numbers.

    Both are in ascending order. A page whose tail changes is among both.
    """

    gone: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    tails: list[bytes] = field(default_factory=list)


NO_CHANGE: Final = Change()


def replaced(
    old: Postings,
    change: Change,
    renumbered: Renumbered | None = None,
) -> Postings:
    """The postings with a change made, and with new numbers."""
    if not old.data:
        return _made(change)
    steps, sizes, parts = array(_NUMBER), array(_NUMBER), []
    old_steps, old_sizes = _numbers(old.steps), _numbers(old.sizes)
    numbers = list(accumulate(old_steps))
    starts = list(accumulate(old_sizes, initial=0))
    waiting = list(zip(change.numbers, change.tails, strict=True))
    put = 0
    last = 0

    def add(until: int) -> None:
        nonlocal put, last
        while put < len(waiting) and waiting[put][0] < until:
            number, tail = waiting[put]
            piece = _begun(number - last) + tail
            steps.append(number - last)
            sizes.append(len(piece))
            parts.append(piece)
            last = number
            put += 1

    for first, end in _runs(numbers, change.gone, renumbered):
        shift = renumbered.new[numbers[first]] - numbers[first] if renumbered else 0
        at = first
        while at < end:
            add(numbers[at] + shift)
            # Where a new page comes within the run, the run is cut there.
            until = end
            if put < len(waiting):
                until = bisect_left(numbers, waiting[put][0] - shift, at, end)
            step = numbers[at] + shift - last
            cut = at
            if step != old_steps[at]:
                known = starts[at] + 1 + _width(old_steps[at])
                piece = _begun(step) + old.data[known : starts[at + 1]]
                steps.append(step)
                sizes.append(len(piece))
                parts.append(piece)
                cut += 1
            steps += old_steps[cut:until]
            sizes += old_sizes[cut:until]
            parts.append(old.data[starts[cut] : starts[until]])
            last = numbers[until - 1] + shift
            at = until
    add(1 << 32)
    return Postings(steps.tobytes(), sizes.tobytes(), b"".join(parts))


def _made(change: Change) -> Postings:
    if not change.numbers:
        return EMPTY
    steps = array(_NUMBER, map(sub, change.numbers, (0, *change.numbers[:-1])))
    pieces = [_begun(step) + tail for step, tail in zip(steps, change.tails, strict=True)]
    sizes = array(_NUMBER, map(len, pieces))
    return Postings(steps.tobytes(), sizes.tobytes(), b"".join(pieces))


def _numbers(data: bytes) -> array[int]:
    found = array(_NUMBER)
    found.frombytes(data)
    return found


@cache
def _begun(step: int) -> bytes:
    """What stands before a tail."""
    return _POSTING + encoded(step)


def _runs(
    numbers: Sequence[int], gone: Sequence[int], renumbered: Renumbered | None
) -> Iterator[tuple[int, int]]:
    """What stays, from index to index, cut where pages go or numbers are shifted otherwise."""
    cuts = [(place, False) for place in renumbered.breaks] if renumbered else []
    cuts = sorted(cuts + [(place, True) for place in gone])
    at = 0
    for number, going in cuts:
        place = bisect_left(numbers, number, at)
        if at < place:
            yield at, place
            at = place
        if going and at < len(numbers) and numbers[at] == number:
            at += 1
    if at < len(numbers):
        yield at, len(numbers)


def first_page(postings: Postings) -> tuple[int, bool]:
    """The first page's number, and whether its text has the word (or only what is said of it)."""
    number = _numbers(postings.steps[:_SIZE])[0]
    return number, postings.data[1 + _width(number)] != _LIST


def word_entry(word: str, postings: Postings, variants: Sequence[tuple[str, Postings]]) -> bytes:
    """A word with its postings, and with those of its spellings."""
    others = [
        b"\x82" + text(form) + array_head(found.pages) + found.data for form, found in variants
    ]
    parts = (
        _POSTING,
        text(word),
        array_head(postings.pages),
        postings.data,
        array_head(len(others)),
        *others,
    )
    return b"".join(parts)


def encoded(number: int, kind: int = 0) -> bytes:
    """A number of CBOR, or the head of a text or list of that length."""
    if number < _ONE_BYTE:
        return bytes((kind + number,))
    for code, width in ((0, 1), (1, 2), (2, 4)):
        if number < 1 << (8 * width):
            return bytes((kind + _ONE_BYTE + code,)) + number.to_bytes(width, "big")
    raise ValueError(number)


def array_head(length: int) -> bytes:
    """The head of a list."""
    return encoded(length, _LIST)


def text(value: str) -> bytes:
    """A text of CBOR."""
    data = value.encode()
    return encoded(len(data), _TEXT) + data


def _width(number: int) -> int:
    return 1 if number < _ONE_BYTE else 2 if number < 1 << 8 else 3 if number < 1 << 16 else 5
