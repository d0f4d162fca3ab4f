"""The list of what is online, read from a file, a folder or the site itself."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.publishing.published import NAME

from .target import TargetError

_LONGEST: Final = 30  # seconds
_LARGEST: Final = 100_000_000  # bytes
_NOT_THERE: Final = frozenset({404, 410})


def read_last(where: str, root: Path) -> bytes | None:
    """The list at ``where``: the address of a site, or a file or folder relative to ``root``.

    ``None`` where a site answers that there is none: nothing was published from here yet.

    Raises:
        TargetError: it cannot be read.
    """
    if where.startswith(("https://", "http://")):
        return _fetched(where if where.endswith(".json") else f"{where.rstrip('/')}/{NAME}")
    path = root / where
    try:
        return (path / NAME if path.is_dir() else path).read_bytes()
    except OSError as error:
        raise TargetError(f"{where} has no list of what was published: {error}") from error


def _fetched(address: str) -> bytes | None:
    from urllib.error import HTTPError  # noqa: PLC0415  slow to import, and seldom needed
    from urllib.request import Request, urlopen  # noqa: PLC0415

    request = Request(address, headers={"User-Agent": "briefing"})  # noqa: S310  checked above
    try:
        with urlopen(request, timeout=_LONGEST) as answer:  # noqa: S310
            content: bytes = answer.read(_LARGEST + 1)
    except HTTPError as error:
        if error.code in _NOT_THERE:
            return None
        raise TargetError(f"{address} answers {error.code} {error.reason}.") from error
    except (OSError, ValueError) as error:
        raise TargetError(f"{address} cannot be read: {error}") from error
    if len(content) > _LARGEST:
        raise TargetError(f"{address} is larger than any list of what was published.")
    return content
