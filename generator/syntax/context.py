"""What the rules share while one text is read: the file, the settings, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Fix, SourceFile, Span, diagnose
from generator.diagnostics import diagnostic as faults

if TYPE_CHECKING:
    import datetime as dt

    from generator.config import Settings


@dataclass(slots=True)
class Definition:
    """``[label]: target "title"``: what a reference link leads to."""

    label: str
    label_span: Span
    target: str
    target_span: Span
    title: str
    used: bool = False


@dataclass(slots=True)
class Context:
    """One reading of one file. ``definitions`` is complete before the first inline is read."""

    source: SourceFile
    settings: Settings
    language: str = "en"
    reference: dt.date | None = None
    headline: str = ""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    definitions: dict[str, Definition] = field(default_factory=dict)

    def fault(
        self,
        code: faults.Code,
        span: Span,
        message: str,
        mend: str = "",
        fix: Fix | None = None,
    ) -> None:
        """Note one fault at one place."""
        self.diagnostics.append(diagnose(code, self.source, span, message, mend, fix))

    def define(self, definition: Definition) -> Definition | None:
        """Keep a definition; a later one of the same label takes its place and gets the earlier."""
        key = normal_label(definition.label)
        earlier = self.definitions.get(key)
        self.definitions[key] = definition
        return earlier

    def defined(self, label: str) -> Definition | None:
        """The definition of a label as a link names it; it counts as used from now on."""
        found = self.definitions.get(normal_label(label))
        if found is not None:
            found.used = True
        return found


def normal_label(label: str) -> str:
    """A label as it is compared: white space run together, without regard to case."""
    return " ".join(label.split()).casefold()
