"""Headings: ``# text`` and text underlined with ``===`` or ``---``.

Both need a blank line above, as in Pandoc: within a paragraph they are text. An id may stand
behind the text: ``# Text {#id}``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Fix, Span
from generator.diagnostics.codes import blocks as codes
from generator.syntax.inline.attributes import Attributes, read_attributes
from generator.syntax.leaf import Leaf
from generator.syntax.mending import removing, whole_item

from .raw import RawHeading

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner

DEEPEST = 6
"""The deepest level there is; more signs give this one."""

_ATX = re.compile(r"(#++)(?![.)])(?:[ \t]++|\Z)")
_CLOSING = re.compile(r"(?:(?<=[ \t])|\A)#+[ \t]*\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")


def setext_heading(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read one line that is underlined by the next."""
    lines = frame.lines
    if index + 1 >= len(lines):
        return None
    under = lines[index + 1]
    if under.indent or not _UNDERLINE.match(scanner.text[under.start : under.end]):
        return None
    line = lines[index]
    level = 1 if scanner.text[under.start] == "=" else 2
    heading = _heading(
        scanner, level, (line.start, line.start, scanner.content_end(line)), atx=False
    )
    heading.end = scanner.content_end(under)
    frame.blocks.append(heading)
    return index + 2


def atx_heading(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read ``#`` to ``######`` with a space behind."""
    line = frame.lines[index]
    text = scanner.text
    match = _ATX.match(text, line.start, line.end)
    if line.indent or match is None:
        return None
    place = (line.start, match.end(), scanner.content_end(line))
    heading = _heading(scanner, min(len(match[1]), DEEPEST), place, atx=True)
    heading.end = scanner.content_end(line)
    frame.blocks.append(heading)
    return index + 1


def _heading(scanner: Scanner, level: int, place: tuple[int, int, int], *, atx: bool) -> RawHeading:
    start, first, end = place
    text = scanner.text
    end = first + len(text[first:end].rstrip(" \t"))
    identifier = ""
    attributes = _attributes(text, first, end)
    if attributes is not None:
        leaf = Leaf(text, first, end)
        found = read_attributes(leaf, attributes, end)
        if found is not None and found.end == end:
            identifier = found.identifier
            end = first + len(text[first:attributes].rstrip(" \t"))
            unused = [span for _, span in found.classes]
            unused += [pair.key_span for pair in found.pairs]
            for span, fix in zip(unused, _deletions(text, found, attributes), strict=True):
                scanner.context.fault(
                    codes.HEADING_ATTRIBUTE,
                    span,
                    f'"{text[span.start : span.end]}" has no effect on a heading.',
                    "A heading takes an id only: {#id}.",
                    fix,
                )
    closing = _CLOSING.search(text[first:end]) if atx and end > first else None
    if closing is not None:
        end = first + len(text[first : first + closing.start()].rstrip(" \t"))
    return RawHeading(level, Leaf(text, first, max(first, end)), start, end, identifier)


def _deletions(text: str, found: Attributes, braces: int) -> list[Fix]:
    """A fix for each class and attribute; where there is no id, the braces go with all of them."""
    items = [span for _, span in found.classes]
    items += [whole_item(text, pair) for pair in found.pairs]
    if found.identifiers:
        return [removing(text, span, safe=True) for span in items]
    return [removing(text, Span(braces, found.end), safe=True)] * len(items)


def _attributes(text: str, start: int, end: int) -> int | None:
    # Directly behind a "]" braces belong to the annotation, not to the heading.
    if end <= start or text[end - 1] != "}":
        return None
    at = text.rfind("{", start, end)
    if at < 0 or (at > start and text[at - 1] in "]\\"):
        return None
    return at
