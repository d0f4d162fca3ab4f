"""MkDocs' lists of files and pages in less time.

Paths and addresses of files that are named plainly are put together as strings; all others go the
long way. The day of the build is found once. Only the functions that MkDocs 1.6.1 calls while it
gathers are stood in for, and only meanwhile.
"""

from __future__ import annotations

import contextlib
import gc
import re
from functools import lru_cache
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from mkdocs.structure import files, pages
from mkdocs.utils import get_build_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN: Final = re.compile(r"(?!\.)[\w-][\w.-]*(?:/(?!\.)[\w-][\w.-]*)*", re.ASCII)
_PLAIN_ADDRESS: Final = re.compile(r"(?:(?!\.)[\w-][\w.-]*/)*(?:(?!\.)[\w-][\w.-]*)?", re.ASCII)
_BASE: Final = re.compile(r"https?://[\w.:-]+/(?:[\w-]+/)*", re.ASCII)


class _PlainPath:
    """What MkDocs needs of a path."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def as_posix(self) -> str:
        return self._text

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self._text.split("/"))


def _path(text: Any) -> Any:  # noqa: ANN401  as in `pathlib`
    plain = text.removeprefix("./") if isinstance(text, str) else ""
    return _PlainPath(plain) if _PLAIN.fullmatch(plain) else PurePath(text)


def _posix_path(text: Any) -> Any:  # noqa: ANN401  as in `pathlib`
    return _PlainPath(text) if _PLAIN.fullmatch(text) else PurePosixPath(text)


def _joined(base: str, address: str) -> str:
    if address and _BASE.fullmatch(base) and _PLAIN_ADDRESS.fullmatch(address):
        return base + address
    return urljoin(base, address)


@contextlib.contextmanager
def brisk_gathering() -> Iterator[None]:
    """Gather in less time. The cyclic collector rests: everything that is made stays."""
    held = {
        (files, "PurePath"): _path,
        (files, "PurePosixPath"): _posix_path,
        (pages, "urljoin"): _joined,
        (pages, "get_build_date"): lru_cache(get_build_date),
    }
    before = {place: getattr(*place) for place in held}
    collecting = gc.isenabled()
    gc.disable()
    for (module, name), program in held.items():
        setattr(module, name, program)
    try:
        yield
    finally:
        for (module, name), program in before.items():
            setattr(module, name, program)
        if collecting:
            gc.enable()
