"""Content as it stood in a commit: read from the repository's objects, nothing is checked out."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.config import Settings, read_settings
from generator.records import decode

from .reading import SIDECAR, ReadSite, read_content
from .workspace import CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.diagnostics import Diagnostic

    from .reading import Parse
    from .workspace import Workspace

_READ = (".md", ".txt", SIDECAR)
_BLOB = "blob"
_LINK = "120000"


class HistoryError(Exception):
    """The repository cannot tell what was asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that is there: its full id and its day (ISO 8601, as its author's clock had it)."""

    id: str
    day: str


@dataclass(frozen=True, slots=True)
class Range:
    """From one commit to another; ``after`` is ``None`` for the files as they are now."""

    before: Commit
    after: Commit | None


def resolve(workspace: Workspace, revisions: str) -> Range:
    """The commits that ``A..B``, ``A...B`` (since they parted) or ``A`` (until now) name.

    An end that is left out is ``HEAD``, as in git.

    Raises:
        HistoryError: no git, no repository, or no such commit.
    """
    try:
        _git(workspace, "rev-parse", "--git-dir")
    except HistoryError as error:
        if "not a git repository" in str(error):
            message = f"{workspace.root} is in no git repository, so there is nothing to compare."
            raise HistoryError(message) from error
        raise
    first, dots, second = revisions.partition("..")
    before = _commit(workspace, first or "HEAD")
    if not dots:
        return Range(before, None)
    parted = second.startswith(".")
    after = _commit(workspace, second.removeprefix(".") or "HEAD")
    if parted:
        try:
            base = _git(workspace, "merge-base", before.id, after.id).decode().strip()
        except HistoryError as error:
            message = f"{revisions!r} names two commits without a common past.{_depth(workspace)}"
            raise HistoryError(message) from error
        before = _commit(workspace, base)
    return Range(before, after)


def read_revision(workspace: Workspace, commit: Commit, parse: Parse | None = None) -> ReadSite:
    """Configuration and content of a commit, read as files are; of symbolic links, nothing.

    Raises:
        HistoryError: an object is missing.
    """
    configuration = _tree(workspace, commit, CONFIGURATION)
    data = _objects(workspace, configuration.values())
    settings = Settings()
    found: tuple[Diagnostic, ...] = ()
    if CONFIGURATION in configuration:
        source, found = decode(CONFIGURATION, data[configuration[CONFIGURATION]])
        if source is not None:
            settings, found = read_settings(source, os.environ)
    start = f"{settings.content_dir}/"
    names = {
        path.removeprefix(start): blob
        for path, blob in sorted(_tree(workspace, commit, settings.content_dir).items())
        if path.startswith(start)
        and not any(part.startswith(".") for part in path.removeprefix(start).split("/"))
    }
    wanted = {path: blob for path, blob in names.items() if path.endswith(_READ)}
    data = _objects(workspace, wanted.values())
    files = {path: partial(_bytes, data, blob) for path, blob in names.items()}
    return read_content(settings, found, files, parse=parse)


def _bytes(data: Mapping[str, bytes], blob: str) -> bytes:
    """What is read of a file: of pictures, nothing."""
    return data.get(blob, b"")


def _commit(workspace: Workspace, name: str) -> Commit:
    unknown = f"There is no commit {name!r} in this repository."
    if name.startswith("-") or "\0" in name or not name.isprintable():
        raise HistoryError(unknown)
    try:
        line = _git(workspace, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        commit = line.decode().strip()
        # The object may be missing although its full id was understood.
        shown = _git(workspace, "show", "--no-patch", "--format=%as", commit)
    except HistoryError as error:
        raise HistoryError(f"{unknown}{_depth(workspace)}") from error
    return Commit(commit, shown.decode().strip())


def _depth(workspace: Workspace) -> str:
    """What to do where the clone is too shallow to have a commit."""
    shallow = _git(workspace, "rev-parse", "--is-shallow-repository").decode().strip()
    if shallow != "true":
        return ""
    return (
        " The clone is shallow and may lack it: run git fetch --unshallow, or in a workflow let "
        "the checkout fetch the whole history (fetch-depth: 0)."
    )


def _tree(workspace: Workspace, commit: Commit, path: str) -> dict[str, str]:
    """The files at or below ``path`` (relative to the newsroom) with the ids of their blobs."""
    listing = _git(workspace, "ls-tree", "-r", "-z", commit.id, "--", path)
    found = {}
    for line in listing.split(b"\0"):
        head, tab, name = line.partition(b"\t")
        if not tab:
            continue
        mode, kind, blob = head.decode().split()
        if kind == _BLOB and mode != _LINK:
            found[name.decode(errors="replace")] = blob
    return found


def _objects(workspace: Workspace, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """The bytes of blobs by their ids, in one call."""
    wanted = list(dict.fromkeys(blobs))
    if not wanted:
        return {}
    answer = _git(workspace, "cat-file", "--batch", data="\n".join(wanted).encode() + b"\n")
    found: dict[str, bytes] = {}
    at = 0
    for blob in wanted:
        end = answer.index(b"\n", at)
        head = answer[at:end].decode().split()
        if head[1:2] != [_BLOB]:
            message = f"The repository lacks the object {blob}.{_depth(workspace)}"
            raise HistoryError(message)
        size = int(head[2])
        found[blob] = answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _git(workspace: Workspace, *arguments: str, data: bytes = b"") -> bytes:
    command = ("git", "-C", str(workspace.root), *arguments)
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603  no shell, and revisions are checked
            command, input=data, capture_output=True, env=environment, check=False
        )
    except FileNotFoundError as error:
        raise HistoryError(
            "git is not installed, and commits cannot be read without it."
        ) from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise HistoryError(f"git {arguments[0]} failed: {reason or 'it does not say why'}")
    return done.stdout
