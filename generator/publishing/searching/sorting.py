"""What a page may be sorted by. Pagefind's index holds the order of pages alone, not their values.

Only the two forms that stand in one tag are read, ``key[attribute]`` and ``key:value``; whether all
was read as Pagefind reads it, the orders in its index tell.
"""

from __future__ import annotations

import re
import struct
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK: Final = b"data-pagefind-sort"
_TAG: Final = re.compile(
    rb"<[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*?\sdata-pagefind-sort\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    rb"([^\s\"'<>/=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.ASCII
)
_FROM_ATTRIBUTE: Final = re.compile(r"\s*+([^:\[\]]++)\[(.+)\]\s*+")
_WHOLE: Final = re.compile(r"[+-]?\d+", re.ASCII)
_NUMBER: Final = re.compile(
    r"[+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE
)


def sort_values(page: bytes) -> dict[str, str]:
    """The values by key. A later tag's counts, as with Pagefind."""
    if _MARK not in page:
        return {}
    found = {}
    for tag in _TAG.findall(page):
        values = {
            name.lower().decode("utf-8", "replace"): (double or single or bare).decode(
                "utf-8", "replace"
            )
            for name, double, single, bare in _ATTRIBUTE.findall(tag)
        }
        for item in unescape(values.get(_MARK.decode(), "")).split(","):
            inside = _FROM_ATTRIBUTE.fullmatch(item)
            if inside:
                found[inside[1].strip()] = unescape(values.get(inside[2].strip().lower(), ""))
            elif ":" in item:
                key, _, value = item.partition(":")
                found[key.strip()] = value.strip()
    return dict(sorted(found.items()))


def orders(sorts: Mapping[int, Mapping[str, str]]) -> dict[str, list[int]]:
    """For each key the pages that have it in the order of their values, equal ones by number.

    Values are numbers if all of a key's are, else texts.
    """
    held: dict[str, list[tuple[str, int]]] = {}
    for number in sorted(sorts):
        for key, value in sorts[number].items():
            held.setdefault(key, []).append((value, number))
    found = {}
    for key in sorted(held):
        values = held[key]
        if all(_NUMBER.fullmatch(value) for value, _ in values):
            values.sort(key=lambda item: _single(item[0]))
        else:
            values.sort(key=lambda item: item[0])
        found[key] = [number for _, number in values]
    return found


def _single(value: str) -> float:
    """A number as Pagefind compares it, with the precision of four bytes."""
    number = float(int(value) if _WHOLE.fullmatch(value) else value)
    try:
        single: float = struct.unpack("f", struct.pack("f", number))[0]
    except OverflowError:
        return number
    return single
