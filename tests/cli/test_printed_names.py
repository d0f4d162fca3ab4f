from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import MakeSite

HOSTILE = "a\x1b]0;x\x07\u202eb\n::set-output name=x::y ##[add-mask]z"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|^\s*::|##\[", re.MULTILINE)


@pytest.fixture
def root(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_site(
        {
            "content/articles/ferry.md": "---\ntitle: Ferry\ndate: 2024-03-04\n---\n\nWords.\n",
            f"content/articles/{HOSTILE}.md": "---\ntitle: x\n---\n",
            f"found/{HOSTILE}.bin": "words",
            f"found/{HOSTILE}.txt": f"Words\n\n{HOSTILE} words\n",
        }
    )
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "concise"],
        ["check", "--format", "json"],
        ["check", "--format", "sarif"],
        ["import", "found"],
        ["import", f"found/{HOSTILE}.bin"],
        ["import", HOSTILE],
        ["why", HOSTILE],
        ["explain", HOSTILE],
        ["new", "article", HOSTILE],
        ["suggest", HOSTILE],
        ["changes", HOSTILE],
        [HOSTILE],
        ["-C", HOSTILE, "check"],
    ],
)
def test_no_name_steers_what_it_is_printed_on(root: Path, arguments: list[str]) -> None:
    assert STEERING.search(HOSTILE)
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output.strip(), root
    assert not STEERING.search(result.output), result.output
