"""Pandoc as an oracle: many documents in one process, and both trees in the same plain shape.

What is compared is structure: blocks, lists with their start and tightness, tables with their
alignment, spans with id, classes and attributes, links, emphasis, code and text. Left out of the
comparison: how white space within attributes and code is run together at line ends, white space at
the edges of brackets (see ``DIFFERENCES``), neighbours of the same emphasis (Pandoc joins them),
and how addresses are percent-encoded.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from generator.model.document import (
    Annotated,
    Block,
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
    Rule,
    SoftBreak,
    Table,
    Text,
)
from generator.syntax.differences import DIFFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

needs_pandoc = pytest.mark.skipif(
    shutil.which("pandoc") is None, reason="pandoc is not installed (Debian package pandoc)"
)
PLAIN = "markdown-smart-auto_identifiers"
"""Pandoc's Markdown without what changes every text: curly quotation marks and ids of headings."""
REDUCED = "markdown" + "".join(
    f"-{difference.extension}" for difference in DIFFERENCES if difference.extension
)
"""Pandoc's Markdown without every extension that the format goes without on purpose."""
NUMBERED = REDUCED.replace("-fancy_lists", "")
"""The same with ``1)`` and ``(1)``, which Pandoc counts among the fancy lists."""

Shape = tuple[Any, ...]
_BETWEEN = "XBETWEENX"
_ALIGNMENTS = {
    "AlignDefault": "",
    "AlignLeft": "left",
    "AlignRight": "right",
    "AlignCenter": "center",
}


def pandoc_shapes(texts: Sequence[str], reader: str) -> list[Shape]:
    """The shape of each text as Pandoc reads it. ``--file-scope`` reads each file by itself."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        Path(folder, "between.md").write_text(_BETWEEN)
        for number, text in enumerate(texts):
            Path(folder, f"{number}.md").write_bytes(text.encode())
            names += [f"{number}.md", "between.md"]
        run = subprocess.run(
            ["pandoc", "--file-scope", "-f", reader, "-t", "json", *names],
            cwd=folder,
            capture_output=True,
            check=True,
        )
    found: list[list[Any]] = [[]]
    for block in json.loads(run.stdout)["blocks"]:
        if block == {"t": "Para", "c": [{"t": "Str", "c": _BETWEEN}]}:
            found.append([])
        else:
            found[-1].append(block)
    assert len(found) == len(texts) + 1
    return [_theirs(blocks) for blocks in found[:-1]]


def shape(blocks: Iterable[Block]) -> Shape:
    """The shape of a document of ours."""
    return tuple(_ours(block) for block in blocks)


def _ours(block: Block) -> Shape:  # noqa: PLR0911 - a line for each kind of block
    match block:
        case Paragraph():
            return ("paragraph", _inlines(block.inlines))
        case Heading():
            return ("heading", block.level, block.identifier, _inlines(block.inlines))
        case CodeBlock():
            return ("code block", block.language, block.text)
        case Rule():
            return ("rule",)
        case Quote():
            return ("quote", shape(block.blocks))
        case List():
            return ("list", block.start, block.tight, tuple(shape(item) for item in block.items))
        case Division():
            classes = (block.name, *block.flags) if block.name else block.flags
            pairs = tuple((pair.key, pair.value) for pair in block.attributes)
            return ("division", block.identifier, classes, pairs, shape(block.blocks))
        case Table():
            rows = tuple(
                tuple(_inlines(cell) for cell in row) for row in (block.header, *block.rows)
            )
            return ("table", block.alignments, rows)
        case _:
            return (type(block).__name__,)


def _inlines(inlines: Iterable[Inline]) -> Shape:
    return _tidy([_inline(inline) for inline in inlines])


def _inline(inline: Inline) -> Shape:  # noqa: PLR0911 - a line for each kind of inline
    match inline:
        case Text():
            return ("text", inline.text)
        case SoftBreak():
            return ("soft",)
        case HardBreak():
            return ("hard",)
        case Code():
            return ("code", _run(inline.text))
        case Emphasis():
            return ("strong" if inline.strong else "emphasis", _inlines(inline.inlines))
        case Link():
            return ("link", _edged(_inlines(inline.inlines)), unquote(inline.target), inline.title)
        case Image():
            return ("image", _run(inline.alt), unquote(inline.target), inline.title)
        case Annotated():
            pairs = tuple((pair.key, _run(pair.value)) for pair in inline.attributes)
            inner = _edged(_inlines(inline.inlines))
            return ("span", inline.identifier, inline.classes, pairs, inner)


def _theirs(blocks: list[Any]) -> Shape:
    return tuple(_their_block(block["t"], block.get("c")) for block in blocks)


def _their_block(kind: str, content: Any) -> Shape:  # noqa: ANN401, PLR0911 - Pandoc's JSON
    match kind:
        case "Para" | "Plain":
            return ("paragraph", _their_inlines(content))
        case "Header":
            return ("heading", content[0], content[1][0], _their_inlines(content[2]))
        case "CodeBlock":
            return ("code block", next(iter(content[0][1]), ""), content[1])
        case "HorizontalRule":
            return ("rule",)
        case "BlockQuote":
            return ("quote", _theirs(content))
        case "BulletList":
            return ("list", None, _tight(content), tuple(_theirs(item) for item in content))
        case "OrderedList":
            items = content[1]
            return ("list", content[0][0], _tight(items), tuple(_theirs(item) for item in items))
        case "Div":
            identifier, classes, pairs = content[0]
            pairs = tuple(map(tuple, pairs))
            return ("division", identifier, tuple(classes), pairs, _theirs(content[1]))
        case "Table":
            rows = [*content[3][1], *(row for body in content[4] for row in body[3])]
            cells = tuple(
                tuple(_their_inlines(cell[4][0]["c"]) if cell[4] else () for cell in row[1])
                for row in rows
            )
            return ("table", tuple(_ALIGNMENTS[column[0]["t"]] for column in content[2]), cells)
        case _:
            return (kind, str(content))


def _tight(items: list[Any]) -> bool:
    return all(block["t"] != "Para" for item in items for block in item)


def _their_inlines(inlines: list[Any]) -> Shape:
    return _tidy([_their_inline(inline["t"], inline.get("c")) for inline in inlines])


def _their_inline(kind: str, content: Any) -> Shape:  # noqa: ANN401, PLR0911 - Pandoc's JSON
    match kind:
        case "Str":
            return ("text", content)
        case "Space":
            return ("text", " ")
        case "SoftBreak":
            return ("soft",)
        case "LineBreak":
            return ("hard",)
        case "Code":
            return ("code", _run(content[1]))
        case "Emph" | "Strong":
            return ("emphasis" if kind == "Emph" else "strong", _their_inlines(content))
        case "Link":
            target, title = content[2]
            return ("link", _edged(_their_inlines(content[1])), unquote(target), title)
        case "Image":
            target, title = content[2]
            alt = _run(_plain(_their_inlines(content[1])))
            return ("image", alt, unquote(target), title)
        case "Span":
            identifier, classes, pairs = content[0]
            pairs = tuple((key, _run(value)) for key, value in pairs)
            return ("span", identifier, tuple(classes), pairs, _edged(_their_inlines(content[1])))
        case _:
            return (kind, str(content))


def _tidy(shapes: list[Shape]) -> Shape:
    """Text next to text as one, and emphasis next to the same emphasis."""
    tidy: list[Shape] = []
    for item in shapes:
        if tidy and item[0] == tidy[-1][0] == "text":
            tidy[-1] = ("text", tidy[-1][1] + item[1])
        elif tidy and item[0] == tidy[-1][0] and item[0] in {"emphasis", "strong"}:
            tidy[-1] = (item[0], _tidy([*tidy[-1][1], *item[1]]))
        else:
            tidy.append(item)
    return tuple(tidy)


def _edged(shapes: Shape) -> Shape:
    """Without white space at the edges."""
    edged = list(shapes)
    while edged and (edged[0] == ("soft",) or edged[0] == ("text", " ")):
        edged.pop(0)
    while edged and (edged[-1] == ("soft",) or edged[-1] == ("text", " ")):
        edged.pop()
    if edged and edged[0][0] == "text":
        edged[0] = ("text", edged[0][1].lstrip(" "))
    if edged and edged[-1][0] == "text":
        edged[-1] = ("text", edged[-1][1].rstrip(" "))
    return tuple(edged)


def _plain(shapes: Shape) -> str:
    parts = []
    for item in shapes:
        if item[0] in {"text", "code"}:
            parts.append(item[1])
        elif item[0] in {"soft", "hard"}:
            parts.append(" ")
        elif item[0] in {"emphasis", "strong", "link"}:
            parts.append(_plain(item[1]))
        elif item[0] == "span":
            parts.append(_plain(item[4]))
    return "".join(parts)


def _run(text: str) -> str:
    return " ".join(text.split())
