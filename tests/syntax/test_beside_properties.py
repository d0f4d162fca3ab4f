"""What holds for any annotations beside any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.annotation import Annotation
from generator.model.selector import Selector
from generator.syntax import parse_article
from generator.syntax.beside.selecting import Fit, Passages
from tests.syntax.sidecars import HEAD, PATH, SETTINGS, pieces, read

WORDS = ("ferry", "Monday", "400", "Ann", "noon", "dock", "*rope*", "`buoy`", "\\[sic\\]", "ЛОДКА")
READ_AS = {"*rope*": "rope", "`buoy`": "buoy", "\\[sic\\]": "[sic]"}
KINDS = ("actor", "claim", "quote", "place", "plain")


@st.composite
def marked(draw: st.DrawFn) -> tuple[list[list[str]], list[tuple[int, int, int, str]]]:
    """Paragraphs of words, and marks within them that do not cross."""
    paragraphs = draw(
        st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), min_size=1, max_size=3)
    )
    # Two equal paragraphs would be one caption.
    paragraphs = [[f"P{number}", *words] for number, words in enumerate(paragraphs)]
    marks = []
    for number, words in enumerate(paragraphs):
        at = 0
        while at < len(words):
            start = draw(st.integers(at, len(words)))
            if start == len(words):
                break
            end = draw(st.integers(start + 1, len(words)))
            marks.append((number, start, end, draw(st.sampled_from(KINDS))))
            at = end
    return paragraphs, marks


def with_brackets(
    paragraphs: list[list[str]], marks: list[tuple[int, int, int, str]]
) -> Iterator[str]:
    for number, unmarked in enumerate(paragraphs):
        words = list(unmarked)
        for place, start, end, kind in marks:
            if place == number:
                words[start] = f"[{words[start]}"
                words[end - 1] += f"]{{.{kind}}}"
        yield " ".join(words)


def selected(paragraphs: list[list[str]], mark: tuple[int, int, int, str]) -> dict[str, str]:
    number, start, end, kind = mark
    plain_words = [[READ_AS.get(word, word) for word in words] for words in paragraphs]
    wanted = plain_words[number][start:end]
    before = [
        (index, at)
        for index, words in enumerate(plain_words)
        for at in range(len(words))
        if words[at : at + len(wanted)] == wanted
    ]
    return {
        "kind": kind,
        "exact": " ".join(wanted),
        "occurrence": str(before.index((number, start)) + 1),
    }


@given(marked(), st.sampled_from([" ", "\n"]))
def test_beside_the_text_and_in_it_are_the_same(
    made: tuple[list[list[str]], list[tuple[int, int, int, str]]], space: str
) -> None:
    paragraphs, marks = made
    inline, _ = parse_article(PATH, HEAD + "\n\n".join(with_brackets(paragraphs, marks)), SETTINGS)
    text = "\n\n".join(space.join(words) for words in paragraphs)
    article, faults = read(text, *(selected(paragraphs, mark) for mark in reversed(marks)))

    assert inline is not None
    assert [item for item in faults if item.code.startswith("W")] == []
    assert list(map(bare, article.document.annotations)) == list(
        map(bare, inline.document.annotations)
    )
    assert article.document.words == inline.document.words


def bare(annotation: Annotation) -> Annotation:
    """An annotation without its places."""
    nowhere = annotation.span._replace(start=0, end=0)
    return replace(
        annotation, span=nowhere, text_span=nowhere, attributes=(), source=None, placed=None
    )


@given(
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=9),
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9)), max_size=5),
    st.integers(0, 8),
)
def test_pieces_of_any_annotations_make_up_their_words(
    words: list[str], ranges: list[tuple[int, int]], bracket: int
) -> None:
    words = [f"{word}{number}" if word.isalnum() else f"n{number}x{word}" for number, word in
             enumerate(words)]  # fmt: skip
    as_read = [re.sub(r"[*`\\]", "", word) for word in words]
    items = [
        {"kind": "claim", "exact": " ".join(as_read[start:end])}
        for start, end in dict.fromkeys(ranges)
        if start < min(end, len(words))
    ]
    bracketed = bracket % len(words)
    words[bracketed] = f"[{words[bracketed]}]{{.quote}}"
    article, faults = read(" ".join(words), *items)

    assert faults == ()
    found = pieces(article)
    for item in article.document.annotations:
        assert "".join(found[item.number]).strip() == item.text
    assert sorted(item.text for item in article.document.annotations if item.source) == sorted(
        item["exact"] for item in items
    )
    assert len({item.anchor for item in article.document.annotations}) == len(items) + 1


@given(
    st.lists(st.text("ab \t\n\u00a0", max_size=12), max_size=4),
    st.text("ab \u00a0", min_size=1, max_size=4),
)
def test_a_place_has_the_words_that_were_looked_for(texts: list[str], exact: str) -> None:
    passages = Passages(texts)
    found = passages.find(Selector(exact))

    if found.place is not None:
        words = passages.words(found.place)
        assert words.split() == exact.split()
        selector = passages.selector(found.place)
        assert passages.find(selector).place == found.place
        assert passages.find(selector).fit is Fit.EXACT
