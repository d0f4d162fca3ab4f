"""SECURITY.md says nothing that no test shows."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.partition("## Threats")[2].splitlines()
    if line.startswith("| ") and "---" not in line and not line.startswith("| threat")
]


def test_each_threat_has_a_defence_and_tests() -> None:
    assert len(ROWS) > 10
    for row in ROWS:
        assert len(row) == 3, row
        assert re.findall(r"`tests/[^`]+`", row[2]), row[0]


def test_every_test_that_is_named_exists_and_can_fail() -> None:
    for path in re.findall(r"`(tests/[^`]+\.py)`", PAGE):
        text = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(r"^(?:@given.*\n)?def test_", text, re.MULTILINE), path


def test_the_readme_leads_there() -> None:
    assert "](SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
