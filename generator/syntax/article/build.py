"""From blocks as scanned to the document: inlines read, printed lines and captions recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Span
from generator.diagnostics.codes import blocks as codes
from generator.model.document import (
    Block,
    Caption,
    CodeBlock,
    Division,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    ReadMore,
    Rule,
    SourceLine,
    Table,
)
from generator.syntax.annotation import Passage, run_together
from generator.syntax.block import (
    Line,
    Raw,
    RawCode,
    RawDivision,
    RawHeading,
    RawList,
    RawParagraph,
    RawQuote,
    RawRule,
    RawTable,
)
from generator.syntax.inline import Inlines
from generator.syntax.inline.plain import Plain
from generator.syntax.leaf import Leaf

from .captions import Pair, annotated_caption, paired, without_credit
from .divisions import OWN, check_division
from .paragraphs import (
    Doubled,
    ReadMoreLine,
    Running,
    SourceText,
    content_end,
    leaf_of,
    pieces,
)
from .printed import labels

if TYPE_CHECKING:
    from generator.syntax.context import Context


class Builder:
    """Builds the blocks of one text and gathers, in file order, what pages ask for."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.source.text
        self.inlines = Inlines(context)
        self.passages: list[Passage] = []
        self.divisions: list[Division] = []
        self.read_more: list[ReadMore] = []
        self.source_lines: list[SourceLine] = []
        self.captions: list[Caption] = []
        self._section = ""
        self._own = False
        self._read_more_labels = labels(context.settings.read_more)
        self._source_labels = labels(context.settings.source_labels)

    def blocks(self, raws: list[Raw]) -> tuple[Block, ...]:
        """The blocks of one container."""
        built: list[Block] = []
        index = 0
        while index < len(raws):
            raw = raws[index]
            index += 1
            if isinstance(raw, RawParagraph):
                pair = self._doubled(raw, raws[index]) if index < len(raws) else None
                if pair is not None:
                    two = raws[index]
                    if isinstance(two, RawParagraph):
                        built.append(self._caption(raw.lines, two.lines, pair, quoted=raw.quoted))
                        index += 1
                        continue
                built.extend(self._paragraph(raw))
                continue
            block = self._block(raw)
            last = built[-1] if built else None
            if (
                isinstance(block, List)
                and isinstance(last, List)
                and block.start is None
                and last.start is None
            ):
                # Only a definition can stand between them, and it leaves nothing to see.
                built[-1] = List(
                    Span(last.span.start, block.span.end),
                    None,
                    last.tight and block.tight,
                    last.items + block.items,
                )
            else:
                built.append(block)
        return tuple(built)

    def _block(
        self,
        raw: RawHeading | RawList | RawQuote | RawDivision | RawTable | RawCode | RawRule,
    ) -> Block:
        block: Block
        match raw:
            case RawHeading():
                inlines = self._read(raw.leaf)
                block = Heading(Span(raw.start, raw.end), raw.level, inlines, raw.identifier)
            case RawList():
                items = tuple(self.blocks(item) for item in raw.items)
                block = List(Span(raw.start, raw.end), raw.number, _tight(raw.items), items)
            case RawQuote():
                block = Quote(Span(raw.start, raw.end), self.blocks(raw.blocks))
            case RawDivision():
                block = self._division(raw)
            case RawTable():
                block = self._table(raw)
            case RawCode():
                self._note(raw.text)
                block = CodeBlock(Span(raw.start, raw.end), raw.text, raw.language)
            case RawRule():
                block = Rule(Span(raw.start, raw.end))
        return block

    def _read(self, leaf: Leaf) -> tuple[Inline, ...]:
        """The inlines of a leaf, which is a passage of its own."""
        inlines = self.inlines.read(leaf)
        self._passage(inlines)
        return inlines

    def _passage(self, inlines: tuple[Inline, ...]) -> str:
        gathered = Plain()
        gathered.add(inlines)
        text, places = run_together("".join(gathered.parts), gathered.places)
        self.passages.append(Passage(text, self._section, self._own, places, inlines))
        return text

    def _note(self, text: str) -> None:
        """A passage without annotations."""
        self.passages.append(Passage(text, self._section, self._own))

    def _table(self, raw: RawTable) -> Table:
        header = self._row(raw.header)
        rows = tuple(self._row(row) for row in raw.rows)
        return Table(Span(raw.start, raw.end), raw.alignments, header, rows)

    def _row(self, cells: list[tuple[int, int]]) -> tuple[tuple[Inline, ...], ...]:
        return tuple(self._read(Leaf(self.text, start, end)) for start, end in cells)

    def _division(self, raw: RawDivision) -> Division:
        check_division(self.context, raw)
        name, name_span = raw.classes[0] if raw.classes else ("", Span(raw.start, raw.start))
        flags = tuple(flag for flag, _ in raw.classes[1:])
        outer = self._section, self._own
        self._section, self._own = name, self._own or OWN in flags
        place = len(self.divisions)
        division = Division(
            Span(raw.start, raw.end),
            name,
            name_span,
            flags,
            raw.identifier,
            raw.attributes,
            self.blocks(raw.blocks),
        )
        self.divisions.insert(place, division)
        self._section, self._own = outer
        return division

    def _paragraph(self, raw: RawParagraph) -> list[Block]:
        found = pieces(self.text, raw.lines, self._read_more_labels, self._source_labels)
        built: list[Block] = []
        for piece in found:
            match piece:
                case Running():
                    built.append(self._running(piece.lines, quoted=raw.quoted))
                case ReadMoreLine():
                    built.append(self._read_more(piece))
                case SourceText():
                    built.append(self._source_line(piece, quoted=raw.quoted))
                case Doubled():
                    one, two = [piece.one], [piece.two]
                    built.append(self._caption(one, two, piece.pair, quoted=raw.quoted))
        return built

    def _running(self, lines: list[Line], *, quoted: bool) -> Paragraph | Caption:
        leaf = leaf_of(self.text, lines, quoted=quoted)
        inlines = self._read(leaf)
        span = Span(lines[0].start, content_end(self.text, lines[-1]))
        caption = annotated_caption(inlines)
        if caption is None:
            return Paragraph(span, inlines)
        annotated, credit = caption
        return self._kept_caption(span, (annotated,), credit)

    def _kept_caption(self, span: Span, inlines: tuple[Inline, ...], credit: str) -> Caption:
        gathered = Plain()
        gathered.add(inlines)
        text = run_together("".join(gathered.parts), [])[0]
        explicit = annotated_caption(inlines)
        if explicit is not None:
            given = next(
                (item.value for item in explicit[0].attributes if item.key == "credit"), ""
            )
            credit = given or credit
        caption = Caption(span, inlines, text, credit)
        self.captions.append(caption)
        return caption

    def _caption(self, one: list[Line], two: list[Line], pair: Pair, *, quoted: bool) -> Caption:
        span = Span(one[0].start, content_end(self.text, two[-1]))
        leaf = leaf_of(self.text, one if pair.first else two, quoted=quoted)
        inlines = without_credit(self.inlines.read(leaf), pair.credit)
        self._passage(inlines)
        return self._kept_caption(span, inlines, pair.credit)

    def _doubled(self, one: RawParagraph, two: Raw) -> Pair | None:
        """Whether two paragraphs are one caption."""
        if not isinstance(two, RawParagraph):
            return None
        first, second = one.lines[0].start, two.lines[0].start
        # Most paragraphs differ in their first character: see that before anything is copied.
        if self.text[first] != self.text[second] and "[" not in {
            self.text[first],
            self.text[second],
        }:
            return None
        pair = paired(self._raw(one.lines), self._raw(two.lines))
        if pair is None:
            return None
        for lines in (one.lines, two.lines):
            found = pieces(self.text, lines, self._read_more_labels, self._source_labels)
            if len(found) != 1 or not isinstance(found[0], Running):
                return None
        return pair

    def _raw(self, lines: list[Line]) -> str:
        if len(lines) == 1:
            return self.text[lines[0].start : lines[0].end]
        return " ".join(self.text[line.start : line.end] for line in lines)

    def _read_more(self, piece: ReadMoreLine) -> ReadMore:
        printed = piece.printed
        start, end = printed.start, max(printed.start, printed.end)
        span = Span(piece.lines[0].start, content_end(self.text, piece.lines[-1]))
        inlines = self.inlines.read_plain(Leaf(self.text, start, end))
        title_span, target = Span(start, end), ""
        link = _only_link(inlines)
        if link is not None:
            target = link.target
            if link.inlines:
                title_span = Span(link.inlines[0].span.start, link.inlines[-1].span.end)
        gathered = Plain()
        gathered.add(inlines)
        title = run_together("".join(gathered.parts), [])[0]
        if not title:
            self.context.fault(
                codes.EMPTY_READ_MORE,
                span,
                f'The line "{self.text[span.start : span.end]}" has no title.',
                f"Write {printed.label}: and the title, or take the line out.",
            )
        self._note(title)
        found = ReadMore(span, printed.label, title, title_span, target)
        self.read_more.append(found)
        return found

    def _source_line(self, piece: SourceText, *, quoted: bool) -> SourceLine:
        printed = piece.printed
        leaf = leaf_of(self.text, piece.lines, quoted=quoted, start=printed.start)
        if len(piece.lines) == 1:
            leaf.end = printed.end
        gathered = Plain()
        gathered.add(self.inlines.read_plain(leaf))
        text = run_together("".join(gathered.parts), [])[0]
        self._note(text)
        span = Span(piece.lines[0].start, content_end(self.text, piece.lines[-1]))
        found = SourceLine(span, printed.label, text, Span(printed.start, printed.end))
        self.source_lines.append(found)
        return found


def _tight(items: list[list[Raw]]) -> bool:
    """Whether no paragraph of an item is set apart, the list's last one aside (``compactify``)."""
    paragraphs = [raw for item in items for raw in item if isinstance(raw, RawParagraph)]
    last = items[-1][-1] if items and items[-1] else None
    return not any(raw.closed and raw is not last for raw in paragraphs)


def _only_link(inlines: tuple[Inline, ...]) -> Link | None:
    while len(inlines) == 1 and isinstance(inlines[0], Emphasis):
        inlines = inlines[0].inlines
    if len(inlines) == 1 and isinstance(inlines[0], Link):
        return inlines[0]
    return None
