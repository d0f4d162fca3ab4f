"""Captions printed twice, with and without their credit, are one caption.

Picture desks print a caption under the picture and again in the text; pasted articles hold both,
one line or paragraph below the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.annotation import Kind
from generator.model.document import Annotated, Inline, Text
from generator.syntax.inline import plain

_MARKUP = re.compile(r"\]\{[^}]{0,400}\}|\]\([^)]{0,400}\)|[\[\]*_`\\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CREDIT = re.compile(r"\s*\(([^()]+)\)\.?\Z")
_ENOUGH = 20
"""Characters from which on two equal lines are a caption and no refrain."""
_ENOUGH_DENSE = 10
"""The same for scripts that say more with a character."""
_HEAD = 8
_SIGNS = frozenset("[]*_`\\{")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lines or paragraphs that are one caption; ``first`` says which one is kept."""

    first: bool
    credit: str


def paired(one: str, two: str) -> Pair | None:
    """Whether two raw texts are the same caption, one of them perhaps with a credit behind it.

    Escaped signs count as the signs: a text that is written back with escapes reads the same.
    """
    if one.endswith("\\"):
        return None  # a line break that an editor asked for
    if "\\" in one or "\\" in two:
        one, two = _ESCAPED.sub(r"\1", one), _ESCAPED.sub(r"\1", two)
    head, other = one[:_HEAD], two[:_HEAD]
    if head != other and not (_SIGNS.intersection(head) or _SIGNS.intersection(other)):
        return None
    marked, other_marked = "]{" in one, "]{" in two
    if marked and other_marked:
        return None
    bare, other_bare = _bare(one), _bare(two)
    credit = ""
    if bare != other_bare:
        if len(bare) > len(other_bare):
            bare, other_bare = other_bare, bare
        match = _CREDIT.match(other_bare, len(bare)) if other_bare.startswith(bare) else None
        if match is None:
            return None
        credit = match[1].strip()
        plainer = len(one) <= len(two)
    else:
        plainer = True
    if len(bare) < (_ENOUGH if bare.isascii() else _ENOUGH_DENSE):
        return None
    return Pair(marked or (plainer and not other_marked), credit)


def _bare(raw: str) -> str:
    return " ".join(_MARKUP.sub("", raw).split())


def without_credit(inlines: tuple[Inline, ...], credit: str) -> tuple[Inline, ...]:
    """Inlines without the credit in parentheses behind them."""
    if not credit or not inlines or not isinstance(inlines[-1], Text):
        return inlines
    last = inlines[-1]
    match = _CREDIT.search(last.text)
    if match is None or match[1].strip() != credit:
        return inlines
    kept = last.text[: match.start()]
    if not kept:
        return inlines[:-1]
    end = last.span.end - (len(last.text) - len(kept))
    return (*inlines[:-1], Text(last.span._replace(end=max(last.span.start, end)), kept))


def annotated_caption(inlines: tuple[Inline, ...]) -> tuple[Annotated, str] | None:
    """The ``.caption`` that a paragraph consists of, and the credit in parentheses behind it."""
    if not inlines or not isinstance(inlines[0], Annotated):
        return None
    caption = inlines[0]
    if caption.number is None or Kind.CAPTION.value not in caption.classes:
        return None
    rest = plain(inlines[1:]).strip()
    if not rest:
        return (caption, "") if len(inlines) == 1 else None
    match = _CREDIT.fullmatch(rest)
    return (caption, match[1].strip()) if match else None
