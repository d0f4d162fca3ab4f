"""The part of a page that Pagefind reads, so that it need not read again what did not change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from .fingerprints import digest_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = "pagefind"
"""The folder of the index within the site."""

_BODY: Final = b"data-pagefind-body"
_ANY: Final = b"data-pagefind-"
_HEAD: Final = re.compile(
    rb"<html\b[^>]*>|<title>.*?</title>|<meta\b[^>]*\sdata-pagefind-[^>]*>", re.DOTALL
)


class Searched(NamedTuple):
    """The digest of what Pagefind reads of each page by its path, ``""`` where nothing is marked.

    Where ``marked`` is false no page marks what to read, and Pagefind reads all of every page.
    """

    digests: Mapping[str, str]
    marked: bool


def searched_digest(page: bytes) -> str:
    """The digest of what is indexed of a page; ``""`` where nothing is marked for the index.

    A page that is not made as the theme makes it, one article after a head, counts whole.
    """
    if _BODY not in page:
        return ""
    start = page.find(b"<article")
    end = page.find(b"</article>", start)
    around = page[:start] + page[end:]
    if start < 0 or end < 0 or b"<article" in around or _BODY in around:
        return digest_bytes(page)
    read = _HEAD.findall(around)
    if sum(found.count(_ANY) for found in read) != around.count(_ANY):
        return digest_bytes(page)
    return digest_bytes(b"\n".join((*read, page[start:end])))
