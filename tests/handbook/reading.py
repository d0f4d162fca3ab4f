"""What a page of documentation tells its reader to do, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbook"
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(HANDBOOK.glob("*.md")))

_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE
)
_PATH = re.compile(r"`([\w./-]+\.[\w.]+)`(?::|, steps [^:]*:)?\s*\Z")
_DELETE = re.compile(r"Delete the line `([^`]+)` from\s+`([^`]+)`")


@dataclass(frozen=True)
class Block:
    """A fenced block. ``path`` is the file it is said to be, ``after`` the language before it."""

    language: str
    text: str
    path: str = ""
    after: str = ""


@dataclass(frozen=True)
class Deletion:
    """A line to be deleted from a file."""

    line: str
    path: str


def steps(page: Path) -> Iterator[Block | Deletion]:
    """The fenced blocks of a page, and the lines it says to delete.

    A block belongs to the path that stands in backticks right in front of it.
    """
    text = page.read_text(encoding="utf-8")
    end, after = 0, ""
    for match in _BLOCK.finditer(text):
        between = text[end : match.start()]
        yield from (Deletion(found[1], found[2]) for found in _DELETE.finditer(between))
        path = _PATH.search(between.rstrip())
        directly = "" if between.strip() else after
        yield Block(match["language"], match["text"], path[1] if path else "", directly)
        end, after = match.end(), match["language"]


def blocks(page: Path) -> tuple[Block, ...]:
    """The fenced blocks of a page."""
    return tuple(step for step in steps(page) if isinstance(step, Block))


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


def commands(block: Block) -> tuple[str, ...]:
    """The commands of a block, one a line."""
    return tuple(line for line in block.text.splitlines() if line.strip())
