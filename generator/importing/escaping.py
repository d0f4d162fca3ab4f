"""Markup in imported Markdown that the format refuses, made plain text again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
# A block's line, within quotations and lists or not.
_FENCE = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*+(?P<fence>:::)")
_FURTHEST = 2_000


def escaped_at(text: str, offsets: Iterable[int]) -> str:
    """``text`` with a backslash where the markup around each offset begins; nothing else changes.

    A fault may lie within its markup: on the line of a block ``:::``, which is escaped, or in the
    braces behind a bracket, of which the first is. Elsewhere the sign at the offset is; where none
    stands there, nothing can be.
    """
    parts: list[str] = []
    done = 0
    for place in sorted({found for at in offsets if (found := _beginning(text, at)) is not None}):
        parts += [text[done:place], "\\"]
        done = place
    return "".join([*parts, text[done:]])


def _beginning(text: str, at: int) -> int | None:
    """Where a backslash makes plain text of the markup at an offset."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    fence = _FENCE.match(text, start)
    if fence:
        return fence.start("fence")
    if text[at : at + 1] == "[":
        return at
    opened = text.rfind("]{", max(0, at - _FURTHEST), at + 1)
    if opened >= 0 and text.find("}", opened, at) < 0:
        return opened + 1
    return at if _SIGN.match(text, at) else None
