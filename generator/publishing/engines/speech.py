"""What builders print, read as warnings and errors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 300  # characters
_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*m")
_LOGGED: Final = re.compile(r"^(WARNING|ERROR|CRITICAL)\s+-\s+(.*)$")
# Zensical 0.0: a sentence, then a frame with the place and the line of the page.
_FRAMED: Final = re.compile(
    r"^(?P<level>Warning|Error): (?P<text>.+)\n"
    r"\s*╭─\[ (?P<path>.+?):(?P<line>\d+):(?P<column>\d+) \]",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning or an error. ``path`` is relative to the pages' folder; lines count from 1."""

    text: str
    error: bool = False
    path: str = ""
    line: int = 1
    column: int = 1


def logged(output: str) -> Iterator[Remark]:
    """The warnings and errors of MkDocs' log, as ProperDocs prints it."""
    for line in _COLOURS.sub("", output).splitlines():
        if match := _LOGGED.match(line):
            yield Remark(match[2], error=match[1] != "WARNING")


def framed(output: str) -> Iterator[Remark]:
    """The faults that Zensical shows, each in a frame."""
    for match in _FRAMED.finditer(_COLOURS.sub("", output)):
        place = int(match["line"]), int(match["column"])
        yield Remark(match["text"], match["level"] == "Error", match["path"], *place)


def complaint(output: str) -> str:
    """What a builder that stopped complained of, on one line: from where it says "error" on."""
    lines = [" ".join(line.split()) for line in _COLOURS.sub("", output).splitlines()]
    lines = [line for line in lines if line]
    first = next(
        (at for at, line in enumerate(lines) if "error" in line.casefold()), len(lines) - 1
    )
    return " ".join(lines[first:])[:_LONGEST] if lines else ""
