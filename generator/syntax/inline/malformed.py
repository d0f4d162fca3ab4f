"""Why attributes cannot be read: the place at which they stop making sense, and the mend."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import Fix, replacing
from generator.model.annotation import Kind

from .attributes import LONGEST, PART, QUOTES, SPACES, ends_escaped

if TYPE_CHECKING:
    from generator.syntax.leaf import Leaf

_KINDS = frozenset(kind.value for kind in Kind)
_MORE = re.compile(r"[\"'={}\r\n]|\A\s")
_WORD = re.compile(r"[^ \t\r\n}]+|\}|\Z")


@dataclass(frozen=True, slots=True)
class Malformed:
    """What is wrong. ``start`` and ``end`` are positions in the leaf."""

    start: int
    end: int
    reason: str
    mend: str
    fix: Fix | None = None


def explain(leaf: Leaf, start: int, end: int) -> Malformed:
    """Why the attributes whose ``{`` is at ``start`` cannot be read."""
    text = leaf.text
    end = min(end, start + LONGEST)
    at = start + 1
    last = None
    if leaf.next_brace(start) < end or QUOTES.intersection(text[start:end]):
        while part := PART.match(text, at, end):
            at, last = part.end(), part
        space = SPACES.match(text, at, end)
        at = space.end() if space else at
    else:
        at = end
    quoted = _unclosed_quote(last, followed_by_space=text[at - 1] in " \t\r\n") if last else None
    if quoted is not None and last is not None:
        return replace(quoted, fix=_closed_quote(leaf, last, end))
    if at >= end:
        return Malformed(start, end, 'there is no "}"', "Close the attributes with }.")
    match = _WORD.match(text, at, end)
    stop = match.end() if match else at
    odd = _odd_word(text, at, stop)
    if text[at:stop] in _KINDS and (stop == end or text[stop] in " }"):
        place = leaf.span(at, at)
        odd = replace(odd, fix=replacing(f"Write .{text[at:stop]}", place, ".", safe=True))
    return odd


def _closed_quote(leaf: Leaf, last: re.Match[str], end: int) -> Fix | None:
    """The missing quotation mark, where only one place can be meant: in front of the brace."""
    value = last.start(4)
    brace = leaf.text.find("}", value, end)
    words = leaf.text[value + 1 : brace]
    if brace < 0 or not words.strip() or _MORE.search(words):
        return None
    place = leaf.span(brace, brace)
    return replacing("Close the quotation mark", place, leaf.text[value], safe=False)


def _unclosed_quote(last: re.Match[str], *, followed_by_space: bool) -> Malformed | None:
    """What is wrong where the last part that could be read opens a quotation mark for good."""
    key, value = last[3], last[4] or ""
    quote = value[:1]
    closed = len(value) > 1 and value[-1] == quote and not ends_escaped(value)
    if quote not in QUOTES or closed:
        return None
    if value == quote and followed_by_space:
        return Malformed(
            last.start(3),
            last.end(),
            f"the value of {key} begins with a space",
            f"Write it directly behind the quotation mark: {key}={quote}…{quote}.",
        )
    return Malformed(
        last.start(3),
        last.end(),
        f"the quotation mark that opens the value of {key} is never closed",
        f"Close it: {key}={quote}…{quote}.",
    )


def _odd_word(text: str, at: int, stop: int) -> Malformed:
    word = text[at:stop]
    if word.startswith("=") or text[stop : stop + 2].lstrip().startswith("="):
        reason, mend = f'"{word}" has a space beside "="', "Write key=value without spaces."
    elif word.startswith(","):
        reason, mend = f'"{word}" begins with a comma', "Put a space between the items."
    else:
        name = word.strip(".,;") or "name"
        reason = f'"{word}" is neither a class nor key=value'
        mend = f'Write .{name} for a kind, or key="a value" for an attribute.'
    return Malformed(at, max(stop, at + 1), reason, mend)
