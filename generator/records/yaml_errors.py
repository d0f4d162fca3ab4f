"""What a YAML error means to an editor: the place at fault, a plain sentence and the mend.

The sentences serve libyaml's messages and those of PyYAML's own scanner, which differ in wording.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Fix, Span, replacing

from .faults import Fault, Kind, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml


class Cause(NamedTuple):
    """A fault and the offset of the line that is to blame, both from the start of the YAML text."""

    fault: Fault
    blame: int


class Line(NamedTuple):
    """A line without its end, where it starts, and its ``key: value`` where it has one."""

    start: int
    text: str
    key: str
    value: str


_KEY_VALUE = re.compile(r"\s*+(?:- ++)*+([^\s:#'\"\[{][^:]*+):(?:[ \t]++(.*+))?$")
_LINE_END = re.compile(r"[\r\n]")
_NEXT_LINE = re.compile(r"(?:\r\n|\n|\r)([ \t]+[^\s#])?")
_RESERVED = frozenset("@`%")
_NO_SPACE = re.compile(r"\s*([\w-]+):(\S.*)")
_SWALLOWED = re.compile(r"[\r\n][\w-]+:[ \t\r\n]")
_INDICATORS = frozenset("*&!|>%@`,}]{[#?:-")


def explain(error: yaml.YAMLError, text: str, last: tuple[int, int] | None) -> Cause:
    """The cause of ``error`` in ``text``; ``last`` is the range of the scalar read last."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at = _index(getattr(error, "problem_mark", None), len(text))
    opened = _index(getattr(error, "context_mark", None), at)
    if last and _swallows(text, last):
        return _unclosed_quote(text, last[0], at)
    sentence = f"{context}: {problem}"
    for pattern, cause in _CAUSES:
        if pattern.search(sentence):
            return cause(text, opened, at)
    return _by_first_character(text, at, problem)


def line_at(text: str, at: int) -> Line:
    """The line that holds the offset ``at``."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    end = _LINE_END.search(text, max(at, start))
    content = text[start : end.start() if end else len(text)]
    found = _KEY_VALUE.match(content)
    key, value = found.groups(default="") if found else ("", "")
    return Line(start, content, key.rstrip(), value.rstrip())


def yaml_quoted(value: str) -> str:
    """``value`` as a quoted YAML scalar, in the marks that need the least escaping."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def quoting(text: str, line: Line, *, safe: bool = False) -> Fix | None:
    """The fix that puts the value of a line between quotation marks.

    ``None`` where the value goes on in the next line, or holds what cannot be read.
    """
    if not line.value or "\ufffd" in line.value:
        return None
    start = line.start + line.text.index(line.value, line.text.index(":"))
    behind = _NEXT_LINE.match(text, line.start + len(line.text))
    if behind is not None and behind[1]:
        return None
    value = yaml_quoted(line.value)
    return replacing(f"Write {value}", Span(start, start + len(line.value)), value, safe=safe)


def _index(mark: yaml.Mark | None, default: int) -> int:
    return default if mark is None else mark.index


def _cause(
    text: str,
    at: int,
    message: str,
    mend: str = "",
    blame: int | None = None,
    fix: Fix | None = None,
) -> Cause:
    at = min(at, len(text))
    span = Span(at, min(at + 1, len(text)))
    return Cause(Fault(Kind.SYNTAX, span, message, mend, fix), at if blame is None else blame)


def _quote_it(line: Line) -> str:
    value = line.value
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return f"Put the whole value between quotation marks: {line.key}: {yaml_quoted(value)}"


def _swallows(text: str, last: tuple[int, int]) -> bool:
    """Whether a quoted scalar runs over a line that looks like a key: its end was forgotten."""
    start, end = last
    return text[start : start + 1] in {'"', "'"} and bool(_SWALLOWED.search(text, start, end))


def _stray_colon(text: str, _opened: int, at: int) -> Cause:
    line = line_at(text, at)
    key, colon, value = line.text.partition(":")
    if line.start + len(key) < at and colon and value[:1] in {" ", "\t"}:
        line = line._replace(key=key.strip().removeprefix("- ").strip(), value=value.strip())
        return _cause(
            text,
            at,
            f"The value of {line.key} holds a colon with a space behind it, so it is not read "
            f"as text: {quoted(line.value)}.",
            _quote_it(line),
            fix=quoting(text, line),
        )
    if line.text[:1] in {" ", "\t"}:
        return _cause(
            text,
            at,
            f"{quoted(line.text)} is indented as if it belonged to the line above, "
            "which has a value already.",
            "Begin it below the key above, or leave that key without a value on its own line.",
        )
    above = line_at(text, max(len(text[: line.start].rstrip()) - 1, 0))
    return _no_key(text, above.start + len(above.text) - len(above.text.lstrip()), at)


def _no_key(text: str, opened: int, _at: int) -> Cause:
    line = line_at(text, opened)
    tight = _NO_SPACE.fullmatch(line.text)
    if tight:
        colon = line.start + tight.end(1)
        message = f"There is no space behind the colon in {quoted(line.text)}."
        fix = replacing("Put a space behind the colon", Span(colon + 1, colon + 1), " ", safe=False)
        mend = f"Write {tight[1]}: {tight[2].rstrip()}"
        return _cause(text, colon, message, mend, fix=fix)
    return _cause(
        text,
        opened,
        f"{quoted(line.text)} is neither a key nor a value.",
        "Write it as a key, a colon, a space and a value; "
        "a line that goes on from the one above begins with two spaces.",
    )


def _unclosed_quote(text: str, opened: int, _at: int) -> Cause:
    mark = text[opened : opened + 1]
    line = line_at(text, opened)
    return _cause(
        text,
        opened,
        f"The quotation mark in front of {quoted(line.text[opened - line.start + 1 :])} "
        "is never closed.",
        f"Put {mark} behind the text as well.",
    )


def _list_beside_key(text: str, _opened: int, at: int) -> Cause:
    return _cause(
        text,
        at,
        "A list cannot begin on the line of its key.",
        "Write each item on a line of its own below the key, or all of them as [one, two].",
    )


def _bad_escape(text: str, _opened: int, at: int) -> Cause:
    start = text.rfind("\\", 0, at + 1)
    at = start if start >= 0 else at
    return _cause(
        text,
        at,
        f"{quoted(text[at : at + 2])} means nothing between double quotation marks.",
        "Write a backslash as \\\\, or use single quotation marks.",
    )


def _broken_brackets(text: str, opened: int, at: int) -> Cause:
    line = line_at(text, opened)
    bracket = text[opened : opened + 1]
    if bracket not in {"[", "{"}:
        return _cause(text, at, "A list or map in brackets is never closed.", "Close it.")
    closing = "]" if bracket == "[" else "}"
    if line_at(text, at).start != line.start or at >= len(text):
        return _cause(
            text,
            opened,
            f"The bracket {bracket} in {quoted(line.text)} is never closed.",
            f"Put {closing} at its end; text with a bracket in front goes between quotation marks.",
        )
    return _cause(
        text,
        at,
        f"{quoted(text[at : line.start + len(line.text)])} stands where a comma or {closing} "
        "is expected.",
        "Put commas between the items, and an item with a colon, a comma or brackets "
        "between quotation marks.",
        opened,
    )


def _colon_in_brackets(text: str, opened: int, at: int) -> Cause:
    line = line_at(text, opened)
    item = text[opened : at + 1]
    return _cause(
        text,
        at,
        f"In {quoted(line.text.strip())} a colon stands within brackets without a value behind it.",
        f"Put the item between quotation marks: {yaml_quoted(item)}",
    )


def _by_first_character(text: str, at: int, problem: str) -> Cause:
    line = line_at(text, at)
    column = at - line.start
    before = line.text[:column].rstrip()
    if text[at : at + 1] == "\t":
        message = "A tab stands where YAML allows only spaces."
        return _cause(text, at, message, "Indent with spaces.")
    if line.key and line.value[:1] in _INDICATORS and line.value[:1] not in {"[", "{"}:
        start = line.start + line.text.index(line.value, line.text.index(":"))
        message = (
            f"The value of {line.key} cannot begin with {line.value[0]}: {quoted(line.value)}."
        )
        fix = quoting(text, line, safe=line.value[0] in _RESERVED)
        return _cause(text, start, message, _quote_it(line), fix=fix)
    if line.key and before.endswith(("'", '"', "]", "}")):
        what = "quotation mark" if before[-1] in "'\"" else "bracket"
        rest = quoted(line.text[column:])
        message = f"The value of {line.key} goes on behind its closing {what}: {rest}."
        return _cause(text, at, message, _quote_it(line), fix=quoting(text, line))
    if "expected key" in problem or "block end" in problem or "'-' indicator" in problem:
        return _cause(
            text,
            at,
            f"{quoted(line.text)} does not stand in line with what is above it.",
            "Indent keys that belong together by the same number of spaces.",
        )
    first = text[at : at + 1]
    if first and first in _INDICATORS:
        message = f"{quoted(line.text)} cannot begin with {first}."
        return _cause(text, at, message, "Put the text between quotation marks.")
    return _cause(text, at, f"{quoted(line.text)} cannot be read as YAML: {problem}.")


_CAUSES: tuple[tuple[re.Pattern[str], Callable[[str, int, int], Cause]], ...] = (
    (re.compile("mapping values"), _stray_colon),
    (re.compile("plain scalar: found unexpected ':'"), _colon_in_brackets),
    (re.compile("find expected ':'"), _no_key),
    (re.compile("quoted scalar: found unexpected end of stream"), _unclosed_quote),
    (re.compile("escape|hexa?decimal"), _bad_escape),
    (re.compile("entries are not allowed"), _list_beside_key),
    (re.compile("flow"), _broken_brackets),
)
