"""The rules of single signs: escapes, line ends, code, emphasis, addresses and entities.

Each reads what begins at its sign and returns the position behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.document import Code, HardBreak, Link, SoftBreak, Text

from .characters import ENTITY, entity
from .links import read_autolink

if TYPE_CHECKING:
    from .parser import Level

_BREAK = re.compile(r"(?:\r\n|\r|\n)[ \t]*+")
_NEWLINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_HARD = 2
"""Spaces at a line's end that make the break hard."""


def escape(level: Level, at: int) -> int:
    r"""``\*`` is a star, ``\`` at a line's end a hard break; before a letter it is itself."""
    text = level.leaf.text
    if at + 1 >= level.end:
        return level.literal(at)
    sign = text[at + 1]
    if sign in "\r\n":
        match = _BREAK.match(text, at + 1, level.end)
        behind = match.end() if match else at + 2
        level.stack.run.node(HardBreak(level.leaf.gap(at, behind)))
        return behind
    if sign.isalnum():
        return level.literal(at)
    level.stack.run.text(at, at + 2, "\u00a0" if sign in " \t" else sign)
    return at + 2


def line_break(level: Level, at: int) -> int:
    """A line end is a soft break, with two spaces or more in front a hard one."""
    text, end = level.leaf.text, level.end
    behind = at + 1
    if text[at] == "\r" and text.startswith("\n", behind, end):
        behind += 1
    while behind < end and text[behind] in " \t":
        behind += 1
    start = at
    while start > level.words_start and text[start - 1] in " \t":
        start -= 1
    kind = HardBreak if at - start >= _HARD else SoftBreak
    level.stack.run.node(kind(level.leaf.gap(start, behind)))
    return behind


def code_span(level: Level, at: int) -> int:
    """`` `code` ``, with as many backticks as it takes."""
    found = level.signs.codes.get(at)
    if found is None or found[2] > level.end:
        return level.literal(at)
    start, stop, behind = found
    content = level.leaf.text[start:stop]
    if "\n" in content or "\r" in content:
        content = _NEWLINE.sub(" ", content)
    level.stack.run.node(Code(level.leaf.span(at, behind), content.strip(" \t")))
    return behind


def emphasis(level: Level, at: int) -> int:
    """``*`` and ``_``."""
    return level.stack.sign(at)


def autolink(level: Level, at: int) -> int:
    """``<https://…>`` and ``<name@host>``."""
    found = read_autolink(level.leaf.text, at, level.end) if level.links else None
    if found is None:
        return level.literal(at)
    place = level.leaf.span(found.start, found.stop)
    level.stack.run.node(
        Link(level.leaf.span(at, found.end), (Text(place, found.title),), found.target, place)
    )
    return found.end


def reference_character(level: Level, at: int) -> int:
    """``&amp;``, ``&#38;``."""
    match = ENTITY.match(level.leaf.text, at, level.end)
    character = entity(match[0]) if match else None
    if match is None or character is None:
        return level.literal(at)
    level.stack.run.text(at, match.end(), character)
    return match.end()
