"""Blocks between ``:::`` lines: Pandoc's ``fenced_divs``; whatever is not quite one is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Fix, Span, replacing
from generator.diagnostics.codes import annotations as attribute_codes
from generator.diagnostics.codes import blocks as codes
from generator.syntax.inline.attributes import read_attributes
from generator.syntax.inline.malformed import explain
from generator.syntax.leaf import Leaf

from .lines import line_end
from .raw import RawDivision

if TYPE_CHECKING:
    from .frame import Frame
    from .lines import Line
    from .scanner import Scanner

_CLOSER = re.compile(r":{3,}+[ \t]*+\Z")
_OPENER = re.compile(r":{3,}+[ \t]*+(?:([^\s{:][^\s{]*+)[ \t]*+:*+[ \t]*+\Z|(\{))?")
_NAME = re.compile(r"[^\W\d_][\w.-]*")
_BEHIND = re.compile(r"[ \t]*+:*+[ \t]*+")
_LONGEST = 40
"""Lines over which the attributes of one block may go on."""


def is_closer(text: str, line: Line) -> bool:
    """Whether the line is nothing but colons, three or more, in the first column."""
    return (
        line.indent == 0
        and text.startswith(":::", line.start)
        and _CLOSER.match(text[line.start : line.end]) is not None
    )


def division(scanner: Scanner, frame: Frame, index: int) -> int | None:
    """Read a block from the ``:::`` line that opens it to the one that closes it."""
    line = frame.lines[index]
    text = scanner.text
    if line.indent or not text.startswith(":::", line.start) or is_closer(text, line):
        return None
    opened, inner_index = _open(scanner, frame, index)
    inner = frame.division()
    closing = scanner.scan(inner, inner_index)
    opened.blocks = inner.blocks
    if closing < len(frame.lines) and is_closer(text, frame.lines[closing]):
        opened.end = scanner.content_end(frame.lines[closing])
        closing += 1
    else:
        opened.end = scanner.last_content(frame.lines[inner_index:closing], opened.end)
        scanner.context.fault(
            codes.UNCLOSED_BLOCK,
            Span(line.start, scanner.content_end(line)),
            f'The block that opens with "{text[line.start : scanner.content_end(line)]}" '
            "is never closed.",
            "Write a line ::: below its last line.",
            _closing(scanner, frame, opened),
        )
    frame.blocks.append(opened)
    return closing


def _closing(scanner: Scanner, frame: Frame, opened: RawDivision) -> Fix | None:
    """The line that closes a block, where only one place for it is likely.

    That is in front of the next block, which will hardly belong into this one, or, without a
    further block, behind the only thing that stands in it.
    """
    if frame.quoted or frame.listed or scanner.misread or not opened.blocks:
        return None
    title = "Close the block with a line :::"
    following = next((item for item in opened.blocks if isinstance(item, RawDivision)), None)
    if following is opened.blocks[0] or (following is None and len(opened.blocks) > 1):
        return None
    if following is not None:
        at = following.start
        end = line_end(scanner.text, at)
        return replacing(title, Span(at, at), f":::{end}{end}", safe=False)
    at = opened.end
    return replacing(title, Span(at, at), f"{line_end(scanner.text, at)}:::", safe=False)


def _open(scanner: Scanner, frame: Frame, index: int) -> tuple[RawDivision, int]:
    """The block that a ``:::`` line opens, and the index of its first line of content.

    A line that is not understood opens a nameless block, so that the ``:::`` which closes it is
    not taken for another's.
    """
    line = frame.lines[index]
    text = scanner.text
    end = scanner.content_end(line)
    block = RawDivision(line.start, end, [], "", (), [])
    match = _OPENER.match(text, line.start, end)
    if match is not None and match[1] is not None:
        name = match[1].rstrip(":")
        block.classes = [(name, Span(match.start(1), match.start(1) + len(name)))]
        return block, index + 1
    if match is not None and match[2] is not None:
        return _with_attributes(scanner, frame, index, match.start(2), block)
    block.understood = False
    rest = text[line.start : end].lstrip(":").strip()
    first = _NAME.search(rest)
    scanner.context.fault(
        codes.MALFORMED_BLOCK,
        Span(line.start, end),
        f'"{text[line.start : end]}" does not open a block: a name stands alone.',
        f"Write ::: {first[0]} or ::: {{.{first[0]} key=value}}." if first else "",
    )
    return block, index + 1


def _with_attributes(
    scanner: Scanner, frame: Frame, index: int, at: int, block: RawDivision
) -> tuple[RawDivision, int]:
    text = scanner.text
    pieces = [(at, frame.lines[index].end)]
    for line in frame.lines[index + 1 : index + _LONGEST]:
        if line.start == line.end:
            break
        pieces.append((line.start, line.end))
    leaf = Leaf.joined(text, pieces)
    found = read_attributes(leaf, 0, leaf.end)
    if found is None:
        block.understood = False
        end = scanner.content_end(frame.lines[index])
        one_line = Leaf(text, at, end)
        problem = explain(one_line, at, end)
        scanner.context.fault(
            attribute_codes.MALFORMED_ATTRIBUTES,
            Span(problem.start, problem.end),
            f'The attributes "{text[at:end]}" cannot be read: {problem.reason}.',
            problem.mend,
            problem.fix,
        )
        return block, index + 1
    used = leaf.text.count("\n", 0, found.end)
    last = frame.lines[index + used]
    behind = leaf.at(found.end - 1) + 1
    block.end = scanner.content_end(last)
    block.classes = found.classes
    block.identifier = found.identifier
    block.attributes = tuple(found.pairs)
    scanner.check_attributes(found)
    rest = _BEHIND.match(text, behind, last.end)
    if rest is not None and rest.end() < block.end:
        scanner.context.fault(
            codes.MALFORMED_BLOCK,
            Span(rest.end(), block.end),
            f'"{text[rest.end() : block.end]}" stands behind the attributes of a block.',
            "Begin the text on a line of its own.",
            None
            if frame.quoted or frame.listed
            else replacing(
                "Begin the text on a line of its own",
                Span(behind, rest.end()),
                line_end(text, block.end),
                safe=False,
            ),
        )
    return block, index + used + 1
