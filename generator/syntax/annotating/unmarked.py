"""A tree without certain annotations and blocks, and without places: for comparing two texts."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import fields
from typing import TypeAlias

from generator.diagnostics import Span
from generator.model.article import Document
from generator.model.document import (
    Annotated,
    Block,
    Caption,
    Division,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    Table,
    Text,
)

Tree: TypeAlias = "tuple[Tree, ...] | str | int | None"

_NAMES: dict[type, tuple[str, ...]] = {}


def block_tree(blocks: Iterable[Block], without: Container[int]) -> Tree:
    """The blocks as nested tuples of text; those that begin at ``without`` give way to their own.

    Texts next to each other are one, so that a tree in which brackets came to stand is the same.
    """
    found: list[Tree] = []
    for block in blocks:
        match block:
            case Division() if block.span.start in without:
                inner = block_tree(block.blocks, without)
                found += inner if isinstance(inner, tuple) else ()
            case Division():
                rest = (block.name, block.flags, block.identifier, _plain(block.attributes))
                found.append(("division", *rest, block_tree(block.blocks, without)))
            case Paragraph():
                found.append(("paragraph", inline_tree(block.inlines, without)))
            case Heading():
                head = ("heading", block.level, block.identifier)
                found.append((*head, inline_tree(block.inlines, without)))
            case Caption():
                inner = inline_tree(block.inlines, without)
                found.append(("caption", block.text, block.credit, inner))
            case Quote():
                found.append(("quote", block_tree(block.blocks, without)))
            case List():
                items = tuple(block_tree(item, without) for item in block.items)
                found.append(("list", block.start, block.tight, items))
            case Table():
                rows = tuple(
                    tuple(inline_tree(cell, without) for cell in row)
                    for row in (block.header, *block.rows)
                )
                found.append(("table", block.alignments, rows))
            case _:
                found.append(_plain(block))
    return tuple(found)


class _Everything(Container[int]):
    def __contains__(self, item: object) -> bool:
        return True


def without_markup(document: Document) -> Tree:
    """A text without any of its annotations and ``:::`` blocks: what no annotating may change."""
    return block_tree(document.blocks, _Everything())


def inline_tree(inlines: Iterable[Inline], without: Container[int]) -> Tree:
    """The same for inlines."""
    found: list[Tree] = []
    _inlines(inlines, without, found)
    return tuple(found)


def _inlines(inlines: Iterable[Inline], without: Container[int], found: list[Tree]) -> None:
    for node in inlines:
        match node:
            case Text():
                if found and isinstance(found[-1], str):
                    found[-1] += node.text
                else:
                    found.append(node.text)
            case Annotated() if node.span.start in without:
                _inlines(node.inlines, without, found)
            case Annotated():
                rest = (node.classes, node.identifier, _plain(node.attributes))
                found.append(("annotated", *rest, inline_tree(node.inlines, without)))
            case Emphasis():
                found.append(("emphasis", node.strong, inline_tree(node.inlines, without)))
            case Link():
                inner = inline_tree(node.inlines, without)
                found.append(("link", node.target, node.title, inner))
            case _:
                found.append(_plain(node))


def _plain(value: object) -> Tree:
    """Any other value without its places."""
    if isinstance(value, (str, int)) or value is None:
        return value
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    kind = type(value)
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES[kind] = tuple(item.name for item in fields(kind))  # type: ignore[arg-type]
    return (kind.__name__, *(_plain(getattr(value, name)) for name in names))
