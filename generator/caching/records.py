"""One value in one file, with its version and its checksum."""

from __future__ import annotations

import contextlib
import struct
from typing import TYPE_CHECKING, Final, TypeVar
from zlib import crc32

import msgspec

from generator.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

_T = TypeVar("_T")

_MAGIC: Final = b"briefing record 1\n"
_CHECKSUM: Final = struct.Struct("<I")
_FINGERPRINT: Final = 16


def load_record(path: Path, kind: type[_T], fingerprint: bytes) -> _T | None:
    """The value of type ``kind`` in a file; ``None`` where there is none that can be used."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    start = len(_MAGIC) + _FINGERPRINT + _CHECKSUM.size
    if len(data) < start or bytes(data[: len(_MAGIC)]) != _MAGIC:
        return None
    if data[len(_MAGIC) : len(_MAGIC) + _FINGERPRINT] != fingerprint:
        return None
    (checksum,) = _CHECKSUM.unpack_from(data, len(_MAGIC) + _FINGERPRINT)
    body = data[start:]
    if crc32(body) != checksum:
        return None
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.DecodeError:
        return None


def is_foreign(path: Path, fingerprint: bytes) -> bool:
    """Whether there is a file of this kind that another version wrote."""
    try:
        head = path.read_bytes()[: len(_MAGIC) + _FINGERPRINT]
    except OSError:
        return False
    return head.startswith(_MAGIC) and head[len(_MAGIC) :] != fingerprint


def save_record(path: Path, value: object, fingerprint: bytes) -> None:
    """Keep a value. A disk that refuses costs time at the next build, and nothing else."""
    body = msgspec.msgpack.encode(value)
    content = b"".join((_MAGIC, fingerprint, _CHECKSUM.pack(crc32(body)), body))
    with contextlib.suppress(OSError):
        replace_file(path, content, durable=False)
