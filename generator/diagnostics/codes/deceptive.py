"""Text that is not what it looks like: turned, invisible, or of letters that look like others.

Characters that cannot be seen stand in the examples as themselves; the handbook writes their names.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity
from generator.diagnostics.example_files import article, entry

_HARBOUR = "content/articles/harbour.md"
_JANE = "content/actors/jane-roe.md"
_ENTRY = entry("name: Jane Roe", "kind: Person")
_TEXT = "It reopened on Monday."

TURNED_LINE = Code(
    id="X001",
    name="turned-line",
    severity=Severity.ERROR,
    summary="A direction control in front matter overrides the order of letters, or has no end.",
    why="Titles and names are shown beside others. What follows would be turned around, or a name "
    "be read as another than it is.",
    bad={_HARBOUR: article(_TEXT, title="Harbour \u202ereopens")},
    good={_HARBOUR: article(_TEXT, title="Harbour reopens")},
)

TURNED_TEXT = Code(
    id="X002",
    name="turned-text",
    severity=Severity.WARNING,
    summary="A direction control in a text overrides the order of letters, or has no end.",
    why="The text is read in another order than it is written in. Pages are made without controls "
    "that have no end.",
    bad={_HARBOUR: article("It reopened \u202eon Monday.")},
    good={_HARBOUR: article(_TEXT)},
)

INVISIBLE_CHARACTER = Code(
    id="X003",
    name="invisible-character",
    severity=Severity.WARNING,
    summary="A name, a title or another line of front matter holds a character that cannot be "
    "seen and that its script does not need.",
    why="Two names that look the same would be two, and a search for what is seen finds nothing. "
    "Joiners in Persian and Indian words, in emoji, and direction marks are not meant.",
    bad={_HARBOUR: article(_TEXT, title="Har\u200bbour reopens")},
    good={_HARBOUR: article(_TEXT, title="Harbour reopens")},
)

MIXED_SCRIPTS = Code(
    id="X004",
    name="mixed-scripts",
    severity=Severity.WARNING,
    summary="A word of a name or title mixes letters of two scripts that look the same.",
    why="It looks like another word and is none: nothing links to it, and a search does not find "
    "it. Mostly a letter was typed on another keyboard; sometimes readers are to be misled.",
    bad={_HARBOUR: article(_TEXT, title="H\u0430rbour reopens")},
    good={_HARBOUR: article(_TEXT, title="Harbour reopens")},
)

LOOK_ALIKE = Code(
    id="X005",
    name="look-alike-names",
    severity=Severity.WARNING,
    summary="The names of two entries look the same and are written in different letters.",
    why="Readers cannot tell them apart, and a mention links to one of them by letters alone.",
    bad={
        _HARBOUR: article(_TEXT),
        "content/actors/coco.md": entry("name: Coco", "kind: Company"),
        "content/actors/soso.md": entry("name: \u0421\u043e\u0441\u043e", "kind: Person"),
    },
    good={
        _HARBOUR: article(_TEXT),
        "content/actors/coco.md": entry("name: Coco", "kind: Company"),
        "content/actors/soso.md": entry(
            "name: \u0421\u043e\u0441\u043e \u0411\u0435\u0440\u0438\u0434\u0437\u0435",
            "kind: Person",
        ),
    },
)

INVISIBLE_MATCH = Code(
    id="X006",
    name="invisible-match",
    severity=Severity.WARNING,
    summary="A mention matches a name only because characters that cannot be seen do not count.",
    why="It links to the entry, but it was not written as its name; somebody may want it to be "
    "taken for another.",
    bad={_HARBOUR: article("[Jane\u200b Roe]{.actor} opened it."), _JANE: _ENTRY},
    good={_HARBOUR: article("[Jane Roe]{.actor} opened it."), _JANE: _ENTRY},
)

LOOK_ALIKE_HOST = Code(
    id="X007",
    name="look-alike-host",
    severity=Severity.WARNING,
    summary="A link leads to a host whose name looks like one in other letters.",
    why="Readers would trust it for what it looks like.",
    bad={_HARBOUR: article("See [the report](https://d\u0435sk.example/report).")},
    good={_HARBOUR: article("See [the report](https://desk.example/report).")},
)

CODES = (
    TURNED_LINE,
    TURNED_TEXT,
    INVISIBLE_CHARACTER,
    MIXED_SCRIPTS,
    LOOK_ALIKE,
    INVISIBLE_MATCH,
    LOOK_ALIKE_HOST,
)
