"""The parser with a memory: a file that is the same as before is parsed once."""

from __future__ import annotations

from typing import Any

from generator.config import Settings
from generator.diagnostics import Diagnostic, SourceFile
from generator.model.links import Register

from .reading import parse_file


class Remembered:
    """What ``parse_file`` returned for each text. Made for one command; it forgets nothing."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], tuple[Settings, Any]] = {}

    def __call__(
        self,
        register: Register,
        name: str,
        text: str,
        settings: Settings,
        sidecar: SourceFile | None = None,
    ) -> tuple[Any, tuple[Diagnostic, ...]]:
        """As ``parse_file``."""
        key = name, text, sidecar.text if sidecar else ""
        known = self._known.get(key)
        if known is None or known[0] != settings:
            known = settings, parse_file(register, name, text, settings, sidecar)
            self._known[key] = known
        entry: tuple[Any, tuple[Diagnostic, ...]] = known[1]
        return entry
