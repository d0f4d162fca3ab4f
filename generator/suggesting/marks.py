"""Quotation marks in pairs.

A mark that opens and one that closes are told apart by their form, and straight ones by what stands
beside them: an opening mark stands free on its left, a closing one on its right; between two
letters it is an apostrophe. The nearest mark that can close a quotation closes it, so marks within
are part of it. Each closing mark is sought once by bisection: the time is n log n at worst.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import Final, NamedTuple

CLOSERS: Final = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‚": "‘’",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"',
    "'": "'",
}
"""What closes a quotation, by what opens it."""

_MARK: Final = re.compile("[“„‟”«»‹›‚‘’「」『』《》\"'＂]")
_CONTINUED: Final = frozenset('“„«»"「')
_FREE: Final = frozenset("([{<—–-―/:،,;…|*_~“„«‚‘\"'¿¡")
_WORDLESS: Final = frozenset(".,;:!?…)]}>»”’-–—―،؛؟。、")
_APOSTROPHES: Final = frozenset("'’‘")


class Quoted(NamedTuple):
    """The words between two marks, as offsets into a text, and the mark that opens them.

    ``open`` says that the text ends before the quotation does: its next paragraph goes on with it.
    ``start`` and ``end`` leave the marks out.
    """

    start: int
    end: int
    mark: str
    open: bool = False


def quoted(text: str, following: str = "") -> list[Quoted]:
    """The quotations of one paragraph, from its beginning to its end, none within another.

    ``following`` is the first character of the next paragraph: a quotation that stays open goes on
    there if it is the mark that opened it.
    """
    marks = [(match.start(), match[0]) for match in _MARK.finditer(text)]
    closing: defaultdict[str, list[int]] = defaultdict(list)
    for at, mark in marks:
        if _can_close(text, at, mark):
            closing[mark].append(at)
    found: list[Quoted] = []
    done = 0
    for at, mark in marks:
        if at < done or not _can_open(text, at, mark):
            continue
        end = _closed(closing, at, CLOSERS[mark])
        if end is not None:
            found.append(Quoted(at + 1, end, mark))
            done = end + 1
        elif mark == following and mark in _CONTINUED and text[at + 1 :].strip():
            found.append(Quoted(at + 1, len(text.rstrip()), mark, open=True))
            break
    return found


def _closed(closing: defaultdict[str, list[int]], at: int, closers: str) -> int | None:
    """Where the quotation that opens at ``at`` ends: it is not empty."""
    ends = []
    for closer in closers:
        places = closing.get(closer, [])
        index = bisect_right(places, at + 1)
        if index < len(places):
            ends.append(places[index])
    return min(ends, default=None)


def _can_open(text: str, at: int, mark: str) -> bool:
    if mark not in CLOSERS:
        return False
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    if mark == "“" and before == "„":
        return False
    if mark in "«»‹›":
        return not before.isalnum()
    if mark in "「『《„‚‟":
        return True
    if behind.isspace() or not (before.isspace() or before in _FREE):
        return mark == "“" and not behind.isspace() and not before.isalnum()
    # '90s, 'twas: an apostrophe that stands for what is left out
    return not (mark in _APOSTROPHES and behind.isdigit())


def _can_close(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    if mark in "”」』》›»«‹":
        return True
    if mark == "“":
        return not behind.isalnum()
    if before.isspace() and not behind.isspace():
        return False
    return not behind.isalnum() or (mark == '"' and behind in _WORDLESS)
