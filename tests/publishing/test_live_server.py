"""Browsers that look at a page which changed are told; all others are left alone."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.live_server import HOST, LiveServer

PAGE = b"<html><body>%s</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name in ("index.html", "north/index.html", "404.html"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE % name.encode())
    (root / "style.css").write_text("b {}")
    (tmp_path / "secret.txt").write_text("secret")
    return root


@pytest.fixture
def server(site: Path) -> Iterator[LiveServer]:
    made = LiveServer(site, port=0, site_url="https://desk.example/press/")
    made.start()
    yield made
    made.stop()


class Answer:
    """What the server says to one request."""

    def __init__(self, server: LiveServer, path: str, **headers: str) -> None:
        port = int(server.url.rsplit(":", 1)[1].partition("/")[0])
        link = http.client.HTTPConnection(HOST, port, timeout=20)
        link.request(
            "GET", path, headers={name.replace("_", "-"): headers[name] for name in headers}
        )
        answer = link.getresponse()
        self.status, self.body = answer.status, answer.read()
        self.place, self.mark = answer.getheader("Location"), answer.getheader("ETag", "")
        link.close()


class Waiting(threading.Thread):
    """A browser that waits for news of a page."""

    def __init__(self, server: LiveServer, page: str, seen: int = 1) -> None:
        super().__init__(daemon=True)
        self.server, self.path = server, f"/livereload?seen={seen}&page={page}"
        self.answer = b""
        before = len(server.viewed()) if server._waiting else 0
        self.start()
        while not server._waiting or len(server.viewed()) == before:
            time.sleep(0.005)

    def run(self) -> None:
        self.answer = Answer(self.server, self.path).body


def test_pages_wait_for_news_and_files_are_as_they_are(server: LiveServer) -> None:
    page = Answer(server, "/press/north/").body

    assert page.startswith(b"<html><body>north/index.html<script>")
    assert b"var seen = 1," in page
    assert Answer(server, "/press/style.css").body == b"b {}"


@pytest.mark.parametrize(
    ("path", "status", "place"),
    [
        ("/", 302, "/press/"),
        ("/press/north", 302, "/press/north/"),
        ("/press/gone/", 404, None),
        ("/elsewhere/", 404, None),
        ("/press/../../secret.txt", 404, None),
        ("/press/%2e%2e/secret.txt", 404, None),
        ("/press/%00", 404, None),
    ],
)
def test_addresses(server: LiveServer, path: str, status: int, place: str | None) -> None:
    answer = Answer(server, path)

    assert (answer.status, answer.place) == (status, place)
    assert b"secret" not in answer.body


def test_a_file_that_a_browser_has_is_not_sent_again(server: LiveServer, site: Path) -> None:
    mark = Answer(server, "/press/style.css").mark

    assert Answer(server, "/press/style.css", If_None_Match=mark).status == 304
    (site / "style.css").write_text("b {color: red}")
    assert Answer(server, "/press/style.css", If_None_Match=mark).body == b"b {color: red}"


def test_only_those_who_see_what_changed_are_told(server: LiveServer) -> None:
    home, north = Waiting(server, "/press/"), Waiting(server, "/press/north/")
    assert server.viewed() == ("north/index.html", "index.html")

    server.tell(("north/index.html",))
    north.join(10)

    assert north.answer == b"2"
    assert home.is_alive()
    server.tell(None)
    home.join(10)
    assert home.answer == b"3"


def test_a_page_that_was_read_before_a_change_is_told_at_once(server: LiveServer) -> None:
    server.tell(("index.html",))

    assert Answer(server, "/livereload?seen=1&page=/press/").body == b"2"


def test_without_anybody_waiting_the_last_page_counts_as_seen(server: LiveServer) -> None:
    assert server.viewed() == ()
    Answer(server, "/press/")
    Answer(server, "/press/north/")
    Answer(server, "/press/gone/")

    assert server.viewed() == ("north/index.html",)


def test_a_taken_port_is_told(server: LiveServer, site: Path) -> None:
    port = int(server.url.rsplit(":", 1)[1].partition("/")[0])

    with pytest.raises(OSError, match="in use"):
        LiveServer(site, port=port, site_url="")
