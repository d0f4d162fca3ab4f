"""Text that runs both ways, in the order in which it stands on a line.

The implicit part of the Unicode Bidirectional Algorithm (UAX #9): rules W1 to W7, N1 and N2, I1 and
I2, L1, L2 and L4. Explicit controls and paired brackets (N0) are left out; a headline has none of
the first and reads right without the second but for rare cases.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final

_RIGHT: Final = frozenset({"R", "AL", "AN"})
_TURNED: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MIRRORS: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_SEPARATORS: Final = frozenset({"B", "S", "WS"})


def in_order_of_sight(text: str, *, right_to_left: bool) -> str:
    """A line of ``text`` from left to right as it is seen; mirrored characters are exchanged."""
    if not right_to_left and not _TURNED.search(text):
        return text
    base = 1 if right_to_left else 0
    levels = _levels(text, base)
    line = list(text)
    for at, level in enumerate(levels):
        if level % 2:
            line[at] = line[at].translate(_MIRRORS)
    for level in range(max(levels, default=0), 0, -1):
        at = 0
        # What a lower level turns again holds these runs whole, so levels need no turning.
        for high, group in groupby(levels, level.__le__):
            end = at + len(list(group))
            if high:
                line[at:end] = line[at:end][::-1]
            at = end
    return "".join(line)


def _levels(text: str, base: int) -> list[int]:
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    start = "R" if base else "L"
    _resolve_weak(kinds, start)
    _resolve_neutral(kinds, start)
    levels = []
    for kind in kinds:
        if base % 2 == 0:
            levels.append(base + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0))
        else:
            levels.append(base + (0 if kind == "R" else 1))
    end = len(text)
    while end and unicodedata.bidirectional(text[end - 1]) in _SEPARATORS:
        end -= 1
        levels[end] = base
    return levels


def _resolve_weak(kinds: list[str], start: str) -> None:
    _settle_marks(kinds, start)
    for at in range(1, len(kinds) - 1):  # W4
        around = kinds[at - 1]
        joins = {"EN"} if kinds[at] == "ES" else {"EN", "AN"} if kinds[at] == "CS" else ()
        if around in joins and around == kinds[at + 1]:
            kinds[at] = around
    _terminators(kinds)
    strong = start
    for at, kind in enumerate(kinds):
        if kind in {"ES", "CS", "ET"}:  # W6
            kinds[at] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[at] = "L"


def _settle_marks(kinds: list[str], start: str) -> None:
    """W1 to W3: marks are of the kind of their letter, digits behind Arabic ones are Arabic."""
    before, strong = start, start
    for at, kind in enumerate(kinds):
        now = before if kind == "NSM" else kind
        if now in {"L", "R", "AL"}:
            strong = now
        before = "AN" if now == "EN" and strong == "AL" else now
        kinds[at] = "R" if before == "AL" else before


def _terminators(kinds: list[str]) -> None:
    """W5: a percent or currency sign belongs to the number beside it."""
    at = 0
    for kind, group in groupby(list(kinds)):
        end = at + len(list(group))
        if kind == "ET" and (
            (at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        ):
            kinds[at:end] = ["EN"] * (end - at)
        at = end


def _resolve_neutral(kinds: list[str], start: str) -> None:
    at = 0
    for neutral, group in groupby(list(kinds), lambda kind: kind not in {"L", "R", "EN", "AN"}):
        end = at + len(list(group))
        if neutral:
            before = _side(kinds[at - 1]) if at else start
            behind = _side(kinds[end]) if end < len(kinds) else start
            kinds[at:end] = [before if before == behind else start] * (end - at)
        at = end


def _side(kind: str) -> str:
    return "R" if kind in _RIGHT or kind == "EN" else "L"
