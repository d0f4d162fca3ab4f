"""Serves a site while it is edited: whatever is saved is rebuilt, and open browsers reload."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

HOST = "127.0.0.1"
"""Only this machine can reach the preview: drafts are in it."""


def serve_site(
    rebuild: Callable[[], None],
    site: Path,
    *,
    port: int,
    site_url: str,
    watched: Iterable[Path],
    ready: Callable[[str], None],
) -> None:
    """Serve ``site`` at ``HOST`` until interrupted; changes of ``watched`` call ``rebuild``.

    ``rebuild`` reports faults itself and leaves the last good site standing. ``ready`` is called
    with the address once the server is bound.

    Raises:
        OSError: the port is taken.
    """
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415  slow to import, not for `--help`

    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = LiveReloadServer(
        builder=rebuild,
        host=HOST,
        port=port,
        root=str(site),
        mount_path=urlsplit(site_url).path or "/",
        polling_interval=0.3,
    )
    server.error_handler = lambda code: _error_page(site, code)
    for path in watched:
        if path.exists():
            server.watch(str(path))
    try:
        ready(server.url)
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
