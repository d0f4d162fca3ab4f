r"""The grammar of ``{#id .class key=value}``: Pandoc's ``attributes``, each part with its place.

Items stand apart by white space, with one line end at most. A quoted value has no space behind
its opening quote; ``\\`` makes any sign literal; entities are read in quoted values only. A value
that opens a quote and never closes it is taken as it stands, up to the next space, as Pandoc does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.document import Attribute

from .characters import decoded

if TYPE_CHECKING:
    from generator.diagnostics import Span
    from generator.syntax.leaf import Leaf

LONGEST = 2000
"""Characters that attributes may span, so that unclosed ones are not searched for at length."""

_NAME = r"[^\W\d_][\w.:-]*+"
_SPACE = r"[ \t\r\n]*+"
_VALUE = (
    r'(?:"(?:"|(?![ \t\r\n"])(?:[^"\\]|\\.)++")'
    r"|'(?:'|(?![ \t\r\n'])(?:[^'\\]|\\.)++')"
    r"|(?:\\[\W_]|[^ \t\r\n}])*+)"
)
PART = re.compile(
    rf"{_SPACE}(?:\.(?P<kind>{_NAME})|\#(?P<id>{_NAME})|({_NAME})=({_VALUE}))", re.DOTALL
)
SPACES = re.compile(_SPACE)
QUOTES = frozenset("\"'")


class Attributes:
    """What stands between braces. ``start`` and ``end`` are positions in the leaf, braces included.

    ``unclosed`` holds the places of values whose quote is never closed.
    """

    __slots__ = ("classes", "end", "identifiers", "pairs", "start", "unclosed")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.classes: list[tuple[str, Span]] = []
        self.identifiers: list[tuple[str, Span]] = []
        self.pairs: list[Attribute] = []
        self.unclosed: list[Span] = []

    @property
    def identifier(self) -> str:
        """The id: the last one given, as in Pandoc."""
        return self.identifiers[-1][0] if self.identifiers else ""


def read_attributes(leaf: Leaf, start: int, end: int) -> Attributes | None:
    """The attributes whose ``{`` is at ``start``, ``None`` where they cannot be read to a ``}``."""
    text = leaf.text
    end = min(end, start + LONGEST)
    if leaf.next_brace(start) >= end:
        return None
    parts = []
    at = start + 1
    while part := PART.match(text, at, end):
        parts.append(part)
        at = part.end()
    space = SPACES.match(text, at, end)
    at = space.end() if space else at
    if at >= end or text[at] != "}":
        return None
    found = Attributes(start, at + 1)
    for part in parts:
        kind = part.lastgroup
        if kind == "kind":
            found.classes.append((part[1], leaf.span(part.start(1) - 1, part.end(1))))
        elif kind == "id":
            found.identifiers.append((part[2], leaf.span(part.start(2) - 1, part.end(2))))
        else:
            found.pairs.append(_pair(leaf, part, found))
    return found


def _pair(leaf: Leaf, part: re.Match[str], found: Attributes) -> Attribute:
    value = part[4]
    start, end = part.span(4)
    quoted = False
    if value[:1] in QUOTES and value:
        if len(value) > 1 and value[-1] == value[0] and not ends_escaped(value):
            quoted = True
            value = value[1:-1]
            start, end = start + 1, end - 1
        else:
            found.unclosed.append(leaf.span(start, end))
    if "\\" in value or (quoted and ("&" in value or "\n" in value or "\r" in value)):
        value = decoded(value, entities=quoted, space=" ")
    return Attribute(part[3], value, leaf.span(*part.span(3)), leaf.span(start, end))


def ends_escaped(value: str) -> bool:
    """Whether a backslash makes the last sign of a value literal."""
    stripped = value[:-1].rstrip("\\")
    return (len(value) - 1 - len(stripped)) % 2 == 1
