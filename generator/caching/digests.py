"""Digests of values, and of the program that makes values of values."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec

from generator.files import files_below

Digest: TypeAlias = bytes
"""The first 16 bytes of SHA-256, which processors have an instruction for."""

SIZE: Final = 16
_PART: Final = 1 << 20

if TYPE_CHECKING:
    from io import FileIO

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_DATA: Final = (".py", ".mo", ".po", ".txt", ".json", ".yaml", ".csv")


def digest_of_bytes(*parts: bytes) -> Digest:
    """The digest of several strings of bytes, told apart by their lengths."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "little"))
        found.update(part)
    return found.digest()[:SIZE]


def digest_of_file(file: FileIO) -> Digest:
    """The digest of what an open file holds, of any size, as of its bytes."""
    found = hashlib.sha256(os.fstat(file.fileno()).st_size.to_bytes(8, "little"))
    while part := file.read(_PART):
        found.update(part)
    return found.digest()[:SIZE]


def digest_of(value: object) -> Digest:
    """The digest of a frozen value: equal for equal values, whatever process made them."""
    return hashlib.sha256(_ENCODER.encode(value)).digest()[:SIZE]


def _plain(value: Any) -> object:  # noqa: ANN401  whatever the encoder does not know
    if isinstance(value, Mapping):
        return tuple(value.items())
    if isinstance(value, str):
        return type(value).__name__, str(value)
    raise TypeError(type(value))


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic")


@cache
def code_digest(rooms: tuple[str, ...] = (), libraries: tuple[str, ...] = ()) -> Digest:
    """The digest of the generator's own source in ``rooms`` (all if none), and of libraries.

    A checkout under development changes without its version changing.
    """
    top = str(_PACKAGE)
    parts = [platform.python_version().encode(), *(_released(name) for name in libraries)]
    for folder in [f"{top}/{room}" for room in rooms] or [top]:
        for path in files_below(Path(folder)):
            if path.endswith(_DATA):
                name = f"{folder}/{path}"
                with open(name, "rb", buffering=0) as file:  # noqa: PTH123  hundreds
                    parts += (name.removeprefix(top).encode(), file.readall())
    return digest_of_bytes(*parts)


def _released(name: str) -> bytes:
    try:
        return f"{name} {version(name)}".encode()
    except PackageNotFoundError:
        return name.encode()
