"""From content to readers: what is refused, what is said, what stands afterwards."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diagnostics import Code
from generator.diagnostics.codes.publication import CODES
from generator.pipeline import Workspace
from generator.pipeline.publish import publish
from generator.publishing.published import NAME
from tests.conftest import CONFIGURATION, MakeSite

pytestmark = pytest.mark.slow

HEAD = "---\ntitle: {}\ndate: 2024-03-04\n---\n\n"
HARBOUR = HEAD.format("Harbour reopens") + "The harbour reopened on Monday.\n"
FERRY = HEAD.format("Ferry returns") + "The ferry returned.\n"


REDIRECT = (
    '<meta http-equiv="refresh" content="0; '
    "url={{ page.meta.location | replace('.md', '/') | url }}\">\n"
)


@pytest.fixture
def newsroom(make_site: MakeSite) -> Path:
    configuration = CONFIGURATION.replace("name: mkdocs", "name: mkdocs\n  custom_dir: theme")
    return make_site(
        {
            "content/articles/harbour.md": HARBOUR,
            "content/articles/ferry.md": FERRY,
            "theme/redirect.html": REDIRECT,
            "mkdocs.yml": configuration,
        }
    )


def stamps(folder: Path) -> dict[Path, int]:
    """When everything below a folder was last changed; the lock is written to by design."""
    found = (path for path in folder.rglob("*") if path.name != ".briefing-lock")
    return {path: path.stat().st_mtime_ns for path in found}


def run(root: Path, *arguments: str) -> Result:
    command = ["-C", str(root), "publish", *arguments]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_examples_of_the_table(make_site: MakeSite, code: Code) -> None:
    bad = publish(Workspace(make_site(code.bad)), dry_run=True)
    good = publish(Workspace(make_site(code.good)), dry_run=True)

    assert [item.code for item in bad.diagnostics] == [code.id]
    assert bad.refused
    assert good.diagnostics == ()
    assert not good.refused


def test_what_was_published_is_told_page_by_page(newsroom: Path) -> None:
    first = run(newsroom, "--to", "public")
    assert first.exit_code == 0, first.output
    assert "Nothing is known of an earlier publication" in first.output
    write(newsroom, "content/articles/harbour.md", HARBOUR.replace("Monday", "Tuesday"))
    write(newsroom, "content/articles/pier.md", HEAD.format("Pier opens") + "It is open.\n")
    article = newsroom / "content/articles/ferry.md"
    renamed = article.read_text().replace("---\n", "---\naliases: [ferry]\n", 1)
    write(newsroom, "content/articles/ship.md", renamed)
    article.unlink()

    tried = run(newsroom, "--to", "public", "--dry-run")
    assert "This would be published to" in tried.output
    assert "Harbour" in (newsroom / "public/current/briefings/harbour/index.html").read_text()
    assert not (newsroom / "public/current/briefings/pier").exists()
    done = run(newsroom, "--to", "public")

    assert done.exit_code == 0, done.output
    assert "(release 2): " in done.output
    for line in ("  + briefings/pier/", "  + briefings/ship/", "  ~ briefings/harbour/"):
        assert line in done.output.splitlines()
    assert "  > briefings/ferry/ leads to briefings/ship/" in done.output
    assert tried.output.partition(": ")[2] == done.output.partition(": ")[2]
    assert run(newsroom, "--to", "public").output.startswith("Nothing changed since")
    assert (newsroom / "public/current").readlink() == Path("releases/000002")


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("content/articles/ferry.md", "---\ntitle: No date\n---\n\nText.\n", "F0"),
        ("docs/about.md", "# About\n\n[Nowhere](none.md)\n", "P004"),
        ("docs/about.md", '# About\n\n<img src="none.png" alt="">\n', "H003"),
        ("templates/pages/article.md.j2", "{{ nothing.at.all }}", "T001"),
    ],
)
def test_with_a_fault_the_last_good_site_is_served(
    newsroom: Path, path: str, text: str, code: str
) -> None:
    run(newsroom, "--to", "public")
    before = stamps(newsroom / "public")
    write(newsroom, path, text)

    done = run(newsroom, "--to", "public", "--format", "concise")

    assert done.exit_code == 1
    assert f"[{code}" in done.output
    assert "Nothing was published" in done.output
    assert before == stamps(newsroom / "public")


def test_a_page_that_vanishes_is_refused_until_it_is_meant(newsroom: Path) -> None:
    run(newsroom, "--to", "public")
    (newsroom / "content/articles/ferry.md").unlink()

    done = run(newsroom, "--to", "public", "--format", "github")
    assert done.exit_code == 1
    assert "::error file=site/briefings/ferry/index.html" in done.output
    configuration = (newsroom / "mkdocs.yml").read_text()
    gone = "extra: {briefing: {gone: [briefings/ferry/, articles/ferry/]}}\n"
    write(newsroom, "mkdocs.yml", configuration + gone)

    done = run(newsroom, "--to", "public")
    assert done.exit_code == 0, done.output
    assert "  - briefings/ferry/" in done.output


def test_a_rollback_says_what_readers_find(newsroom: Path) -> None:
    run(newsroom, "--to", "public")
    write(newsroom, "content/articles/pier.md", HEAD.format("Pier opens") + "It is open.\n")
    run(newsroom, "--to", "public")

    tried = run(newsroom, "--to", "public", "--rollback", "--dry-run")
    assert "  - briefings/pier/" in tried.output
    assert (newsroom / "public/current/briefings/pier").is_dir()
    done = run(newsroom, "--to", "public", "--rollback")

    assert done.exit_code == 0
    assert "(release 1)" in done.output
    assert not (newsroom / "public/current/briefings/pier").exists()
    again = run(newsroom, "--to", "public", "--rollback")
    assert again.exit_code == 1
    assert "no earlier release" in again.output
    assert "still served" in again.output


def test_a_site_that_is_built_is_published_as_it_stands(newsroom: Path) -> None:
    none = run(newsroom, "--to", "public", "--no-build")
    assert none.exit_code == 2
    assert "build it first" in none.output
    assert CliRunner().invoke(main, ["-C", str(newsroom), "build"]).exit_code == 0
    page = newsroom / "site/briefings/harbour/index.html"
    page.write_text(page.read_text().replace("Harbour reopens", "By hand"))

    done = run(newsroom, "--to", "public", "--no-build")

    assert done.exit_code == 0, done.output
    assert "By hand" in (newsroom / "public/current/briefings/harbour/index.html").read_text()


@pytest.fixture
def online(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A web server on loopback: its address, and the folder it serves."""
    folder = tmp_path / "online"
    folder.mkdir()

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", folder
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_host_that_takes_a_folder_is_asked_what_is_online(
    newsroom: Path, online: tuple[str, Path]
) -> None:
    address, folder = online
    first = run(newsroom, "--to", "artifact", "--against", address)
    assert first.exit_code == 0, first.output
    assert "site/, ready to be taken" in first.output
    (folder / NAME).write_bytes((newsroom / "site" / NAME).read_bytes())
    assert "briefings/ferry/index.html" in json.loads((folder / NAME).read_bytes())["files"]
    (newsroom / "content/articles/ferry.md").unlink()

    for where in (address, str(folder), str(folder / NAME)):
        done = run(newsroom, "--to", "artifact", "--against", where, "--format", "concise")
        assert done.exit_code == 1
        assert "[H004]" in done.output
    lost = run(newsroom, "--to", "artifact", "--against", "http://127.0.0.1:9/")
    assert lost.exit_code == 1
    assert "cannot be read" in lost.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Nothing says where to publish"),
        (("--to", "s3://bucket"), "cannot be published to"),
        (("--to", "-oProxyCommand=x:y"), "begins with a dash"),
        (("--to", "public", "--against", "x"), "--against goes with"),
        (("--to", "public", "--rollback", "--no-build"), "--rollback builds nothing"),
        (("--to", "mkdocs.yml"), "is a file"),
    ],
)
def test_what_cannot_be_published_is_said(
    newsroom: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(newsroom, *arguments)

    assert done.exit_code in {1, 2}
    assert said in done.output
