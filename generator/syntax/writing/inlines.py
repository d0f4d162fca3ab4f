"""Inlines written as the format has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.model.document import (
    Annotated,
    Attribute,
    Code,
    Emphasis,
    HardBreak,
    Image,
    Inline,
    Link,
    SoftBreak,
    Text,
)
from generator.syntax.context import Context
from generator.syntax.inline import Inlines
from generator.syntax.inline.links import read_autolink
from generator.syntax.leaf import Leaf

from .equality import same_inlines
from .escapes import escaped, quoted_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BACKTICKS = re.compile(r"`+")
_TARGET_SIGNS = re.compile(r"[\\<>\[\]`&|()]")
_TITLE_SIGNS = re.compile(r"[\\\"\[\]`&|]")
_SAFE_TARGET = re.compile(r"[^\s\\<>\[\]`&|()]+")
_STYLES = ("**", "*_", "_*", "__", "**!", "*_!")
"""How emphasis may be marked: the sign of the outermost, and of what stands within.

With ``!`` the sign is the same beside other emphasis and line ends, where ``_`` may not open.
"""


def written(inlines: Sequence[Inline], *, cell: bool = False) -> str:
    """Inlines as text of the format; soft breaks are line ends.

    Emphasis within or beside emphasis is ambiguous in any Markdown: of several ways to write it,
    the first that is read back as the same is taken.
    """
    first = _written(inlines, _STYLES[0], cell=cell)
    if not _entangled(inlines):
        return first
    for style in _STYLES:
        text = _written(inlines, style, cell=cell)
        context = Context(SourceFile("", text), Settings())
        if same_inlines(Inlines(context).read(Leaf(text, 0, len(text))), inlines):
            return text
    return first


def _written(inlines: Sequence[Inline], style: str, *, cell: bool) -> str:
    writer = _Writer(style, cell=cell)
    writer.add(inlines)
    writer.end_line()
    return "".join(writer.out)


class _Writer:
    def __init__(self, style: str, *, cell: bool) -> None:
        self.out: list[str] = []
        self.style = style
        self.cell = cell
        self.depth = 0
        self.marker = False
        self.closed = False

    def add(self, inlines: Sequence[Inline]) -> None:
        for index, node in enumerate(inlines):
            following = inlines[index + 1] if index + 1 < len(inlines) else None
            self._one(node, following)

    def end_line(self) -> None:
        """White space at a line's end would not be read as text."""
        if self.out and self.out[-1].endswith(" "):
            self.out[-1] = self.out[-1][:-1] + "&#32;"

    def _one(self, node: Inline, following: Inline | None) -> None:
        match node:
            case Text():
                self._text(node.text, following)
            case SoftBreak():
                self.end_line()
                self._put(" " if self.cell else "\n")
            case HardBreak():
                self._put(" " if self.cell else "\\\n")
            case Code():
                self._put(_code(node.text))
            case Emphasis():
                self._emphasis(node, following)
            case Link():
                self._link(node)
            case Image():
                alt = escaped(node.alt, cell=self.cell, brackets=False)
                self._put(f"![{alt}]({self._target(node.target, node.title)})")
            case Annotated():
                self._put("[")
                self.add(node.inlines)
                self._put("]" + attributes(node.identifier, node.classes, node.attributes))

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.marker = self.closed = False

    def _text(self, text: str, following: Inline | None) -> None:
        if not text:
            return
        leads = isinstance(following, (Link, Annotated))
        raw = escaped(text, cell=self.cell, brackets=not isinstance(following, (Link, Annotated)))
        if raw.endswith("\\!") and not leads:
            raw = raw[:-2] + "!"
        if raw.startswith(" ") and (self.marker or self._at_line_start()):
            raw = "&#32;" + raw[1:]
        if raw.startswith("\ufeff") and not self.out:
            raw = "&#65279;" + raw[1:]
        if self.closed and raw[0].isalnum():
            rest = f"\\{raw[1:]}" if raw[1:2] == "_" else raw[1:]
            raw = f"&#{ord(raw[0])};{rest}"
        self._put(raw)

    def _at_line_start(self) -> bool:
        return not self.out or self.out[-1].endswith("\n")

    def _emphasis(self, node: Emphasis, following: Inline | None) -> None:
        if not node.inlines:
            return
        sign = self.style[self.depth % 2]
        firm = self.style.endswith("!")
        if not (node.strong or firm) and (
            (isinstance(following, Emphasis) and not following.strong)
            or isinstance(node.inlines[0], (SoftBreak, HardBreak))
            or isinstance(node.inlines[-1], (SoftBreak, HardBreak))
        ):
            # Two stars would join, and one alone on its line would be a bullet.
            sign = "_"
        mark = sign * (2 if node.strong else 1)
        if sign == "_" and self.out:
            last = self.out[-1]
            if last and (last[-1].isalnum() or last[-1] == "."):
                bare = last[-2:-1] == "_" and last[-3:-2] != "\\"
                rest = f"{last[:-2]}\\_" if bare else last[:-1]
                self.out[-1] = f"{rest}&#{ord(last[-1])};"
        self._put(mark)
        self.marker = True
        self.depth += 1
        self.add(node.inlines)
        self.depth -= 1
        self._put(mark)
        self.closed = sign == "_"

    def _link(self, node: Link) -> None:
        if len(node.inlines) == 1 and isinstance(node.inlines[0], Text) and not node.title:
            shown = node.inlines[0].text
            raw = f"<{shown}>"
            found = read_autolink(raw, 0, len(raw))
            if (
                found is not None
                and found.end == len(raw)
                and found.target == node.target
                and not any(sign in shown for sign in "[]`|\\")
            ):
                self._put(raw)
                return
        self._put("[")
        self.add(node.inlines)
        self._put(f"]({self._target(node.target, node.title)})")

    def _target(self, target: str, title: str) -> str:
        if not _SAFE_TARGET.fullmatch(target):
            target = _TARGET_SIGNS.sub(lambda match: f"\\{match[0]}", target)
            target = re.sub(r"\s", lambda match: f"&#{ord(match[0])};", target)
            target = f"<{target}>"
        if not title:
            return target
        return f'{target} "{_TITLE_SIGNS.sub(lambda match: chr(92) + match[0], title)}"'


def attributes(identifier: str, classes: Iterable[str], pairs: Iterable[Attribute]) -> str:
    """``{#id .class key=value}``."""
    parts = [f".{name}" for name in classes]
    if identifier:
        parts.insert(len(parts), f"#{identifier}")
    parts += [f"{pair.key}={quoted_value(pair.value)}" for pair in pairs]
    return "{" + " ".join(parts) + "}"


def _code(text: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * (1 if not longest else longest + 1)
    pad = " " if not text or text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _entangled(inlines: Sequence[Inline], *, within: bool = False) -> bool:
    before = False
    for node in inlines:
        here = isinstance(node, Emphasis)
        if here and (within or before):
            return True
        if isinstance(node, (Emphasis, Link, Annotated)) and _entangled(
            node.inlines, within=within or here
        ):
            return True
        before = here
    return False
