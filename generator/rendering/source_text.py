"""The plain text of a document, one block behind the other, and where its annotations stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.model.document import (
    Annotated,
    Code,
    CodeBlock,
    HardBreak,
    Image,
    ReadMore,
    SoftBreak,
    SourceLine,
    Text,
)
from generator.model.walking import leaf_runs, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.annotation import Quotation
    from generator.model.document import Block, Inline

_SPACE: Final = re.compile(r"\s+")
_LONGEST: Final = 4096
"""Characters of context, at most."""


class SourceText:
    """A text with white space run together."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._places: dict[int, tuple[int, int]] = {}
        for run in _runs(blocks):
            self._add(run)
            self._append("\n")
        self.text = "".join(self._parts)
        self._whole = _SPACE.sub(" ", self.text)

    def context(self, number: int, quotation: Quotation) -> tuple[str, str]:
        """What stands around an annotation, as much as tells it from other places.

        That is the quotation's own context where it is enough.
        """
        place = self._places.get(number)
        prefix, suffix = quotation.prefix, quotation.suffix
        if place is None:
            return prefix, suffix
        start, end = place
        exact = _folded(self.text[start:end])
        around = len(prefix) + len(suffix)
        while _several(self._whole, prefix, exact, suffix) and around < _LONGEST:
            around = max(64, 2 * around)
            prefix = _SPACE.sub(" ", self.text[max(0, start - around) : start]).lstrip()
            suffix = _SPACE.sub(" ", self.text[end : end + around]).rstrip()
        return prefix, suffix

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _add(self, inlines: Iterable[Inline]) -> None:
        for node in inlines:
            match node:
                case Text() | Code():
                    self._append(node.text)
                case SoftBreak() | HardBreak():
                    self._append(" ")
                case Image():
                    pass
                case _:
                    start = self._length
                    self._add(node.inlines)
                    if isinstance(node, Annotated) and node.number is not None:
                        first, _ = self._places.get(node.number, (start, 0))
                        self._places[node.number] = (first, self._length)


def _several(whole: str, prefix: str, exact: str, suffix: str) -> bool:
    before = f"{re.escape(_folded(prefix))} ?" if prefix.strip() else ""
    behind = f" ?{re.escape(_folded(suffix))}" if suffix.strip() else ""
    pattern = re.compile(f"{before}{re.escape(exact)}{behind}")
    first = pattern.search(whole)
    return first is not None and pattern.search(whole, first.start() + 1) is not None


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")


def _runs(blocks: Sequence[Block]) -> Iterator[Iterable[Inline]]:
    """All that holds text, what the format prints as it is among it."""
    for block in leaves(blocks):
        match block:
            case CodeBlock() | SourceLine():
                yield (Text(block.span, block.text),)
            case ReadMore():
                yield (Text(block.span, block.title),)
            case _:
                yield from leaf_runs(block)
