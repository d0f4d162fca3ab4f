"""What begins with a bracket: annotations, links and images."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Span
from generator.diagnostics.codes import annotations as codes
from generator.model.document import Annotated, Image, Link
from generator.syntax.mending import unwrapping

from .attributes import Attributes, read_attributes
from .links import read_target
from .malformed import explain
from .plain import plain
from .spans import Pending, check_span, kind_of

if TYPE_CHECKING:
    from generator.syntax.context import Definition

    from .parser import Level

_ESCAPE = re.compile(r"\\([\W_])")
_LONGEST_LABEL = 999
"""Characters that a link's label may have, so that nested brackets are not looked up at length."""

_QUOTED = 200
"""Characters of broken attributes that a message quotes at most."""


def bracket(level: Level, at: int) -> int:
    """``[text]{…}``, ``[text](target)``, ``[text][label]`` and ``[label]``, in this order."""
    close = level.signs.brackets.get(at)
    if close is None or close >= level.end:
        return level.literal(at)
    if level.too_deep(at):
        return level.literal(at)
    text = level.leaf.text
    behind = text[close + 1] if close + 1 < level.end else ""
    if behind == "{":
        found = read_attributes(level.leaf, close + 1, level.end)
        if found is not None:
            _span(level, at, close, found)
            return found.end
        if close + 1 >= level.excused:
            problem = explain(level.leaf, close + 1, level.end)
            level.excused = problem.end
            limit = min(level.end, close + _QUOTED)
            stop = text.find("}", close, limit) + 1 or limit
            level.owner.context.fault(
                codes.MALFORMED_ATTRIBUTES,
                level.leaf.span(problem.start, problem.end),
                f'The attributes "{text[close + 1 : stop]}" cannot be read: {problem.reason}.',
                problem.mend,
                problem.fix,
            )
    if level.links:
        ended = _link(level, at, close, behind)
        if ended is not None:
            return ended
        # Brackets that lead nowhere are text, but emphasis still does not reach across them.
        level.literal(at)
        level.isolated(at + 1, close)
        return level.literal(close)
    return level.literal(at)


def _span(level: Level, at: int, close: int, found: Attributes) -> None:
    owner = level.owner
    leaf = level.leaf
    span = leaf.span(at, found.end)
    closing = leaf.span(close, found.end)
    kind = kind_of(owner.context, found, span, closing)
    check_span(owner.context, kind, found)
    attributes = tuple(found.pairs)
    number: int | None = None
    if kind is not None and owner.muted:
        owner.context.fault(
            codes.UNUSED_ANNOTATION,
            span,
            f"The {kind} in this place reaches no page: only its words are shown.",
            "Keep the words without brackets and braces.",
            unwrapping(owner.context.source.text, span.start, closing, safe=True),
        )
    elif kind is not None and owner.has_room(span):
        number = len(owner.pending)
        parent = owner.parents[-1] if owner.parents else None
        text_span = (
            leaf.span(at + 1, close) if close > at + 1 else Span(span.start + 1, span.start + 1)
        )
        owner.pending.append(Pending(kind, number, span, text_span, attributes, parent))
        owner.parents.append(number)
    inlines = level.inner(at + 1, close, links=level.links)
    if number is not None:
        owner.parents.pop()
    classes = tuple(name for name, _ in found.classes)
    level.stack.run.node(Annotated(span, inlines, classes, found.identifier, attributes, number))


def _link(level: Level, at: int, close: int, behind: str) -> int | None:
    leaf = level.leaf
    if behind == "(":
        found = read_target(leaf.text, close + 1, level.end)
        if found is not None:
            place = leaf.span(found.start, found.stop)
            inlines = level.inner(at + 1, close, links=False)
            level.stack.run.node(
                Link(leaf.span(at, found.end), inlines, found.target, place, found.title)
            )
            return found.end
    reference = _reference(level, at, close, behind)
    if reference is None:
        return None
    definition, end = reference
    inlines = level.inner(at + 1, close, links=False)
    level.stack.run.node(
        Link(
            leaf.span(at, end),
            inlines,
            definition.target,
            definition.target_span,
            definition.title,
        )
    )
    return end


def _reference(level: Level, at: int, close: int, behind: str) -> tuple[Definition, int] | None:
    context = level.owner.context
    if not context.definitions:
        return None
    text = level.leaf.text
    own = text[at + 1 : close] if close - at <= _LONGEST_LABEL else ""
    if behind == "[":
        second = level.signs.brackets.get(close + 1)
        if second is not None and second < level.end and second - close <= _LONGEST_LABEL:
            found = context.defined(_unescaped(text[close + 2 : second].strip() or own))
            if found is not None:
                return found, second + 1
    found = context.defined(_unescaped(own)) if own else None
    return (found, close + 1) if found is not None else None


def _unescaped(label: str) -> str:
    """A label without the backslashes of its escapes."""
    return _ESCAPE.sub(r"\1", label) if "\\" in label else label


def image(level: Level, at: int) -> int:
    """``![description](target)``: the description is plain text."""
    close = level.signs.brackets.get(at + 1)
    text = level.leaf.text
    if close is None or close >= level.end or level.too_deep(at):
        return level.literal(at)
    leaf = level.leaf
    behind = text[close + 1] if close + 1 < level.end else ""
    if behind == "(":
        found = read_target(text, close + 1, level.end)
        if found is not None:
            place = leaf.span(found.start, found.stop)
            alt = _alt(level, at + 2, close)
            level.stack.run.node(
                Image(leaf.span(at, found.end), alt, found.target, place, found.title)
            )
            return found.end
    reference = None if behind == "{" else _reference(level, at + 1, close, behind)
    if reference is None:
        return level.literal(at)
    definition, end = reference
    alt = _alt(level, at + 2, close)
    level.stack.run.node(
        Image(leaf.span(at, end), alt, definition.target, definition.target_span, definition.title)
    )
    return end


def _alt(level: Level, start: int, close: int) -> str:
    level.owner.muted += 1
    inlines = level.inner(start, close, links=level.links)
    level.owner.muted -= 1
    return " ".join(plain(inlines).split())
