"""Where the generator's templates are, and its theme as site builders find it by name."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Final

FONTS: Final = PurePosixPath("theme/assets/fonts")
"""The fonts below the templates."""

_PACKAGE: Final = Path(__file__).resolve().parent.parent


def shipped_templates() -> Path:
    """The templates that come with the generator: inside the wheel, or beside it in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


# A builder takes the folder of what the entry point leads to; in a checkout that is no module.
THEME: Final = SimpleNamespace(__file__=str(shipped_templates() / "theme" / "mkdocs_theme.yml"))
"""The entry point of the theme ``briefing`` in the group ``mkdocs.themes``."""
