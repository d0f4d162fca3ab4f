"""Faults of texts on their way in: what an import could not read and what an editor must supply.

Unlike the other subjects, the examples are files to import, not sites.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_GOOD = {
    "bridge.txt": (
        "New bridge opens in Example Town\n\n"
        "Monday, September 13, 2021\n\n"
        "The bridge over the river opened to traffic on Monday morning.\n"
    )
}

NOT_PLAIN_TEXT = Code(
    id="I001",
    name="not-plain-text",
    severity=Severity.ERROR,
    summary="The file to import is neither plain text nor Markdown nor a saved web page.",
    why=(
        "A PDF, a word processor's document or a picture holds bytes that are not the article's "
        "words. Save it as plain text or as a web page, or copy the text out of it, and import "
        "that."
    ),
    bad={"bridge.pdf": "%PDF-1.7\nThe bridge over the river opened to traffic.\n"},
    good=_GOOD,
)
EMPTY = Code(
    id="I002",
    name="nothing-to-import",
    severity=Severity.ERROR,
    summary="The file to import holds no text.",
    why="An article needs words. The file is empty or holds nothing but white space.",
    bad={"bridge.txt": "  \n\n"},
    good=_GOOD,
)
ENCODING_GUESSED = Code(
    id="I003",
    name="encoding-guessed",
    severity=Severity.WARNING,
    summary="The file's encoding had to be guessed, or some of its characters are broken.",
    why=(
        "The file is not valid UTF-8 and does not say how its letters are encoded. A wrong guess "
        "shows as wrong accents or signs. Save the file as UTF-8 to be sure."
    ),
    bad={
        "bridge.txt": (
            "New bridge opens in Example Town\n\n"
            "Monday, September 13, 2021\n\n"
            "The bridge over the river Caf\N{REPLACEMENT CHARACTER} opened to traffic on Monday.\n"
        )
    },
    good=_GOOD,
)
TITLE_MISSING = Code(
    id="I004",
    name="headline-missing",
    severity=Severity.WARNING,
    summary="The text has no headline; the file's name stands in for it.",
    why=(
        "A headline is a short first line without a full stop, with a blank line below it. Without "
        "one the draft is named after its file and asks for a headline under `review`."
    ),
    bad={
        "bridge.txt": (
            "The bridge over the river opened to traffic on Monday morning.\n\n"
            "Monday, September 13, 2021\n\n"
            "It took three years to build.\n"
        )
    },
    good=_GOOD,
)
DATE_MISSING = Code(
    id="I005",
    name="date-missing",
    severity=Severity.WARNING,
    summary="The text does not say when it was published; its date is a stand-in.",
    why=(
        "“Monday” and “last week” are read against the article's date. Without a date line the "
        "draft carries the latest full date that the text mentions, or else that of the file, and "
        "asks for the date under `review`."
    ),
    bad={
        "bridge.txt": (
            "New bridge opens in Example Town\n\n"
            "The bridge over the river opened to traffic on Monday morning.\n"
        )
    },
    good=_GOOD,
)
SOURCE_INCOMPLETE = Code(
    id="I006",
    name="source-incomplete",
    severity=Severity.WARNING,
    summary="The text names its publisher, but neither its address nor its rights.",
    why=(
        "Another publisher's text may be published whole only where its rights allow it, and "
        "readers want the address of the original. The draft asks for both under `review`."
    ),
    bad={
        "bridge.txt": (
            "New bridge opens in Example Town\n\n"
            "Monday, September 13, 2021\n\n"
            "The bridge over the river opened to traffic on Monday morning.\n\n"
            "Source: Example Desk and agencies\n"
        )
    },
    good=_GOOD,
)
CONTROLS_REMOVED = Code(
    id="I007",
    name="control-characters",
    severity=Severity.WARNING,
    summary="The text held characters that cannot be shown; they were left out.",
    why=(
        "Control characters are left by terminals and damaged files. They are no part of the "
        "words and cannot stand in a page. Compare the draft with the original at that place."
    ),
    bad={
        "bridge.txt": (
            "New bridge opens in Example Town\n\n"
            "Monday, September 13, 2021\n\n"
            "The bridge over the river opened to \x07traffic on Monday morning.\n"
        )
    },
    good=_GOOD,
)

_PAGE = (
    "<!doctype html>\n<title>New bridge opens in Example Town</title>\n"
    '<meta property="article:published_time" content="2021-09-13">\n'
    "<article><h1>New bridge opens in Example Town</h1>\n"
    "<p>The bridge over the river opened to traffic on Monday morning.</p></article>\n"
)

EXTRA_MISSING = Code(
    id="I008",
    name="page-reader-missing",
    severity=Severity.ERROR,
    summary="The libraries that read saved web pages are not installed.",
    why=(
        "Only the import of web pages needs them, so they are an extra of their own: "
        "`pip install 'briefing-generator[import]'`. The example has this fault where they are "
        "missing; plain text and Markdown are imported without them."
    ),
    bad={"bridge.html": _PAGE},
    good=_GOOD,
)
TOO_LARGE = Code(
    id="I009",
    name="import-too-large",
    severity=Severity.ERROR,
    summary="The file to import makes an article that is larger than one may be.",
    why=(
        "An article is at most 1 MiB, some 170,000 words: `check` would not read a larger one. "
        "Nothing is written, so that nothing is cut off. Divide the text into several files. Of "
        "the example there are nineteen thousand lines more."
    ),
    bad={
        "bridge.txt": (
            "New bridge opens in Example Town\n\n"
            "Monday, September 13, 2021\n\n"
            + "The bridge over the river opened to traffic on Monday.\n"
            * 4
        )
    },
    good=_GOOD,
)
FRONT_MATTER_UNREAD = Code(
    id="I010",
    name="front-matter-unread",
    severity=Severity.WARNING,
    summary="The front matter of a Markdown file cannot be read; its lines are kept as comments.",
    why=(
        "Front matter is YAML between `---` lines or TOML between `+++` lines. Where it is not, "
        "nothing of it can be taken over, and nothing of it is lost: the draft holds its lines as "
        "comments."
    ),
    bad={
        "bridge.md": (
            '---\ntitle: "New bridge\ndate: 2021-09-13\n---\n\n'
            "# New bridge opens in Example Town\n\n"
            "Monday, September 13, 2021\n\n"
            "The bridge over the river opened to traffic on Monday morning.\n"
        )
    },
    good={
        "bridge.md": (
            "---\ntitle: New bridge opens in Example Town\ndate: 2021-09-13\n---\n\n"
            "The bridge over the river opened to traffic on Monday morning.\n"
        )
    },
)
FRONT_MATTER_KEPT = Code(
    id="I011",
    name="front-matter-kept",
    severity=Severity.NOTE,
    summary="Front matter of a Markdown file has keys that an article does not; kept as comments.",
    why=(
        "Other systems keep layout, weights and tags in front matter. What means nothing here, and "
        "tags that are no topics of the site, stand in the draft as comments, so that nothing is "
        "lost."
    ),
    bad={
        "bridge.md": (
            "---\ntitle: New bridge opens in Example Town\ndate: 2021-09-13\nlayout: post\n---\n\n"
            "The bridge over the river opened to traffic on Monday morning.\n"
        )
    },
    good={
        "bridge.md": (
            "---\ntitle: New bridge opens in Example Town\ndate: 2021-09-13\n---\n\n"
            "The bridge over the river opened to traffic on Monday morning.\n"
        )
    },
)

CODES = (
    NOT_PLAIN_TEXT,
    EMPTY,
    ENCODING_GUESSED,
    TITLE_MISSING,
    DATE_MISSING,
    SOURCE_INCOMPLETE,
    CONTROLS_REMOVED,
    EXTRA_MISSING,
    TOO_LARGE,
    FRONT_MATTER_UNREAD,
    FRONT_MATTER_KEPT,
)
