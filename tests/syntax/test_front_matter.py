from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import SourceFile
from generator.syntax.front_matter import FrontMatter, find_front_matter

HEADER = "title: x"


def find(text: str) -> tuple[str, str, list[tuple[str, str]]]:
    """The YAML, the text below it, and the faults' codes and mends."""
    found, faults = find_front_matter(SourceFile("a.md", text), HEADER)
    shown = [(item.code, item.help) for item in faults]
    return text[found.yaml.start : found.yaml.end], text[found.body :], shown


@pytest.mark.parametrize(
    ("text", "yaml", "body"),
    [
        ("---\na: b\n---\nText\n", "a: b\n", "Text\n"),
        ("---\r\na: b\r\n...\r\nText", "a: b\r\n", "Text"),
        ("---\ra: b\r---\rText", "a: b\r", "Text"),
        ("\ufeff---\na: b\n---", "a: b\n", ""),
        ("\ufeff\n \t\n---  \na: b\n--- \t\n\nText", "a: b\n", "\nText"),
        ("---\n---\n---\n", "", "---\n"),
        ("---\n\na: b\n---\n", "\na: b\n", ""),
        ("---\na: |\n  ---\n ---\n---\nText", "a: |\n  ---\n ---\n", "Text"),
        ("---\na: b ---\n----\n--- c\n---\nText", "a: b ---\n----\n--- c\n", "Text"),
    ],
)
def test_front_matter_begins_and_ends_with_three_hyphens(text: str, yaml: str, body: str) -> None:
    assert find(text) == (yaml, body, [])


@pytest.mark.parametrize(
    "text", ["", "Text", " ---\na: b\n---\n", "----\na: b\n---\n", "\ufeffText"]
)
def test_a_file_without_front_matter_is_all_text(text: str) -> None:
    mend = "Begin it with these lines:\n---\ntitle: x\n---"
    assert find(text) == ("", text.removeprefix("\ufeff"), [("F001", mend)])


PUT = "Put a line --- between the last key and the text."


@pytest.mark.parametrize(
    ("text", "yaml", "body", "mend"),
    [
        ("---", "", "", PUT),
        ("---\na: b\n\nText\n", "a: b\n", "Text\n", PUT),
        ("---\na: b\nText goes: on\n", "a: b\n", "Text goes: on\n", PUT),
        (
            "---\na:\n  - b\n- c\n# d\n\ne: f\n\n- Text\n",
            "a:\n  - b\n- c\n# d\n\ne: f\n",
            "- Text\n",
            PUT,
        ),
        (
            "---\na: b\n----\nText\n",
            "a: b\n",
            "Text\n",
            "Write exactly --- at the beginning of line 3.",
        ),
        (
            "---\na: b\n ---\nText",
            "a: b\n",
            "Text",
            "Write exactly --- at the beginning of line 3.",
        ),
        (
            "---\na: b\n\n———\nText",
            "a: b\n",
            "Text",
            "Write exactly --- at the beginning of line 4.",
        ),
        ("---\na: b\n", "a: b\n", "", PUT),
    ],
)
def test_what_is_never_closed_ends_where_the_text_seems_to_begin(
    text: str, yaml: str, body: str, mend: str
) -> None:
    assert find(text) == (yaml, body, [("F002", mend)])


@given(st.text(st.sampled_from("-. \t\r\n\ufeffab:#")) | st.text())
def test_places_stay_within_the_file(text: str) -> None:
    source = SourceFile("a.md", text)
    found, faults = find_front_matter(source, HEADER)
    assert isinstance(found, FrontMatter)
    assert 0 <= found.opening.start <= found.opening.end <= found.yaml.start
    assert found.yaml.start <= found.yaml.end <= found.body <= len(text)
    assert len(faults) <= 1


def test_long_files_take_no_time() -> None:
    for text in (
        "---\n" + "a\n" * 200_000,
        "\n" * 400_000,
        " " * 400_000,
        "---\n" + "--- \n " * 99_999,
    ):
        find(text)
