"""The Content-Security-Policy of the handbook: what it holds. tests/browser tries it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publishing.gate import inspect_site, policy
from tests.conftest import MakeSite


def test_the_policy_names_what_stands_in_pages(tmp_path: Path) -> None:
    plain = "<script src=a.js></script><script type=application/ld+json>{}</script>"
    (tmp_path / "index.html").write_text(plain)
    assert "script-src 'self' 'wasm-unsafe-eval'; style-src 'self';" in policy(
        inspect_site(tmp_path)
    )
    (tmp_path / "a.html").write_text("<script>alert(1)</script><td style='text-align: right;'>")

    found = policy(inspect_site(tmp_path))

    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in found
    assert "style-src 'self' 'unsafe-hashes' 'sha256-" in found
    assert "unsafe-inline" not in found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("header", "default-src 'none'; "),
        ("nginx", "add_header Content-Security-Policy \"default-src 'none'; "),
        ("netlify", "/*\n  Content-Security-Policy: default-src 'none'; "),
    ],
)
def test_the_command_prints_it_for_each_server(make_site: MakeSite, style: str, start: str) -> None:
    root = make_site({"docs/index.md": "# Desk\n"})
    command = ["-C", str(root), "policy", "--format", style]
    none = CliRunner().invoke(main, command)
    assert none.exit_code == 2
    assert "build it first" in none.output
    (root / "site").mkdir()
    (root / "site/index.html").write_text("<p>")

    done = CliRunner().invoke(main, command)

    assert done.exit_code == 0
    assert done.output.startswith(start)
