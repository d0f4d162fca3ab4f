"""Lists in plain text: lines that each begin with a bullet or with the next number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import NOWHERE
from generator.model.document import Block, List, Paragraph, SoftBreak, Text

if TYPE_CHECKING:
    from .passages import Line, Passage

# A dash of dialogue ("– Hello") is no bullet, nor is a hyphen that stands by itself.
_BULLET = re.compile(r"(?P<bullet>[-*•‣▪◦])\s+(?P<text>\S.*)", re.DOTALL)
_NUMBER = re.compile(r"(?P<number>[0-9]{1,3})(?P<bullet>[.)])\s+(?P<text>\S.*)", re.DOTALL)


class _Item(NamedTuple):
    bullet: str
    number: int | None
    text: str


def paragraph(lines: tuple[str, ...]) -> Paragraph:
    """Lines as one paragraph, line ends kept."""
    inlines: list[Text | SoftBreak] = []
    for line in lines:
        if inlines:
            inlines.append(SoftBreak(NOWHERE))
        inlines.append(Text(NOWHERE, line))
    return Paragraph(NOWHERE, tuple(inlines))


def list_at(passages: tuple[Passage, ...], at: int) -> tuple[tuple[Block, ...], int]:
    """The list in passage ``at``, with a lead-in above it, and how many passages it takes.

    A list has two items at least, all with one bullet, or numbered without a gap. It stands in one
    passage, or in one passage for each item. Nothing and 0 where there is no list.
    """
    lines = passages[at]
    first = next((index for index, line in enumerate(lines) if _item(line)), None)
    if first is None:
        return (), 0
    items, texts = _items(lines[first:])
    if len(items) >= 2:  # noqa: PLR2004 - see above
        lead = (paragraph(tuple(line.text for line in lines[:first])),) if first else ()
        return (*lead, _list(items, texts, tight=True)), 1
    if first or not items:
        return (), 0
    return _loose(passages, at, items[0], texts[0])


def _loose(
    passages: tuple[Passage, ...], at: int, head: _Item, text: tuple[str, ...]
) -> tuple[tuple[Block, ...], int]:
    """A list with blank lines between its items."""
    items, texts = [head], [text]
    for index in range(at + 1, len(passages)):
        passage = passages[index]
        item = _item(passage[0])
        if item is None or not _follows(items[-1], item):
            break
        more, lines = _items(passage)
        if len(more) != 1:
            break
        items.append(item)
        texts.extend(lines)
    if len(items) == 1:
        return (), 0
    return (_list(items, texts, tight=False),), len(items)


def _items(lines: Passage) -> tuple[list[_Item], list[tuple[str, ...]]]:
    """The items of a passage; nothing where its bullets do not belong together."""
    items: list[_Item] = []
    texts: list[list[str]] = []
    for line in lines:
        item = _item(line)
        if item is None:
            texts[-1].append(line.text)
        elif items and not _follows(items[-1], item):
            return [], []
        else:
            items.append(item)
            texts.append([item.text])
    return items, [tuple(text) for text in texts]


def _item(line: Line) -> _Item | None:
    match = _BULLET.fullmatch(line.text)
    if match:
        return _Item(match["bullet"], None, match["text"])
    match = _NUMBER.fullmatch(line.text)
    return _Item(match["bullet"], int(match["number"]), match["text"]) if match else None


def _follows(before: _Item, item: _Item) -> bool:
    if before.bullet != item.bullet:
        return False
    if before.number is None or item.number is None:
        return before.number is item.number
    return item.number == before.number + 1


def _list(items: list[_Item], texts: list[tuple[str, ...]], *, tight: bool) -> List:
    return List(
        NOWHERE,
        start=items[0].number,
        tight=tight,
        items=tuple((paragraph(text),) for text in texts),
    )
