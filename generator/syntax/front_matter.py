"""Front matter: where it stands, and its reading as a record.

As in Jekyll it begins with the file's first line ``---`` (behind a byte order mark and blank lines,
as in Pandoc) and ends with the next line ``---`` or ``...``. Unlike in Pandoc a blank line behind
the opening line does not make it a rule, and there is no front matter further down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from generator.diagnostics import Diagnostic, Fix, SourceFile, Span, diagnose, replacing
from generator.diagnostics.codes.front_matter import (
    BAD_ADDRESS,
    BAD_CHOICE,
    BAD_DATE,
    BAD_ID,
    BAD_LANGUAGE,
    BAD_PATH,
    BAD_TEXT,
    DUPLICATE_KEY,
    FRONT_MATTER_MISSING,
    FRONT_MATTER_UNCLOSED,
    IMAGE_CONFLICT,
    MISSING_KEY,
    NO_MAP,
    TEXT_IN_COMMENT,
    TOO_DEEP,
    UNKNOWN_KEY,
    WRONG_SHAPE,
    YAML_ALIAS,
    YAML_SYNTAX,
    YAML_TAG,
)
from generator.diagnostics.codes.limits import TOO_MANY_ITEMS, VALUE_TOO_LONG
from generator.diagnostics.codes.registers import (
    BAD_EDTF,
    BAD_TOLERANCE,
    BAD_WIKIDATA,
    ROLE_ENDS_BEFORE_IT_BEGINS,
)
from generator.records import (
    Codes,
    Kind,
    MapNode,
    Node,
    Record,
    Scalar,
    Subject,
    Validated,
    read_mapping,
    validate,
)
from generator.records.limits import LONGEST_VALUE, MOST_ITEMS

R = TypeVar("R", bound=Record)

CODES: Codes = {
    Kind.SYNTAX: YAML_SYNTAX,
    Kind.DUPLICATE_KEY: DUPLICATE_KEY,
    Kind.ALIAS: YAML_ALIAS,
    Kind.TAG: YAML_TAG,
    Kind.DEPTH: TOO_DEEP,
    Kind.NO_MAP: NO_MAP,
    Kind.COMMENTED: TEXT_IN_COMMENT,
    Kind.UNKNOWN_KEY: UNKNOWN_KEY,
    Kind.MISSING_KEY: MISSING_KEY,
    Kind.SHAPE: WRONG_SHAPE,
    Kind.TEXT: BAD_TEXT,
    Kind.SLUG: BAD_ID,
    Kind.DATE: BAD_DATE,
    Kind.LANGUAGE: BAD_LANGUAGE,
    Kind.ADDRESS: BAD_ADDRESS,
    Kind.PATH: BAD_PATH,
    Kind.CHOICE: BAD_CHOICE,
    Kind.CONFLICT: IMAGE_CONFLICT,
    Kind.EDTF: BAD_EDTF,
    Kind.WIKIDATA: BAD_WIKIDATA,
    Kind.TOLERANCE: BAD_TOLERANCE,
    Kind.ORDER: ROLE_ENDS_BEFORE_IT_BEGINS,
}
"""The codes of every fault that front matter can have."""


class FrontMatter(NamedTuple):
    """The place of front matter: its opening line, its YAML, and where the text below it begins.

    ``opening`` and ``yaml`` are empty where there is none.
    """

    opening: Span
    yaml: Span
    body: int


_LINE_END = r"(?:\r\n|\n|\r|\Z)"
_OPENING = re.compile(rf"\ufeff?(?:[ \t]*+(?:\r\n|\n|\r))*+(---)[ \t]*+{_LINE_END}")
_CLOSING = re.compile(rf"(?<![^\r\n])(?:---|\.\.\.)[ \t]*{_LINE_END}")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_KEY_LINE = re.compile(r"[\w-]+:(?:\s|$)")
_YAML_LINE = re.compile(r"[ \t#-]")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_NEARLY_CLOSING = re.compile(r"[ \t]*(?:[-–—]+|[*_=.~]{2,})[ \t]*")


def find_front_matter(
    source: SourceFile, header: str
) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """The front matter of a file. ``header`` holds the lines proposed where there is none."""
    text = source.text
    opening = _OPENING.match(text)
    if opening is None:
        start = 1 if text.startswith("\ufeff") else 0
        missing = diagnose(
            FRONT_MATTER_MISSING,
            source,
            None,
            "The file does not begin with front matter: a line --- and keys with values.",
            f"Begin it with these lines:\n---\n{header}\n---",
        )
        nowhere = Span(start, start)
        return FrontMatter(nowhere, nowhere, start), (missing,)
    line = Span(*opening.span(1))
    closing = _CLOSING.search(text, opening.end())
    if closing is not None:
        return FrontMatter(line, Span(opening.end(), closing.start()), closing.end()), ()
    return _unclosed(source, line, opening.end())


def read_front_matter(
    source: SourceFile, model: type[R], subject: Subject, header: str
) -> tuple[Validated[R], int]:
    """The front matter of a file as a record with all its faults, and where the text begins."""
    found, faults = find_front_matter(source, header)
    if found.opening == found.yaml:  # what there is not is reported once, not key by key
        return Validated(None, MapNode({}, found.yaml), faults), found.body
    node, more = read_mapping(source, found.yaml, subject.codes)
    if faults and not node.entries:  # an unclosed --- with nothing behind it lacks all keys
        node = node._replace(unreadable=True)
    more += tuple(_too_much(source, node))
    validated = validate(node, model, source, subject, found.opening)
    return validated._replace(diagnostics=faults + more + validated.diagnostics), found.body


def _too_much(source: SourceFile, root: MapNode) -> Iterator[Diagnostic]:
    """Each list that is too long, and each value."""
    stack: list[tuple[str, Node]] = [("the front matter", root)]
    while stack:
        key, node = stack.pop()
        if isinstance(node, Scalar):
            if len(node.text) > LONGEST_VALUE:
                message = f"A value of {key} has {len(node.text):,} characters."
                mend = f"Keep it below {LONGEST_VALUE:,}; what is article text goes below ---."
                yield diagnose(VALUE_TOO_LONG, source, node.span, message, mend)
        elif isinstance(node, MapNode):
            below = [(name, entry.value) for name, entry in node.entries.items()]
            stack.extend(reversed(below))
        elif len(node.items) > MOST_ITEMS:
            message = f"The list {key} has {len(node.items):,} items."
            mend = f"Keep it below {MOST_ITEMS:,}."
            yield diagnose(TOO_MANY_ITEMS, source, node.span, message, mend)
        else:
            stack.extend((key, item) for item in reversed(node.items))


def _unclosed(
    source: SourceFile, opening: Span, start: int
) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """Front matter up to the first line that does not look like YAML, so that all else is read."""
    text = source.text
    end = position = start
    after_blank = False
    body = len(text)
    mend = "Put a line --- between the last key and the text."
    nearly: Span | None = None
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            break
        content = line[1]
        if not content.strip():
            after_blank = True
        elif _NEARLY_CLOSING.fullmatch(content):
            body = line.end()
            nearly = Span(position, position + len(content))
            number = source.position(position).line
            mend = f"Write exactly --- at the beginning of line {number}."
            break
        elif _KEY_LINE.match(content) or (not after_blank and _YAML_LINE.match(content)):
            end, after_blank = line.end(), False
        else:
            body = position
            break
        position = line.end()
    fault = diagnose(
        FRONT_MATTER_UNCLOSED,
        source,
        opening,
        "The front matter that begins here is never closed.",
        mend,
        _closing_line(text, start, end, nearly),
    )
    return FrontMatter(opening, Span(start, end), body), (fault,)


def _closing_line(text: str, start: int, end: int, nearly: Span | None) -> Fix | None:
    """The line that closes front matter, in place of one that nearly does or behind the keys."""
    if nearly is not None:
        return replacing("Close it with ---", nearly, "---", safe=False)
    above = _LINE_BREAK.search(text, 0, end)
    if end == start or above is None or text[end - 1] not in "\r\n":
        return None
    return replacing("Close it with ---", Span(end, end), f"---{above.group()}", safe=False)
