"""Real articles, where the folder with them is at hand: no word is lost, none is added."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.document import (
    Block,
    Caption,
    CodeBlock,
    Division,
    Heading,
    List,
    Paragraph,
    Quote,
    ReadMore,
    SourceLine,
    Table,
)
from generator.syntax import write_document
from generator.syntax.inline import plain
from generator.syntax.writing import unplaced
from tests.syntax.reading import read

FOLDER = Path(__file__).parents[3] / "shared" / "articles"
ARTICLES = sorted(FOLDER.glob("*.txt"))

pytestmark = pytest.mark.skipif(not ARTICLES, reason=f"there are no articles in {FOLDER.name}/")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def text_of(block: Block) -> str:  # noqa: PLR0911 - a line for each kind of block
    match block:
        case Paragraph() | Heading():
            return plain(block.inlines)
        case CodeBlock():
            return block.text
        case Quote() | Division():
            return "\n".join(map(text_of, block.blocks))
        case List():
            numbers = range(block.start or 0, (block.start or 0) + len(block.items))
            return "\n".join(
                f"{'' if block.start is None else number} " + "\n".join(map(text_of, item))
                for number, item in zip(numbers, block.items, strict=True)
            )
        case Table():
            return "\n".join(plain(cell) for row in (block.header, *block.rows) for cell in row)
        case ReadMore():
            return f"{block.label} {block.title}"
        case SourceLine():
            return f"{block.label} {block.text}"
        case Caption():
            return f"{block.text} {block.text} {block.credit}"
        case _:
            return ""


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_word_is_lost(path: Path) -> None:
    text = path.read_text("utf-8")
    document, found = read(text)
    assert words("\n".join(map(text_of, document.blocks))) == words(text)
    assert found == ()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_written_and_read_again_it_is_the_same(path: Path) -> None:
    document, _ = read(path.read_text("utf-8"))
    again, _ = read(write_document(document.blocks))
    assert unplaced(again.blocks) == unplaced(document.blocks)
