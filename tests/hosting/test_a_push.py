"""A push, for real: refused with its faults, or online; and never anything in between.

``BRIEFING_ROUNDS=full`` publishes 50 times and kills 30 times; otherwise a few rounds are run.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publishing.published import NAME
from tests.handbook.reading import ROOT
from tests.hosting.conftest import ARTICLE, Desk, needs_nginx

pytestmark = [pytest.mark.site, needs_nginx]

FULL = os.environ.get("BRIEFING_ROUNDS") == "full"
PUBLICATIONS = 50 if FULL else 6
KILLS = 30 if FULL else 5
PAGES = ("", "briefings/harbour/", "briefings/ferry/")


def test_a_mistake_is_refused_and_the_mended_commit_is_online(desk: Desk) -> None:
    first = desk.push("First")
    assert first.returncode == 0, first.stderr
    assert desk.get("briefings/harbour/").status == 200
    desk.write("content/articles/pier.md", "---\ntitle: Pier\n---\n\nIt is open.\n")

    refused = desk.push("A mistake")

    assert refused.returncode != 0
    assert "content/articles/pier.md:1:1: error[F0" in refused.stderr
    assert "Nothing was published" in refused.stderr
    assert desk.git("ls-remote", "origin", "main").stdout[:40] != head(desk)
    assert desk.get("briefings/pier/").status == 404
    desk.write("content/articles/pier.md", ARTICLE.format(title="Pier", text="It is open."))

    mended = desk.push("Mended")

    assert mended.returncode == 0, mended.stderr
    assert "+ briefings/pier/" in mended.stderr
    assert "Pier" in desk.get("briefings/pier/").text
    assert [path.name for path in (desk.root / "desk.git/briefing").iterdir()] == ["cache"]


def test_an_article_that_disappears_is_refused(desk: Desk) -> None:
    assert desk.push("First").returncode == 0
    desk.git("rm", "--quiet", "content/articles/ferry.md")

    refused = desk.push("Gone")

    assert refused.returncode != 0
    assert "error[H004] The published page briefings/ferry/ would vanish" in refused.stderr
    assert desk.get("briefings/ferry/").status == 200


def test_other_branches_are_not_looked_at(desk: Desk) -> None:
    assert desk.push("First").returncode == 0
    desk.git("checkout", "--quiet", "-b", "try")
    desk.write("content/articles/pier.md", "no front matter")
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", "Try")

    assert desk.git("push", "origin", "try", check=False).returncode == 0
    assert desk.git("push", "origin", "--delete", "try", check=False).returncode == 0
    assert desk.get("briefings/pier/").status == 404


def test_the_web_server_answers_as_the_handbook_says(desk: Desk) -> None:
    assert desk.push("First").returncode == 0

    assert desk.get("/news").headers["Location"] == "/news/"
    missing = desk.get("none/at/all/")
    assert missing.status == 404
    assert "404" in missing.text
    assert missing.headers["Cache-Control"] == "no-cache"
    page = desk.get("briefings/harbour/")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-cache"
    assert page.headers["ETag"]


def test_readers_see_whole_sites_while_it_is_published_again_and_again(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    publish(desk, 0)
    with reader(desk) as seen:
        for number in range(1, PUBLICATIONS + 1):
            publish(desk, number)
    record_property("pages read", len(seen.numbers))
    assert seen.faults == []
    assert seen.numbers[-1] == PUBLICATIONS
    assert len(seen.numbers) > PUBLICATIONS * len(PAGES)
    assert len(list((desk.target / "releases").iterdir())) == 5


def test_a_publisher_that_is_killed_leaves_a_whole_site(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    publish(desk, 0)
    chance = random.Random(7)  # noqa: S311  the same moments each time
    whole, killed, number = 3.0, 0, 0
    with reader(desk) as seen:
        while killed < KILLS:
            number += 1
            assert number < 5 * KILLS
            change(desk, number)
            start = time.monotonic()
            with started(desk) as process:
                if killed % 2:
                    copying(desk, process)
                    time.sleep(chance.uniform(0, 0.1) * whole)
                else:
                    time.sleep(chance.uniform(0.1, 1) * whole)
                if process.poll() is None:
                    process.send_signal(signal.SIGKILL)
                    killed += 1
                    names = (path.name for path in (desk.target / "releases").iterdir())
                    record_property("left", sorted(names))
                else:
                    whole = time.monotonic() - start
                process.wait()
            assert_whole(desk.target / "current")
    assert seen.faults == []

    publish(desk, number + 1)

    assert number_of(desk, "") == number + 1
    left = sorted(path.name for path in (desk.target / "releases").iterdir())
    assert [name for name in left if not name.isdigit()] == []
    assert not os.path.lexists(desk.target / ".current.new")
    for name in left:
        assert_whole(desk.target / "releases" / name)


def head(desk: Desk) -> str:
    return desk.git("rev-parse", "HEAD").stdout.strip()


def change(desk: Desk, number: int) -> None:
    """Put a number into every page that is looked at."""
    for name in ("harbour", "ferry"):
        title = f"{name.capitalize()} round {number}"
        article = ARTICLE.format(title=title, text="It opens.")
        desk.write(f"content/articles/{name}.md", article)


def publish(desk: Desk, number: int) -> None:
    change(desk, number)
    command = ["-C", str(desk.clone), "publish", "--to", str(desk.target)]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert done.exit_code == 0, done.output


@contextmanager
def started(desk: Desk) -> Iterator[subprocess.Popen[bytes]]:
    command = [str(desk.root / "bin/briefing"), "-C", str(desk.clone), "publish"]
    with subprocess.Popen(
        [*command, "--to", str(desk.target)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        yield process


def copying(desk: Desk, process: subprocess.Popen[bytes]) -> None:
    """Wait until a release is being written, or the process has ended."""
    while process.poll() is None and not list((desk.target / "releases").glob(".*.part")):
        time.sleep(0.001)


class Seen:
    """What a reader met: the number of each page in order, and all that was wrong."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.faults: list[str] = []


@contextmanager
def reader(desk: Desk) -> Iterator[Seen]:
    """Somebody who asks for one page after the other until the end of the block."""
    seen = Seen()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for path in PAGES:
                try:
                    seen.numbers.append(number_of(desk, path))
                except (AssertionError, OSError, ValueError) as error:
                    seen.faults.append(f"{path}: {error!r}")
                if seen.numbers[-2:] != sorted(seen.numbers[-2:]):
                    seen.faults.append(f"{path} is of an older site: {seen.numbers[-2:]}")
            time.sleep(0.01)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def number_of(desk: Desk, path: str) -> int:
    """The one round that a page tells of."""
    answer = desk.get(path)
    assert answer.status == 200, answer.status
    assert "</html>" in answer.text, "half a page"
    numbers = set(re.findall(r"round (\d+)", answer.text))
    assert len(numbers) == 1, numbers
    return int(numbers.pop())


def assert_whole(release: Path) -> None:
    """Every file of the list is there, as it should be, and none besides."""
    listed = json.loads((release / NAME).read_bytes())["files"]
    found = {
        path.relative_to(release).as_posix(): blake2b(path.read_bytes(), digest_size=20).hexdigest()
        for path in release.rglob("*")
        if path.is_file() and path.name != NAME
    }
    assert found == listed
