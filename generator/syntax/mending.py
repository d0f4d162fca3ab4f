"""Fixes of markup: names corrected, items of attributes taken out, brackets undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Applicability, Edit, Fix, Span, replacing
from generator.records import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.document import Attribute

_QUOTES = frozenset("\"'")
_BLANKS = " \t"


def renaming(
    span: Span, written: str, meant: str, known: Iterable[str], *, sign: str = ""
) -> Fix | None:
    """The fix that writes ``meant`` for ``written``; ``None`` where nothing is meant.

    It is safe where nothing but a slip can have been meant (``records.is_slip``). ``sign`` is what
    stands in front of the name at ``span``.
    """
    if not meant:
        return None
    name = f"{sign}{meant}"
    return replacing(f"Write {name}", span, name, safe=is_slip(written, meant, known))


def removing(text: str, span: Span, *, safe: bool) -> Fix:
    """The fix that takes an item of attributes out, and the blanks that set it apart."""
    start, end = span
    first = behind_blanks(text, start)
    if first == start or text[first - 1 : first] == "{":
        while text[end : end + 1] and text[end] in _BLANKS:
            end += 1
    else:
        start = first
    return replacing(
        f"Delete {_short(text[span.start : span.end])}", Span(start, end), "", safe=safe
    )


def whole_item(text: str, item: Attribute) -> Span:
    """The place of ``key=value``, the quotation marks of its value among it."""
    start, end = item.value_span
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] == text[start - 1 : start]
    return Span(item.key_span.start, end + 1 if quoted else end)


def unwrapping(text: str, opening: int, closing: Span, *, safe: bool) -> Fix | None:
    """The fix that leaves the words of ``[words]{…}`` alone.

    ``opening`` is the place of the bracket, ``closing`` that of ``]{…}``. ``None`` where the words
    could be read as other markup without their brackets.
    """
    written = text[closing.start : closing.end]
    before, behind = text[opening - 1 : opening], text[closing.end : closing.end + 1]
    first = text[opening + 1 : opening + 2]
    line = max(text.rfind("\n", 0, opening), text.rfind("\r", 0, opening)) + 1
    at_start = not text[line:opening].strip(" \t>")
    if "\n" in written or "\r" in written or before in {"[", "!"} or behind in {"(", "[", "{"}:
        return None
    if closing.start == opening + 1 or (at_start and not first.isalnum()) or first.isdigit():
        return None
    edits = (Edit(Span(opening, opening + 1), ""), Edit(closing, ""))
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return Fix("Take the brackets and braces away", edits, applicability)


def behind_blanks(text: str, at: int) -> int:
    """The offset behind the last character before ``at`` that is no blank."""
    while at and text[at - 1] in _BLANKS:
        at -= 1
    return at


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - for one line
