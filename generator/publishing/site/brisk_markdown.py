"""The same HTML from Python-Markdown in less time: work is left out that cannot change a page.

Each short cut asks a cheap question whose answer "no" tells what the long way would find: a text
without a backtick has no code in it. They rest on the source of Python-Markdown as it is; where
that reads differently from what was known here, the long way is taken.
"""

from __future__ import annotations

import hashlib
import inspect
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from markdown import inlinepatterns
from markdown.blockparser import BlockParser
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from mkdocs.structure import pages

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import markdown

_NEEDED: Final = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.AUTOLINK_RE: "://",
    inlinepatterns.AUTOMAIL_RE: "@",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    inlinepatterns.LINE_BREAK_RE: "  \n",
}
"""What stands in every text that a pattern matches."""

_NAMED: Final = re.compile(r"[\s/\"'](?:id|name)(?:[\s=>/]|$)|<!", re.IGNORECASE)
"""Some attribute called so is in every text in which MkDocs finds an anchor in raw HTML; of what
begins with ``<!`` there is some that it refuses.
"""

_KNOWN: Final = {
    "handle": "9057f7a0b3204a61",
    "apply": "189f2254db104590",
    "blocks": "5e304229c7b3b0dc",
    "table": "824e55de6e235cc3",
    "raw": "475e8f7c234cbe7c",
    "level": "aebd3b2c4a59ef34",
}


@cache
def known_source() -> bool:
    """Whether Python-Markdown's source is what these short cuts were written for."""
    return {name: _digest(program) for name, program in _programs().items()} == _KNOWN


def _programs() -> dict[str, Any]:
    from markdown import Markdown  # noqa: PLC0415  only for its source

    return {
        "handle": InlineProcessor._InlineProcessor__handleInline,  # type: ignore[attr-defined]  # noqa: SLF001
        "apply": InlineProcessor._InlineProcessor__applyPattern,  # type: ignore[attr-defined]  # noqa: SLF001
        "blocks": BlockParser.parseBlocks,
        "table": TableProcessor.test,
        "raw": pages._HTMLHandler.handle_starttag,  # noqa: SLF001
        "level": Markdown.is_block_level,
    }


def _digest(program: Any) -> str:  # noqa: ANN401  a function
    source = re.sub(r"\s+", " ", inspect.getsource(program))
    return hashlib.blake2b(source.encode(), digest_size=8).hexdigest()


def quicken(program: markdown.Markdown) -> None:
    """Take the short cuts in a Markdown program whose extensions are all registered."""
    if not known_source():
        return
    levels: dict[object, bool] = {}
    long_way = program.is_block_level

    def is_block_level(tag: Any) -> bool:  # noqa: ANN401  as in Markdown
        try:
            return levels[tag]
        except KeyError:
            found = levels[tag] = long_way(tag)
            return found
        except TypeError:
            return long_way(tag)

    program.is_block_level = is_block_level  # type: ignore[method-assign]  # the same answers
    for step in program.treeprocessors:
        if type(step) is InlineProcessor:
            step.__class__ = _BriskInline
    if type(program.parser) is BlockParser:
        program.parser.__class__ = _BriskBlocks
    for test in program.parser.blockprocessors:
        if type(test) is TableProcessor:
            test.__class__ = _BriskTables


class BriskRawHTML(pages._RawHTMLPreprocessor):  # noqa: SLF001  MkDocs 1.6 is frozen
    """Finds anchors in raw HTML, where there can be any."""

    def run(self, lines: list[str]) -> list[str]:
        """As MkDocs' own."""
        if known_source() and _NAMED.search("\n".join(lines)) is None:
            self.present_anchor_ids = set()
            return lines
        return super().run(lines)


class _BriskInline(InlineProcessor):
    _steps: list[tuple[Any, str]]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        self._steps = [
            (pattern, _NEEDED.get(getattr(pattern, "pattern", ""), ""))
            for pattern in self.inlinePatterns
        ]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        start = 0
        steps = self._steps
        count = len(steps)
        while patternIndex < count:
            pattern, needed = steps[patternIndex]
            if needed not in data:
                patternIndex += 1  # noqa: N806
                start = 0
                continue
            data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                pattern, data, patternIndex, start
            )
            if not matched:
                patternIndex += 1  # noqa: N806
        return data


class _BriskBlocks(BlockParser):
    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        processors = list(self.blockprocessors)
        while blocks:
            for processor in processors:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break


class _BriskTables(TableProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return "|" in block and super().test(parent, block)
