"""Writes the files that say what is where: of the pages, the chunks, the filters and the orders."""

from __future__ import annotations

import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import cbor2

from generator.publishing.site.fingerprints import digest_bytes

from .reading import MARK
from .sorting import orders

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .record import Front

_SHORTEST: Final = 8
_LEVEL: Final = 4
"""Level 9 takes fifteen times as long and saves a sixteenth."""
_HEAD: Final = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""RFC 1952: deflated, no name, no time, no system: Python's own names the system."""


def gzipped(content: bytes, level: int = _LEVEL) -> bytes:
    """A file as Pagefind's script reads it."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    data = MARK + content
    body = packer.compress(data) + packer.flush()
    end = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return _HEAD + body + end


def names(language: str, digests: Iterable[str]) -> dict[str, str]:
    """A name for each digest: of its beginning, as long as no other begins so."""
    ordered = sorted(set(digests))
    common = [0, *(_common(one, other) for one, other in pairwise(ordered)), 0]
    return {
        digest: f"{language}_{digest[: max(_SHORTEST, common[place] + 1, common[place + 1] + 1)]}"
        for place, digest in enumerate(ordered)
    }


def _common(one: str, other: str) -> int:
    if one[:_SHORTEST] != other[:_SHORTEST]:
        return 0
    return next(place for place in range(len(one)) if one[place] != other[place])


def between(ends: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """First and last words of chunks, cut to what tells them from their neighbours', as Pagefind
    does it (``chunk_meta``): whoever types part of a word finds the chunk too.
    """  # noqa: D205
    found = [list(pair) for pair in ends]
    for before, after in pairwise(found):
        last, first = before[1], after[0]
        same = 0
        while same < min(len(last), len(first)) and last[same] == first[same]:
            same += 1
        if last[: same + 1] >= before[0]:
            before[1] = last[: same + 1]
        after[0] = first[: same + 1]
    return [(first, last) for first, last in found]


def filter_lists(fronts: Sequence[Front]) -> list[tuple[str, bytes]]:
    """Each filter with its values, and each value's pages."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, front in enumerate(fronts):
        for name, values in front.filters.items():
            mine = found.setdefault(name, {})
            for value in values:
                mine.setdefault(value, []).append(number)
    return [
        (name, cbor2.dumps([name, [[value, mine[value]] for value in sorted(mine)]]))
        for name, mine in sorted(found.items())
    ]


def listing(
    version: str,
    pages: Sequence[tuple[str, Front]],
    chunks: Sequence[tuple[str, str, str]],
    filters: Sequence[tuple[str, str]],
    fields: Sequence[str],
) -> bytes:
    """The list that a browser loads first (``MetaIndex``). ``pages`` are names and fronts."""
    sorts: Mapping[int, Mapping[str, str]] = {
        number: front.sorts for number, (_, front) in enumerate(pages)
    }
    ordered = orders(sorts)
    return cbor2.dumps(
        [
            version,
            [[name, front.words] for name, front in pages],
            [list(chunk) for chunk in chunks],
            [list(one) for one in filters],
            [[key, ordered[key]] for key in ordered],
            list(fields),
        ]
    )


def digest(content: bytes) -> str:
    """What a file is named after."""
    return digest_bytes(content)
