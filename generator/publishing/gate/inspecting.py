"""A built site, read once: the digest and size of every file, and what its pages refer to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.publishing.published import NAME

from .html import Page, Reference, scan

_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)""")


@dataclass(frozen=True, slots=True)
class Inspection:
    """Files by their POSIX paths below the site, in order.

    ``digests`` and ``sizes`` (bytes) are those of all files but the listing of an earlier
    publication. ``sheets`` holds the addresses that style sheets name.
    """

    digests: Mapping[str, str]
    sizes: Mapping[str, int]
    pages: Mapping[str, Page]
    sheets: Mapping[str, tuple[Reference, ...]]


def inspect_site(site: Path) -> Inspection:
    """Read everything below ``site``.

    Raises:
        OSError: a file cannot be read.
    """
    digests: dict[str, str] = {}
    sizes: dict[str, int] = {}
    pages: dict[str, Page] = {}
    sheets: dict[str, tuple[Reference, ...]] = {}
    known: dict[bytes, Page] = {}
    for path in site_files(site):
        content = (site / path).read_bytes()
        digest = hashlib.blake2b(content, digest_size=20)
        digests[path] = digest.hexdigest()
        sizes[path] = len(content)
        if path.endswith((".html", ".htm")):
            key = digest.digest()
            if key not in known:
                known[key] = scan(content.decode("utf-8", errors="replace"))
            pages[path] = known[key]
        elif path.endswith(".css"):
            sheets[path] = _sheet(content.decode("utf-8", errors="replace"))
    return Inspection(
        MappingProxyType(digests),
        MappingProxyType(sizes),
        MappingProxyType(pages),
        MappingProxyType(sheets),
    )


def site_files(site: Path) -> tuple[str, ...]:
    """The paths of all files below ``site`` but an earlier publication's listing, sorted."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if path != NAME))


def _sheet(text: str) -> tuple[Reference, ...]:
    found = ("".join(parts) for parts in _URL.findall(text))
    return tuple(Reference(address, picture=False) for address in dict.fromkeys(found))
