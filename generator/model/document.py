"""The text of an article or register entry as a tree. Every node keeps its place in the file.

A ``span`` covers the node's whole markup, in code points into the file. Strings in nodes are the
text as read: escapes and entities resolved, markup removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """A ``key=value`` of an annotation or a block, with the places of both."""

    key: str
    value: str
    key_span: Span
    value_span: Span


# Inlines


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text; raw HTML is text too, for the format has no markup but its own."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class SoftBreak:
    """A line end within a paragraph."""

    span: Span


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A line break that the editor asked for (two spaces or a backslash at a line's end)."""

    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """A code span; opaque to annotations."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """``*text*``, or ``**text**`` when ``strong``."""

    span: Span
    strong: bool
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """``[text](target "title")`` or ``<target>``. ``target`` is as written, unchecked."""

    span: Span
    inlines: tuple[Inline, ...]
    target: str
    target_span: Span
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """``![alt](target "title")``. ``target`` is as written, unchecked."""

    span: Span
    alt: str
    target: str
    target_span: Span
    title: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """``[text]{.kind …}``. ``number`` is its index in the document's ``annotations``.

    ``number`` is ``None`` for a bracketed span that carries no kind of the format.
    """

    span: Span
    inlines: tuple[Inline, ...]
    classes: tuple[str, ...]
    identifier: str
    attributes: tuple[Attribute, ...]
    number: int | None


Inline: TypeAlias = Text | SoftBreak | HardBreak | Code | Emphasis | Link | Image | Annotated


# Blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    span: Span
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 to 6."""

    span: Span
    level: int
    inlines: tuple[Inline, ...]
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced or indented code block; opaque to annotations."""

    span: Span
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    span: Span
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list; ``start`` is the first number of an ordered one, ``None`` for bullets.

    In a ``tight`` list paragraphs are set without space between them.
    """

    span: Span
    start: int | None
    tight: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table; every row has as many cells as ``alignments``.

    An alignment is ``left``, ``right``, ``center`` or ``""``.
    """

    span: Span
    alignments: tuple[str, ...]
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    span: Span


@dataclass(frozen=True, slots=True)
class Division:
    """A block ``::: name``. ``name`` is its first class, ``flags`` the further ones (``own``)."""

    span: Span
    name: str
    name_span: Span
    flags: tuple[str, ...]
    identifier: str
    attributes: tuple[Attribute, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ReadMore:
    """A printed line ``READ MORE: title`` or ``READ MORE: [title](target)``."""

    span: Span
    label: str
    title: str
    title_span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A printed line ``Source: X and agencies``: the text behind the colon."""

    span: Span
    label: str
    text: str
    text_span: Span


@dataclass(frozen=True, slots=True)
class Caption:
    """An image caption as printed, once or twice, with its credit where one stands behind it."""

    span: Span
    inlines: tuple[Inline, ...]
    text: str
    credit: str = ""


Block: TypeAlias = (
    Paragraph
    | Heading
    | CodeBlock
    | Quote
    | List
    | Table
    | Rule
    | Division
    | ReadMore
    | SourceLine
    | Caption
)
