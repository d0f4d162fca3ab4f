"""Where the scanner stands: the lines of one container, and the containers around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .lines import Line
    from .raw import Raw


@dataclass(slots=True)
class Frame:
    """The lines of one container and the blocks found in them so far.

    ``depth`` counts containers around these lines, ``divisions`` the open ``:::`` blocks anywhere
    around them; ``listed`` and ``quoted`` say that a list or a quotation is among the containers.
    ``within`` says that a ``:::`` line ends this frame. ``item`` says that the lines are a list
    item, whose end does not close a paragraph. ``unclosed`` holds, for each fence character, the
    shortest fence that is known to have no end in these lines.
    """

    lines: list[Line]
    depth: int = 0
    divisions: int = 0
    listed: bool = False
    quoted: bool = False
    item: bool = False
    within: bool = False
    blocks: list[Raw] = field(default_factory=list)
    unclosed: dict[str, int] = field(default_factory=dict)

    def inner(self, lines: list[Line], *, quoted: bool = False, item: bool = False) -> Frame:
        """The frame of a container in this one that has lines of its own."""
        return Frame(
            lines,
            depth=self.depth + 1,
            divisions=self.divisions,
            listed=self.listed or item,
            quoted=self.quoted or quoted,
            item=item,
        )

    def division(self) -> Frame:
        """The frame of a ``:::`` block: it shares the lines of the container it stands in."""
        return Frame(
            self.lines,
            depth=self.depth + 1,
            divisions=self.divisions + 1,
            listed=self.listed,
            quoted=self.quoted,
            item=self.item,
            within=True,
            unclosed=self.unclosed,
        )
