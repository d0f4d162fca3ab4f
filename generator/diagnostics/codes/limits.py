"""More of something than is read: what could take a machine's time or memory without end."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_PATH = "content/articles/harbour.md"
_TEXT = "\nThe harbour of Exampleton opens again.\n"


def _article(body: str = _TEXT, more: str = "") -> dict[str, str]:
    head = f"title: The harbour opens\ndate: 2024-05-06\n{more}"
    return {_PATH: f"---\n{head}---\n{body}"}


TOO_MANY_ANNOTATIONS = Code(
    "Q001",
    "too-many-annotations",
    Severity.ERROR,
    "A text has more than 2,000 annotations.",
    "An article of 1,200 words has some 25. Thousands come from a tool that marked every word, and "
    "each would be a line on the page.",
    bad=_article("\n" + "[Harbour]{.plain} " * 2_001 + "\n"),
    good=_article("\n[Harbour]{.plain} news.\n"),
)

TOO_MANY_EMPTY_CELLS = Code(
    "Q002",
    "too-many-empty-cells",
    Severity.ERROR,
    "The rows of a text's tables lack more than 50,000 cells.",
    "Every row is filled up to the width of its table. A header of a thousand columns above rows "
    "of one cell would make a thousand cells of each.",
    bad=_article("\n" + "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|a|\n" * 200),
    good=_article("\n|a|b|\n|-|-|\n|a|b|\n"),
)

VALUE_TOO_LONG = Code(
    "Q003",
    "value-too-long",
    Severity.ERROR,
    "A value of front matter has more than 4,000 characters.",
    "A title, a name or a summary stands on cards, in lists and in search results. One this long "
    "is mostly an article's text that slipped into front matter.",
    bad=_article(more=f"summary: {'The harbour opens. ' * 250}\n"),
    good=_article(more="summary: The harbour opens.\n"),
)

TOO_MANY_ITEMS = Code(
    "Q004",
    "too-many-items",
    Severity.ERROR,
    "A list in front matter has more than 1,000 items.",
    "Each alias is sought in every text, each old address is a page. Lists this long come from a "
    "tool that repeats itself.",
    bad=_article(more="aliases:\n" + "".join(f"  - old-{n}\n" for n in range(1_001))),
    good=_article(more="aliases:\n  - old-1\n"),
)

CODES = (TOO_MANY_ANNOTATIONS, TOO_MANY_EMPTY_CELLS, VALUE_TOO_LONG, TOO_MANY_ITEMS)
