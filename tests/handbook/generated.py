"""What of the handbook is made from the code; run as a module it writes the pages anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from generator.cli.handbook import commands_page
from generator.config import mkdocs_schema
from generator.config.handbook import settings_page
from generator.diagnostics.handbook import diagnostics_page, subject_pages
from generator.rendering.handbook import views_section
from generator.syntax import content_schemas
from generator.syntax.handbook import differences_section
from generator.syntax.sidecar_schema import sidecar_schema
from generator.syntax.snippets import snippets

HANDBOOK = Path(__file__).resolve().parents[2] / "docs" / "handbook"


def schemas() -> Mapping[str, str]:
    """The JSON Schemas that are published with the handbook, by the names of their files."""
    found = {**content_schemas(), "annotations": sidecar_schema(), "mkdocs": mkdocs_schema()}
    return {f"schemas/{name}.json": _json(schema) for name, schema in found.items()}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "diagnostics.md": diagnostics_page,
    "settings.md": settings_page,
    **{name: partial(str, text) for name, text in (*subject_pages().items(), *schemas().items())},
    "../../.vscode/briefing.code-snippets": lambda: _json(snippets()),
}
"""Whole files, by their paths below the handbook."""

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
        (HANDBOOK / name).parent.mkdir(exist_ok=True)
        (HANDBOOK / name).write_text(page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
