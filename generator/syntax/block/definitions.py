"""Link definitions: ``[label]: address "title"``.

The address has no spaces in it unless it stands in ``<…>``: Pandoc takes the rest of the line, and
"[Editor]: the words that follow" would vanish from the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Span
from generator.diagnostics.codes import blocks as codes
from generator.syntax.context import Definition
from generator.syntax.inline.characters import decoded

from .lines import CODE_INDENT

if TYPE_CHECKING:
    from .frame import Frame
    from .scanner import Scanner

_LABEL = re.compile(r"\[(?!\^)((?:[^\[\]\\`]|\\.){1,999}+)\]:[ \t]*+")
_TARGET = re.compile(r"<((?:[^<>\\]|\\.)*+)>|([^\s\[][^\s]*+)")
_TITLE = re.compile(r"""[ \t]*+(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)')[ \t]*+\Z""")


def definition(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a definition, whose address or title may stand on the next line."""
    lines, text = frame.lines, scanner.text
    line = lines[index]
    label = None if line.indent >= CODE_INDENT else _LABEL.match(text, line.start, line.end)
    if label is None or not label[1].strip():
        return None
    at = label.end()
    if at == line.end:
        index += 1
        line = lines[index] if index < len(lines) else line
        at = line.start
    target = _TARGET.match(text, at, line.end)
    if target is None:
        return None
    index += 1
    rest = text[target.end() : line.end].strip(" \t")
    title = None
    if rest:
        if text[target.end()] not in " \t":
            return None
        title = _TITLE.match(text[target.end() : line.end])
        if title is None:
            return None
    elif index < len(lines):
        title = _TITLE.match(text[lines[index].start : lines[index].end])
        if title is not None:
            index += 1
    where = 1 if target[1] is not None else 2
    found = Definition(
        decoded(label[1], entities=False),
        Span(label.start(1), label.end(1)),
        decoded(target[where]),
        Span(target.start(where), target.end(where)),
        decoded(title[1] if title[1] is not None else title[2]) if title else "",
    )
    earlier = scanner.context.define(found)
    if earlier is not None:
        scanner.context.fault(
            codes.REPEATED_DEFINITION,
            found.label_span,
            f'The link label "{found.label}" is defined more than once; this address replaces the '
            "earlier one.",
            "Keep one definition, or give each a label of its own.",
        )
    return index
