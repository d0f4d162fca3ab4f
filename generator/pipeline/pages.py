"""What making the pages of a site comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.config import Settings
    from generator.diagnostics import Diagnostic
    from generator.publishing import Written

    from .reuse import Reuse


@dataclass(frozen=True, slots=True)
class Pages:
    """What making the pages below ``docs/`` found; ``written`` is ``None`` if it stopped before.

    ``newest`` is the date of the content, in seconds since 1970.
    """

    settings: Settings
    diagnostics: tuple[Diagnostic, ...]
    reuse: Reuse
    written: Written | None = None
    newest: int = 0
