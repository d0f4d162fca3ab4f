"""Values by key in a few files, each entry with its checksum.

A file begins with ``_MAGIC``; then come the checksum (CRC-32) and the length of its index, four
bytes each, little-endian; the index (MessagePack: the fingerprint, then key, length and checksum of
each entry); and the entries, one behind the other.
"""

from __future__ import annotations

import contextlib
import struct
from typing import TYPE_CHECKING, Final, TypeAlias
from zlib import crc32

import msgspec

from generator.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

COUNT: Final = 32
"""How many files share the entries: one that changes makes one of them be written again."""

_MAGIC: Final = b"briefing cache 1\n"
_HEAD: Final = struct.Struct("<II")


class _Index(msgspec.Struct, array_like=True, frozen=True):
    fingerprint: bytes
    entries: list[tuple[bytes, int, int]]


_Entries: TypeAlias = dict[bytes, tuple[bytes | memoryview, int]]
"""Values with their checksums."""

_INDEX: Final = msgspec.msgpack.Decoder(_Index)


class Shards:
    """A memory on disk. Entries of another ``fingerprint``, or damaged ones, are not there."""

    def __init__(self, folder: Path, fingerprint: bytes) -> None:
        self._folder = folder
        self._fingerprint = fingerprint
        self._files: dict[int, _Entries] = {}
        self._used: dict[int, _Entries] = {}
        self._fresh: set[int] = set()

    def get(self, key: bytes) -> bytes | memoryview | None:
        """The value of a key, ``None`` where there is none; it is kept at the next ``save``."""
        number = key[0] % COUNT
        entries = self._files.get(number)
        if entries is None:
            entries = self._files[number] = self._read(number)
        entry = entries.get(key)
        if entry is None:
            return None
        value, checksum = entry
        if crc32(value) != checksum:
            return None
        self._used.setdefault(number, {})[key] = entry
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""
        number = key[0] % COUNT
        self._used.setdefault(number, {})[key] = value, crc32(value)
        self._fresh.add(number)

    def save(self) -> None:
        """Write the files whose entries changed: what was got or put is kept, the rest forgotten.

        A disk that refuses costs time at the next build, and nothing else.
        """
        with contextlib.suppress(OSError):
            for number in range(COUNT):
                used = self._used.get(number, {})
                known = self._files.get(number)
                if known is None:
                    known = self._read(number)
                if number in self._fresh or known.keys() != used.keys():
                    self._write(number, used)
                    self._fresh.discard(number)

    def again(self) -> None:
        """Begin another round with what the one that ends got or put: it alone is there."""
        self._files, self._used = {n: self._used.get(n, {}) for n in range(COUNT)}, {}

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:02}.bin"

    def _write(self, number: int, entries: _Entries) -> None:
        listed = [(key, len(value), checksum) for key, (value, checksum) in sorted(entries.items())]
        index = msgspec.msgpack.encode(_Index(self._fingerprint, listed))
        head = _HEAD.pack(crc32(index), len(index))
        content = b"".join((_MAGIC, head, index, *(entries[key][0] for key, _, _ in listed)))
        replace_file(self._path(number), content, durable=False)

    def _read(self, number: int) -> _Entries:
        try:
            data = memoryview(self._path(number).read_bytes())
        except OSError:
            return {}
        start = len(_MAGIC) + _HEAD.size
        if len(data) < start or bytes(data[: len(_MAGIC)]) != _MAGIC:
            return {}
        checksum, length = _HEAD.unpack_from(data, len(_MAGIC))
        index = data[start : start + length]
        if len(index) != length or crc32(index) != checksum:
            return {}
        try:
            found = _INDEX.decode(index)
        except msgspec.DecodeError:
            return {}
        if found.fingerprint != self._fingerprint:
            return {}
        entries: _Entries = {}
        at = start + length
        for key, size, of_value in found.entries:
            entries[key] = data[at : at + size], of_value
            at += size
        return entries
