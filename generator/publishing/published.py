"""The list of what was published, which goes with every release, and what two of them differ in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from .manifest import is_safe

NAME: Final = "briefing-manifest.json"
"""The list's file name at the site's root. It names what anybody can read there anyway."""

VERSION: Final = 1

_NOTHING: Mapping[str, str] = MappingProxyType({})


class ListingError(Exception):
    """A list cannot be used; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Listing:
    """``files`` has a digest for each path, ``redirects`` the address that a page sends on to.

    Paths are POSIX, below the site's root, in order. ``redirects`` is keyed by path too.
    """

    files: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    redirects: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    @property
    def digest(self) -> str:
        """One digest of all files: the same for the same site."""
        lines = (f"{path}\0{digest}\n" for path, digest in sorted(self.files.items()))
        return hashlib.blake2b("".join(lines).encode(), digest_size=20).hexdigest()

    def to_json(self) -> str:
        """The list as it is stored: one file a line, so that differences read well."""
        data = {
            "version": VERSION,
            "digest": self.digest,
            "redirects": dict(sorted(self.redirects.items())),
            "files": dict(sorted(self.files.items())),
        }
        return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publication changes: paths of pages in order, and the number of other files."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    other_files: int = 0

    @property
    def nothing(self) -> bool:
        """Whether both releases are the same."""
        return not (
            self.added or self.changed or self.removed or self.redirects or self.other_files
        )


def read_listing(content: bytes) -> Listing:
    """The list that :meth:`Listing.to_json` wrote.

    Raises:
        ListingError: it is damaged, or was written by a newer version.
    """
    try:
        data = json.loads(content)
        version, files, redirects = data["version"], data["files"], data["redirects"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ListingError("The list of what was published last is damaged.") from error
    if not isinstance(version, int) or version > VERSION:
        raise ListingError(
            f"The list of what was published last is of version {version}, newer than {VERSION}."
        )
    if not (_texts(files) and _texts(redirects) and all(map(is_safe, files))):
        raise ListingError("The list of what was published last is damaged.")
    return Listing(*(MappingProxyType(dict(sorted(one.items()))) for one in (files, redirects)))


def changes_between(old: Listing, new: Listing) -> Changes:
    """What readers find added, changed, removed and redirected when ``new`` follows ``old``.

    A redirect that takes a page's place is told as redirect, not as a change of that page.
    """
    made = {
        path: address
        for path, address in new.redirects.items()
        if old.redirects.get(path) != address
    }
    added, changed, removed, others = [], [], [], 0
    for path in sorted(old.files.keys() | new.files.keys()):
        before, after = old.files.get(path), new.files.get(path)
        if before == after or path in made:
            continue
        if not path.endswith((".html", ".htm")):
            others += 1
        elif before is None:
            added.append(path)
        elif after is None:
            removed.append(path)
        else:
            changed.append(path)
    return Changes(
        tuple(added), tuple(changed), tuple(removed), tuple(sorted(made.items())), others
    )


def _texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
