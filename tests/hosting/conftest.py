"""A desk as the handbook sets it up: a bare repository with hooks, a clone, and nginx in front."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CONFIGURATION
from tests.handbook.reading import HANDBOOK, ROOT, blocks

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
HOOKS = ROOT / "generator" / "scaffold" / "hooks"
PATH = "/news/"
ARTICLE = """---
title: {title}
date: 2024-03-04
---

{text}
"""

needs_nginx = pytest.mark.skipif(
    NGINX is None and "CI" not in os.environ, reason="nginx is not installed"
)


def write_command(path: Path) -> Path:
    """A file that is ``briefing``, as of this checkout."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n',
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


@dataclass
class Answer:
    """What a web server said."""

    status: int
    headers: http.client.HTTPMessage
    text: str


@dataclass
class Desk:
    """Folders of a desk, and the port at which its site is served."""

    root: Path
    port: int

    @property
    def clone(self) -> Path:
        """The editor's copy."""
        return self.root / "clone"

    @property
    def target(self) -> Path:
        """Where the site is published."""
        return self.root / "www"

    @property
    def address(self) -> str:
        """The home page's."""
        return f"http://127.0.0.1:{self.port}{PATH}"

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Git in the editor's copy."""
        who = ("-c", "user.name=Ann Example", "-c", "user.email=ann@desk.example")
        return subprocess.run(
            ["git", *who, *arguments], cwd=self.clone, check=check, capture_output=True, text=True
        )

    def write(self, path: str, text: str) -> None:
        """A file in the editor's copy."""
        (self.clone / path).parent.mkdir(parents=True, exist_ok=True)
        (self.clone / path).write_text(text, encoding="utf-8")

    def push(self, message: str) -> subprocess.CompletedProcess[str]:
        """Commit all, and push."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("push", "origin", "main", check=False)

    def get(self, path: str) -> Answer:
        """A page, below the site's own path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path if path.startswith("/") else f"{PATH}{path}")
            answer = connection.getresponse()
            return Answer(answer.status, answer.msg, answer.read().decode("utf-8"))
        finally:
            connection.close()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with two articles, published once; nginx serves it as the handbook configures it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        desk = Desk(tmp_path, free.getsockname()[1])
    command = write_command(tmp_path / "bin" / "briefing")
    bare = tmp_path / "desk.git"
    for arguments in (
        ("init", "--quiet", "--bare", "--initial-branch=main", str(bare)),
        ("-C", str(bare), "config", "briefing.target", str(desk.target)),
        ("-C", str(bare), "config", "briefing.command", str(command)),
        ("clone", "--quiet", str(bare), str(desk.clone)),
    ):
        subprocess.run(["git", *arguments], check=True, capture_output=True)
    for hook in HOOKS.iterdir():
        shutil.copy(hook, bare / "hooks")
        (bare / "hooks" / hook.name).chmod(0o755)
    desk.git("checkout", "--quiet", "-b", "main")
    configuration = CONFIGURATION.replace("desk.example/", f"desk.example{PATH}")
    offline = configuration.replace("name: mkdocs", "name: mkdocs\n  highlightjs: false")
    desk.write("mkdocs.yml", offline)
    desk.write("content/articles/harbour.md", ARTICLE.format(title="Harbour", text="It opens."))
    desk.write("content/articles/ferry.md", ARTICLE.format(title="Ferry", text="It sails."))
    desk.write(".gitignore", "/docs/\n/site/\n.briefing/\n")
    desk.write("docs/about.md", "# About\n")
    desk.git("add", "--force", "docs/about.md")
    with nginx(desk):
        yield desk


class nginx:  # noqa: N801  read as what it starts
    """Serve a desk's target until the end of the block."""

    def __init__(self, desk: Desk) -> None:
        folder = desk.root / "nginx"
        folder.mkdir()
        (folder / "nginx.conf").write_text(self._configuration(desk, folder), encoding="utf-8")
        (folder / "policy.conf").write_text("", encoding="utf-8")
        self._desk, self._folder = desk, folder

    def __enter__(self) -> None:
        assert NGINX, "nginx is not installed"
        command = [NGINX, "-p", str(self._folder), "-c", "nginx.conf"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE)
        for _ in range(100):
            try:
                self._desk.get("/")
            except OSError:
                assert self._process.poll() is None, self._process.stderr
                time.sleep(0.05)
            else:
                return
        raise AssertionError("nginx does not answer")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate(timeout=30)

    def _configuration(self, desk: Desk, folder: Path) -> str:
        """The handbook's block, for this port and these folders."""
        (block,) = (b for b in blocks(HANDBOOK / "hosting.md") if b.language == "nginx")
        text = block.text
        for old, new in (
            ("listen 80;", f"listen 127.0.0.1:{desk.port};"),
            ("/srv/www/desk", str(desk.target)),
            ("/etc/nginx/briefing-policy.conf", str(folder / "policy.conf")),
        ):
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        places = "".join(
            f"{name}_temp_path {folder}/{name};\n"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        return (
            f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/errors;\n"
            f"events {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n"
            f"{places}{text}}}\n"
        )
