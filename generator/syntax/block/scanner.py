"""The block scanner: which lines make which block. Inlines are read later.

The order of the rules is Pandoc's. Each is asked where a line begins with one of its signs; it
returns the index of the line behind its block, or ``None`` where the line is not its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.diagnostics import Fix, Span, replacing
from generator.diagnostics.codes import blocks as codes
from generator.syntax.inline.attribute_faults import check_attributes

from .breaks import thematic_break
from .definitions import definition
from .divisions import division, is_closer
from .fences import fenced_code, opens_code
from .frame import Frame
from .headings import atx_heading, setext_heading
from .indented import indented_code
from .lines import CODE_INDENT, Line, line_end, line_start, split_lines
from .lists import bullet_list, ordered_list, starts_item
from .quotes import block_quote
from .raw import Raw, RawParagraph
from .tables import pipe_table

if TYPE_CHECKING:
    from generator.syntax.context import Context
    from generator.syntax.inline.attributes import Attributes

DEEPEST = 24
"""How many containers may stand within one another."""

Rule = Callable[["Scanner", Frame, int], "int | None"]

RULES: tuple[tuple[str, Rule], ...] = (
    ("`~", fenced_code),
    ("*+-", bullet_list),
    (":", division),
    ("", setext_heading),
    ("#", atx_heading),
    ("", pipe_table),
    (">", block_quote),
    ("*-_", thematic_break),
    ("0123456789(#", ordered_list),
    ("[", definition),
)
"""The rules in order, with the signs a line begins with; "" is any, where dashes follow."""

_SIGNS = sorted({sign for signs, _ in RULES for sign in signs})
_BY_SIGN = {sign: tuple(rule for signs, rule in RULES if sign in signs) for sign in _SIGNS}
_BY_SIGN_UNDERLINED = {
    sign: tuple(rule for signs, rule in RULES if sign in signs or not signs) for sign in _SIGNS
}
_UNDERLINED = tuple(rule for signs, rule in RULES if not signs)
_INDENTED = (setext_heading, indented_code)
_UNDERLINES = frozenset("=-|:")


class Scanner:
    """Reads the lines of one text. ``owed`` counts ``:::`` openers that were reported as text.

    ``misread`` says that there was one: which ``:::`` closes which block is then not known.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.source.text
        self.owed = 0
        self.misread = False
        self.too_deep = False
        self.empty_cells = 0

    def blocks(self, start: int) -> list[Raw]:
        """All blocks from the offset ``start`` to the end of the file."""
        frame = Frame(split_lines(self.text, start))
        self.scan(frame, 0)
        return frame.blocks

    def inside(self, frame: Frame) -> list[Raw]:
        """All blocks of a container with lines of its own."""
        self.scan(frame, 0)
        return frame.blocks

    def scan(self, frame: Frame, index: int) -> int:
        """Read blocks from the line ``index`` on; the index of the line at which the frame ends."""
        text, lines = self.text, frame.lines
        count = len(lines)
        shallow = frame.depth < DEEPEST or self._report_depth(frame, index)
        while index < count:
            line = lines[index]
            start = line.start
            if start == line.end:
                index += 1
                continue
            sign = text[start]
            if sign == ":" and frame.within and is_closer(text, line) and not self.owed:
                return index
            below = lines[index + 1] if index + 1 < count else line
            underlined = below.start < below.end and text[below.start] in _UNDERLINES
            rules: tuple[Rule, ...]
            if not shallow:
                rules = ()
            elif line.indent >= CODE_INDENT:
                rules = _INDENTED
            elif underlined:
                rules = _BY_SIGN_UNDERLINED.get(sign, _UNDERLINED)
            else:
                rules = _BY_SIGN.get(sign, ())
            for rule in rules:
                behind = rule(self, frame, index)
                if behind is not None:
                    index = behind
                    break
            else:
                index = self._paragraph(frame, index)
        return index

    def _paragraph(self, frame: Frame, index: int) -> int:
        """Read running text: to a blank line, a fence of backticks, a block's end or an item."""
        text, lines = self.text, frame.lines
        first = index
        closed = not frame.item
        while index < len(lines):
            line = lines[index]
            if line.start == line.end:
                closed = True
                break
            sign = text[line.start]
            if sign == ":" and text.startswith(":::", line.start):
                if index > first and not self.owed and self.closes_division(frame, line):
                    closed = True
                    break
                self._stray(frame, index)
            elif index > first:
                if sign == "`" and opens_code(self, frame, index, backtick_only=True):
                    closed = True
                    break
                if frame.listed and starts_item(text, line):
                    closed = False
                    break
            index += 1
        frame.blocks.append(RawParagraph(lines[first:index], closed, frame.quoted))
        return index

    def _stray(self, frame: Frame, index: int) -> None:
        """Report a ``:::`` line that is text; the closer of a reported opener is no other fault."""
        line = frame.lines[index]
        span = Span(line.start, self.content_end(line))
        if not self.text[span.start : span.end].strip(": \t"):
            if self.owed:
                self.owed -= 1
                return
            self.context.fault(
                codes.STRAY_BLOCK_END,
                span,
                "This ::: closes no block.",
                "Take the line out, or open the block above: ::: background.",
                self._deleted(frame, line),
            )
            return
        self.owed += 1
        self.misread = True
        if self.too_deep:
            return
        self.context.fault(
            codes.BLOCK_WITHIN_TEXT,
            span,
            f'"{self.text[span.start : span.end]}" is read as text: a block opens in the first '
            "column below a blank line.",
            "Put a blank line above it and no space in front.",
            self._set_apart(frame, index),
        )

    def _deleted(self, frame: Frame, line: Line) -> Fix | None:
        """The fix that takes a whole line out."""
        if frame.quoted or frame.listed or self.misread:
            return None
        start = line_start(self.text, line.start)
        end = line.end + (len(line_end(self.text, line.end)) if line.end < len(self.text) else 0)
        return replacing("Delete the line", Span(start, end), "", safe=False)

    def _set_apart(self, frame: Frame, index: int) -> Fix | None:
        """The fix that puts a line into the first column, below a blank line."""
        if frame.quoted or frame.listed:
            return None
        line = frame.lines[index]
        start = line_start(self.text, line.start)
        if self.text[start : line.start].strip(" \t"):
            return None
        above = frame.lines[index - 1] if index else None
        blank = line_end(self.text, start) if above and above.start < above.end else ""
        title = "Set the line apart"
        return replacing(title, Span(start, line.start), blank, safe=False)

    def _report_depth(self, frame: Frame, index: int) -> bool:
        # What stands deeper is kept as text; one report is enough for the file.
        line = next((one for one in frame.lines[index:] if one.start < one.end), None)
        if line is not None and not self.too_deep:
            self.too_deep = True
            self.context.fault(
                codes.TOO_DEEP,
                Span(line.start, self.content_end(line)),
                f"More than {DEEPEST} quotations, lists or blocks stand within one another here; "
                "what is deeper is read as text.",
                "Take some of the > signs, bullets or ::: lines out.",
            )
        return False

    def closes_division(self, frame: Frame, line: Line) -> bool:
        """Whether the line closes a ``:::`` block around this frame."""
        return bool(frame.divisions) and is_closer(self.text, line)

    def check_attributes(self, found: Attributes) -> None:
        """Report what is wrong with the attributes of a block, whatever its name."""
        check_attributes(self.context, found)

    def content_end(self, line: Line) -> int:
        """The offset behind the line's last character that is no white space."""
        return line.start + len(self.text[line.start : line.end].rstrip(" \t"))

    def last_content(self, lines: list[Line], default: int) -> int:
        """The end of the content of the last line that has any."""
        for line in reversed(lines):
            if line.start < line.end:
                return self.content_end(line)
        return default
