"""Generated documents whose annotations are known by construction: every place, every attribute.

A document is put together from stretches of text and marks of no width; where a mark ends up is
where the thing it marks must be found. Nothing here knows how the parser works.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

WORDS = tuple(
    re.findall(
        r"\S+",
        """
        harbour ships storm town people opened closed before after minister Exampleton 40 1.5
        café naïve x_y 2*3 A&B «port» don't — (left) U.S. a/b état 🚢 港口 船
        ميناء السفن גמל שמש
        """,
    )
)
KINDS = ("actor", "figure", "event", "place", "quote", "claim", "plain")
ATTRIBUTES = {
    "actor": ("ref", "role"),
    "figure": ("label", "unit", "by"),
    "event": ("label", "ref"),
    "place": ("ref",),
    "quote": ("by",),
    "claim": ("by",),
    "plain": (),
}
VALUES = ("example-desk", "a b", "the host", "2024-05", "ميناء", 'say "x"', "a{b}c", "1,2;3")
OPAQUE = ("`[x]{.actor}`", "`` a`b [y]{.place ``", "\\[x\\]{.plane}", "\\*", "&amp;", "\\`")
LINE_ENDS = ("\n", "\n", "\r\n")


@dataclass
class Mark:
    """A place in the document, known once it is written."""

    at: int = -1


Piece = str | Mark
Line = list[Piece]


@dataclass
class Pair:
    key: str
    value: str
    marks: tuple[Mark, Mark, Mark, Mark]


@dataclass
class Expected:
    """An annotation that must be found."""

    kind: str
    start: Mark = field(default_factory=Mark)
    text_start: Mark = field(default_factory=Mark)
    text_end: Mark = field(default_factory=Mark)
    end: Mark = field(default_factory=Mark)
    pairs: list[Pair] = field(default_factory=list)


@dataclass
class Generated:
    """A document's text and what must be found in it."""

    text: str
    expected: list[Expected]


class Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - documents, not secrets
        self.expected: list[Expected] = []
        self.below_list = False
        self.end = self.random.choice(LINE_ENDS)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    # Inlines: a stretch is a list of lines, each a list of pieces.

    def words(self, count: int, *, breaks: bool) -> list[Line]:
        lines: list[Line] = [[]]
        for number in range(count):
            if number:
                if breaks and self.chance(0.15):
                    lines[-1].append(self.random.choice(("", "", "  ", "\\", " ")))
                    lines.append([])
                else:
                    lines[-1].append(" ")
            lines[-1].append(self.random.choice(WORDS))
        return lines

    def join(self, lines: list[Line], more: list[Line]) -> None:
        lines[-1].extend(more[0])
        lines.extend(more[1:])

    def passage(self, depth: int = 0, *, breaks: bool = True, cell: bool = False) -> list[Line]:
        lines = self.words(self.random.randint(1, 4), breaks=breaks)
        for _ in range(self.random.randint(0, 3 if depth < 2 else 1)):
            lines[-1].append(" ")
            choice = self.random.random()
            if choice < 0.5 and depth < 4:
                self.join(lines, self.annotation(depth, breaks=breaks, cell=cell))
            elif choice < 0.6:
                lines[-1].append(self.random.choice(OPAQUE))
            elif choice < 0.7 and depth < 3:
                sign = self.random.choice(("*", "**"))
                lines[-1].append(sign)
                self.join(lines, self.words(1, breaks=False))
                self.join(lines, [[" "]])
                self.join(lines, self.annotation(depth + 1, breaks=breaks, cell=cell))
                lines[-1].append(sign)
            elif choice < 0.8 and depth == 0:
                lines[-1].append("[")
                self.join(lines, self.words(1, breaks=breaks))
                self.join(lines, [[" "]])
                self.join(lines, self.annotation(3, breaks=breaks, cell=cell))
                lines[-1].append("](https://desk.example/a_b)")
            elif choice < 0.85:
                lines[-1].append("[sic]")
            self.join(lines, [[" "]])
            self.join(lines, self.words(self.random.randint(1, 3), breaks=breaks))
        return lines

    def annotation(self, depth: int, *, breaks: bool, cell: bool) -> list[Line]:
        found = Expected(self.random.choice(KINDS))
        self.expected.append(found)
        lines: list[Line] = [[found.start, "[", found.text_start]]
        if self.chance(0.3) and depth < 3:
            self.join(lines, self.passage(depth + 1, breaks=breaks, cell=cell))
        else:
            self.join(lines, self.words(self.random.randint(1, 3), breaks=breaks))
        lines[-1] += [found.text_end, "]{"]
        self.space(lines, breaks=breaks, optional=True)
        lines[-1].append(f".{found.kind}")
        for key in ATTRIBUTES[found.kind]:
            if self.chance(0.5):
                self.space(lines, breaks=breaks)
                self.pair(lines, found, key, breaks=breaks, cell=cell)
        self.space(lines, breaks=breaks, optional=True)
        lines[-1] += ["}", found.end]
        return lines

    def pair(
        self, lines: list[Line], found: Expected, key: str, *, breaks: bool, cell: bool
    ) -> None:
        value = self.random.choice(VALUES)
        quote = self.random.choice("\"'")
        marks = (Mark(), Mark(), Mark(), Mark())
        raw = value.replace(quote, f"\\{quote}")
        lines[-1] += [marks[0], key, marks[1], "="]
        if not set(value) & set(" \"'{}") and self.chance(0.5):
            lines[-1] += [marks[2], value, marks[3]]
        elif " " in raw and breaks and not cell and self.chance(0.3):
            head, _, tail = raw.partition(" ")
            lines[-1] += [quote, marks[2], head]
            lines.append([tail, marks[3], quote])
        else:
            lines[-1] += [quote, marks[2], raw, marks[3], quote]
        found.pairs.append(Pair(key, value, marks))

    def space(self, lines: list[Line], *, breaks: bool, optional: bool = False) -> None:
        if optional and self.chance(0.8):
            return
        if breaks and self.chance(0.15):
            lines.append([])
        else:
            lines[-1].append(self.random.choice((" ", " ", "  ", "\t")))

    # Blocks: a list of lines.

    def block(self, depth: int) -> list[Line]:
        kinds = [
            self.paragraph,
            self.paragraph,
            self.paragraph,
            self.heading,
            self.table,
            self.code,
        ]
        if depth < 3:
            nested = [self.quote, self.bullets, self.numbers, self.division]
            if self.chance(0.45):
                return self.random.choice(nested)(depth)
        return self.random.choice(kinds)()

    def paragraph(self) -> list[Line]:
        lines = self.passage()
        lines[0].insert(0, self.random.choice(("The ", "In ", "Und ", "في ")))
        return lines

    def heading(self) -> list[Line]:
        line = self.passage(breaks=False)[0]
        if self.chance(0.3):
            return [["The ", *line], [self.random.choice(("===", "-----"))]]
        return [["#" * self.random.randint(1, 6) + " ", *line]]

    def table(self) -> list[Line]:
        columns = self.random.randint(2, 3)
        rows: list[Line] = []
        for _ in range(self.random.randint(2, 3)):
            row: Line = ["| "]
            for number in range(columns):
                row += [" | "] if number else []
                row += self.passage(2, breaks=False, cell=True)[0]
            rows.append([*row, " |"])
        dashes = "|".join(self.random.choice((":--", "--:", ":-:", "---")) for _ in range(columns))
        return [rows[0], [f"|{dashes}|"], *rows[1:]]

    def code(self) -> list[Line]:
        lines: list[Line] = [["[x]{.actor}"], ["::: background"], ["> [y]{.place"]]
        if self.below_list or self.chance(0.5):
            fence = self.random.choice(("```", "~~~~"))
            return [[fence], *lines, [], ["# c"], [fence]]
        return [["    ", *line] for line in lines]

    def blocks(self, depth: int, count: int) -> list[Line]:
        lines: list[Line] = []
        for number in range(count):
            if number:
                lines += [[] for _ in range(self.random.randint(1, 2))]
            block = self.block(depth)
            # Below a list, indented code would be a part of its last item.
            self.below_list = isinstance(block[0][0], str) and block[0][0][0] in "-*+3"
            lines += block
        self.below_list = False
        return lines

    def quote(self, depth: int) -> list[Line]:
        inner = self.blocks(depth + 1, self.random.randint(1, 2))
        return [["> ", *line] if line else [">"] for line in inner]

    def bullets(self, depth: int) -> list[Line]:
        marker, indent = self.random.choice((("- ", "  "), ("*   ", "    "), ("+ ", "  ")))
        return self.items(depth, [marker] * self.random.randint(1, 3), indent)

    def numbers(self, depth: int) -> list[Line]:
        stop = self.random.choice(".)")
        return self.items(depth, [f"{n}{stop} " for n in range(3, 3 + self.random.randint(1, 3))])

    def items(self, depth: int, markers: list[str], indent: str = "   ") -> list[Line]:
        lines: list[Line] = []
        tight = self.chance(0.5)
        for marker in markers:
            if lines and not tight:
                lines.append([])
            # An item that begins with a fence or with code is read by Pandoc in a way of its own.
            inner = self.paragraph()
            if not tight and self.chance(0.6):
                inner += [[], *self.blocks(depth + 1, 1)]
            lines.append([marker, *inner[0]])
            lines += [[indent, *line] if line else [] for line in inner[1:]]
        return lines

    def division(self, depth: int) -> list[Line]:
        opener = self.random.choice(
            ("::: background", "::: {.significance .own}", ":::: {.outlook as-of=2024-05} ::::")
        )
        return [[opener], *self.blocks(depth + 1, self.random.randint(1, 2)), [":::"]]

    def document(self) -> Generated:
        lines = self.blocks(0, self.random.randint(2, 6))
        text = "\ufeff" if self.chance(0.1) else ""
        for line in lines:
            for piece in line:
                if isinstance(piece, Mark):
                    piece.at = len(text)
                else:
                    text += piece
            text += self.end
        return Generated(text, sorted(self.expected, key=lambda found: found.start.at))


def documents(count: int) -> list[Generated]:
    return [Writer(seed).document() for seed in range(count)]
