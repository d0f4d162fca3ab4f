"""Files as such: their bytes, their size, their names and their places.

Examples are texts; a byte that is no UTF-8 stands in them as a lone surrogate, as
``errors="surrogateescape"`` has it.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HEAD = "---\ntitle: The ferry is back\ndate: 2024-05-02\n---\n"
_GOOD = {"content/articles/ferry.md": f"{_HEAD}\nThe café on board opens at noon.\n"}

NOT_UTF8 = Code(
    id="S001",
    name="not-utf-8",
    severity=Severity.ERROR,
    summary="The file is not encoded as UTF-8.",
    why="In any other encoding the same bytes mean other letters, and names come out wrong.",
    bad={"content/articles/ferry.md": f"{_HEAD}\nThe caf\udce9 on board opens at noon.\n"},
    good=_GOOD,
)

EMPTY_FILE = Code(
    id="S002",
    name="empty-file",
    severity=Severity.ERROR,
    summary="The file holds no text at all.",
    why="An empty file is mostly a save that failed; it would make an empty page.",
    bad={"content/articles/ferry.md": "\n"},
    good=_GOOD,
)

FILE_TOO_LARGE = Code(
    id="S003",
    name="file-too-large",
    severity=Severity.ERROR,
    summary="The file is larger than any article: more than one mebibyte.",
    why="It is mostly a picture or an export saved under the wrong name.",
    bad={"content/articles/ferry.md": f"{_HEAD}\n{'The ferry is back. ' * 60_000}\n"},
    good=_GOOD,
)

BAD_FILE_NAME = Code(
    id="S004",
    name="bad-file-name",
    severity=Severity.ERROR,
    summary="The file's name cannot be an address.",
    why=(
        "The name is the page's id and address: lower-case letters a to z, digits and single "
        "hyphens work in every browser, shell and file system."
    ),
    bad={"content/articles/Ferry Is Back.md": f"{_HEAD}\nIt sails at noon.\n"},
    good={"content/articles/ferry-is-back.md": f"{_HEAD}\nIt sails at noon.\n"},
)

CONTROL_CHARACTER = Code(
    id="S005",
    name="control-character",
    severity=Severity.ERROR,
    summary="The text holds a control character.",
    why="Control characters cannot be seen, and feeds and YAML that hold them cannot be read.",
    bad={"content/articles/ferry.md": f"{_HEAD}\nIt sails\x00 at noon.\n"},
    good={"content/articles/ferry.md": f"{_HEAD}\nIt sails at noon.\n"},
)

STRAY_FILE = Code(
    id="S006",
    name="stray-file",
    severity=Severity.WARNING,
    summary="The file is in no folder that is read.",
    why="It reaches no page; mostly it was saved one folder too high or under a misspelt one.",
    bad={**_GOOD, "content/article/harbour.md": "---\ntitle: The harbour\n---\n"},
    good={**_GOOD, "content/topics/harbour.md": "---\ntitle: The harbour\n---\n"},
)

DUPLICATE_ID = Code(
    id="S007",
    name="duplicate-id",
    severity=Severity.ERROR,
    summary="Two files have the same id.",
    why="An id is an address, and only one page can stand there.",
    bad={
        "content/articles/ferry.md": f"{_HEAD}\nIt sails at noon.\n",
        "content/articles/ship.md": f"---\nid: ferry\n{_HEAD[4:]}\nIt sails at noon.\n",
    },
    good={
        "content/articles/ferry.md": f"{_HEAD}\nIt sails at noon.\n",
        "content/articles/ship.md": f"---\nid: ship\n{_HEAD[4:]}\nIt sails at noon.\n",
    },
)

CODES = (
    NOT_UTF8,
    EMPTY_FILE,
    FILE_TOO_LARGE,
    BAD_FILE_NAME,
    CONTROL_CHARACTER,
    STRAY_FILE,
    DUPLICATE_ID,
)
