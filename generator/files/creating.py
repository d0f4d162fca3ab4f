"""A new file, whole, in a place where nothing stands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .leftovers import sweep
from .staging import discard, stage, sync_folder

if TYPE_CHECKING:
    from pathlib import Path


def create_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, its folders made where they are missing.

    Raises:
        FileExistsError: something stands there already; nothing was written.
        OSError: the disk refuses; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path.parent)
    if os.path.lexists(path):
        raise FileExistsError(path)
    temporary = stage(path, content)
    try:
        _name(temporary, path)
    finally:
        discard(temporary)
    sync_folder(path.parent)


def _name(temporary: Path, path: Path) -> None:
    """Give the file its name if that is free. A second name is refused where one is taken."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # File systems without links: whole all the same, but for who comes first in a tie.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temporary.rename(path)
