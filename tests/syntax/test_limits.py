"""What is beyond a limit is told once, at its place, and nothing of the text is lost."""

from __future__ import annotations

import pytest

from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.records.limits import (
    LONGEST_SENTENCE,
    LONGEST_VALUE,
    MOST_ANNOTATIONS,
    MOST_EMPTY_CELLS,
    MOST_ITEMS,
)
from generator.syntax import parse_article, write_document
from generator.syntax.annotation.passages import run_together
from tests.syntax.reading import clean, faults, read

HEAD = "title: The harbour opens\ndate: 2024-05-06\n"


def front_matter(more: str) -> list[str]:
    text = f"---\n{HEAD}{more}---\n\nThe harbour opens.\n"
    return [item.code for item in parse_article("content/articles/a.md", text, Settings())[1]]


def test_as_many_annotations_as_may_be() -> None:
    document = clean("[a]{.plain} " * MOST_ANNOTATIONS)
    assert len(document.annotations) == MOST_ANNOTATIONS


def test_more_annotations_are_told_once_and_kept_as_text() -> None:
    text = "[a]{.plain} " * (MOST_ANNOTATIONS + 3)
    document, found = read(text)
    assert [item.code for item in found] == ["Q001"]
    assert found[0].column == MOST_ANNOTATIONS * len("[a]{.plain} ") + 1
    assert len(document.annotations) == MOST_ANNOTATIONS
    assert write_document(document.blocks).strip() == text.strip()


def test_more_annotations_beside_a_text() -> None:
    item = "  - {kind: plain, exact: harbour}\n"
    beside = SourceFile("content/articles/a.annotations.yaml", "annotations:\n" + item * 2_002)
    text = f"---\n{HEAD}---\n\nThe harbour opens.\n"
    _, found = parse_article("content/articles/a.md", text, Settings(), beside)
    (told,) = (item for item in found if item.code == "Q001")
    assert (told.path, told.line) == (beside.path, MOST_ANNOTATIONS + 2)


def test_rows_that_lack_many_cells_end_the_table() -> None:
    wide, rows = 1_001, MOST_EMPTY_CELLS // 1_000
    table = "a|" * wide + "\n" + "-|" * wide + "\n"
    assert faults(table + "b|\n" * rows) == []
    document, found = read(table + "b|\n" * (rows + 2))
    assert [(item.code, item.line) for item in found] == [("Q002", rows + 3)]
    assert write_document(document.blocks).count("b") == rows + 2


@pytest.mark.parametrize("key", ["summary", "source"])
def test_a_long_value(key: str) -> None:
    def value(length: int) -> str:
        text = "a" * length
        return f"source: {{publisher: {text}}}\n" if key == "source" else f"summary: {text}\n"

    assert front_matter(value(LONGEST_VALUE)) == []
    assert front_matter(value(LONGEST_VALUE + 1)) == ["Q003"]


def test_a_long_list() -> None:
    assert front_matter(f"aliases: [{', '.join(f'a-{n}' for n in range(MOST_ITEMS))}]\n") == []
    assert front_matter(f"aliases: [{', '.join(f'a-{n}' for n in range(1_001))}]\n") == ["Q004"]


def test_a_sentence_without_end_is_kept_around_the_words() -> None:
    document = clean("word " * 2_000 + "[the harbour]{.plain} " + "word " * 2_000)
    sentence = document.annotations[0].sentence
    assert "word the harbour word" in sentence
    assert len(sentence) <= LONGEST_SENTENCE
    assert sentence.startswith("word ")
    assert sentence.endswith(" word")


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        (" a  b ", (1, 2), ("a b", (0, 1))),
        (" a  b ", (4, 5), ("a b", (2, 3))),
        ("a \n b  c", (0, 5), ("a b c", (0, 3))),
        ("a  \n", (1, 3), ("a", (1, 1))),
    ],
)
def test_places_move_with_white_space(
    text: str, place: tuple[int, int], expected: tuple[str, tuple[int, int]]
) -> None:
    plain, places = run_together(text, [(7, *place)])
    assert plain == expected[0]
    assert [start for _, start, _ in places] in ([expected[1][0]], [expected[1][0] + 1])
    assert plain[places[0][1] : places[0][2]] == plain[slice(*expected[1])]


def test_blank_lines_of_windows_without_front_matter() -> None:
    """Each pair of signs could be read as one line end or as two."""
    text = "\r\n" * 200 + "The harbour opens.\r\n"
    article, found = parse_article("content/articles/a.md", text, Settings())
    assert article is None
    assert found
