"""What the documentation tells readers to run does run."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.handbook.conftest import Run
from tests.handbook.reading import (
    HANDBOOK,
    PAGES,
    ROOT,
    Block,
    Deletion,
    blocks,
    commands,
    prose,
    steps,
)

NOT_RUN = {
    "python3 -m venv .venv": "makes an environment and fetches packages",
    ".venv/bin/python -m pip install": "fetches packages",
    ". .venv/bin/activate": "enters that environment",
    "briefing serve": "runs until it is ended: started and ended in a test of its own",
}
"""Commands that begin so are not run page by page, and why."""

TUTORIAL = HANDBOOK / "tutorial.md"
OTHERS = [
    page for page in PAGES if page != TUTORIAL and any(b.language == "sh" for b in blocks(page))
]


def reason(command: str) -> str:
    return next((why for start, why in NOT_RUN.items() if command.startswith(start)), "")


def follow(root: Path, page: Path, run: Run) -> None:
    """Do what a page says, in order: write its files, run its commands, compare their output."""
    output = ""
    for step in steps(page):
        if isinstance(step, Deletion):
            path = root / step.path
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [line for line in lines if line.rstrip("\n") != step.line]
            assert len(kept) == len(lines) - 1
            path.write_text("".join(kept), encoding="utf-8")
        elif step.language == "sh":
            output = ""
            for command in commands(step):
                if reason(command):
                    continue
                if command.startswith("cd "):
                    root /= command.removeprefix("cd ")
                    continue
                done = run(root, command)
                assert done.exit_code == 0, f"{command}\n{done.output}"
                output += done.output
        elif step.path:
            target = root / step.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(step.text, encoding="utf-8")
        elif step.after == "sh":
            compare(step, output)


def compare(shown: Block, output: str) -> None:
    """Each shown line is a line of the output; … stands for anything."""
    for line in shown.text.splitlines():
        pattern = re.escape(line).replace("…", ".*")
        assert re.search(f"^{pattern}$", output, re.MULTILINE), f"{line}\n\nis not in\n\n{output}"


@pytest.mark.site
@pytest.mark.usefixtures("installed_theme")
def test_the_tutorial_goes_from_a_pasted_text_to_a_published_page(tmp_path: Path, run: Run) -> None:
    follow(tmp_path, TUTORIAL, run)

    site = tmp_path / "harbour-desk" / "site"
    pages = site / "briefings" / "ferry-returns-to-the-northern-harbour"
    page = (pages / "index.html").read_text(encoding="utf-8")
    for fact in ("4,000", "Harbour master", "The ferry sails again", "The repairs cost too much"):
        assert fact in page
    assert 'datetime="2024-04-29"' in page
    assert "What the repairs cost" in page
    assert (site / "handbook" / "format" / "index.html").is_file()


@pytest.mark.site
@pytest.mark.usefixtures("installed_theme")
def test_one_setting_leaves_the_handbook_out(tmp_path: Path, run: Run) -> None:
    run(tmp_path, "briefing init desk --host none")
    configuration = tmp_path / "desk" / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("handbook: true", "handbook: false"), encoding="utf-8")
    about = tmp_path / "desk" / "docs" / "about.md"
    about.write_text("# About\n", encoding="utf-8")  # what init writes links to the handbook

    assert run(tmp_path / "desk", "briefing build --strict").exit_code == 0
    assert not (tmp_path / "desk" / "site" / "handbook").exists()


@pytest.mark.slow
@pytest.mark.parametrize("page", OTHERS, ids=lambda page: page.name)
def test_the_commands_of_a_page_run(repository: Path, page: Path, run: Run) -> None:
    follow(repository, page, run)


@pytest.mark.slow
def test_serve_serves_until_it_is_ended(newsroom: Path, tmp_path: Path) -> None:
    leavings = tmp_path / "leavings"
    leavings.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", str(port)],
        cwd=newsroom,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(leavings)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as served:
        try:
            answer = answered(port, served)
            left = list(leavings.iterdir())
        finally:
            served.terminate()
            served.communicate(timeout=30)
    assert answer
    assert len(left) == 1
    assert list(leavings.iterdir()) == []
    assert served.returncode == 0


def answered(port: int, served: subprocess.Popen[str]) -> bool:
    """Whether something listens at the port within 30 seconds, while the command runs."""
    for _ in range(300):
        if served.poll() is not None:
            return False
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def test_what_is_not_run_is_there() -> None:
    every = [c for page in PAGES for b in blocks(page) if b.language == "sh" for c in commands(b)]

    assert all(any(command.startswith(start) for command in every) for start in NOT_RUN)


def test_the_readme_begins_with_exactly_two_lines() -> None:
    first = blocks(ROOT / "README.md")[0]

    assert first.language == "sh"
    assert len(first.text.splitlines()) == 2
    assert first.text.splitlines()[1].endswith("nox")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_named_in_running_text_are_there(page: Path) -> None:
    for line in re.findall(r"`briefing (?!CODE)([^`]+)`", prose(page)):
        for command in line.split(" && briefing "):
            name, *rest = command.split()
            assert name in main.commands, line
            options = {name for item in main.commands[name].params for name in item.opts}
            assert {word for word in rest if word.startswith("-")} <= options, line


def test_sessions_named_are_those_of_the_noxfile() -> None:
    text = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    sessions = set(re.findall(r"^@nox\.session.*?\ndef (\w+)", text, re.MULTILINE))

    for page in PAGES:
        named = set(re.findall(r"nox -s (\w+)", page.read_text(encoding="utf-8")))
        assert named <= sessions, page.name
