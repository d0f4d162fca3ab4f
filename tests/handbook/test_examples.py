"""Article examples in the documentation check without errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.pipeline import Workspace, check_content
from tests.handbook.conftest import HEAD
from tests.handbook.reading import PAGES, blocks

WITH_EXAMPLES = [page for page in PAGES if any(b.language == "markdown" for b in blocks(page))]

TUTORIAL = {
    "content/figures/ferry-passengers-a-day.md": "---\nlabel: Ferry passengers a day\n---\n"
}


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.name)
def test_examples_check_without_errors(newsroom: Path, page: Path) -> None:
    examples = [block for block in blocks(page) if block.language == "markdown"]
    files = dict(TUTORIAL)
    for number, block in enumerate(examples):
        text = block.text if block.text.startswith("---\n") else HEAD + block.text
        files[block.path or f"content/articles/example-{number}.md"] = text
    for path, text in files.items():
        (newsroom / path).parent.mkdir(parents=True, exist_ok=True)
        (newsroom / path).write_text(text, encoding="utf-8")

    found = check_content(Workspace(newsroom), drafts=True).diagnostics

    assert [item for item in found if item.severity is Severity.ERROR] == []
    # What an example is not about is clean too: only names and titles may be unknown.
    assert {item.code for item in found} <= {"L003", "L004", "L009", "L017"}
