"""Blocks before their inlines are read: definitions may stand below the links that use them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from generator.diagnostics import Span
    from generator.model.document import Attribute
    from generator.syntax.leaf import Leaf

    from .lines import Line


@dataclass(slots=True)
class RawParagraph:
    """Lines of running text. ``closed`` says that a blank line, a fence or a block's end follows.

    Pandoc sets a paragraph of a list item apart from its neighbours only where it is closed.
    """

    lines: list[Line]
    closed: bool
    quoted: bool


@dataclass(slots=True)
class RawHeading:
    """A heading. ``end`` is the end of its last line."""

    level: int
    leaf: Leaf
    start: int
    end: int
    identifier: str


@dataclass(slots=True)
class RawCode:
    """A code block with its text as read."""

    start: int
    end: int
    text: str
    language: str


@dataclass(slots=True)
class RawRule:
    """A thematic break."""

    start: int
    end: int


@dataclass(slots=True)
class RawQuote:
    """A block quotation."""

    start: int
    end: int
    blocks: list[Raw]


@dataclass(slots=True)
class RawList:
    """A list; ``number`` is the first number of an ordered one."""

    start: int
    end: int
    number: int | None
    items: list[list[Raw]]


@dataclass(slots=True)
class RawTable:
    """A pipe table: cells as ranges of the file, every row as long as ``alignments``."""

    start: int
    end: int
    alignments: tuple[str, ...]
    header: list[tuple[int, int]]
    rows: list[list[tuple[int, int]]]


@dataclass(slots=True)
class RawDivision:
    """A block between ``:::`` lines. ``end`` is the end of the closing line, or of the content.

    ``understood`` is false where the line that opens it was reported.
    """

    start: int
    end: int
    classes: list[tuple[str, Span]]
    identifier: str
    attributes: tuple[Attribute, ...]
    blocks: list[Raw]
    understood: bool = True


Raw: TypeAlias = (
    RawParagraph | RawHeading | RawCode | RawRule | RawQuote | RawList | RawTable | RawDivision
)
