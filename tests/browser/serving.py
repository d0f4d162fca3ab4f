"""The built site as a plain host serves it: compressed, and 404.html for what is not there."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

# What common static hosts compress (by default: GitHub Pages, Netlify, nginx with gzip_types).
_COMPRESSED = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml", "/")


@functools.lru_cache(maxsize=256)
def _packed(path: str, changed: int) -> bytes:  # noqa: ARG001  a changed file is another key
    return gzip.compress(Path(path).read_bytes(), 6, mtime=0)


class _Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent: list[int] | None = None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Say nothing."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file; a page that does not exist is answered by the site's own."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            return super().send_head()
        file = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        packs = "gzip" in self.headers.get("Accept-Encoding", "")
        packs = packs and file.name.endswith(_COMPRESSED)
        content = _packed(str(file), file.stat().st_mtime_ns) if packs else file.read_bytes()
        self.send_response(status)
        kind = self.guess_type(str(file))
        text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        if self.sent is not None:
            self.sent.append(len(content))
        return io.BytesIO(content)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes its window in the middle of an answer is no fault."""


@contextlib.contextmanager
def served(site: Path, sent: list[int] | None = None) -> Iterator[str]:
    """The address, ending in a slash, at which ``site`` is served on loopback.

    ``sent`` gets the size of each answer's body as it goes over the line.
    """
    host = type("Host", (_Host,), {"sent": sent})
    server = _Server(("127.0.0.1", 0), functools.partial(host, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
