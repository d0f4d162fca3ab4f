"""Passages as blocks: paragraphs, sub-headings, lists, and the lines recognised as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import NOWHERE
from generator.model.document import Block, Caption, Heading, Paragraph, ReadMore, SourceLine, Text

from .headline import looks_like_heading
from .lists import list_at, paragraph
from .passages import Passage, joined
from .printed_lines import doubled_caption, read_more_line, source_line

if TYPE_CHECKING:
    from generator.config import Settings

_CAPTION_LINES = 12


def blocks_of(passages: tuple[Passage, ...], settings: Settings) -> tuple[Block, ...]:
    """Every passage as a block or several, in order, all words kept.

    A sub-heading is a line like a headline with a paragraph above it and one right below it.
    """
    passages = _printed_apart(passages, settings)
    blocks: list[Block] = []
    in_text = False
    at = 0
    while at < len(passages):
        more, taken = _special(passages, at, settings)
        if not taken and in_text and _is_heading(passages, at, settings):
            more, taken = (Heading(NOWHERE, 2, (Text(NOWHERE, passages[at][0].text),)),), 1
        if not taken:
            more, taken = (paragraph(tuple(line.text for line in passages[at])),), 1
        in_text = in_text or isinstance(more[-1], Paragraph)
        blocks.extend(more)
        at += taken
    return tuple(blocks)


def caption_at(passages: tuple[Passage, ...], at: int) -> tuple[Caption | None, int]:
    """A caption printed twice in passage ``at``, or in it and the next; and how many it takes."""
    passage = passages[at]
    if len(passage) > _CAPTION_LINES:
        return None, 0
    for middle in range(1, len(passage)):
        caption = doubled_caption(joined(passage[:middle]), joined(passage[middle:]))
        if caption is not None:
            return caption, 1
    if at + 1 < len(passages) and len(passages[at + 1]) <= _CAPTION_LINES:
        caption = doubled_caption(joined(passage), joined(passages[at + 1]))
        if caption is not None:
            return caption, 2
    return None, 0


def _special(
    passages: tuple[Passage, ...], at: int, settings: Settings
) -> tuple[tuple[Block, ...], int]:
    """A printed line, a caption or a list that begins in passage ``at``, and how many it takes."""
    printed = _printed(passages[at], settings)
    if printed is not None:
        return (printed,), 1
    caption, taken = caption_at(passages, at)
    if caption is not None:
        return (caption,), taken
    return list_at(passages, at)


def _printed_apart(passages: tuple[Passage, ...], settings: Settings) -> tuple[Passage, ...]:
    """The passages, with each READ MORE and source line a passage of its own."""
    apart: list[Passage] = []
    for passage in passages:
        start = 0
        for index, line in enumerate(passage):
            if _printed((line,), settings) is not None:
                if start < index:
                    apart.append(passage[start:index])
                apart.append((line,))
                start = index + 1
        if start < len(passage):
            apart.append(passage[start:])
    return tuple(apart)


def _printed(passage: Passage, settings: Settings) -> ReadMore | SourceLine | None:
    if len(passage) > 1:
        return None
    text = passage[0].text
    return read_more_line(text, settings.read_more) or source_line(text, settings.source_labels)


def _is_heading(passages: tuple[Passage, ...], at: int, settings: Settings) -> bool:
    below = passages[at + 1 : at + 2]
    return (
        _is_heading_line(passages[at])
        and bool(below)
        and not _is_heading_line(below[0])
        and _printed(below[0], settings) is None
    )


def _is_heading_line(passage: Passage) -> bool:
    return len(passage) == 1 and looks_like_heading(passage[0].text)
