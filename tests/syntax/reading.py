"""Reading one text in one line of a test, and showing what it became."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.config import Settings
from generator.diagnostics import Diagnostic, SourceFile
from generator.model.document import (
    Annotated,
    Block,
    Caption,
    Code,
    CodeBlock,
    Division,
    Emphasis,
    HardBreak,
    Heading,
    Image,
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
from generator.syntax import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.annotation import Annotation
    from generator.model.article import Document

SETTINGS = Settings()
DAY = dt.date(2024, 5, 6)


def read(
    text: str, *, language: str = "en", reference: dt.date | None = DAY, headline: str = ""
) -> tuple[Document, tuple[Diagnostic, ...]]:
    return parse_document(
        SourceFile("a.md", text),
        0,
        settings=SETTINGS,
        language=language,
        reference=reference,
        headline=headline,
    )


def clean(text: str, *, language: str = "en") -> Document:
    """The document of a text that has no fault."""
    document, faults = read(text, language=language)
    assert faults == ()
    return document


def annotated(text: str, *, language: str = "en") -> tuple[Annotation, ...]:
    return read(text, language=language)[0].annotations


def faults(text: str) -> list[tuple[str, str]]:
    """Codes with the text that each stands at."""
    source = SourceFile("a.md", text)
    found = []
    for item in read(text)[1]:
        start = source.offset(item.line, item.column)
        end = source.offset(item.end_line, item.end_column)
        found.append((item.code, text[start:end]))
    return found


def shape(text: str) -> str:
    """The blocks of a text in a few letters."""
    return blocks(read(text)[0].blocks)


def blocks(found: Iterable[Block]) -> str:
    return " ".join(_block(block) for block in found)


def inlines(found: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in found)


def _block(block: Block) -> str:  # noqa: C901, PLR0911 - a line for each kind of block
    match block:
        case Paragraph():
            return f"p({inlines(block.inlines)})"
        case Heading():
            identifier = f"#{block.identifier}" if block.identifier else ""
            return f"h{block.level}{identifier}({inlines(block.inlines)})"
        case CodeBlock():
            return f"code{block.language and ':' + block.language}({block.text!r})"
        case Quote():
            return f"q[{blocks(block.blocks)}]"
        case List():
            kind = "ul" if block.start is None else f"ol{block.start}"
            items = "".join(f"<{blocks(item)}>" for item in block.items)
            return f"{kind}{'' if block.tight else '*'}{items}"
        case Table():
            rows = [block.header, *block.rows]
            cells = ";".join("|".join(inlines(cell) for cell in row) for row in rows)
            return f"table[{','.join(block.alignments)}]({cells})"
        case Rule():
            return "hr"
        case Division():
            flags = "".join(f".{flag}" for flag in block.flags)
            return f"div:{block.name}{flags}[{blocks(block.blocks)}]"
        case ReadMore():
            return f"more({block.title}{block.target and ' -> ' + block.target})"
        case SourceLine():
            return f"source({block.text})"
        case Caption():
            return f"caption({block.text}{block.credit and ' / ' + block.credit})"


def _inline(inline: Inline) -> str:  # noqa: PLR0911 - a line for each kind of inline
    match inline:
        case Text():
            return inline.text
        case SoftBreak():
            return "/"
        case HardBreak():
            return "//"
        case Code():
            return f"`{inline.text}`"
        case Emphasis():
            return f"{'S' if inline.strong else 'E'}({inlines(inline.inlines)})"
        case Link():
            title = f" {inline.title!r}" if inline.title else ""
            return f"L({inlines(inline.inlines)} -> {inline.target}{title})"
        case Image():
            return f"I({inline.alt} -> {inline.target})"
        case Annotated():
            return f"{'.'.join(inline.classes)}({inlines(inline.inlines)})"
