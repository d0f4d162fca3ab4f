"""A newsroom's folder from a mapping, in one line of a test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A first example loads tables and may be slow on a busy machine; no test is about time. Where a
# change is judged (CI), the same examples are tried each time; elsewhere new ones are.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")

CONFIGURATION = """\
site_name: Example Desk
site_url: https://desk.example/
theme:
  name: mkdocs
plugins: []
markdown_extensions: [attr_list, md_in_html, tables]
validation: {nav: {omitted_files: ignore}}
"""

MakeSite = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Write ``{path: text}`` below a new folder, with a small ``mkdocs.yml`` unless one is given.

    A lone surrogate in a text stands for a byte that is not UTF-8.
    """

    def make(files: Mapping[str, str]) -> Path:
        root = tmp_path / f"site-{sum(1 for _ in tmp_path.iterdir())}"
        for path, text in {"mkdocs.yml": CONFIGURATION, **files}.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode("utf-8", errors="surrogateescape"))
        (root / "docs").mkdir(exist_ok=True)
        return root

    return make


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of all tests that open pages."""
    from tests.chromium import launched  # noqa: PLC0415 - other tests do without Playwright

    with launched() as browser:
        yield browser
