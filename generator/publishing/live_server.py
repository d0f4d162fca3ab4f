"""Serves a site while it is edited: whoever looks at a page that changed is shown it anew."""

from __future__ import annotations

import mimetypes
import os
import posixpath
import select
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

HOST = "127.0.0.1"
"""Only this machine can reach the preview: drafts are in it."""

_ASKING: Final = "/livereload"
_SAME: Final = 304
_PATIENCE: Final = 50.0  # seconds that a browser is kept waiting for news
_QUIET: Final = 0.15  # seconds without a request after which a page counts as loaded
_SCRIPT: Final = """<script>(function () {
  var seen = %d, request = null, later = null;
  function ask() {
    stop();
    request = new XMLHttpRequest();
    request.onloadend = function () {
      if (parseFloat(this.responseText) > seen) { location.reload(); }
      else { later = setTimeout(ask, this.status === 200 ? 0 : 1000); }
    };
    request.open("GET", "/livereload?seen=" + seen + "&page=" +
      encodeURIComponent(location.pathname));
    request.send();
  }
  function stop() {
    if (request) { request.onloadend = null; request.abort(); request = null; }
    if (later) { clearTimeout(later); later = null; }
  }
  function look() { if (document.visibilityState === "visible") { ask(); } else { stop(); } }
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  window.addEventListener("pagehide", stop);
})();</script>"""


class LiveServer:
    """A server of the files below ``site`` that tells browsers which of them changed.

    It is bound when it is made.

    Raises:
        OSError: the port is taken.
    """

    def __init__(self, site: Path, *, port: int, site_url: str) -> None:
        self._top = str(site)
        self.mount: Final = "/" + f"{urlsplit(site_url).path.strip('/')}/".lstrip("/")
        self._news = threading.Condition()
        self._version = 1
        self._whole = 1
        self._changed: dict[str, int] = {}
        self._waiting: dict[socket.socket, str] = {}
        self._asked = ""
        self._busy = 0.0
        self._closed = False
        server = self

        class Handler(_Handler):
            live = server

        self._server = _Server((HOST, port), Handler)
        self.url: Final = f"http://{HOST}:{self._server.server_address[1]}{self.mount}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def start(self) -> None:
        """Answer requests, in threads of their own."""
        self._thread.start()

    def stop(self) -> None:
        """Answer no more."""
        with self._news:
            self._closed = True
            self._news.notify_all()
        if self._thread.is_alive():
            self._server.shutdown()
        self._server.server_close()

    def tell(self, paths: Collection[str] | None) -> None:
        """The files at these paths below the site changed; ``None`` stands for all of them.

        Whoever looks at such a page, or looked at it before the change was written, loads it again.
        """
        with self._news:
            self._version += 1
            if paths is None:
                self._whole = self._version
                self._changed.clear()
            else:
                self._changed.update(dict.fromkeys(paths, self._version))
            self._news.notify_all()

    def viewed(self) -> tuple[str, ...]:
        """The paths of the pages that stand open, else the one that was asked for last."""
        with self._news:
            waiting = [path for link, path in self._waiting.items() if not _is_gone(link)]
            found = tuple(dict.fromkeys(reversed(waiting)))
            return found or ((self._asked,) if self._asked else ())

    def settle(self, most: float) -> None:
        """Wait until browsers have what they were told of, so many seconds at most."""
        end = time.monotonic() + most
        while (now := time.monotonic()) < end:
            with self._news:
                if self._waiting or (self._busy and now - self._busy > _QUIET):
                    return
            time.sleep(0.02)

    # What follows is called by the threads that answer.

    def news(self, page: str, seen: int, link: socket.socket) -> int:
        """The version in which a page last changed, once that is after ``seen``."""
        path = self.path_of(page) or ""

        def changed() -> int:
            return max(self._whole, self._changed.get(path, 0))

        with self._news:
            self._waiting[link] = path
            try:
                self._news.wait_for(lambda: changed() > seen or self._closed, _PATIENCE)
                return changed()
            finally:
                del self._waiting[link]

    def read(self, path: str) -> bytes | None:
        """A file of the site, HTML with the script that waits for news of it."""
        with self._news:
            version = self._version
            self._busy = time.monotonic()
        try:
            with open(f"{self._top}/{path}", "rb") as file:  # noqa: PTH123  of an address
                content = file.read()
        except (OSError, ValueError):
            return None
        if not path.endswith(".html"):
            return content
        if path != "404.html":
            with self._news:
                self._asked = path
        return _with_script(content, version)

    def mark(self, path: str) -> str:
        """What tells whether a browser has a file already; HTML is always sent."""
        if path.endswith(".html"):
            return ""
        try:
            about = os.stat(f"{self._top}/{path}")  # noqa: PTH116  of an address
        except (OSError, ValueError):
            return ""
        return f'"{about.st_mtime_ns}-{about.st_size}-{about.st_ino}"'

    def path_of(self, address: str) -> str | None:
        """The path below the site that an address stands for; ``None`` if it is outside."""
        path = unquote(urlsplit(address).path)
        if not f"{path}/".startswith(self.mount):
            return None
        inner = path[len(self.mount) :]
        clean = posixpath.normpath(f"/{inner}").lstrip("/")
        if not inner or inner.endswith("/"):
            return f"{clean}/index.html".lstrip("/")
        return clean


def _is_gone(link: socket.socket) -> bool:
    """Whether the other side has hung up: a tab that was closed still waits here for news."""
    try:
        readable, _, _ = select.select([link], [], [], 0)
        return bool(readable) and not link.recv(1, socket.MSG_PEEK)
    except (OSError, ValueError):
        return True


def _with_script(content: bytes, version: int) -> bytes:
    end = content.rfind(b"</body>")
    end = len(content) if end < 0 else end
    return content[:end] + (_SCRIPT % version).encode() + content[end:]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that hangs up in the middle is no fault."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    live: LiveServer

    def do_GET(self) -> None:
        """Answer."""
        live = self.live
        if urlsplit(self.path).path == _ASKING:
            asked = parse_qs(urlsplit(self.path).query)
            seen = asked.get("seen", ["0"])[0]
            number = int(seen) if seen.isdecimal() else 0
            version = live.news(asked.get("page", [""])[0], number, self.connection)
            self._answer(200, b"%d" % version, "text/plain")
            return
        path = live.path_of(self.path)
        mark = live.mark(path) if path is not None else ""
        if mark and self.headers.get("If-None-Match") == mark:
            self._answer(304, b"", "", mark)
            return
        content = live.read(path) if path is not None else None
        if path is not None and content is not None:
            self._answer(200, content, _type_of(path), mark)
        elif path is None and urlsplit(self.path).path == "/":
            self._redirect(live.mount)
        elif path is not None and not self._is_folder(path) and live.read(f"{path}/index.html"):
            self._redirect(quote(f"{unquote(urlsplit(self.path).path)}/"))
        else:
            self._answer(404, live.read("404.html") or b"Not found", "text/html")

    do_HEAD = do_GET  # noqa: N815  as the library has it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as the library has it
        """Say nothing: the terminal is for faults of the content."""

    def _is_folder(self, path: str) -> bool:
        return urlsplit(self.path).path.endswith("/") or path == ""

    def _redirect(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, content: bytes, kind: str, mark: str = "") -> None:
        self.send_response(status)
        if status != _SAME:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
        if mark:
            self.send_header("ETag", mark)
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if self.command != "HEAD" and content:
            self.wfile.write(content)


def _type_of(path: str) -> str:
    if path.endswith((".js", ".mjs")):
        return "text/javascript"
    if path.endswith(".gz"):
        return "application/gzip"
    return mimetypes.guess_type(path)[0] or "application/octet-stream"
