"""What earlier builds made, kept in the cache folder: blobs in segments, and one index of them.

Nothing read from here is believed without its digest. A segment is a file of compressed blobs, one
after another, written by one process and never changed; a reference names segment, place and
digest. The index says what each page was made of; it is one value behind a line with its digest.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import zlib
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec

from generator.files import replace_file

from .faults import DamagedError
from .fingerprints import digest_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from io import BufferedWriter
    from pathlib import Path

VERSION: Final = 4
FOLDER: Final = "site"
INDEX: Final = "site.bin"
SPARE: Final = "spare"
"""Beside the segments: the site before last, most of it the same files as the present one's."""
_SEGMENTS: Final = 24  # more are joined into one

Reference: TypeAlias = list[Any]
"""``[segment, offset, length, digest]``; a list, as JSON gives it back."""


class SegmentWriter:
    """One new segment. Its file appears with the first blob."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = f"{secrets.token_hex(8)}.pack"
        self._file: BufferedWriter | None = None
        self._length = 0

    def add(self, data: bytes) -> Reference:
        """Write a blob."""
        return self.add_packed(zlib.compress(data, 1))

    def add_packed(self, packed: bytes) -> Reference:
        """Write a blob that is compressed already."""
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = (self._folder / self._name).open("xb")
        reference = [self._name, self._length, len(packed), digest_bytes(packed)]
        self._file.write(packed)
        self._length += len(packed)
        return reference

    def close(self) -> None:
        """Finish the segment."""
        if self._file is not None:
            self._file.close()
            self._file = None


class Store:
    """The folder of segments."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self.folder = cache / FOLDER
        self._open: dict[str, int] = {}

    def writer(self) -> SegmentWriter:
        """A new segment."""
        return SegmentWriter(self.folder)

    def read(self, reference: Reference) -> bytes:
        """The blob that was written.

        Raises:
            DamagedError: it is no longer there as it was.
        """
        try:
            return zlib.decompress(self.read_packed(reference))
        except zlib.error as error:
            raise DamagedError(str(error)) from error

    def read_packed(self, reference: Reference) -> bytes:
        """The blob as it stands in its segment.

        Raises:
            DamagedError: it is no longer there as it was.
        """
        try:
            name, offset, length, digest = reference
            handle = self._open.get(name)
            if handle is None:
                if "/" in name or not name.endswith(".pack"):
                    raise DamagedError(name)
                handle = self._open[name] = os.open(self.folder / name, os.O_RDONLY | _BINARY)
            if hasattr(os, "pread"):
                packed = os.pread(handle, length, offset)
            else:  # pragma: no cover  Windows
                os.lseek(handle, offset, os.SEEK_SET)
                packed = os.read(handle, length)
        except (OSError, ValueError, TypeError, OverflowError, MemoryError) as error:
            raise DamagedError(str(error)) from error
        if digest_bytes(packed) != digest:
            raise DamagedError(name)
        return packed

    def close(self) -> None:
        """Let go of the segments' files."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()

    def tidy(self, references: Iterable[Reference]) -> None:
        """Join segments where they are many or mostly unused, and remove what nothing names.

        The references are changed to where their blobs now are.

        Raises:
            DamagedError: a blob is no longer there.
            OSError: the disk refuses.
        """
        used: dict[str, list[Reference]] = {}
        for reference in references:
            used.setdefault(reference[0], []).append(reference)
        sizes = {}
        with contextlib.suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            sizes = {entry.name: entry.stat().st_size for entry in entries if entry.name != SPARE}
        wanted = sum(reference[2] for found in used.values() for reference in found)
        present = sum(size for name, size in sizes.items() if name in used)
        if len(used) > _SEGMENTS or present > 2 * wanted + (1 << 20):
            writer = self.writer()
            for name in sorted(used):
                for reference in sorted(used[name], key=lambda item: (item[1], item[2])):
                    reference[:] = writer.add_packed(self.read_packed(reference))
            writer.close()
            used = {writer._name: []}  # noqa: SLF001  one module
        self.close()
        for name in sizes.keys() - used.keys():
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()

    def load(self) -> dict[str, Any]:
        """The index; an empty one where there is none that can be believed."""
        try:
            head, _, body = (self._cache / INDEX).read_bytes().partition(b"\n")
            about = json.loads(head)
            packed = about.pop("packed", False)
            if about != {"version": VERSION, "digest": digest_bytes(body)}:
                return {}
            index = msgspec.msgpack.decode(body) if packed else json.loads(body)
        except (OSError, ValueError, AttributeError, TypeError, RecursionError):
            return {}
        return index if isinstance(index, dict) else {}

    def save(self, index: Mapping[str, Any]) -> None:
        """Write the index. A disk that refuses costs time at the next build, and nothing else."""
        try:
            body = msgspec.msgpack.encode(index)
            packed = True
        except (ValueError, OverflowError):  # lone surrogates in a name, numbers beyond 64 bits
            body = json.dumps(index, ensure_ascii=True, separators=(",", ":")).encode()
            packed = False
        about = {"version": VERSION, "digest": digest_bytes(body), "packed": packed}
        head = json.dumps(about).encode()
        with contextlib.suppress(OSError):
            replace_file(self._cache / INDEX, head + b"\n" + body, durable=False)

    def forget(self) -> None:
        """Remove the index, so that nothing in the cache is used."""
        (self._cache / INDEX).unlink(missing_ok=True)


_BINARY: Final = getattr(os, "O_BINARY", 0)
