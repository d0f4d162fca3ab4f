r"""Escapes and entities: ``\\*`` is ``*``, ``&amp;`` is ``&``."""

from __future__ import annotations

import html
import re
from html.entities import html5

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_ESCAPED = re.compile(
    r"[ \t]*(?:\r\n|\r|\n)[ \t]*"
    r"|\\([\W_])"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_ESCAPED_ONLY = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*|\\([\W_])")


def entity(reference: str) -> str | None:
    """The character that ``&name;`` or ``&#number;`` stands for, ``None`` if unknown."""
    if reference[1] == "#" or reference[1:] in html5:
        return html.unescape(reference)
    return None


def decoded(raw: str, *, entities: bool = True, space: str = "\u00a0") -> str:
    """``raw`` with escapes and, with ``entities``, entities resolved; a line end is a space.

    ``space`` is what an escaped space stands for: one that does not break, but within attributes.
    """

    def one(match: re.Match[str]) -> str:
        found = match[0]
        if match[1] is not None:
            return space if match[1] in " \t" else match[1]
        if found[0] == "&":
            return entity(found) or found
        return " "

    return (_ESCAPED if entities else _ESCAPED_ONLY).sub(one, raw)
