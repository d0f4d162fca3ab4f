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
    summary="The file to import is not plain text.",
    why=(
        "A PDF, a word processor's document, a picture or a page of markup holds bytes that are "
        "not the article's words. Copy the text out of it and import that."
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

CODES = (
    NOT_PLAIN_TEXT,
    EMPTY,
    ENCODING_GUESSED,
    TITLE_MISSING,
    DATE_MISSING,
    SOURCE_INCOMPLETE,
    CONTROLS_REMOVED,
)
