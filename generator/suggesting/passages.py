"""An article's tree as passages: the file's own characters, markup masked.

One walk over the tree, in file order. Code, raw blocks of code and the printed lines that the
reader recognises (READ MORE, Source) are no passages.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Span
from generator.model.article import Article
from generator.model.document import (
    Annotated,
    Block,
    Caption,
    Code,
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
    SoftBreak,
    Table,
    Text,
)
from generator.model.sentences import sentences
from generator.model.walking import inline_runs, leaf_runs

from .passage import MASK, Passage

_ESCAPE = re.compile(r"\\([\W_])|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPACES = str.maketrans("\t\r\n\v\f", "     ")


def passages(article: Article) -> tuple[Passage, ...]:
    """The passages of ``article`` in file order."""
    return tuple(_Reader(article).blocks(article.document.blocks, "", quoted=False))


def markup(article: Article) -> tuple[Markup, ...]:
    """The inline markup of ``article`` that is no annotation, in the order in which it opens."""
    found: list[Markup] = []
    for run in inline_runs(article.document.blocks):
        _markup(run, found)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Markup:
    """Emphasis, a link, code or an image: an annotation stands around it or within ``inner``."""

    span: Span
    inner: Span


class _Reader:
    def __init__(self, article: Article) -> None:
        self._file = article.file.text
        self._language = article.language
        self._taken = article.document.annotated()
        self._taken_ends = [span.end for span in self._taken]

    def blocks(self, blocks: Iterable[Block], section: str, *, quoted: bool) -> Iterator[Passage]:
        for block in blocks:
            match block:
                case Paragraph() | Caption() | Heading():
                    heading = isinstance(block, Heading)
                    yield self._passage(
                        block.span, block.inlines, section, heading=heading, quoted=quoted
                    )
                case Quote():
                    yield from self.blocks(block.blocks, section, quoted=True)
                case Division():
                    yield from self.blocks(block.blocks, block.name, quoted=quoted)
                case List():
                    for item in block.items:
                        yield from self.blocks(item, section, quoted=quoted)
                case Table():
                    for cell in filter(None, leaf_runs(block)):
                        span = Span(cell[0].span.start, cell[-1].span.end)
                        yield self._passage(span, cell, section, heading=False, quoted=quoted)
                case _:
                    pass

    def _passage(
        self,
        span: Span,
        inlines: tuple[Inline, ...],
        section: str,
        *,
        heading: bool,
        quoted: bool,
    ) -> Passage:
        masked = _Masked(self._file, span.start)
        masked.add(inlines)
        text = masked.finished(span.end)
        return Passage(
            span,
            text,
            self._taken_in(span),
            _sentences(text, self._language),
            section,
            heading,
            quoted,
        )

    def _taken_in(self, span: Span) -> tuple[Span, ...]:
        first = bisect_left(self._taken_ends, span.start + 1)
        last = first
        while last < len(self._taken) and self._taken[last].start < span.end:
            last += 1
        return tuple(self._taken[first:last])


class _Masked:
    """A passage's text as it is put together: what no text was added for is masked."""

    def __init__(self, file: str, start: int) -> None:
        self._file = file
        self._at = start
        self._parts: list[str] = []

    def add(self, inlines: Iterable[Inline]) -> None:
        for node in inlines:
            match node:
                case Text():
                    self._to(node.span.start)
                    self._parts.append(_surface(self._file, node))
                    self._at = max(self._at, node.span.end)
                case SoftBreak() | HardBreak():
                    self._to(node.span.start)
                    self._parts.append(" " * (node.span.end - self._at))
                    self._at = max(self._at, node.span.end)
                case Emphasis() | Link() | Annotated():
                    self.add(node.inlines)
                case Code() | Image():
                    pass

    def finished(self, end: int) -> str:
        self._to(end)
        return "".join(self._parts)

    def _to(self, end: int) -> None:
        if end > self._at:
            self._parts.append(MASK * (end - self._at))
            self._at = end


def _surface(file: str, node: Text) -> str:
    """What stands at ``node`` in the file, its escapes masked."""
    start, end = node.span
    raw = file[start:end]
    if raw != node.text:
        raw = _ESCAPE.sub(_unescaped, raw)
    return raw.translate(_SPACES)


def _unescaped(match: re.Match[str]) -> str:
    length = len(match[0])
    if match[1] is not None:
        return MASK + match[1]
    char = html.unescape(match[0])
    # A reference that stands for nothing is text.
    return char + MASK * (length - 1) if len(char) == 1 else match[0]


def _sentences(text: str, language: str) -> tuple[Span, ...]:
    # Quotation marks may open and close: what is masked does not hide a sentence's end.
    starts = sentences(text.replace(MASK, '"') if MASK in text else text, language)
    ends = [*starts[1:], len(text)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        stop = start + len(text[start:end].rstrip())
        if stop > start:
            found.append(Span(start, stop))
    return tuple(found)


def _markup(inlines: Iterable[Inline], found: list[Markup]) -> None:
    for node in inlines:
        match node:
            case Emphasis() | Link() if node.inlines:
                inner = Span(node.inlines[0].span.start, node.inlines[-1].span.end)
                found.append(Markup(node.span, inner))
                _markup(node.inlines, found)
            case Annotated():
                _markup(node.inlines, found)
            case Code() | Image() | Emphasis() | Link():
                found.append(Markup(node.span, Span(node.span.start, node.span.start)))
            case _:
                pass
