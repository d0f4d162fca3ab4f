"""The text of a page as blocks: what stands in its element, in its order, without the site's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from generator.diagnostics import NOWHERE
from generator.importing.printed_lines import source_line
from generator.model.document import (
    Block,
    Caption,
    CodeBlock,
    Heading,
    Inline,
    List,
    Paragraph,
    Quote,
    ReadMore,
    Rule,
    Text,
)

from .chrome import is_chrome, is_hidden
from .inlines import (
    BREAK,
    PLAIN,
    Piece,
    address_of,
    inlines,
    one_line,
    paragraphs,
    pieces_of,
    plain_text,
    text_piece,
)
from .main_text import HEADINGS, is_sentence
from .parsing import BLOCKS, tag_of
from .pictures import caption_elements, caption_of, is_called_caption, is_figure
from .tables import rows_of, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

    from generator.config import Settings

    from .boxes import Boxes
    from .main_text import Text as MainText

_PULLED = frozenset({"pullquote", "pull-quote", "wp-block-pullquote", "blockquote-pull"})


class Reader:
    """Reads elements of one page.

    ``leave`` says of a line above the text whether it is known already: headline, byline, date.
    ``headline`` is the element of the printed headline.
    """

    def __init__(
        self,
        text: MainText,
        boxes: Boxes,
        settings: Settings,
        base: str,
        leave: Callable[[str], bool],
        headline: HtmlElement | None,
    ) -> None:
        self._text = text
        self._boxes = boxes
        self._settings = settings
        self._base = base
        self._leave = leave
        self._headline = headline
        self._begun = False
        self._set_apart = 0
        self._seen_captions: set[str] = set()

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the page's text."""
        container = self._text.container
        if tag_of(container) in {"ul", "ol", "table", "tbody", "tr", "dl", "p", "pre"}:
            return _levelled(self._element(container))
        return _levelled(self._flow(container))

    def _flow(self, element: HtmlElement) -> list[Block]:
        """What stands in an element that holds blocks: its runs of text, and its blocks."""
        found: list[Block] = []
        run: list[Piece] = [text_piece(element.text or "")]
        style = PLAIN
        if tag_of(element) == "a":
            style = Piece("", target=address_of(element.get("href", ""), self._base))
            run = [text_piece(element.text or "", style)]
        for child in element:
            tag = tag_of(child)
            if tag and not self._is_left_out(child):
                if tag in BLOCKS or child in self._text.mixed:
                    found += self._paragraphs(run)
                    run = []
                    found += self._element(child)
                elif is_called_caption(child) and child.getparent() is not None:
                    found += self._paragraphs(run)
                    run = []
                    found += self._caption(child)
                else:
                    run += pieces_of(child, style, self._base, is_hidden)
            run.append(text_piece(child.tail or "", style))
        return found + self._paragraphs(run)

    def _is_left_out(self, element: HtmlElement) -> bool:
        if tag_of(element) not in BLOCKS and element not in self._text.mixed:
            return is_hidden(element) or (
                self._text.is_beside(element)
                and (self._text.is_site(element) or self._text.is_above(element))
            )
        if is_hidden(element) and not self._text.holds_text(element):
            return True
        if tag_of(element) == "footer" and not self._text.matched.get(element):
            return not any(True for _ in element.iterancestors("blockquote"))
        return self._text.is_site(element)

    def _element(self, element: HtmlElement) -> list[Block]:
        tag = tag_of(element)
        text = self._text
        if element is self._headline or (text.is_beside(element) and tag != "hr"):
            return []
        if tag not in HEADINGS and tag != "li":
            lines = self._boxes.lines_of(element, text)
            if lines:
                return list(lines)
        if text.is_links(element) and not self._is_kept_links(element):
            return []
        if is_figure(element):
            return self._figure(element)
        if is_called_caption(element) and not text.holds_text(element):
            return self._caption(element)
        return self._by_tag(element, tag)

    def _by_tag(self, element: HtmlElement, tag: str) -> list[Block]:
        found: list[Block]
        if tag in HEADINGS:
            found = self._heading(element, HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            found = self._list(element, tag)
        elif tag == "blockquote":
            found = self._quote(element)
        elif tag == "table":
            found = self._table(element)
        elif tag == "pre":
            found = self._preformatted(element)
        elif tag == "hr":
            found = [Rule(NOWHERE)] if self._begun else []
        elif tag == "dt":
            found = self._paragraphs(
                [replace(piece, strong=True) for piece in self._pieces(element)]
            )
        elif tag == "aside" and self._is_pulled(element):
            found = []
        elif tag == "figcaption":
            found = self._caption(element)
        else:
            found = self._flow(element)
        return found

    def _is_kept_links(self, element: HtmlElement) -> bool:
        """Whether links are text: those within it, and behind it a sentence of them."""
        if self._text.is_beside(element):
            return False
        if self._text.order.get(element, 0) > self._text.last > 0:
            return is_sentence("".join(element.itertext()))
        return tag_of(element) in {"p", "li", "td", "th", "dd", "ul", "ol"}

    def _is_pulled(self, element: HtmlElement) -> bool:
        """Whether words set apart stand in the text too: printed twice, they are there once."""
        words = " ".join("".join(element.itertext()).split()).strip("\"'“”„»«‘’ ")
        if not words or self._text.words.get(element, 0) > _LONGEST_PULLED:
            return False
        self._set_apart += 1
        return self._set_apart <= _MOST_SET_APART and any(
            words in text and element not in run.iterancestors() and run is not element
            for run, text in self._text.own.items()
        )

    def _pieces(self, element: HtmlElement) -> list[Piece]:
        return list(pieces_of(element, PLAIN, self._base, is_hidden))

    def _paragraphs(self, run: list[Piece]) -> list[Block]:
        if not any(piece.text.strip() for piece in run):
            return []
        found: list[Block] = []
        for paragraph in paragraphs(run):
            pieces = paragraph if self._begun else self._unknown(paragraph)
            words = plain_text(pieces)
            if words:
                shown = inlines(pieces)
                found += self._printed(pieces, words, shown) or [Paragraph(NOWHERE, shown)]
                self._begun = self._begun or len(words.split()) >= _BEGUN
        return found

    def _unknown(self, pieces: list[Piece]) -> list[Piece]:
        """A paragraph from its first line on that front matter does not have."""
        begin = 0
        while begin < len(pieces):
            end = begin
            while end < len(pieces) and pieces[end].text != BREAK:
                end += 1
            if not self._is_known(plain_text(pieces[begin:end])):
                break
            begin = end + 1
        return pieces[begin:]

    def _is_known(self, words: str) -> bool:
        return not self._begun and self._leave(words)

    def _printed(
        self, pieces: list[Piece], words: str, shown: tuple[Inline, ...]
    ) -> tuple[Block, ...]:
        """A paragraph that is a READ MORE line or names the source."""
        if ":" not in words and "：" not in words:
            return ()
        lines = self._boxes.line_of(pieces, shown)
        if lines:
            return lines
        source = source_line(words, self._settings.source_labels)
        linked = any(piece.target for piece in pieces)
        return () if source is None or linked else (source,)

    def _heading(self, element: HtmlElement, level: int) -> list[Block]:
        # A heading is bold as it is.
        found = pieces_of(element, PLAIN, self._base, is_chrome)  # “[edit]” stands in some
        pieces = [replace(piece, strong=False) for piece in found]
        words = plain_text(pieces)
        if not words or self._is_known(words):
            return []
        return [Heading(NOWHERE, level, one_line(pieces))]

    def _list(self, element: HtmlElement, tag: str) -> list[Block]:
        items: list[tuple[Block, ...]] = []
        for child in element:
            if not tag_of(child) or self._is_left_out(child):
                continue
            inner = tuple(self._flow(child) if tag_of(child) == "li" else self._element(child))
            if not inner:
                continue
            if items and tag_of(child) in {"ul", "ol"}:
                # A list that stands between the items belongs to the one above it.
                items[-1] += inner
            else:
                items.append(inner)
        if not items:
            return []
        if all(isinstance(block, ReadMore) for item in items for block in item):
            return [block for item in items for block in item]
        tight = all(
            isinstance(item[0], Paragraph) and all(isinstance(block, List) for block in item[1:])
            for item in items
        )
        start = element.get("start", "1")
        number = int(start) if start.isascii() and start.isdigit() and len(start) < 8 else 1  # noqa: PLR2004
        first = number if tag == "ol" else None
        return [List(NOWHERE, first, tight=tight, items=tuple(items))]

    def _quote(self, element: HtmlElement) -> list[Block]:
        if _PULLED.intersection((element.get("class") or "").split()) and self._is_pulled(element):
            return []
        inner = self._flow(element)
        if all(isinstance(block, ReadMore) for block in inner):
            return inner
        return [Quote(NOWHERE, tuple(inner))]

    def _table(self, element: HtmlElement) -> list[Block]:
        rows = rows_of(element)
        if rows is None:
            return self._flow(element)
        above = [block for part in element.findall("caption") for block in self._flow(part)]
        cells = [
            [one_line(self._pieces(cell)) if cell is not None else () for cell in row]
            for row in rows
        ]
        found = table(cells)
        return [*above, found] if found else above

    def _preformatted(self, element: HtmlElement) -> list[Block]:
        text = "".join(_printed_lines(element)).strip("\n")
        if not text.strip():
            return []
        if element.find(".//code") is not None:
            return [CodeBlock(NOWHERE, text.replace("\r", ""))]
        run: list[Piece] = []
        for number, line in enumerate(text.splitlines()):
            run += [Piece(BREAK)] if number else []
            run.append(text_piece(line.strip()) if line.strip() else Piece(BREAK))
        return self._paragraphs(run)

    def _figure(self, element: HtmlElement) -> list[Block]:
        """What a figure holds besides its picture, and its captions."""
        captions = caption_elements(element)
        if not captions:
            return self._flow(element)
        if self._is_captioned_text(element, captions):
            return self._flow(element)
        return [block for caption in captions for block in self._caption(caption)]

    def _is_captioned_text(self, element: HtmlElement, captions: list[HtmlElement]) -> bool:
        """Whether a figure is a table, a quotation or a listing, with words of its own."""
        own = self._text.words.get(element, 0)
        return own > sum(self._text.words.get(caption, _words(caption)) for caption in captions)

    def _caption(self, element: HtmlElement) -> list[Block]:
        caption = caption_of(element, self._base)
        key = f"{caption.text}\n{caption.credit}"
        if key in self._seen_captions or not (caption.text or caption.credit):
            return []
        self._seen_captions.add(key)
        if not caption.text:
            return [Paragraph(NOWHERE, (Text(NOWHERE, caption.credit),))]
        shown = one_line(caption.pieces)
        return [Caption(NOWHERE, shown, caption.text, caption.credit)]


_LONGEST_PULLED = 60
# Each is looked for in the whole text; no page sets more of its words apart.
_MOST_SET_APART = 100
# So many words in one paragraph are the text's first: no headline, byline or date.
_BEGUN = 12


def _printed_lines(element: HtmlElement) -> Iterator[str]:
    """The text of an element whose line ends count, those of ``<br>`` too."""
    for event, part in iterwalk(element, events=("start", "end")):
        if event == "start":
            yield "\n" if tag_of(part) == "br" else part.text or ""
        elif part is not element:
            yield part.tail or ""


def _words(element: HtmlElement) -> int:
    return len("".join(element.itertext()).split())


def _levelled(blocks: list[Block]) -> tuple[Block, ...]:
    """Headings moved together so that the highest is of level 2, right below the title."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    if not levels:
        return tuple(blocks)
    rank = {level: number for number, level in enumerate(sorted(set(levels)), 2)}
    return tuple(
        Heading(NOWHERE, min(rank[block.level], 6), block.inlines)
        if isinstance(block, Heading)
        else block
        for block in blocks
    )
