"""Running text of a page as inlines: words as shown, with emphasis, code and links.

A run is gathered as pieces, each with its style. White space is put together as browsers do; a
piece of emphasis or of a link never begins or ends with it, for the format would not read that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from generator.diagnostics import NOWHERE
from generator.model.document import Code, Emphasis, HardBreak, Inline, Link, Text
from generator.records import Refusal
from generator.records.addresses import read_address

from .parsing import tag_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_MAIL = re.compile(r"mailto:[^\s<>\"\\^`{|}][^\s<>\"\\^`{|}@]*+@[^\s<>\"\\^`{|}]++", re.IGNORECASE)
_STRONG = frozenset({"strong", "b"})
_SLANTED = frozenset({"em", "i", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style; ``BREAK`` for a line break that the page asks for."""

    text: str
    strong: bool = False
    slanted: bool = False
    code: bool = False
    target: str = ""


PLAIN = Piece("")
BREAK = "\n"


def address_of(href: str, base: str) -> str:
    """The web address that ``href`` leads to from a page at ``base``; ``""`` where none is known.

    Addresses within the page lead nowhere in a text that has left it.
    """
    href = "".join(href.split())
    if _MAIL.fullmatch(href):
        return href
    if not href or href.startswith("#"):
        return ""
    try:
        if not urlsplit(href).scheme:
            if not base:
                return ""
            href = urljoin(base, href)
        return read_address(href)
    except (Refusal, ValueError):
        return ""


def pieces_of(
    element: HtmlElement, style: Piece, base: str, skip: Callable[[HtmlElement], bool]
) -> Iterator[Piece]:
    """The pieces of an inline element without its tail, in ``style`` and its own."""
    tag = tag_of(element)
    if tag == "br":
        yield Piece(BREAK)
        return
    style = _styled(element, tag, style, base)
    if tag == "q":
        yield replace(style, text="“")
    if element.text:
        yield replace(style, text=_SPACE.sub(" ", element.text))
    for child in element:
        if tag_of(child) and not skip(child):
            yield from pieces_of(child, style, base, skip)
        if child.tail:
            yield replace(style, text=_SPACE.sub(" ", child.tail))
    if tag == "q":
        yield replace(style, text="”")


def text_piece(text: str, style: Piece = PLAIN) -> Piece:
    """Text of a block's own, its white space put together."""
    return replace(style, text=_SPACE.sub(" ", text))


def paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """A run as paragraphs: two line breaks, or more, end one."""
    paragraph: list[Piece] = []
    breaks = 0
    for piece in pieces:
        if piece.text == BREAK:
            breaks += 1
            continue
        if not piece.text.strip(" "):
            if piece.text and not breaks:
                paragraph.append(piece)
            continue
        if breaks > 1:
            yield paragraph
            paragraph = []
        elif breaks and paragraph:
            paragraph.append(Piece(BREAK))
        breaks = 0
        paragraph.append(piece)
    yield paragraph


def inlines(pieces: Iterable[Piece]) -> tuple[Inline, ...]:
    """Pieces as inlines: links outermost, then strong, then slanted text, then code."""
    return tuple(_linked(_tidied(pieces)))


def one_line(pieces: Iterable[Piece]) -> tuple[Inline, ...]:
    """Pieces as inlines without line breaks, for headings, cells and captions."""
    return inlines(replace(piece, text=" ") if piece.text == BREAK else piece for piece in pieces)


def plain_text(pieces: Iterable[Piece]) -> str:
    """The words of a run on one line."""
    return " ".join("".join(piece.text for piece in pieces).split())


def _styled(element: HtmlElement, tag: str, style: Piece, base: str) -> Piece:
    if tag in _STRONG:
        return replace(style, strong=True)
    if tag in _SLANTED:
        return replace(style, slanted=True)
    if tag in _CODE:
        return replace(style, code=True)
    if tag == "a":
        return replace(style, target=address_of(element.get("href", ""), base))
    return style


def _tidied(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces of one style put together, white space outside of every style, none at line ends."""
    whole: list[Piece] = []
    for style, group in groupby(pieces, key=lambda piece: replace(piece, text="")):
        lines = "".join(piece.text for piece in group)
        for number, line in enumerate(lines.split(BREAK)):
            if number:
                whole.append(Piece(BREAK))
            core = line.strip()
            begins = len(line) - len(line.lstrip())
            before, after = line[:begins], line[begins + len(core) :]
            parts = ((PLAIN, before), (style, core), (PLAIN, after))
            whole += [replace(part, text=text) for part, text in parts if text]
    return _trimmed(whole)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        text = piece.text
        if text == BREAK:
            while kept and not kept[-1].text.strip():
                kept.pop()
            if kept:
                kept.append(piece)
            continue
        if text.startswith(" ") and (not kept or kept[-1].text.endswith((" ", BREAK))):
            text = text.lstrip(" ")
        if text.strip() or (text and kept and kept[-1].text != BREAK):
            kept.append(replace(piece, text=text))
    while kept and not kept[-1].text.strip():
        kept.pop()
    return kept


def _linked(pieces: list[Piece]) -> Iterator[Inline]:
    for target, group in _spanning(pieces, lambda piece: piece.target):
        inner = tuple(_strong(group))
        yield from (Link(NOWHERE, inner, str(target), NOWHERE),) if target else inner


def _strong(pieces: list[Piece]) -> Iterator[Inline]:
    for strong, group in _spanning(pieces, lambda piece: piece.strong):
        inner = tuple(_slanted(group))
        yield from (Emphasis(NOWHERE, strong=True, inlines=inner),) if strong else inner


def _slanted(pieces: list[Piece]) -> Iterator[Inline]:
    for slanted, group in _spanning(pieces, lambda piece: piece.slanted):
        inner = tuple(_words(group))
        yield from (Emphasis(NOWHERE, strong=False, inlines=inner),) if slanted else inner


def _words(pieces: list[Piece]) -> Iterator[Inline]:
    text = ""
    for piece in pieces:
        if piece.text != BREAK and not piece.code:
            text += piece.text
            continue
        if text:
            yield Text(NOWHERE, text)
        text = ""
        yield HardBreak(NOWHERE) if piece.text == BREAK else Code(NOWHERE, piece.text)
    if text:
        yield Text(NOWHERE, text)


def _spanning(
    pieces: list[Piece], key: Callable[[Piece], str | bool]
) -> Iterator[tuple[str | bool, list[Piece]]]:
    """Runs of pieces with one value of a style; spaces between two of one run are within it."""
    run: list[Piece] = []
    spaces: list[Piece] = []
    value: str | bool = ""
    for piece in pieces:
        if run and value and not piece.text.strip() and not key(piece):
            spaces.append(piece)
            continue
        now = key(piece)
        if run and now == value:
            run += [*spaces, piece]
        else:
            if run:
                yield value, run
            if spaces:
                yield "", spaces
            run, value = [piece], now
        spaces = []
    if run:
        yield value, run
    if spaces:
        yield "", spaces
