"""Settings that a builder passes over, and plugins that nothing needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.diagnostics import SourceFile, Span, diagnose
from generator.diagnostics.codes.environment import (
    IGNORED_OPTION,
    IGNORED_SETTING,
    NEEDLESS_PLUGIN,
)
from generator.publishing.engines import Engine, ignored, plugins_of, read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic

NEEDED: Final = frozenset({"search", "tags", "offline"})
"""The plugins that all builders have and that pages can use."""


def configuration_faults(file: Path, engines: Iterable[Engine]) -> Iterator[Diagnostic]:
    """What is to be said of ``mkdocs.yml`` for each of the builders."""
    configuration = read_names(file)
    if not configuration:
        return  # `briefing check` says what is wrong with it
    source = SourceFile(file.name, file.read_text(encoding="utf-8", errors="replace"))
    told = set()
    for engine in sorted(engines):
        for item in ignored(engine, configuration):
            told.add(item.keys)
            code = IGNORED_SETTING if item.changes_pages else IGNORED_OPTION
            message = f"{engine.label} ignores `{item.name}` without a word: {item.loss}."
            mend = "Take it out, or build with MkDocs." if item.changes_pages else ""
            yield diagnose(code, source, place_of(source.text, item.keys), message, mend)
    for name, _ in plugins_of(configuration.get("plugins")):
        if name.removeprefix("material/") not in NEEDED and ("plugins", name) not in told:
            message = f"No generated page needs the plugin {name}."
            mend = "Keep it if pages of your own do; know that builders differ in it."
            span = place_of(source.text, ("plugins", name))
            yield diagnose(NEEDLESS_PLUGIN, source, span, message, mend)


def place_of(text: str, keys: tuple[str, ...]) -> Span | None:
    """Where the last of the keys stands, each looked for behind the one before it."""
    at, span = 0, None
    for key in keys:
        found = re.compile(rf"(?<![\w/-]){re.escape(key)}(?![\w/-])").search(text, at)
        if found is None:
            return span
        at, span = found.end(), Span(*found.span())
    return span
