"""Where an address in a page leads within the site, as readers' browsers have it."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_INDEX = "index.html"
_TEXT_DIRECTIVE = ":~:"


class Place(NamedTuple):
    """A file of the site and an id in it; ``path`` is ``None`` above the site's root."""

    path: str | None
    fragment: str


class Addresses:
    """Resolves addresses of a site that is at ``site_url``, or anywhere if that is ``""``."""

    def __init__(self, site_url: str) -> None:
        parts = urlsplit(site_url)
        self._below = parts.path.rstrip("/") + "/" if site_url else ""
        self._hosts = (f"{parts.scheme}://{parts.netloc}", f"//{parts.netloc}") if site_url else ()

    def place(self, page: str, address: str) -> Place | None:
        """Where ``address`` in the file ``page`` leads; ``None`` for what is not of this site."""
        if _SCHEME.match(address):
            host = next((host for host in self._hosts if _begins(address, host)), None)
            if host is None:
                return None
            address = address[len(host) :] or "/"
        address, _, fragment = address.partition("#")
        address = address.partition("?")[0]
        fragment = unquote(fragment).partition(_TEXT_DIRECTIVE)[0]
        path = unquote(address) if "%" in address else address
        if not path:
            return Place(page, fragment)
        if path.startswith("/"):
            if not self._below or not f"{path}/".startswith(self._below):
                return None
            folder, path = "", path[len(self._below) :]
        else:
            folder = posixpath.dirname(page)
        return Place(_joined(folder, path), fragment)


def address_of(path: str) -> str:
    """A file's address below the site's root, as readers know it: ``""`` for the home page."""
    return path[: -len(_INDEX)] if path == _INDEX or path.endswith(f"/{_INDEX}") else path


def _joined(folder: str, path: str) -> str | None:
    whole = posixpath.normpath(posixpath.join(folder, path))
    if whole == ".." or whole.startswith("../"):
        return None
    if path.endswith(("/", "/.", "/..")) or path in {"", ".", ".."} or whole == ".":
        return _INDEX if whole == "." else f"{whole}/{_INDEX}"
    return whole


def _begins(address: str, host: str) -> bool:
    return address.startswith(host) and address[len(host) : len(host) + 1] in {"", "/", "?", "#"}
