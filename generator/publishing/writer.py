"""Writes generated files below ``docs/``: only what changed, each file whole, nothing of others."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.publishing import (
    DAMAGED_MANIFEST,
    PAGE_IN_THE_WAY,
    SHARED_OUTPUT,
)
from generator.files import (
    colliding,
    exchange_files,
    files_below,
    folded,
    replace_file,
    sweep_below,
)
from generator.publishing.manifest import NAME, Manifest, ManifestError, is_safe, read_manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.model.output import Output

_FOLDERS: Final = frozenset({"index", "README"})
"""Pages that MkDocs takes for their folder's."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did: POSIX paths relative to ``docs/``, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0

    @property
    def nothing(self) -> bool:
        """Whether every file already stood as it should."""
        return not (self.added or self.changed or self.removed)


def write_outputs(
    outputs: Sequence[Output],
    docs: Path,
    name: str = "docs",
    standing: Collection[str] = (),
) -> tuple[Written, tuple[Diagnostic, ...]]:
    """Bring the generated files below ``docs`` to ``outputs``.

    ``standing`` are the paths of further generated files that hold what they should already.

    Files that the manifest does not list are somebody's own: one in the way of an output is a
    diagnostic, and then nothing at all is written. ``name`` is how messages call the folder.

    The manifest is first widened to old and new files together, so that whatever a crash leaves
    behind is still known as generated. Where the disk refuses, all files are what they were.

    Raises:
        OSError: the disk refuses.
    """
    wanted = {output.path: output for output in outputs}
    every = {*wanted, *standing}
    try:
        manifest = read_manifest(docs)
    except ManifestError as error:
        mend = (
            f"Delete {name}/{NAME} and the pages that `briefing build` then names, and build again."
        )
        return Written(), (
            diagnose(DAMAGED_MANIFEST, SourceFile(f"{name}/{NAME}", ""), None, str(error), mend),
        )
    paths = (*(output.path for output in outputs), *standing)
    known = set(manifest.files)
    others = [path for path in files_below(docs) if path not in known]
    faults = (
        *_clashes(paths, name),
        *_near(every, others, name),
        *_faults(wanted, manifest, docs, name),
    )
    if faults:
        return Written(), faults
    if manifest.begun:
        sweep_below(docs)

    old = set(manifest.files)
    added, changed = [], []
    for path in sorted(wanted):
        present = _read(docs / path)
        if present is None:
            added.append(path)
        elif present != wanted[path].content:
            changed.append(path)
    # What a folder that is a link leads to is somebody else's, whatever the manifest says.
    ways = _Ways(docs)
    removed = sorted(
        path for path in old - every if (docs / path).is_file() and ways.inside(docs / path)
    )
    final = Manifest(tuple(sorted(every)))
    if added or changed or removed:
        widened = Manifest(tuple(sorted(old | every)), begun=True)
        replace_file(docs / NAME, widened.to_json().encode())
        exchange_files(
            ((docs / path, wanted[path].content) for path in (*added, *changed)),
            (docs / path for path in removed),
        )
        for path in removed:
            _remove_empty(docs, path)
    if manifest != final or added or changed or removed:
        replace_file(docs / NAME, final.to_json().encode())
    written = Written(
        tuple(added), tuple(changed), tuple(removed), len(every) - len(added) - len(changed)
    )
    return written, ()


def _clashes(paths: Iterable[str], name: str) -> Iterable[Diagnostic]:
    """Outputs of one address, case ignored as some file systems do."""
    seen: dict[str, str] = {}
    for path in paths:
        key = folded(_address(path))
        twin = seen.get(key)
        seen[key] = path
        if twin is None:
            continue
        source = SourceFile(f"{name}/{path}", "")
        message = f"Two pages would be written to {name}/{path}."
        if twin != path:
            message = f"The pages {twin} and {path} are {_one(twin, path)}."
        yield diagnose(SHARED_OUTPUT, source, None, message, "Give one of them another id.")


def _near(outputs: Iterable[str], others: Sequence[str], name: str) -> Iterable[Diagnostic]:
    """Files of somebody's own that some systems, or the site, take for an output."""
    generated = set(outputs)
    near = {path: first for first, path in colliding((*sorted(generated), *others))}
    addresses = {folded(_address(path)): path for path in generated}
    for path in others:
        first = addresses.get(folded(_address(path)), "")
        if first and first != path:
            near.setdefault(path, first)
    for path, first in sorted(near.items()):
        if path in generated:
            continue
        source = SourceFile(f"{name}/{path}", "")
        message = f"{name}/{path} and the generated {name}/{first} are {_one(first, path)}."
        yield diagnose(PAGE_IN_THE_WAY, source, None, message, "Rename the one written by hand.")


def _one(first: str, second: str) -> str:
    if folded(first) == folded(second):
        return "one file on systems that ignore case"
    return "one page of the site"


def _address(path: str) -> str:
    """Where a page is served as a folder, which two files can share; any other file's own path."""
    for ending in (".md", ".html"):
        folder, _, stem = path.removesuffix(ending).rpartition("/")
        if path.endswith(ending) and stem in _FOLDERS:
            return f"{folder}/"
    return f"{path[:-3]}/" if path.endswith(".md") else path


def _faults(
    wanted: Mapping[str, Output], manifest: Manifest, docs: Path, name: str
) -> Iterable[Diagnostic]:
    own = set(manifest.files)
    ways = _Ways(docs)
    for path, output in sorted(wanted.items()):
        source = SourceFile(f"{name}/{path}", "")
        target = docs / path
        if not is_safe(path) or not ways.inside(target):
            message = (
                f"{name}/{path} would be written outside {name}/: a folder in its path is a link."
            )
            yield diagnose(PAGE_IN_THE_WAY, source, None, message, "Replace the link by a folder.")
        elif blocking := ways.file_above(target):
            shown = f"{name}/{blocking.relative_to(docs).as_posix()}"
            message = f"{shown} is a file, and {name}/{path} must be written below it."
            yield diagnose(PAGE_IN_THE_WAY, source, None, message, "Move the file away.")
        elif target.is_dir():
            message = f"{name}/{path} is a folder, and a file of this name must be written."
            yield diagnose(PAGE_IN_THE_WAY, source, None, message, "Move the folder away.")
        elif path not in own and target.exists() and _read(target) != output.content:
            message = f"{name}/{path} exists and was not made by the generator."
            mend = (
                "Move it away or rename it; a generated page of this name is about to be written."
            )
            yield diagnose(PAGE_IN_THE_WAY, source, None, message, mend)


@dataclass(frozen=True, slots=True)
class _Ways:
    """What stands on the way to files below ``docs``; each folder is looked at once."""

    docs: Path
    _seen: dict[Path, tuple[bool, Path | None]] = field(default_factory=dict)

    def inside(self, target: Path) -> bool:
        """Whether no link leads the folder of ``target`` out of ``docs``."""
        return self._look(target.parent)[0]

    def file_above(self, target: Path) -> Path | None:
        """The file that stands where a folder on the way to ``target`` must be."""
        return self._look(target.parent)[1]

    def _look(self, folder: Path) -> tuple[bool, Path | None]:
        if folder not in self._seen:
            inside = folder.resolve().is_relative_to(self.docs.resolve())
            above = (one for one in (folder, *folder.parents) if self.docs in one.parents)
            in_the_way = (one for one in above if one.exists() and not one.is_dir())
            self._seen[folder] = inside, next(in_the_way, None)
        return self._seen[folder]


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _remove_empty(docs: Path, path: str) -> None:
    """Remove the folders that held nothing but the file at ``path``."""
    with contextlib.suppress(OSError):  # the next build tries again
        for folder in (docs / path).parents:
            if folder == docs or any(folder.iterdir()):
                break
            folder.rmdir()
