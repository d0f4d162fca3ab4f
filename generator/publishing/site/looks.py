"""Whether the files of a site, and those that it is made of, are as they were, by their looks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from generator.files import FileClock, Looks, looks_of

from .fingerprints import digest_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


def looks_below(folder: Path, paths: Iterable[str], clock: FileClock) -> dict[str, Looks]:
    """How files that were just written look; empty where a change would not show in it."""
    top = str(folder)
    found = {}
    for path in paths:
        about = _about(f"{top}/{path}")
        found[path] = looks_of(about) if clock.is_past(about) else ""
    return found


def _about(name: str) -> os.stat_result:
    return os.stat(name, follow_symlinks=False)  # noqa: PTH116  thousands


def untouched(folder: Path | str, path: str, digest: str, looks: Looks) -> bool:
    """Whether a file of a site is as it was written, by its looks or else by its bytes."""
    name = f"{folder}/{path}"
    try:
        if looks and looks_of(_about(name)) == looks:
            return True
        with open(name, "rb") as file:  # noqa: PTH123  thousands
            return digest_bytes(file.read()) == digest
    except OSError:
        return False


def files_in(top: str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder with its POSIX path, links to folders among them."""
    with os.scandir(f"{top}/{prefix}") as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(top, f"{path}/")
            else:
                yield path, entry


def same_tree(folder: Path, outputs: Mapping[str, list[Any]], besides: str) -> bool:
    """Whether ``folder`` holds these files, as they were written, and no others but ``besides``.

    ``outputs`` has the digest and the looks of each.
    """
    found = 0
    try:
        for path, entry in files_in(str(folder)):
            if path == besides:
                continue
            held = outputs.get(path)
            if held is None:
                return False
            digest, looks = held
            same = looks and looks_of(entry.stat(follow_symlinks=False)) == looks
            if not same and not untouched(folder, path, digest, ""):
                return False
            found += 1
    except OSError:
        return False
    return found == len(outputs) - (besides in outputs)


class KnownFiles:
    """The digests of the files below folders; what looks as it did before is not read again.

    ``held`` is what an earlier one's ``held`` was. Links are followed.
    """

    def __init__(self, held: Mapping[str, Mapping[str, list[Any]]], clock: FileClock) -> None:
        self._before = held
        self._clock = clock
        self.held: dict[str, dict[str, list[Any]]] = {}
        """By folder and POSIX path: the digest, and the looks where a change would show in them."""

    def digests(self, folder: Path | str) -> dict[str, str]:
        """The digest of every file below ``folder`` by its POSIX path."""
        top = str(folder)
        if top not in self.held:
            found: dict[str, list[Any]] = {}
            self._look(top, "", self._before.get(top, {}), found)
            self.held[top] = found
        return {path: held[0] for path, held in self.held[top].items()}

    def unchanged(self) -> bool:
        """Whether the folders that were looked at before hold what they held, and nothing else."""
        return all(
            self.digests(top) == {path: held[0] for path, held in files.items()}
            for top, files in self._before.items()
        )

    def _look(
        self,
        top: str,
        prefix: str,
        before: Mapping[str, list[Any]],
        found: dict[str, list[Any]],
    ) -> None:
        try:
            with os.scandir(f"{top}/{prefix}") as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError:
            return
        folders = []
        for entry in entries:
            if entry.is_dir():
                folders.append(entry.name)
                continue
            path = prefix + entry.name
            try:
                about = entry.stat()
                looks = looks_of(about)
                known = before.get(path)
                if known is not None and known[1] == looks:
                    found[path] = known
                    continue
                past = self._clock.is_past(about)
                with open(entry.path, "rb") as file:  # noqa: PTH123  thousands
                    digest = digest_bytes(file.read())
            except (FileNotFoundError, IsADirectoryError):
                continue
            found[path] = [digest, looks if past else ""]
        for name in folders:
            self._look(top, f"{prefix}{name}/", before, found)
