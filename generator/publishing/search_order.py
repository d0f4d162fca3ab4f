"""Puts an index that Pagefind made whole in an order of its own, as far as that can be done.

Only where its files are not understood so far that they can be put together anew. Pagefind 1.5
writes filters, and the values of each, in the order of a hash map that is seeded anew in every run.
Here they are sorted, and the files that hold them, and what names those files, are written again.
The files are CBOR (RFC 8949) behind a mark, gzipped.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, Final

import cbor2

from .searching.scanning import UnknownIndexError

_MARK: Final = b"pagefind_dcd"
_FILTERS: Final = 3  # where the filters stand in the list of an index's parts


def put_in_order(index: Path) -> None:
    """Sort the filters of the index in the folder ``index`` and their values.

    Raises:
        UnknownIndexError: a file is not what it should be.
        OSError: a file cannot be read or written.
    """
    entry_file = index / "pagefind-entry.json"
    try:
        entry = json.loads(entry_file.read_bytes())
        for language in sorted(entry["languages"]):
            about = entry["languages"][language]
            about["hash"] = _ordered(index, about["hash"])
    except (ValueError, LookupError, TypeError, EOFError, cbor2.CBORError) as error:
        raise UnknownIndexError(f"the index is not one of Pagefind 1.5 ({error})") from error
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _ordered(index: Path, name: str) -> str:
    """Write one language's filters anew; the new name of the file that lists them."""
    language = name.rpartition("_")[0]
    listing = index / f"pagefind.{name}.pf_meta"
    parts = _read(listing)
    filters = []
    for key, old in parts[_FILTERS]:
        file = index / "filter" / f"{old}.pf_filter"
        title, values = _read(file)
        content = _written([title, sorted(values)])
        new = f"{language}_{_digest(content, 7)}"
        file.unlink()
        file.with_name(f"{new}.pf_filter").write_bytes(content)
        filters.append([key, new])
    parts[_FILTERS] = sorted(filters)
    content = _written(parts)
    new = f"{language}_{_digest(content, 10)}"
    listing.unlink()
    (index / f"pagefind.{new}.pf_meta").write_bytes(content)
    return new


def _read(file: Path) -> Any:  # noqa: ANN401  whatever CBOR holds
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_MARK):
        raise UnknownIndexError(f"{file.name} has no mark of Pagefind's")
    return cbor2.loads(data[len(_MARK) :])


def _written(value: object) -> bytes:
    return gzip.compress(_MARK + cbor2.dumps(value), mtime=0)


def _digest(content: bytes, digits: int) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()[:digits]
