"""What is due, by the page that needs it, as text for people."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.diagnostics.emitters import emit, visible

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.pipeline import CheckedSite


def due_text(checked: CheckedSite, format_: str) -> str:
    """Each briefing that shows something due, by its id, with what is due on it.

    What several briefings show stands below each of them.
    """
    linked = checked.linked
    due: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for item in checked.due:
        for page in item.pages:
            due[page].append(item.note)
    lines: list[str] = []
    for page, notes in sorted(due.items()):
        title = linked.site.articles[linked.briefings[page].articles[0]].title
        lines.append(f"Due on briefings/{page} (“{visible(title)}”):")
        lines += (f"  {line}" for line in emit(notes, format_).splitlines())
    return "".join(f"{line}\n" for line in lines)
