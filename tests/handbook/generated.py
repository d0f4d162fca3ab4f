"""What of the handbook is made from the code; run as a module it writes the pages anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.cli.handbook import commands_page
from generator.config.handbook import settings_page
from generator.diagnostics.handbook import diagnostics_page
from generator.rendering.handbook import views_section
from generator.syntax.handbook import differences_section

HANDBOOK = Path(__file__).resolve().parents[2] / "docs" / "handbook"

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "diagnostics.md": diagnostics_page,
    "settings.md": settings_page,
}
"""Whole pages."""

SECTIONS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "format.md": {"differences": differences_section},
    "templates.md": {"views": views_section},
}
"""Parts of pages, between ``<!-- begin: NAME -->`` and ``<!-- end: NAME -->``."""


def page(name: str) -> str:
    """A page as it should be."""
    if name in PAGES:
        return PAGES[name]()
    text = (HANDBOOK / name).read_text(encoding="utf-8")
    for section, make in SECTIONS[name].items():
        begin, end = f"<!-- begin: {section} -->", f"<!-- end: {section} -->"
        before, opened, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not opened or not closed:
            raise ValueError(f"{name} has no section {section}.")
        text = f"{before}{begin}\n\n{make()}\n\n{end}{after}"
    return text


def main() -> None:
    for name in (*PAGES, *SECTIONS):
        (HANDBOOK / name).write_text(page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
