"""The demonstration site, page by page and by MkDocs itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.publishing.trees import compare, ours

pytestmark = [pytest.mark.slow, pytest.mark.site]

ROOT = Path(__file__).resolve().parents[2]


def test_it_is_mkdocs_own_at_first_and_after_a_change(tmp_path: Path) -> None:
    root = tmp_path / "demonstration"
    for folder in ("docs", "templates"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)

    first = ours(root, jobs=2)
    assert first.note == ""
    compare(root, first, tmp_path / "plain")

    pages = sorted((root / "docs").rglob("*.md"))
    pages[3].unlink()
    with pages[7].open("a", encoding="utf-8") as page:
        page.write("\nMore.\n")
    footer = root / "templates/theme/partials/footer.html"
    footer.write_text(footer.read_text(encoding="utf-8") + "<p>More.</p>", encoding="utf-8")

    second = ours(root, jobs=2)
    assert set(second.rendered.values()) >= {"theme changed"}
    compare(root, second, tmp_path / "plain")
