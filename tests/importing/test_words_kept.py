"""Nothing of a text is lost on the way in, and nothing changes its place."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.importing import import_text, slug_for
from generator.model.document import (
    Block,
    Caption,
    Heading,
    List,
    Paragraph,
    ReadMore,
    SourceLine,
    Text,
)
from generator.model.draft import Draft

ARTICLES = Path(__file__).parents[2].parent / "shared" / "articles"
FALLBACK = dt.date(2024, 5, 6)
PIECE = re.compile(r"\w+|[^\w\s]")
# What stands for a bullet, the brackets around a credit and the colon behind a label.
MARKS = frozenset("-*•‣▪◦.()[]（）:：|/–—")
# Line ends of old and characters that nobody sees are no words.
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\u200b-\u200f\u2060\ufeff]"
)
GAPS = re.compile(r"[\x1c-\x1f\x85\u2028\u2029]")


def pieces(text: str) -> list[str]:
    text = UNSEEN.sub("", GAPS.sub("\n", text))
    return [piece for piece in PIECE.findall(text) if piece not in MARKS]


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            for inline in block.inlines:
                if isinstance(inline, Text):
                    yield inline.text
        elif isinstance(block, List):
            for number, item in enumerate(block.items, block.start or 0):
                if block.start is not None:
                    yield str(number)
                yield from texts(item)
        elif isinstance(block, Caption):
            yield f"{block.text} {block.credit}"
        elif isinstance(block, ReadMore):
            yield f"{block.label} {block.title} {block.target}"
        else:
            assert isinstance(block, SourceLine)
            yield f"{block.label} {block.text}"


def captions(blocks: tuple[Block, ...]) -> Iterator[Caption]:
    return (block for block in blocks if isinstance(block, Caption))


def check_words(text: str, draft: Draft) -> None:
    """The body is in the text, in its order; the rest is headline, date line, captions' copies."""
    original = pieces(text)
    body = [piece for part in texts(draft.blocks) for piece in pieces(part)]
    following = iter(original)
    assert all(piece in following for piece in body)
    left = Counter(original)
    left.subtract(body)
    assert min(left.values(), default=0) >= 0
    for caption in captions(draft.blocks):
        left.subtract(pieces(caption.text))
    if draft.front_matter and "title" not in draft.front_matter.get("review", ()):
        title = Counter(pieces(str(draft.front_matter["title"])))
        assert title
        left.subtract(title)
        if title <= +left:
            left.subtract(title)
    assert min(left.values(), default=0) >= 0
    rest = list((+left).elements())
    if rest:
        lines = [pieces(line) for line in re.split(r"[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]", text)]
        assert any(Counter(line) == Counter(rest) for line in lines)
        year = str(draft.front_matter["date"])[:4]
        assert any(piece.isdecimal() and int(piece) == int(year) for piece in rest)


LINES = st.sampled_from(
    [
        "Ferry sinks off Example Town",
        "13 September 2021",
        "2021-09-14",
        "03/04/2021",
        "Saturday, September 12, 2015 On Monday the ferry sank.",
        "The ferry sank, and all of its passengers were brought ashore.",
        "The ferry sank on Monday and was lost; " * 4,
        "The ferry in 2019.",
        "The ferry in 2019. (Ada Example/Example Agency)",
        "- one",
        "- two",
        "• three",
        "1. one",
        "2. two",
        "READ MORE: What sank the ferry",
        "READ MORE: [What](https://desk.example/)",
        "READ MORE:",
        "Source: Example Desk and agencies",
        "المصدر: وكالات",
        "غرقت العبّارة قبالة المدينة",
        "# no [markup]{.actor} here ::: *at* `all`",
        "\t  indented\xa0 words  ",
        "",
        "",
        "",
    ]
)


def imported(text: str, path: str = "harbour-news.txt") -> Draft:
    return import_text(text, path=path, settings=Settings(), fallback_date=FALLBACK)[0]


@settings(deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_no_word_of_an_article_is_lost(lines: list[str], end: str) -> None:
    text = end.join(lines)
    check_words(text, imported(text))


@settings(deadline=None)
@given(st.text(), st.text(max_size=20))
def test_no_word_of_any_text_is_lost(text: str, path: str) -> None:
    check_words(text, imported(text, path))


@settings(deadline=None)
@given(st.text(alphabet="aA1.-•:()\n ", max_size=60))
def test_no_word_of_lines_like_lists_is_lost(text: str) -> None:
    check_words(text, imported(text))


@settings(deadline=None)
@given(st.text(min_size=1), st.text(max_size=20))
def test_every_draft_has_what_check_asks_for(text: str, path: str) -> None:
    draft = imported(text, path)
    if draft.blocks:
        matter = draft.front_matter
        assert str(matter["title"]).strip()
        day = str(matter["date"])[:10]
        assert dt.date.fromisoformat(day).isoformat() == day
        assert matter["status"] == "draft"
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug_for(draft, path))


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="no folder shared/articles beside the repository")
def test_no_word_of_the_given_articles_is_lost() -> None:
    paths = sorted(ARTICLES.glob("*.txt"))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        draft = imported(text, path.name)
        check_words(text, draft)
        kept = [piece for part in texts(draft.blocks) for piece in pieces(part)]
        assert len(kept) > 0.8 * len(pieces(text))
