"""Where links lead: ``(target "title")`` behind a bracket, and addresses between ``<`` and ``>``.

A target has no spaces unless it stands in ``<…>``: Pandoc allows them, and words in parentheses
behind a bracket would vanish from the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .characters import decoded

_LONGEST = 4000
"""Characters that a target and its title may have; longer ones are text."""

_NESTED = r"\((?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.)*+\))*+\))*+\)"
_TARGET = re.compile(
    r"\([ \t]*+"
    rf"(?:<((?:[^<>\\\r\n]|\\.)*+)>|((?!<)(?:[^\s()\\]++|\\\S|{_NESTED})*+))"
    r"""(?:\s++(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'))?+"""
    r"[ \t]*+\)",
    re.DOTALL,
)
_AUTOLINK = re.compile(
    r"<(?:((?:https?|ftp|mailto|tel):[^\s<>`]++)|([\w.+-]++@[\w-]++(?:\.[\w-]++)++))>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads. Positions are in the leaf; ``end`` is behind the closing sign."""

    target: str
    start: int
    stop: int
    title: str
    end: int


def read_target(text: str, start: int, end: int) -> Target | None:
    """What stands between the parentheses whose ``(`` is at ``start``."""
    match = _TARGET.match(text, start, min(end, start + _LONGEST))
    if match is None:
        return None
    where = 1 if match[1] is not None else 2
    title = match[3] if match[3] is not None else match[4]
    return Target(
        decoded(match[where]) if match[where] else "",
        match.start(where),
        match.end(where),
        " ".join(decoded(title).split()) if title else "",
        match.end(),
    )


def read_autolink(text: str, start: int, end: int) -> Target | None:
    """The address between ``<`` and ``>``; its ``title`` is the text that readers see."""
    match = _AUTOLINK.match(text, start, min(end, start + _LONGEST))
    if match is None:
        return None
    where = 1 if match[1] is not None else 2
    shown = match[where]
    return Target(
        shown if where == 1 else f"mailto:{shown}",
        match.start(where),
        match.end(where),
        shown,
        match.end(),
    )
