"""The handbook as pages of a newsroom's site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.model.output import Output

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

FOLDER: Final = "handbook"
_PACKAGE: Final = Path(__file__).resolve().parent.parent


def shipped_handbook() -> Path:
    """The handbook that comes with the generator: inside the wheel, or beside it in a checkout."""
    inside = _PACKAGE / FOLDER
    return inside if inside.is_dir() else _PACKAGE.parent / "docs" / FOLDER


def handbook_pages(others: Collection[str]) -> Iterator[Output]:
    """The handbook's files below ``docs/``, but for those of which a newsroom has its own.

    Raises:
        OSError: a file cannot be read.
    """
    source = shipped_handbook()
    for path in sorted(source.rglob("*")):
        name = f"{FOLDER}/{path.relative_to(source).as_posix()}"
        if path.is_file() and name not in others:
            yield Output(name, path.read_bytes())
