"""Pages made from the code are those in the repository."""

from __future__ import annotations

import pytest

from generator.cli.handbook import EXAMPLES
from generator.cli.main import main
from generator.diagnostics.codes import TABLE
from generator.diagnostics.handbook import diagnostics_page, prose, shown_characters, subject_pages
from tests.handbook.generated import HANDBOOK, PAGES, SECTIONS, page


@pytest.mark.parametrize("name", [*PAGES, *SECTIONS])
def test_a_generated_page_is_as_the_code_has_it(name: str) -> None:
    written = (HANDBOOK / name).read_text(encoding="utf-8")

    assert written == page(name), "run: nox -s handbook"


def test_every_code_has_a_section() -> None:
    listed, text = diagnostics_page(), "".join(subject_pages().values())

    for code in TABLE.values():
        anchor = code.id.lower()
        assert f"## {code.id} {code.name} {{ #{anchor} }}" in text
        assert f"[{code.id} {code.name}](diagnostics/" in listed
        assert f"{{ #{anchor} }}" in listed


def test_every_command_has_an_example() -> None:
    assert sorted(EXAMPLES) == sorted(main.commands)
    assert all(line.split()[:2] == ["briefing", name] for name, line in EXAMPLES.items())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("caf\udce9", "caf\\xe9"),
        ("a\x00b", "a\\x00b"),
        ("a\x07b", "a\\x07b"),
        ("\ud800", "\\ud800"),
        ("\ufeffa", "\\ufeffa"),
        ("Caf\ufffd\tقهوة", "Caf\ufffd\tقهوة"),
    ],
)
def test_what_cannot_be_shown_is_escaped(text: str, shown: str) -> None:
    assert shown_characters(text) == shown


def test_prose_is_escaped_except_for_code() -> None:
    assert prose("[a]{.b} <c> & *d* `e_[f]`") == "\\[a\\]\\{.b\\} &lt;c&gt; &amp; \\*d\\* `e_[f]`"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in (HANDBOOK / "schemas").iterdir()} == {
        name.rpartition("/")[2] for name in PAGES if name.startswith("schemas/")
    }
