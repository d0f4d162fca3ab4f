"""The inline parser: the text of one paragraph, heading or cell to inlines.

One pass from left to right, a rule for each sign in ``_RULES``; what no rule wants is text. Code
spans and matching brackets are found beforehand (:mod:`.lookahead`): nothing is searched twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.diagnostics import Fix, replacing
from generator.diagnostics.codes import annotations as codes
from generator.diagnostics.codes import blocks as block_codes
from generator.diagnostics.codes import limits
from generator.model.annotation import Kind
from generator.model.document import Inline, Text
from generator.records.limits import MOST_ANNOTATIONS
from generator.syntax.mending import behind_blanks

from . import signs as single
from .attributes import read_attributes
from .brackets import bracket, image
from .emphasis import Stack
from .lookahead import Signs

if TYPE_CHECKING:
    from generator.diagnostics import Span
    from generator.syntax.context import Context
    from generator.syntax.leaf import Leaf

    from .run import Run
    from .spans import Pending

DEEPEST = 24
"""How deep brackets may stand within brackets; deeper ones are text."""

_SPACES = re.compile(r"[ \t]{2,}|\t")
_LINE_ENDS = frozenset("\r\n")
_STRAY = re.compile(
    r"\{[ \t]*\.(?:" + "|".join(kind.value for kind in Kind) + r")(?![\w-])[^}\r\n]{0,200}\}?"
)

Rule = Callable[["Level", int], int]


class Inlines:
    """Reads the inlines of one text. ``pending`` holds the annotations so far, in file order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.pending: list[Pending] = []
        self.parents: list[int] = []
        self.muted = 0
        self.too_deep = False
        self.full = False

    def has_room(self, span: Span) -> bool:
        """Whether one more annotation is read; the first that is not is reported."""
        if len(self.pending) < MOST_ANNOTATIONS:
            return True
        if not self.full:
            self.full = True
            self.context.fault(
                limits.TOO_MANY_ANNOTATIONS,
                span,
                f"{MOST_ANNOTATIONS:,} annotations stand above this one already.",
                "Keep those that reach a page, or divide the text into several articles.",
            )
        return False

    def read(self, leaf: Leaf) -> tuple[Inline, ...]:
        """The inlines of a leaf."""
        text, start, end = leaf.text, leaf.start, leaf.end
        signs = Signs(text, start, end)
        if signs.positions:
            return Level(self, leaf, signs, start, end, 0, links=True).read().inlines()
        return self.words(leaf, start, end) if start < end else ()

    def words(self, leaf: Leaf, start: int, end: int) -> tuple[Inline, ...]:
        """A stretch of plain text as the only inline."""
        raw = leaf.text[start:end]
        if "{" in raw:
            self.report_stray(leaf, start, raw, 0)
        return (Text(leaf.span(start, end), collapsed(raw)),)

    def read_plain(self, leaf: Leaf) -> tuple[Inline, ...]:
        """The inlines of a leaf in which annotations are not read, but reported."""
        self.muted += 1
        inlines = self.read(leaf)
        self.muted -= 1
        return inlines

    def report_stray(self, leaf: Leaf, start: int, raw: str, excused: int) -> None:
        """Report ``{.kind …}`` that stands in the text."""
        for match in _STRAY.finditer(raw):
            at = start + match.start()
            if at >= excused:
                self.context.fault(
                    codes.STRAY_ATTRIBUTES,
                    leaf.span(at, start + match.end()),
                    f'"{match[0]}" stands behind no bracket, so it is read as text.',
                    "Write [text] directly in front of it.",
                    _joined(leaf, at, start + match.end()),
                )


class Level:
    """One level of brackets: ``leaf.text[start:end]``."""

    __slots__ = (
        "depth",
        "end",
        "excused",
        "leaf",
        "links",
        "owner",
        "signs",
        "stack",
        "start",
        "words_start",
    )

    def __init__(
        self,
        owner: Inlines,
        leaf: Leaf,
        signs: Signs,
        start: int,
        end: int,
        depth: int,
        *,
        links: bool,
    ) -> None:
        self.owner = owner
        self.leaf = leaf
        self.signs = signs
        self.start = start
        self.end = end
        self.depth = depth
        self.links = links
        self.stack = Stack(leaf, end)
        self.excused = 0
        self.words_start = start

    def read(self) -> Run:
        """Read all of this level."""
        text, at, end = self.leaf.text, self.start, self.end
        stack = self.stack
        positions = self.signs.positions
        count = len(positions)
        index = bisect_left(positions, at)
        rules = _RULES
        while at < end:
            # Rules read on behind several signs: those are skipped.
            while index < count and positions[index] < at:
                index += 1
            stop = positions[index] if index < count else end
            if stop < end and text[stop] == "]":
                index += 1
                while index < count and text[positions[index]] == "]":
                    index += 1
                stop = positions[index] if index < count else end
            stop = min(stop, end)
            self.words_start = at
            if stop > at:
                self.words(at, stop, text[stop] if stop < end else "")
                at = stop
            if at < end:
                at = rules[text[at]](self, at)
        if stack.too_deep:
            self.report_depth(self.start)
        return stack.finish()

    def words(self, start: int, stop: int, sign: str) -> None:
        """Add a stretch of plain text, up to ``sign``; a line's last spaces belong to its break."""
        raw = self.leaf.text[start:stop]
        if sign in _LINE_ENDS:
            raw = raw.rstrip(" \t")
            if not raw:
                return
            stop = start + len(raw)
        elif sign == "_" and (raw[-1].isalnum() or raw[-1] == "."):
            self.stack.word_end = stop
        if "{" in raw:
            self.owner.report_stray(self.leaf, start, raw, self.excused)
        if "  " in raw or "\t" in raw:
            raw = collapsed(raw)
        self.stack.run.text(start, stop, raw)

    def literal(self, at: int) -> int:
        """Add one sign as text."""
        self.stack.run.text(at, at + 1, self.leaf.text[at])
        return at + 1

    def inner(self, start: int, end: int, *, links: bool) -> tuple[Inline, ...]:
        """The inlines of a bracket within this level."""
        leaf = self.leaf
        if start < end and self.signs.following(start, end) == end:
            return self.owner.words(leaf, start, end)
        level = Level(self.owner, leaf, self.signs, start, end, self.depth + 1, links=links)
        return level.read().inlines()

    def isolated(self, start: int, end: int) -> None:
        """Read a stretch by itself and add what it holds to this level."""
        level = Level(
            self.owner, self.leaf, self.signs, start, end, self.depth + 1, links=self.links
        )
        level.excused = self.excused
        self.stack.run.absorb(level.read())

    def too_deep(self, at: int) -> bool:
        """Whether a bracket at this level would stand too deep, which is reported."""
        if self.depth < DEEPEST:
            return False
        self.report_depth(at)
        return True

    def report_depth(self, at: int) -> None:
        """Report that brackets or emphasis stand too deep; once is enough for a file."""
        if self.owner.too_deep:
            return
        self.owner.too_deep = True
        self.owner.context.fault(
            block_codes.TOO_DEEP,
            self.leaf.span(at, at + 1),
            f"More than {DEEPEST} brackets or emphases stand within one another here; "
            "what is deeper is read as text.",
            "Put a backslash before signs that are meant as text.",
        )


def _joined(leaf: Leaf, at: int, end: int) -> Fix | None:
    """The fix that brings attributes to the bracket that they stand near."""
    text = leaf.text
    bracket = behind_blanks(text, at)
    apart = leaf.start < bracket < at and text[bracket - 1] == "]"
    if not apart or read_attributes(leaf, at, min(end, leaf.end)) is None:
        return None
    title = "Delete the space in front of the attributes"
    return replacing(title, leaf.span(bracket, at), "", safe=True)


def collapsed(raw: str) -> str:
    """Text as read: white space run together."""
    return _SPACES.sub(" ", raw) if "  " in raw or "\t" in raw else raw


_RULES: dict[str, Rule] = {
    "\\": single.escape,
    "\n": single.line_break,
    "\r": single.line_break,
    "`": single.code_span,
    "*": single.emphasis,
    "_": single.emphasis,
    "[": bracket,
    "!": image,
    "<": single.autolink,
    "&": single.reference_character,
}
"""Which rule reads which sign. A rule returns the position behind what it read."""
