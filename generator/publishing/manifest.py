"""The list of files that the generator made below ``docs/``: what it may replace and remove."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.files import files_below

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".briefing.json"
"""The manifest's file name below ``docs/``; MkDocs leaves out names that begin with a dot."""

VERSION = 1


class ManifestError(Exception):
    """The manifest cannot be used; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """POSIX paths relative to ``docs/``, sorted. ``begun`` stands while files are written."""

    files: tuple[str, ...] = ()
    begun: bool = False

    def to_json(self) -> str:
        """The manifest as it is stored: one path a line, so that differences read well."""
        begun = {"begun": True} if self.begun else {}
        data = {"version": VERSION, **begun, "files": list(self.files)}
        return json.dumps(data, indent=1) + "\n"


def read_manifest(docs: Path) -> Manifest:
    """The manifest below ``docs``; an empty one where there is none.

    Raises:
        ManifestError: it is damaged, or was written by a newer version.
    """
    try:
        text = (docs / NAME).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Manifest()
    except UnicodeDecodeError as error:
        raise ManifestError("The list of generated files is not UTF-8.") from error
    try:
        data = json.loads(text)
        version, files = data["version"], data["files"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ManifestError("The list of generated files is damaged.") from error
    if not isinstance(version, int) or version > VERSION:
        raise ManifestError(
            f"The list of generated files is of version {version}, newer than {VERSION}."
        )
    if not isinstance(files, list) or not all(isinstance(path, str) for path in files):
        raise ManifestError("The list of generated files is damaged.")
    if not all(is_safe(path) for path in files):
        raise ManifestError("The list of generated files names a file outside its folder.")
    return Manifest(tuple(sorted(files)), begun=data.get("begun") is True)


def hand_written(docs: Path) -> tuple[tuple[str, Path], ...]:
    """The files below ``docs`` that the generator did not make, by their paths relative to it.

    Hidden files are left out, as MkDocs leaves them out. Without a manifest that can be read
    every file counts as somebody's own.
    """
    try:
        known = set(read_manifest(docs).files)
    except ManifestError:
        known = set()
    return tuple((name, docs / name) for name in files_below(docs) if name not in known)


def is_safe(path: str) -> bool:
    """Whether a POSIX path stays below the folder that it is relative to, on any system."""
    parts = path.split("/")
    return not any(
        part in {"", ".", ".."} or "\\" in part or ":" in part or "\0" in part for part in parts
    )
