r"""The grammar of ``{#id .class key=value}``: Pandoc's ``attributes``, each part with its place.

Items stand apart by white space, with one line end at most. A quoted value has no space behind
its opening quote; ``\\`` makes any sign literal; entities are read in quoted values only. A value
that opens a quote and never closes it is taken as it stands, up to the next space, as Pandoc does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.document import Attribute

from .characters import decoded

if TYPE_CHECKING:
    from generator.diagnostics import Span
    from generator.syntax.leaf import Leaf

LONGEST = 4000
"""Characters that attributes may span, so that unclosed ones are not searched for at length."""

_NAME = r"[^\W\d_][\w.:-]*+"
_SPACE = r"[ \t\r\n]*+"
_VALUE = (
    r'(?:"(?:"|(?![ \t\r\n"])(?:[^"\\]|\\.)++")'
    r"|'(?:'|(?![ \t\r\n'])(?:[^'\\]|\\.)++')"
    r"|(?:\\[\W_]|[^ \t\r\n}])*+)"
)
_PART = re.compile(
    rf"{_SPACE}(?:\.(?P<kind>{_NAME})|\#(?P<id>{_NAME})|({_NAME})=({_VALUE}))", re.DOTALL
)
_SPACES = re.compile(_SPACE)
_WORD = re.compile(r"[^ \t\r\n}]+|\}|\Z")
_QUOTES = frozenset("\"'")


@dataclass(slots=True)
class Attributes:
    """What stands between braces. ``start`` and ``end`` are positions in the leaf, braces included.

    ``unclosed`` holds the places of values whose quote is never closed.
    """

    start: int
    end: int
    classes: list[tuple[str, Span]] = field(default_factory=list)
    identifiers: list[tuple[str, Span]] = field(default_factory=list)
    pairs: list[Attribute] = field(default_factory=list)
    unclosed: list[Span] = field(default_factory=list)

    @property
    def identifier(self) -> str:
        """The id: the last one given, as in Pandoc."""
        return self.identifiers[-1][0] if self.identifiers else ""


def read_attributes(leaf: Leaf, start: int, end: int) -> Attributes | None:
    """The attributes whose ``{`` is at ``start``, ``None`` where they cannot be read to a ``}``."""
    text = leaf.text
    end = min(end, start + LONGEST)
    found = Attributes(start, start)
    match = _PART.match(text, start + 1, end)
    at = start + 1
    while match is not None:
        kind = match.lastgroup
        if kind == "kind":
            found.classes.append((match[1], leaf.span(match.start(1) - 1, match.end(1))))
        elif kind == "id":
            found.identifiers.append((match[2], leaf.span(match.start(2) - 1, match.end(2))))
        else:
            found.pairs.append(_pair(leaf, match, found))
        at = match.end()
        match = _PART.match(text, at, end)
    space = _SPACES.match(text, at, end)
    at = space.end() if space else at
    found.end = at + 1
    return found if at < end and text[at] == "}" else None


def _pair(leaf: Leaf, part: re.Match[str], found: Attributes) -> Attribute:
    value = part[4]
    start, end = part.span(4)
    quoted = False
    if value[:1] in _QUOTES and value:
        if len(value) > 1 and value[-1] == value[0] and not _ends_escaped(value):
            quoted = True
            value = value[1:-1]
            start, end = start + 1, end - 1
        else:
            found.unclosed.append(leaf.span(start, end))
    if "\\" in value or (quoted and ("&" in value or "\n" in value or "\r" in value)):
        value = decoded(value, entities=quoted, space=" ")
    return Attribute(part[3], value, leaf.span(*part.span(3)), leaf.span(start, end))


def _ends_escaped(value: str) -> bool:
    stripped = value[:-1].rstrip("\\")
    return (len(value) - 1 - len(stripped)) % 2 == 1


@dataclass(frozen=True, slots=True)
class Malformed:
    """Where attributes stop making sense, and why. Positions are in the leaf."""

    start: int
    end: int
    reason: str
    mend: str


def explain(leaf: Leaf, start: int, end: int) -> Malformed:
    """Why the attributes whose ``{`` is at ``start`` cannot be read."""
    text = leaf.text
    end = min(end, start + LONGEST)
    at = start + 1
    last = None
    while part := _PART.match(text, at, end):
        at, last = part.end(), part
    space = _SPACES.match(text, at, end)
    at = space.end() if space else at
    if last is not None and last[4] and last[4][0] in _QUOTES:
        quote, value = last[4][0], last[4]
        if len(value) == 1 or value[-1] != quote or _ends_escaped(value):
            if value == quote and text[at - 1 : at] in {" ", "\t", "\n", "\r"}:
                return Malformed(
                    last.start(3),
                    at,
                    f"the value of {last[3]} begins with a space",
                    f"Write it directly behind the quotation mark: {last[3]}={quote}…{quote}.",
                )
            return Malformed(
                last.start(3),
                at,
                f"the quotation mark that opens the value of {last[3]} is never closed",
                f"Close it: {last[3]}={quote}…{quote}.",
            )
    if at >= end:
        return Malformed(start, end, 'there is no "}"', "Close the attributes with }.")
    match = _WORD.match(text, at, end)
    stop = match.end() if match else at
    word = text[at:stop]
    if word.startswith("=") or text[stop : stop + 2].lstrip().startswith("="):
        return Malformed(
            at, max(stop, at + 1), f'"{word}" has a space beside "="', "Write key=value, no spaces."
        )
    if word.startswith(","):
        return Malformed(at, stop, f'"{word}" begins with a comma', "Put a space between items.")
    return Malformed(
        at,
        max(stop, at + 1),
        f'"{word}" is neither a class nor key=value',
        f'Write .{word.strip(".,;")} for a kind, or key="a value" for an attribute.',
    )
