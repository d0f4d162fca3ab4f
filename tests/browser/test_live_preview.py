"""A saved file shows in the open browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import CONFIGURATION

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "---\ntitle: Harbour reopens\ndate: 2024-03-04\nstatus: draft\n---\n\n{text}\n"
WAIT = 30_000


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A small site with templates of its own, so that one can be changed."""
    root = tmp_path / "newsroom"
    for folder in ("articles", "actors"):
        (root / "content" / folder).mkdir(parents=True)
    (root / "docs").mkdir()
    shutil.copytree(ROOT / "templates" / "pages", root / "templates" / "pages")
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (root / "content/articles/harbour.md").write_text(
        ARTICLE.format(text="[Ann Example]{.actor} opened it."), encoding="utf-8"
    )
    (root / "content/actors/ann.md").write_text("---\nname: Ann Example\n---\n", encoding="utf-8")
    return root


@pytest.fixture
def preview(newsroom: Path) -> Iterator[str]:
    """The address of a running preview."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "generator", "-C", str(newsroom), "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        seen = ""
        for line in process.stdout:
            seen += line
            if line.startswith("Serving "):
                break
        assert "Serving " in seen, seen
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


def test_article_register_and_template_show_when_saved(
    chromium: Browser, newsroom: Path, preview: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{preview}briefings/harbour/")
    expect(page.locator("body")).to_contain_text("Ann Example", timeout=WAIT)

    article = newsroom / "content/articles/harbour.md"
    text = "[Ann Example]{.actor} opened it.\n\n::: outlook\nThe ferry is next.\n:::"
    article.write_text(ARTICLE.format(text=text), encoding="utf-8")
    expect(page.locator("body")).to_contain_text("The ferry is next.", timeout=WAIT)

    entry = newsroom / "content/actors/ann.md"
    entry.write_text(
        "---\nname: Ann Example\nroles:\n  - title: Harbour master\n    from: 2020\n---\n",
        encoding="utf-8",
    )
    expect(page.locator("body")).to_contain_text("Harbour master", timeout=WAIT)

    template = newsroom / "templates/pages/briefing.md.j2"
    template.write_text(
        template.read_text(encoding="utf-8") + "\nPrinted by the newsroom.\n", encoding="utf-8"
    )
    expect(page.locator("body")).to_contain_text("Printed by the newsroom.", timeout=WAIT)

    article.write_text(ARTICLE.format(text="A [mistake]{.actr}."), encoding="utf-8")
    page.wait_for_timeout(2_000)
    page.reload()
    expect(page.locator("body")).to_contain_text("The ferry is next.", timeout=WAIT)
    assert not list((newsroom / "docs").iterdir())
    page.close()
