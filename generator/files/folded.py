"""Names as the least particular file systems compare them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def folded(path: str) -> str:
    """The form in which two paths are equal that a system may take for one.

    macOS and Windows ignore case, macOS also how accents are composed; no system folds more than
    this: canonical caseless matching (Unicode 15, section 3.13, D145).
    """
    if path.isascii():
        return path.lower()
    decomposed = unicodedata.normalize("NFD", path).casefold()
    return unicodedata.normalize("NFC", decomposed)


def colliding(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of different paths that a system may take for one: each with the first like it.

    Folders count: ``A/x`` and ``a/y`` are told once, as ``A`` and ``a``.
    """
    paths = tuple(paths)
    if _in_own_form("\n".join(paths)):
        return
    seen: dict[str, str] = {}
    told: set[str] = set()
    folders = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        parts = [path]
        if folder not in folders:
            folders.add(folder)
            parts = [*_prefixes(folder), path]
        for part in parts:
            first = seen.setdefault(folded(part), part)
            if first != part:
                if part not in told:
                    told.add(part)
                    yield first, part
                break


def _in_own_form(text: str) -> bool:
    """Whether all is written as it is compared, so that only equal names are one."""
    return text.isascii() and text == text.lower()


def _prefixes(path: str) -> Iterator[str]:
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path
