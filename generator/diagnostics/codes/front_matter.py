"""Front matter: of articles, and of the registers' entries where the same rules hold."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_PATH = "content/articles/ferry.md"
_BODY = "\nIt sails at noon.\n"
_TITLE = "title: The ferry is back\n"
_DATE = "date: 2024-05-02\n"
_SOURCE = "source:\n  publisher: Example Desk\n"


def _article(*lines: str) -> dict[str, str]:
    return {_PATH: f"---\n{''.join(lines)}---\n{_BODY}"}


_GOOD = _article(_TITLE, _DATE)

FRONT_MATTER_MISSING = Code(
    id="F001",
    name="front-matter-missing",
    severity=Severity.ERROR,
    summary="The file does not begin with front matter.",
    why="A page needs a title, and a text the date against which its 'yesterday' is read.",
    bad={_PATH: "It sails at noon.\n"},
    good=_GOOD,
)

FRONT_MATTER_UNCLOSED = Code(
    id="F002",
    name="front-matter-unclosed",
    severity=Severity.ERROR,
    summary="No line of three hyphens closes the front matter.",
    why="Without it nothing tells where the text begins.",
    bad={_PATH: f"---\n{_TITLE}{_DATE}{_BODY}"},
    good=_GOOD,
)

YAML_SYNTAX = Code(
    id="F003",
    name="yaml-syntax",
    severity=Severity.ERROR,
    summary="A line of the front matter cannot be read as YAML.",
    why="Mostly a colon in a headline: in YAML a colon with a space behind it starts a value.",
    bad=_article("title: Harbour: the ferry is back\n", _DATE),
    good=_article('title: "Harbour: the ferry is back"\n', _DATE),
)

DUPLICATE_KEY = Code(
    id="F004",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="A key is given twice.",
    why="Only one of the two values could count, and nobody would see which.",
    bad=_article(_TITLE, _DATE, "title: The ferry returns\n"),
    good=_GOOD,
)

YAML_ALIAS = Code(
    id="F005",
    name="yaml-alias",
    severity=Severity.ERROR,
    summary="The front matter holds a YAML anchor or alias.",
    why=(
        "An alias takes its value from elsewhere in the file, so the value has no place of its "
        "own; mostly & or * were meant as text."
    ),
    bad=_article(_TITLE, _DATE, "summary: *exclusive\n"),
    good=_article(_TITLE, _DATE, 'summary: "*exclusive"\n'),
)

YAML_TAG = Code(
    id="F006",
    name="yaml-tag",
    severity=Severity.ERROR,
    summary="The front matter holds a YAML tag.",
    why="Every value is read as text, so a tag means nothing; mostly ! was meant as text.",
    bad=_article(_TITLE, _DATE, "summary: !important It sails at noon.\n"),
    good=_article(_TITLE, _DATE, 'summary: "!important It sails at noon."\n'),
)

TOO_DEEP = Code(
    id="F007",
    name="nested-too-deep",
    severity=Severity.ERROR,
    summary="Too many lists and maps stand within each other.",
    why="No key needs it; it is mostly a row of brackets that was meant as text.",
    bad=_article(_TITLE, _DATE, f"summary: {'[' * 40}noon{']' * 40}\n"),
    good=_article(_TITLE, _DATE, "summary: noon\n"),
)

NO_MAP = Code(
    id="F008",
    name="front-matter-without-keys",
    severity=Severity.ERROR,
    summary="The front matter is a list or text, not keys with values.",
    why="Without keys nothing tells the title from the date.",
    bad={_PATH: f"---\nThe ferry is back\n---\n{_BODY}"},
    good=_GOOD,
)

UNKNOWN_KEY = Code(
    id="F009",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="There is no such key.",
    why="A misspelt key would be passed over without a word.",
    bad=_article(_TITLE, _DATE, "sumary: It sails at noon.\n"),
    good=_article(_TITLE, _DATE, "summary: It sails at noon.\n"),
)

MISSING_KEY = Code(
    id="F010",
    name="missing-key",
    severity=Severity.ERROR,
    summary="A key that is needed is missing or empty.",
    why="The page cannot be made without it.",
    bad=_article(_TITLE),
    good=_GOOD,
)

WRONG_SHAPE = Code(
    id="F011",
    name="wrong-shape",
    severity=Severity.ERROR,
    summary="A list, a map or text stands where something else is expected.",
    why="Brackets, dashes and indented lines have a meaning in YAML, whatever the text means.",
    bad=_article(_TITLE, _DATE, "source: Example Desk\n"),
    good=_article(_TITLE, _DATE, _SOURCE),
)

BAD_DATE = Code(
    id="F012",
    name="bad-date",
    severity=Severity.ERROR,
    summary="A date is not written as ISO 8601 has it.",
    why="Only one way of writing is read the same everywhere: 03/04/2024 is two days.",
    bad=_article(_TITLE, "date: 2 May 2024\n"),
    good=_GOOD,
)

BAD_LANGUAGE = Code(
    id="F013",
    name="bad-language",
    severity=Severity.ERROR,
    summary="The language is no BCP 47 tag.",
    why="Browsers, search and voices go by the tag; it also sets the direction of the text.",
    bad=_article(_TITLE, _DATE, "language: English\n"),
    good=_article(_TITLE, _DATE, "language: en\n"),
)

BAD_ADDRESS = Code(
    id="F014",
    name="bad-address",
    severity=Severity.ERROR,
    summary="An address is not one that readers can follow.",
    why="Only http and https addresses are linked; any other can do harm or leads nowhere.",
    bad=_article(_TITLE, _DATE, _SOURCE, "  url: desk.example/ferry\n"),
    good=_article(_TITLE, _DATE, _SOURCE, "  url: https://desk.example/ferry\n"),
)

BAD_ID = Code(
    id="F015",
    name="bad-id",
    severity=Severity.ERROR,
    summary="An id is not made of lower-case letters a to z, digits and single hyphens.",
    why="Ids are addresses and file names; these work in every browser, shell and file system.",
    bad=_article(_TITLE, _DATE, "id: Ferry Is Back\n"),
    good=_article(_TITLE, _DATE, "id: ferry-is-back\n"),
)

BAD_CHOICE = Code(
    id="F016",
    name="bad-choice",
    severity=Severity.ERROR,
    summary="The value is none of those that the key can have.",
    why="A misspelt value would be passed over: a draft would be published.",
    bad=_article(_TITLE, _DATE, "status: drafts\n"),
    good=_article(_TITLE, _DATE, "status: published\n"),
)

IMAGE_CONFLICT = Code(
    id="F017",
    name="image-conflict",
    severity=Severity.ERROR,
    summary="The image has both a file and an address, or neither.",
    why="Only one picture can be shown.",
    bad=_article(_TITLE, _DATE, "image:\n  alt: A white ferry\n"),
    good=_article(
        _TITLE, _DATE, "image:\n  url: https://desk.example/ferry.jpg\n", "  alt: A white ferry\n"
    ),
)

BAD_PATH = Code(
    id="F018",
    name="bad-path",
    severity=Severity.ERROR,
    summary="A path leads out of the content folder, or to a file of the wrong kind.",
    why="Only pictures from the content folder are published, never another file of the machine.",
    bad=_article(_TITLE, _DATE, "image:\n  file: ../ferry.jpg\n", "  alt: A white ferry\n"),
    good=_article(
        _TITLE, _DATE, "image:\n  url: https://desk.example/ferry.jpg\n", "  alt: A white ferry\n"
    ),
)

IMAGE_WITHOUT_ALT = Code(
    id="F019",
    name="image-without-alt",
    severity=Severity.WARNING,
    summary="The image has no alternative text.",
    why="Readers who cannot see the picture learn nothing of it.",
    bad=_article(_TITLE, _DATE, "image:\n  url: https://desk.example/ferry.jpg\n"),
    good=_article(
        _TITLE, _DATE, "image:\n  url: https://desk.example/ferry.jpg\n", "  alt: A white ferry\n"
    ),
)

UPDATED_BEFORE_DATE = Code(
    id="F020",
    name="updated-before-date",
    severity=Severity.WARNING,
    summary="The update is older than the article.",
    why="One of the two dates is wrong, and both are shown.",
    bad=_article(_TITLE, _DATE, "updated: 2023-05-03\n"),
    good=_article(_TITLE, _DATE, "updated: 2024-05-03\n"),
)

TEXT_IN_COMMENT = Code(
    id="F021",
    name="text-in-comment",
    severity=Severity.WARNING,
    summary="Text behind # is read as a comment.",
    why="A headline with a hashtag would lose its end without a word.",
    bad=_article("title: The ferry is #back\n", _DATE),
    good=_article('title: "The ferry is #back"\n', _DATE),
)

REPEATED_ITEM = Code(
    id="F022",
    name="repeated-item",
    severity=Severity.WARNING,
    summary="A list holds the same item twice.",
    why="The second does nothing; mostly another was meant.",
    bad=_article(_TITLE, _DATE, "aliases: [ferry-back, ferry-back]\n"),
    good=_article(_TITLE, _DATE, "aliases: [ferry-back]\n"),
)

BAD_TEXT = Code(
    id="F023",
    name="escaped-control-character",
    severity=Severity.ERROR,
    summary="A value holds a control character, written as an escape.",
    why="Control characters cannot be seen, and feeds that hold them cannot be read.",
    bad=_article('title: "The ferry\\0 is back"\n', _DATE),
    good=_GOOD,
)

UNCONFIRMED = Code(
    id="F024",
    name="unconfirmed",
    severity=Severity.WARNING,
    summary="An import could not know this for certain; an editor must confirm it.",
    why="An imported text does not always say its headline, its date or its rights. What stands "
    "in for them is listed under review until somebody has looked.",
    bad=_article(_TITLE, _DATE, "review: [date]\n"),
    good=_GOOD,
)

CODES = (
    FRONT_MATTER_MISSING,
    FRONT_MATTER_UNCLOSED,
    YAML_SYNTAX,
    DUPLICATE_KEY,
    YAML_ALIAS,
    YAML_TAG,
    TOO_DEEP,
    NO_MAP,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_SHAPE,
    BAD_DATE,
    BAD_LANGUAGE,
    BAD_ADDRESS,
    BAD_ID,
    BAD_CHOICE,
    IMAGE_CONFLICT,
    BAD_PATH,
    IMAGE_WITHOUT_ALT,
    UPDATED_BEFORE_DATE,
    TEXT_IN_COMMENT,
    REPEATED_ITEM,
    BAD_TEXT,
    UNCONFIRMED,
)
