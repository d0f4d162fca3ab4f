"""What Jinja2 says of a template, as a diagnostic at the template's line."""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.templates import TEMPLATE_ERROR
from generator.diagnostics.codes.untrusted import TEMPLATE_LIMIT
from generator.rendering import TemplateLimitError

if TYPE_CHECKING:
    from jinja2 import TemplateError

_SUFFIX = ".j2"


def template_fault(error: TemplateError, root: Path) -> Diagnostic:
    """The diagnostic of an error that Jinja2 raised; its path is relative to ``root``."""
    if isinstance(error, TemplateNotFound):
        name = str(error.name or "templates")
        message = f"The template {name} is in no templates folder."
        return diagnose(TEMPLATE_ERROR, SourceFile(name, ""), None, message)
    name, line = _place(error)
    source = _source(name, root)
    start = source.offset(line, 1) if source.text else 0
    end = source.text.find("\n", start)
    span = Span(start, end if end >= 0 else len(source.text))
    if isinstance(error, TemplateLimitError):
        message = f"The template was stopped: {str(error.message).rstrip('.')}."
        mend = "Look for a loop, a macro or an inclusion that repeats itself, or for a long text."
        return diagnose(TEMPLATE_LIMIT, source, span, message, mend)
    message = f"The template cannot be used: {str(error.message).rstrip('.')}."
    mend = "The handbook's page on templates lists the views and what they have."
    return diagnose(TEMPLATE_ERROR, source, span, message, mend)


def _place(error: TemplateError) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(_SUFFIX)]
    return (inside[-1].filename, inside[-1].lineno or 1) if inside else ("", 1)


def _source(name: str, root: Path) -> SourceFile:
    shown = os.path.relpath(name, root) if name else "templates"
    try:
        text = Path(name).read_text(encoding="utf-8") if name else ""
    except (OSError, UnicodeDecodeError):
        text = ""
    return SourceFile(Path(shown).as_posix(), text)
