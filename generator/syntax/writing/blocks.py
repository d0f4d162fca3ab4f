"""Blocks written as the format has them, so that reading what was written gives them back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.config import Settings
from generator.model.document import (
    Block,
    Caption,
    CodeBlock,
    Division,
    HardBreak,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    ReadMore,
    Rule,
    SoftBreak,
    SourceLine,
    Table,
    Text,
)
from generator.syntax.article.captions import annotated_caption, paired
from generator.syntax.article.printed import Labels, labels

from .escapes import escaped, escaped_lines, quoted_value
from .inlines import attributes, written

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASHES = {"": "---", "left": ":--", "right": "--:", "center": ":-:"}
_RUNNING = (Paragraph, ReadMore, SourceLine, Caption)
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})", re.MULTILINE)
_CLOSING_SIGNS = re.compile(r"(?:(?<=\s)|\A)#+\Z")
_CLOSING_BRACES = re.compile(r"(?<![\]\\])\{[^{}]*\}\Z")
_NAME = re.compile(r"[^\s{}:]+")


def write_document(blocks: Sequence[Block], settings: Settings | None = None) -> str:
    """The blocks as text of the format, with one line end behind the last.

    ``settings`` tells the labels of printed lines, so that a paragraph which begins like one stays
    a paragraph. Reading the result gives the same blocks but for their places. Of an article that
    was read with a sidecar, what stands there would be written into the text, in pieces.
    """
    settings = settings or Settings()
    writer = _Writer((labels(settings.read_more), labels(settings.source_labels)))
    lines = writer.blocks(blocks)
    return "\n".join(lines) + "\n" if lines else ""


class _Writer:
    def __init__(self, known: tuple[Labels, ...]) -> None:
        self.labels = known
        self.depth = 0

    def blocks(self, blocks: Sequence[Block], *, tight: bool = False) -> list[str]:
        """The lines of the blocks of one container."""
        lines: list[str] = []
        before: Block | None = None
        delimiter = "."
        for block in blocks:
            if isinstance(block, List) and isinstance(before, List):
                delimiter = ")" if delimiter == "." else "."
            else:
                delimiter = "."
            more = self._block(block, delimiter)
            if not more:
                continue
            joined = tight and _joined(before, block)
            if before is not None and not joined and not _one_list(before, block):
                lines.append("")
            lines += more
            before = block
        return lines

    def _block(self, block: Block, delimiter: str) -> list[str]:
        lines: list[str]
        match block:
            case Paragraph():
                lines = self._running(block.inlines)
            case Caption():
                lines = self._caption(block)
            case Quote():
                inner = self.blocks(block.blocks)
                lines = [f"> {line}" if line else ">" for line in inner] or [">"]
            case List():
                lines = self._list(block, delimiter)
            case Division():
                lines = [_opener(block), *self.blocks(block.blocks), ":::"]
            case _:
                lines = _simple(block)
        return lines

    def _running(self, inlines: Sequence[Inline]) -> list[str]:
        text = written(inlines)
        return escaped_lines(text.split("\n"), self.labels) if text else []

    def _list(self, block: List, delimiter: str) -> list[str]:
        lines: list[str] = []
        bullet = "-+"[self.depth % 2]
        self.depth += 1
        for number, item in enumerate(block.items, block.start or 0):
            marker = bullet if block.start is None else f"{number}{delimiter}"
            inner = self.blocks(item, tight=block.tight)
            if lines and not block.tight:
                lines.append("")
            indent = " " * (len(marker) + 1)
            if block.start is not None and item and isinstance(item[0], Table):
                # Beside its number a table's header would be read as a table by itself.
                inner.insert(0, "")
            lines.append(f"{marker} {inner[0]}".rstrip(" ") if inner else marker)
            lines += [f"{indent}{line}" if line else "" for line in inner[1:]]
        self.depth -= 1
        return lines

    def _caption(self, block: Caption) -> list[str]:
        text = self._running(block.inlines)
        explicit = annotated_caption(tuple(block.inlines))
        credit = escaped(block.credit)
        if explicit is not None:
            if block.credit and all(pair.key != "credit" for pair in explicit[0].attributes):
                text[-1] += f" ({credit})"
            return text
        behind = f" ({credit})" if block.credit else ""
        again = escaped_lines([escaped(block.text) + behind], self.labels)
        pair = paired(" ".join(text), again[0])
        if pair is not None and pair.first and pair.credit == credit:
            return [*text, *again] if len(text) == 1 else [*text, "", *again]
        if not block.credit and len(text) == 1 and paired(text[0], text[0]):
            return [*text, *text]  # with a link in it, the words alone are no second printing
        given = f" credit={quoted_value(block.credit)}" if block.credit else ""
        return escaped_lines(
            f"[{written(block.inlines)}]{{.caption{given}}}".split("\n"), self.labels
        )


def _one_list(before: Block, block: Block) -> bool:
    """Whether two lists of bullets are written as one: next to each other they cannot be two."""
    return (
        isinstance(before, List)
        and isinstance(block, List)
        and before.start is None
        and block.start is None
        and before.tight
        and block.tight
    )


def _joined(before: Block | None, block: Block) -> bool:
    """Whether, in a tight list, two blocks stand on lines next to each other."""
    return isinstance(before, _RUNNING) and isinstance(block, (*_RUNNING, List))


def _simple(block: Heading | CodeBlock | Table | Rule | ReadMore | SourceLine) -> list[str]:
    """A block that has neither blocks nor lines that another block could be taken for."""
    lines: list[str]
    match block:
        case Heading():
            lines = [_heading(block)]
        case CodeBlock():
            lines = _code(block)
        case Table():
            lines = _table(block)
        case Rule():
            lines = ["* * *"]
        case ReadMore():
            title = _printed(block.title)
            if block.target:
                shown = (Text(block.title_span, block.title),)
                title = written((Link(block.span, shown, block.target, block.title_span),))
            lines = [f"{block.label}: {title}".rstrip(" ")]
        case SourceLine():
            lines = [f"{block.label}: {_printed(block.text)}".rstrip(" ")]
    return lines


def _heading(block: Heading) -> str:
    text = written(
        tuple(
            Text(node.span, " ") if isinstance(node, (SoftBreak, HardBreak)) else node
            for node in block.inlines
        )
    )
    text = _CLOSING_SIGNS.sub(lambda match: f"\\{match[0]}", text)
    text = _CLOSING_BRACES.sub(lambda match: f"\\{match[0]}", text)
    identifier = f" {{#{block.identifier}}}" if block.identifier else ""
    return f"{'#' * block.level} {text}{identifier}".rstrip(" ")


def _printed(text: str) -> str:
    """The text of a printed line: spaces that do not break are kept at its ends."""
    raw = escaped(text)
    if raw.startswith("\u00a0"):
        raw = "&nbsp;" + raw[1:]
    if raw.endswith("\u00a0"):
        raw = raw[:-1] + "&nbsp;"
    return raw


def _code(block: CodeBlock) -> list[str]:
    longest = max((len(run) for run in re.findall(r"`{3,}", block.text)), default=2)
    fence = "`" * (longest + 1)
    return [f"{fence}{block.language}", *block.text.split("\n"), fence]


def _opener(block: Division) -> str:
    if block.name and not (block.flags or block.identifier or block.attributes):
        return f"::: {block.name}"
    classes = (block.name, *block.flags) if block.name else block.flags
    return f"::: {attributes(block.identifier, classes, block.attributes)}"


def _table(block: Table) -> list[str]:
    lines = [_row(block.header)]
    lines.append("|" + "|".join(_DASHES[alignment] for alignment in block.alignments) + "|")
    lines += [_row(row) for row in block.rows]
    return lines


def _row(cells: Sequence[Sequence[Inline]]) -> str:
    return "| " + " | ".join(written(cell, cell=True) for cell in cells) + " |"
