"""Where files are: links on the disk, and names that some file systems take for one.

In the examples a text that begins with an arrow stands for a symbolic link and where it leads.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HEAD = "---\ntitle: The ferry is back\ndate: 2024-05-02\n---\n"
_FERRY = f"{_HEAD}\nIt sails at noon.\n"
_GOOD = {"content/articles/ferry.md": _FERRY}
LINK = "→ "
"""What an example's text begins with where it stands for a link."""

LINK_LEADS_OUT = Code(
    id="N001",
    name="link-leads-out",
    severity=Severity.ERROR,
    summary="A link on the disk leads out of its folder.",
    why="Whatever it leads to, keys and passwords among it, would be read and published, or files "
    "elsewhere would be replaced.",
    bad={"content/articles/ferry.md": f"{LINK}../../../notes/ferry.md"},
    good=_GOOD,
)

LINKED_FOLDER = Code(
    id="N002",
    name="linked-folder",
    severity=Severity.ERROR,
    summary="A folder within one of the site's folders is a link.",
    why="Files in it would have two places, and a link to a folder above it would have no end.",
    bad={**_GOOD, "content/topics": f"{LINK}articles"},
    good=_GOOD,
)

DEAD_LINK = Code(
    id="N003",
    name="dead-link",
    severity=Severity.ERROR,
    summary="A link on the disk leads to nothing, or to itself.",
    why="What it stood for is missing, and no page would say so.",
    bad={**_GOOD, "content/articles/ship.md": f"{LINK}boat.md"},
    good=_GOOD,
)

NAMES_COLLIDE = Code(
    id="N004",
    name="names-collide",
    severity=Severity.ERROR,
    summary="Two files have names that some systems take for one.",
    why="macOS and Windows ignore case, macOS also how an accent is written: there one of the two "
    "files would take the other's place.",
    bad={**_GOOD, "docs/Ferry.md": "# The ferry\n", "docs/ferry.md": "# Another ferry\n"},
    good={**_GOOD, "docs/ferry.md": "# The ferry\n", "docs/other-ferry.md": "# Another ferry\n"},
)

CODES = (LINK_LEADS_OUT, LINKED_FOLDER, DEAD_LINK, NAMES_COLLIDE)
