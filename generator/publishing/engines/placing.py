"""Puts a whole site in the place of another."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def place(fresh: Path, site: Path) -> None:
    """Rename ``fresh``, which stands beside ``site``, to it; the old tree is back if that fails.

    Raises:
        OSError: the disk refuses; the old site stands.
    """
    old = site.with_name(f".{site.name}-old")
    if old.exists():
        shutil.rmtree(old)
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
