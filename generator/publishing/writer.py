"""Writes generated files below ``docs/``: only what changed, each file whole, nothing of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.publishing import (
    DAMAGED_MANIFEST,
    PAGE_IN_THE_WAY,
    SHARED_OUTPUT,
)
from generator.files import replace_file
from generator.publishing.manifest import NAME, Manifest, ManifestError, is_safe, read_manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.model.output import Output


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
    behind is still known as generated.

    Raises:
        OSError: the disk refuses; each file is then either its old self or its new one.
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
    faults = (*_clashes(paths, name), *_faults(wanted, manifest, docs, name))
    if faults:
        return Written(), faults

    old = set(manifest.files)
    added, changed = [], []
    for path in sorted(wanted):
        present = _read(docs / path)
        if present is None:
            added.append(path)
        elif present != wanted[path].content:
            changed.append(path)
    removed = sorted(path for path in old - every if (docs / path).is_file())
    final = Manifest(tuple(sorted(every)))
    if added or changed or removed:
        widened = Manifest(tuple(sorted(old | every)))
        replace_file(docs / NAME, widened.to_json().encode())
        for path in (*added, *changed):
            # What a power cut takes is made again from content.
            replace_file(docs / path, wanted[path].content, durable=False)
        for path in removed:
            _remove(docs, path)
    if manifest != final or added or changed or removed:
        replace_file(docs / NAME, final.to_json().encode())
    written = Written(
        tuple(added), tuple(changed), tuple(removed), len(every) - len(added) - len(changed)
    )
    return written, ()


def _clashes(paths: Iterable[str], name: str) -> Iterable[Diagnostic]:
    """Two outputs of one path, case ignored as some file systems do."""
    seen: dict[str, str] = {}
    for path in paths:
        folded = path.casefold()
        twin = seen.get(folded)
        seen[folded] = path
        if twin is None:
            continue
        source = SourceFile(f"{name}/{path}", "")
        message = f"Two pages would be written to {name}/{path}."
        if twin != path:
            message = f"The pages {twin} and {path} are one file on systems that ignore case."
        yield diagnose(SHARED_OUTPUT, source, None, message, "Give one of them another id.")


def _faults(
    wanted: Mapping[str, Output], manifest: Manifest, docs: Path, name: str
) -> Iterable[Diagnostic]:
    own = set(manifest.files)
    root = docs.resolve()
    for path, output in sorted(wanted.items()):
        source = SourceFile(f"{name}/{path}", "")
        if not is_safe(path) or not (docs / path).parent.resolve().is_relative_to(root):
            message = (
                f"{name}/{path} would be written outside {name}/: a folder in its path is a link."
            )
            yield diagnose(PAGE_IN_THE_WAY, source, None, message, "Replace the link by a folder.")
            continue
        if path in own:
            continue
        target = docs / path
        if target.is_dir() or (target.exists() and _read(target) != output.content):
            message = f"{name}/{path} exists and was not made by the generator."
            mend = (
                "Move it away or rename it; a generated page of this name is about to be written."
            )
            yield diagnose(PAGE_IN_THE_WAY, source, None, message, mend)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _remove(docs: Path, path: str) -> None:
    target = docs / path
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()
