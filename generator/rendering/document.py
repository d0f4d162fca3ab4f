"""A text's tree → Markdown in Python-Markdown's dialect.

Every text is escaped: what was read as text is text again, raw HTML among it. Where the dialect's
own marks are ambiguous (emphasis within a word, code that holds back quotes) HTML elements are
written, with their text escaped in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.model.annotation import Annotation, Kind
from generator.model.document import (
    Annotated,
    Block,
    Caption,
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
    ReadMore,
    Rule,
    SoftBreak,
    SourceLine,
    Table,
    Text,
)
from generator.model.walking import leaves, nodes

from .addresses import element_id
from .code_blocks import code_block
from .elements import with_elements
from .escaping import attr, guarded, html, inline, md
from .views import Markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_INDENT: Final = "    "
_SEPARATOR: Final = "<!-- -->"
_DEEPEST: Final = 12
_DEEPEST_INLINE: Final = 40
_LOWEST_HEADING: Final = 6
_NAME: Final = re.compile(r"[a-z][a-z-]*")
_IDENTIFIER: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_MARKED: Final = frozenset(
    {Kind.ACTOR, Kind.FIGURE, Kind.EVENT, Kind.PLACE, Kind.QUOTE, Kind.CLAIM}
)
_ALIGNMENTS: Final = {"left": ":---", "right": "---:", "center": ":---:"}
_STATUSES: Final = frozenset({"disputed", "confirmed", "refuted"})


def _nothing(_: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text needs to know of the page it is written on. Every address is finished.

    ``mark`` gives where an annotation leads, ``anchor`` its id on the page, ``link`` the address of
    a target as written, ``image`` a picture of the site as Markdown, ``read_more`` where a READ
    MORE line leads; ``""`` means nowhere, or none. The highest heading becomes one of ``level``;
    ``prefix`` opens the ids of headings. ``html`` names the elements that texts may hold.
    """

    mark: Callable[[Annotation], str] = _nothing
    anchor: Callable[[Annotation], str] = _nothing
    link: Callable[[str], str] = _nothing
    image: Callable[[Image], str] = _nothing
    read_more: Callable[[ReadMore], str] = _nothing
    level: int = 2
    prefix: str = "section"
    html: frozenset[str] = frozenset()


def write_blocks(
    blocks: Sequence[Block], annotations: Sequence[Annotation], surroundings: Surroundings
) -> Markdown:
    """The blocks as Markdown, without a line end behind the last one."""
    return write_passages((blocks,), annotations, surroundings)[0]


def write_passages(
    passages: Sequence[Sequence[Block]],
    annotations: Sequence[Annotation],
    surroundings: Surroundings,
) -> tuple[Markdown, ...]:
    """One text in several pieces: ids and the levels of headings are those of the whole."""
    blocks = [block for passage in passages for block in passage]
    headings = [block for block in leaves(blocks) if isinstance(block, Heading)]
    levels = [block.level for block in headings]
    shift = surroundings.level - min(levels) if levels else 0
    named = frozenset(block.identifier for block in headings if block.inlines)
    writer = _Writer(annotations, surroundings, shift, named)
    return tuple(Markdown(writer.joined(passage, 0)) for passage in passages)


def plain_text(inlines: Iterable[Inline]) -> str:
    """The text of inlines without markup, on one line."""
    parts: list[str] = []
    stack: list[Inline] = list(inlines)[::-1]
    while stack:
        item = stack.pop()
        match item:
            case Text() | Code():
                parts.append(item.text)
            case SoftBreak() | HardBreak():
                parts.append(" ")
            case Image():
                parts.append(item.alt)
            case _:
                stack.extend(reversed(item.inlines))
    return "".join(parts)


def first_paragraph(blocks: Sequence[Block]) -> str:
    """The text of the first paragraph that stands in no other block; ``""`` where there is none."""
    for block in blocks:
        if isinstance(block, Paragraph):
            return " ".join(plain_text(block.inlines).split())
    return ""


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of one text."""

    annotations: Sequence[Annotation]
    around: Surroundings
    shift: int
    named: frozenset[str] = frozenset()
    sections: int = 0
    frames: int = 0
    identifiers: set[str] = field(default_factory=set)
    anchored: set[int] = field(default_factory=set)

    def joined(self, blocks: Sequence[Block], depth: int) -> str:
        """The blocks with empty lines between, and a mark where two would run into one."""
        chunks: list[str] = []
        before: Block | None = None
        for block in blocks:
            chunk = self.block(block, depth)
            if not chunk:
                continue
            if (isinstance(block, List) and isinstance(before, List)) or (
                isinstance(block, Quote) and isinstance(before, Quote)
            ):
                chunks.append(_SEPARATOR)
            chunks.append(chunk)
            before = block
        return "\n\n".join(chunks)

    def block(self, block: Block, depth: int) -> str:  # noqa: C901, PLR0911 - a case for each block
        """One block; ``depth`` counts the lists and quotations around it."""
        match block:
            case Paragraph():
                return self.line(block.inlines)
            case Heading():
                return self.heading(block)
            case CodeBlock():
                return code_block(block.text, nested=depth > 0)
            case Quote():
                if depth >= _DEEPEST:
                    return self.joined(tuple(leaves(block.blocks)), depth)
                return _prefixed(self.joined(block.blocks, depth + 1), "> ")
            case List():
                return self.list(block, depth)
            case Table():
                return self.table(block)
            case Rule():
                return "* * *"
            case Division():
                return self.division(block, depth)
            case ReadMore():
                return self.read_more(block)
            case SourceLine():
                return _classed(md(f"{block.label}: {block.text}"), "bf-source-line")
            case Caption():
                text = self.line(block.inlines) or md(block.text)
                credit = f' <span class="bf-credit">{html(block.credit)}</span>'
                return _classed(text + (credit if block.credit else ""), "bf-caption")

    def line(self, inlines: Sequence[Inline]) -> str:
        """Inlines as a line that starts a block."""
        return guarded(self.inlines(inlines).strip(" "))

    def heading(self, heading: Heading) -> str:
        """A heading with an id that no other element of the page has."""
        level = max(2, min(heading.level + self.shift, _LOWEST_HEADING))
        self.sections += 1
        own = heading.identifier
        name = own if _IDENTIFIER.fullmatch(own) else str(self.sections)
        if name in self.identifiers:
            name = f"{name}-{self.sections}"
        self.identifiers.add(name)
        text = self.line(heading.inlines)
        anchor = f"{self.around.prefix}-{name}"
        # A heading is the link to itself, unless there is one in it.
        if text and "](" not in text:
            text = f"[{text}](#{anchor}){{ .bf-anchor }}"
        return f"{'#' * level} {text} {{ #{anchor} }}" if text else ""

    def target(self, target: str) -> str:
        """The address of a link: a heading of this text, or whatever the page knows."""
        own = target.removeprefix("#")
        if target != own and own in self.named and _IDENTIFIER.fullmatch(own):
            return f"#{self.around.prefix}-{own}"
        return self.around.link(target)

    def list(self, block: List, depth: int) -> str:
        """A list; too deep to nest, its items stand as they are."""
        if depth >= _DEEPEST:
            return self.joined(tuple(leaves((block,))), depth)
        tight = _is_tight(block, depth)
        if block.start not in {None, 1} and not depth and self.frames < _DEEPEST:
            return self.numbered(block)
        items = []
        for number, blocks in enumerate(block.items, block.start or 0):
            marker = "-   " if block.start is None else f"{number}. ".ljust(len(_INDENT))
            first, rest = (blocks[:1], blocks[1:]) if _starts_with_text(blocks) else ((), blocks)
            lines = [self.joined(first, depth + 1) or _SEPARATOR]
            body = self.joined(rest, depth + 1)
            if body:
                lines.append(_prefixed(body, _INDENT))
            items.append(marker + ("\n" if tight else "\n\n").join(lines))
        return ("\n" if tight else "\n\n").join(items)

    def numbered(self, block: List) -> str:
        """A list that starts at another number than 1, which Python-Markdown does not keep.

        Within an ``li`` it would take what is indented for the items of a list above.
        """
        self.frames += 1
        opened, closed = '<li markdown="block">\n<div markdown="block">', "</div>\n</li>"
        items = "\n\n".join(
            f"{opened}\n\n{self.joined(item, 0)}\n\n{closed}" for item in block.items
        )
        self.frames -= 1
        return f'<ol start="{block.start}" markdown="block">\n\n{items}\n\n</ol>'

    def table(self, table: Table) -> str:
        """A pipe table."""
        rule = (_ALIGNMENTS.get(alignment, "---") for alignment in table.alignments)
        rows = (self.row(table.header), _row(rule), *(self.row(row) for row in table.rows))
        return "\n".join(rows)

    def row(self, cells: Sequence[Sequence[Inline]]) -> str:
        """One row of a table."""
        return _row(self.inlines(cell).strip(" ") for cell in cells)

    def division(self, division: Division, depth: int) -> str:
        """A named block. Within a list or quotation it has no frame of its own."""
        if self.frames >= _DEEPEST:
            return self.joined(tuple(leaves(division.blocks)), depth)
        self.frames += 1
        body = self.joined(division.blocks, depth)
        self.frames -= 1
        if depth or not body:
            return body
        name = f" bf-{division.name}" if _NAME.fullmatch(division.name) else ""
        return f'<div class="bf-block{name}" markdown="block">\n\n{body}\n\n</div>'

    def read_more(self, line: ReadMore) -> str:
        """A READ MORE line, with its link where it leads somewhere."""
        href = self.around.read_more(line)
        title = f"[{inline(line.title)}]({href})" if href else inline(line.title)
        return _classed(guarded(f"{inline(line.label)}: {title}"), "bf-read-more")

    def inlines(  # noqa: C901 - a case for each inline
        self, inlines: Sequence[Inline], depth: int = 0, *, linked: bool = False
    ) -> str:
        """Inlines as a piece of a line. ``linked`` says that they stand in a link already."""
        if depth > _DEEPEST_INLINE:
            return inline(plain_text(inlines))
        parts = []
        raw = with_elements(inlines, self.around.html) if self.around.html else {}
        for place, item in enumerate(inlines):
            match item:
                case Text():
                    parts.append(raw.get(place) or inline(item.text))
                case SoftBreak():
                    parts.append(" ")
                case HardBreak():
                    parts.append("<br>")
                case Code():
                    parts.append(f"<code>{html(item.text)}</code>" if item.text.strip() else " ")
                case Emphasis():
                    tag = "strong" if item.strong else "em"
                    text = self.inlines(item.inlines, depth + 1, linked=linked)
                    parts.append(f"<{tag}>{text}</{tag}>")
                case Link():
                    parts.append(self.link(item, depth, linked=linked))
                case Image():
                    parts.append(self.image(item, linked=linked))
                case Annotated():
                    parts.append(self.annotated(item, depth, linked=linked))
        return "".join(parts)

    def link(self, link: Link, depth: int, *, linked: bool) -> str:
        """A link, or its text where it may not lead anywhere."""
        href = "" if linked else self.target(link.target)
        text = self.inlines(link.inlines, depth + 1, linked=linked or bool(href))
        if href and text.strip():
            text = f"[{text}]({href})"
        return f'<span title="{attr(link.title)}">{text}</span>' if link.title else text

    def image(self, image: Image, *, linked: bool) -> str:
        """An image of the site; one from elsewhere is a link: no request leaves the site."""
        found = self.around.image(image)
        if found:
            return found
        href = "" if linked else self.around.link(image.target)
        return f"[{inline(image.alt)}]({href})" if href and image.alt.strip() else inline(image.alt)

    def annotated(self, item: Annotated, depth: int, *, linked: bool) -> str:
        """An annotated text in its mark, linked to the entry that it names."""
        annotation = self.annotations[item.number] if item.number is not None else None
        if annotation is None or annotation.kind not in _MARKED:
            return self.inlines(item.inlines, depth + 1, linked=linked)
        linkable = not linked and not _holds_link(item.inlines)
        href = self.around.mark(annotation) if linkable else ""
        text = self.inlines(item.inlines, depth + 1, linked=linked or bool(href))
        if href and text.strip():
            text = f"[{text}]({href})"
        classes = f"bf-mark bf-{annotation.kind}"
        status = annotation.get("status")
        if status in _STATUSES:
            classes += f" bf-{status}"
        # One that crosses another is in pieces: the first is where links lead.
        anchor = "" if annotation.number in self.anchored else self.around.anchor(annotation)
        self.anchored.add(annotation.number)
        identifier = f' id="{attr(element_id(anchor))}"' if anchor else ""
        return f'<span class="{classes}"{identifier}>{text}</span>'


def _starts_with_text(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Paragraph)


def _is_tight(block: List, depth: int) -> bool:
    """Whether no empty line may stand in a list: what comes behind one would continue it."""
    return (
        block.tight
        and depth < _DEEPEST
        and all(_starts_with_text(item) and _is_short(item[1:], depth) for item in block.items)
    )


def _is_short(rest: Sequence[Block], depth: int) -> bool:
    """Whether nothing stands behind an item's first paragraph, or one list as tight."""
    return not rest or (
        len(rest) == 1 and isinstance(rest[0], List) and _is_tight(rest[0], depth + 1)
    )


def _holds_link(inlines: Sequence[Inline]) -> bool:
    return any(isinstance(node, Link | Image) for node in nodes(inlines))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _classed(line: str, name: str) -> str:
    """A paragraph with a class."""
    return f"{line}\n{{ .{name} }}"


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join(prefix + line if line else prefix.rstrip() for line in text.split("\n"))
