"""Blocks as plain text: what stands around an annotation, and whether its text stands again."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

if TYPE_CHECKING:
    from generator.model.document import Inline

_AROUND = 32
"""Characters of context on either side of a quotation."""

_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_FEW = 64
"""Up to so many different texts are counted one by one; beyond, in one pass over the article."""


@dataclass(slots=True)
class Passage:
    """The plain text of one block, and where the annotations numbered in ``places`` stand in it.

    ``inlines`` are those it was made of; empty where nothing can be annotated.
    """

    text: str
    section: str
    own: bool
    places: list[tuple[int, int, int]] = field(default_factory=list)
    inlines: tuple[Inline, ...] = ()


def run_together(
    text: str, places: list[tuple[int, int, int]]
) -> tuple[str, list[tuple[int, int, int]]]:
    """``text`` with white space run together and none at its ends; ``places`` moved along.

    Places lose the white space at their ends.
    """
    if not _untidy(text):
        return text, [_trimmed(text, *place) for place in places]
    plain = " ".join(_WHITE.split(text.strip(" \t\r\n\f\v")))
    runs = [match.span() for match in _WHITE.finditer(text)]
    starts = [start for start, _ in runs]
    taken = [0, *accumulate(end - start - 1 for start, end in runs)]
    leads = bool(runs) and runs[0][0] == 0

    def to(at: int) -> int:
        """Where the position ``at`` comes to stand."""
        last = bisect_left(starts, at) - 1
        if last < 0:
            return at
        within = min(at, runs[last][1]) - runs[last][0] - 1
        return at - taken[last] - within - leads

    moved = []
    for place in places:
        number, start, end = _trimmed(text, *place)
        moved.append((number, to(start), to(start) if end <= start else to(end)))
    return plain, moved


def _untidy(text: str) -> bool:
    # Five searches for one character are several times faster than one for a class.
    return (
        "  " in text
        or text[:1] == " "
        or text[-1:] == " "
        or "\n" in text
        or "\t" in text
        or "\r" in text
        or "\f" in text
        or "\v" in text
    )


def _trimmed(text: str, number: int, start: int, end: int) -> tuple[int, int, int]:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip(" \t\r\n\f\v"))
    return number, start + left, max(start + left, start + len(inner.rstrip(" \t\r\n\f\v")))


def context_before(text: str, start: int) -> str:
    """What stands before a quotation, from a word's beginning where there is one."""
    before = text[max(0, start - _AROUND) : start]
    if start > _AROUND and not text[start - _AROUND - 1].isspace():
        cut = before.find(" ")
        if 0 <= cut < len(before) - 1:
            before = before[cut + 1 :]
    return before.lstrip(" ")


def context_behind(text: str, end: int) -> str:
    """What stands behind a quotation, to a word's end where there is one."""
    behind = text[end : end + _AROUND]
    if end + _AROUND < len(text) and not text[end + _AROUND].isspace():
        cut = behind.rfind(" ")
        if cut > 0:
            behind = behind[:cut]
    return behind.rstrip(" ")


def repeated_texts(texts: set[str], whole: str) -> set[str]:
    """Which of ``texts`` stand in ``whole`` more than once."""
    wanted = sorted(text for text in texts if text)
    if len(wanted) <= _FEW:
        return {text for text in wanted if whole.find(text, whole.find(text) + 1) >= 0}
    seen: set[str] = set()
    repeated: set[str] = set()
    for index, _, _ in AhoCorasick(wanted).find_matches_as_indexes(whole, overlapping=True):
        text = wanted[index]
        if text in seen:
            repeated.add(text)
        seen.add(text)
    return repeated
