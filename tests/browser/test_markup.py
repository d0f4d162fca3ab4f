"""The Nu HTML checker on every page that is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

# What Material's own base template has, by the message without its quotation marks, and where its
# makers were told. Nothing of ours may be here.
THEMES_OWN = {
    # The checkboxes that open its drawer and its search.
    "Attribute autocomplete is only allowed when the input type is color, date, datetime-local,"
    " email, hidden, month, number, password, range, search, tel, text, time, url, or week.": (
        'type="checkbox" id="__',
        "https://github.com/squidfunk/mkdocs-material/issues/1513",
    ),
}


@pytest.fixture(scope="module")
def checker(browser_tools: Path) -> list[str]:
    """The command that checks what follows it."""
    java = shutil.which("java")
    if java is None:
        missing = "the Nu HTML checker needs Java: no java on the path"
        if "CI" in os.environ:
            pytest.fail(missing)
        pytest.skip(missing)
    jar = browser_tools / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # A deep stack: the checker matches long texts with recursive regular expressions.
    return [java, "-Xss8m", "-jar", str(jar), "--stdout", "--format", "json", "--exit-zero-always"]


def messages(checker: list[str], *arguments: str) -> list[str]:
    """Errors and warnings that are not the theme's own, each with its page."""
    run = subprocess.run([*checker, *arguments], capture_output=True, check=True)
    found = []
    for item in json.loads(run.stdout)["messages"]:
        text = item["message"].replace("“", "").replace("”", "")
        extract, _ = THEMES_OWN.get(text, (None, ""))
        if extract and extract in item.get("extract", ""):
            continue
        if item["type"] != "info" or item.get("subType") == "warning":
            found.append(f"{item.get('url', '')}: {item['message']} {item.get('extract', '')}")
    return found


def test_no_page_has_an_error(checker: list[str], site: Path) -> None:
    assert len(list(site.rglob("*.html"))) > 150
    assert messages(checker, "--skip-non-html", str(site)) == []


def test_an_error_would_be_seen(checker: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>A</title><input type="checkbox" autocomplete="off">'
        "<p><li>B</p></html>",
        encoding="utf-8",
    )
    found = messages(checker, str(page))
    assert len(found) >= 2
