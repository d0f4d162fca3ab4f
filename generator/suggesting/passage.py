"""Running text as the finders read it: the file's own characters, with its markup masked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Span

MASK = "\ufffc"
"""Stands for each character that is markup and no text (U+FFFC, object replacement character)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item's paragraph or table cell of an article.

    ``text`` is as long as ``span``: character ``n`` of it stands at ``span.start + n`` of the file,
    so a place in it needs no map. Line ends, tabs and line prefixes (``>``, list indents) are
    spaces; escapes, markers of emphasis, link addresses, attributes and code are ``MASK``; escaped
    characters themselves are kept.
    ``taken`` holds the places, in code points into the file and in order, that annotations cover
    already, ``.plain`` ones too: nothing is suggested that meets one of them.
    ``sentences`` are offsets into ``text``. ``section`` names the block around it (``background``,
    …), ``""`` in the body; ``heading`` tells a heading from running text, ``quoted`` a block
    quotation.
    """

    span: Span
    text: str
    taken: tuple[Span, ...]
    sentences: tuple[Span, ...]
    section: str = ""
    heading: bool = False
    quoted: bool = False
