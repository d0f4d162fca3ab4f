"""The door to reading settings.

The model imports this room for its ``Settings``; what reads them needs pydantic, which takes a
tenth of a second to import and is not needed to show a command's help.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Diagnostic, SourceFile

    from .settings import Settings
    from .untrusted import Obeyed

_NO_ENVIRONMENT: Mapping[str, str] = MappingProxyType({})


def read_settings(
    source: SourceFile, environment: Mapping[str, str] = _NO_ENVIRONMENT
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in ``mkdocs.yml``, defaults where one cannot be read, and all faults.

    ``environment`` answers MkDocs' ``!ENV`` tags in the settings of MkDocs that are used.
    """
    from .loading import load_settings  # noqa: PLC0415 - see this module's docstring

    return load_settings(source, environment)


def obeyed(
    source: SourceFile, environment: Mapping[str, str]
) -> tuple[Obeyed, tuple[Diagnostic, ...]]:
    """What of an untrusted ``mkdocs.yml`` may be obeyed, and all else as faults.

    The file must have been read as settings, without an error.
    """
    from .untrusted import read_obeyed  # noqa: PLC0415 - see this module's docstring

    return read_obeyed(source, environment)


def settings_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of ``extra.briefing``, for editors' completion and checks."""
    from .loading import briefing_schema  # noqa: PLC0415 - see this module's docstring

    return briefing_schema()


def mkdocs_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of ``mkdocs.yml``: ``extra.briefing`` alone, all else allowed."""
    settings = settings_schema()
    dialect = settings.pop("$schema")
    extra = {"properties": {"briefing": {**settings, "type": ["object", "null"]}}}
    return {
        "$schema": dialect,
        "title": "mkdocs.yml of a briefing site",
        "description": "What the briefing generator reads; MkDocs and the theme know the rest.",
        "type": "object",
        "properties": {"extra": extra},
    }
