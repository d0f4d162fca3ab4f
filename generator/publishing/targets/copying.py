"""A site's files copied into a folder of their own, each proved to be what was looked through."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from generator.publishing.published import NAME, Listing

from .target import TargetError

_FILE = 0o644
_FOLDER = 0o755


def copy_release(
    site: Path, folder: Path, listing: Listing, *, previous: Path | None = None
) -> None:
    """Write the files of ``listing`` and the list itself into the new folder ``folder``.

    A file that is the same in ``previous`` becomes a second name of that one, so that many releases
    take little room, and caches that go by a file's time stay good. One that differs is younger by
    a second at least, since web servers tell versions apart by time and size.

    Raises:
        TargetError: a file of the site is no longer what was looked through.
        OSError: the disk refuses.
    """
    folder.mkdir(parents=True, mode=_FOLDER)
    folder.chmod(_FOLDER)
    made = {folder}
    for path, digest in listing.files.items():
        source, target = site / path, folder / path
        if target.parent not in made:
            _make(target.parent, made)
        content = _read(source)
        if content is None or hashlib.blake2b(content, digest_size=20).hexdigest() != digest:
            raise TargetError(
                f"{source} changed while it was being published. Run the command again."
            )
        _write(target, content, previous / path if previous else None)
    _write(folder / NAME, listing.to_json().encode(), None)


def _make(folder: Path, made: set[Path]) -> None:
    if folder.parent not in made:
        _make(folder.parent, made)
    folder.mkdir(exist_ok=True)
    folder.chmod(_FOLDER)
    made.add(folder)


def _write(target: Path, content: bytes, before: Path | None) -> None:
    old = _read(before) if before else None
    if before is not None and old == content and _linked(before, target):
        return
    target.write_bytes(content)
    target.chmod(_FILE)
    if before is not None and old is not None:
        _make_younger(target, before)


def _linked(before: Path, target: Path) -> bool:
    try:
        os.link(before, target, follow_symlinks=False)
    except OSError:  # file systems without links, or with as many as they allow
        shutil.copy2(before, target)
    return True


def _make_younger(target: Path, before: Path) -> None:
    earliest = int(before.stat().st_mtime) + 1
    if target.stat().st_mtime < earliest:
        os.utime(target, (earliest, earliest))


def _read(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path else None
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
