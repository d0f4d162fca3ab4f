"""Faults in the blocks of a text: ``:::`` blocks, code, tables, definitions and printed lines."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HEAD = """---
title: The harbour of Exampleton opens again
date: 2024-05-06
summary: Ships call at Exampleton for the first time since the storm.
---

"""


def _site(body: str) -> dict[str, str]:
    return {"content/articles/example.md": f"{_HEAD}{body}\n"}


UNCLOSED_BLOCK = Code(
    "B001",
    "unclosed-block",
    Severity.ERROR,
    "A ::: block is never closed.",
    "Everything below it would belong to the block: the rest of the article would end up as "
    "background, or outside what rights allow to publish.",
    bad=_site("The harbour opens.\n\n::: background\nIt closed after the storm."),
    good=_site("The harbour opens.\n\n::: background\nIt closed after the storm.\n:::"),
)

STRAY_BLOCK_END = Code(
    "B002",
    "stray-block-end",
    Severity.ERROR,
    "A line ::: closes no block.",
    "It would be shown to readers as three colons. Most often the line that opens the block is "
    "missing, or there is one ::: too many.",
    bad=_site("The harbour opens.\n\n:::\n\nIt closed after the storm."),
    good=_site("The harbour opens.\n\nIt closed after the storm."),
)

UNKNOWN_BLOCK = Code(
    "B003",
    "unknown-block",
    Severity.ERROR,
    "A block has a name that does not exist.",
    "The blocks are summary, background, significance, outlook and methodology. Each has its "
    "place on the page; text in any other block has none.",
    bad=_site("The harbour opens.\n\n::: backgruond\nIt closed after the storm.\n:::"),
    good=_site("The harbour opens.\n\n::: background\nIt closed after the storm.\n:::"),
)

NAMELESS_BLOCK = Code(
    "B004",
    "nameless-block",
    Severity.ERROR,
    "A block has no name.",
    "The name says where on the page the text belongs.",
    bad=_site("The harbour opens.\n\n::: {as-of=2024-05}\nIt closed after the storm.\n:::"),
    good=_site("The harbour opens.\n\n::: {.background as-of=2024-05}\nIt closed.\n:::"),
)

MALFORMED_BLOCK = Code(
    "B005",
    "malformed-block",
    Severity.ERROR,
    "A line that opens a block has more on it than a name or attributes.",
    "A block opens with ::: name or ::: {.name key=value}, and its text begins on the next line.",
    bad=_site("The harbour opens.\n\n::: background of it\nIt closed after the storm.\n:::"),
    good=_site("The harbour opens.\n\n::: background\nIt closed after the storm.\n:::"),
)

BLOCK_WITHIN_TEXT = Code(
    "B006",
    "block-within-text",
    Severity.ERROR,
    "A line that opens a block stands within a paragraph or is indented.",
    "As in Pandoc, a ::: line directly below text goes on with that text, and so does one with "
    "spaces in front. Readers would see the colons.",
    bad=_site("The harbour opens.\n::: background\nIt closed after the storm.\n:::"),
    good=_site("The harbour opens.\n\n::: background\nIt closed after the storm.\n:::"),
)

UNKNOWN_BLOCK_ATTRIBUTE = Code(
    "B007",
    "unknown-block-attribute",
    Severity.ERROR,
    "A block has an attribute or a flag that nothing reads.",
    "A block takes the flag .own (the editor's own words) and the attribute as-of (the date that "
    "its text is true of). What is not read does not reach the page.",
    bad=_site("The harbour opens.\n\n::: {.background .onw}\nIt closed after the storm.\n:::"),
    good=_site("The harbour opens.\n\n::: {.background .own}\nIt closed after the storm.\n:::"),
)

TOO_DEEP = Code(
    "B008",
    "too-deep",
    Severity.ERROR,
    "Quotations, lists, blocks, brackets or emphasis stand too deep within one another.",
    "No text needs dozens of levels. A limit keeps a slip, or a hostile file, from stopping the "
    "build.",
    bad=_site("> " * 30 + "The harbour opens."),
    good=_site("> > The harbour opens."),
)

UNCLOSED_CODE = Code(
    "B009",
    "unclosed-code",
    Severity.WARNING,
    "A fenced code block is never closed.",
    "As in Pandoc it is then no code but text, and what looks like markup in it is read as markup.",
    bad=_site("The harbour opens.\n\n```\n40 ships"),
    good=_site("The harbour opens.\n\n```\n40 ships\n```"),
)

EMPTY_READ_MORE = Code(
    "B010",
    "empty-read-more",
    Severity.WARNING,
    "A READ MORE line has no title.",
    "There is nothing to look up and nothing to show.",
    bad=_site("The harbour opens.\n\nREAD MORE:"),
    good=_site("The harbour opens."),
)

UNUSED_DEFINITION = Code(
    "B011",
    "unused-definition",
    Severity.WARNING,
    "A link definition is used by no link.",
    "A line [label]: address is taken out of the text. If it was meant as text, its words are "
    "missing from the page; if not, it can go.",
    bad=_site("The harbour opens.\n\n[port]: https://desk.example/port"),
    good=_site("The [harbour][port] opens.\n\n[port]: https://desk.example/port"),
)

REPEATED_DEFINITION = Code(
    "B012",
    "repeated-definition",
    Severity.WARNING,
    "A link label is defined twice.",
    "The last definition counts, as in Pandoc, also for links above the first.",
    bad=_site(
        "The [port] opens.\n\n[port]: https://desk.example/a\n[port]: https://desk.example/b"
    ),
    good=_site("The [port] opens.\n\n[port]: https://desk.example/a"),
)

HEADING_ATTRIBUTE = Code(
    "B013",
    "heading-attribute",
    Severity.WARNING,
    "A heading has a class or an attribute, which have no effect.",
    "A heading takes an id, to which links can lead. Nothing else of it is read.",
    bad=_site("## The storm {.big}\n\nIt came in November."),
    good=_site("## The storm {#storm}\n\nIt came in November."),
)

EXTRA_CELL = Code(
    "B014",
    "extra-cell",
    Severity.ERROR,
    "A table row has more cells than the line of dashes has columns.",
    "A cell beyond the last column would be left out of the page without a word. A pipe that is "
    "no border is written \\|.",
    bad=_site("| Year | Ships |\n|---|---|\n| 2023 | 38 | 2 lost |"),
    good=_site("| Year | Ships | Note |\n|---|---|---|\n| 2023 | 38 | 2 lost |"),
)

CODES = (
    UNCLOSED_BLOCK,
    STRAY_BLOCK_END,
    UNKNOWN_BLOCK,
    NAMELESS_BLOCK,
    MALFORMED_BLOCK,
    BLOCK_WITHIN_TEXT,
    UNKNOWN_BLOCK_ATTRIBUTE,
    TOO_DEEP,
    UNCLOSED_CODE,
    EMPTY_READ_MORE,
    UNUSED_DEFINITION,
    REPEATED_DEFINITION,
    HEADING_ATTRIBUTE,
    EXTRA_CELL,
)
