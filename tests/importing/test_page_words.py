"""The words of a page are not changed: the draft reads back as what the page shows."""

from __future__ import annotations

import datetime as dt
import html
import socket
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import importing as benchmark
from generator.config import Settings
from generator.importing import import_file

pytest.importorskip("trafilatura")

FIRST = "The first paragraph of this page has more than a dozen words in one plain sentence."
LAST = "And this is the last one, with enough words in it to end a text as texts end."
WORDS = st.text(
    alphabet=st.sampled_from("abcÄßقд1*_`[](){}<>&|#:-+!\\~\"'“”.,="), min_size=1, max_size=8
)
# A block that is links for the most part is a menu: here is enough to be none.
PROSE = "of the plain words that are no link " * 5
PHRASE = st.lists(WORDS, min_size=3, max_size=9).map(" ".join)
STYLES = (
    "{}",
    "<b>{}</b>",
    "<em>{}</em>",
    "<strong><i>{}</i></strong>",
    "<code>{}</code>",
    "<span>{}</span>",
    '<a href="https://desk.example/a?b=c&amp;d=(e)">{}</a>',
    "<u> {} </u>",
    "<b>{} </b>",
    "{}<br>",
)
# Equal lines next to each other would be a caption printed twice.
RUN = st.lists(
    st.tuples(PHRASE, st.sampled_from(STYLES)),
    min_size=1,
    max_size=4,
    unique_by=lambda item: item[0],
)
TABLE = "<table><tr><th>one</th><th>two</th></tr><tr><td>{}</td><td>x</td></tr></table>"
BLOCKS = (
    "<p>{}</p>",
    "<div>{}</div>",
    "<h2>{}</h2>",
    "<blockquote><p>{}</p></blockquote>",
    "<ul><li>{}</li><li>and another</li></ul>",
    "<ol start=3><li><p>{}</p></li></ol>",
    "<section><p>{}</p></section>",
    TABLE,
)
PLAIN = {
    "<ul><li>{}</li><li>and another</li></ul>": "{} and another",
    TABLE: "one two {} x",
}


def shown(page: str) -> list[str]:
    draft, _ = import_file(
        page.encode(), path="a.html", settings=Settings(), fallback_date=dt.date(2024, 5, 6)
    )
    return benchmark.shown_text(draft).split()


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(RUN, st.sampled_from(BLOCKS)), max_size=6))
def test_words_and_signs_stay_in_their_order(
    blocks: list[tuple[list[tuple[str, str]], str]],
) -> None:
    markup = [f"<p>{FIRST}</p>"]
    expected = [FIRST]
    for number, (texts, block) in enumerate(blocks):
        # Equal paragraphs next to each other are a caption printed twice.
        run = [(f"No {number} {PROSE}", "{}"), *texts]
        inner = " ".join(style.format(html.escape(text)) for text, style in run)
        markup.append(block.format(inner))
        words = " ".join(text for text, _ in run)
        expected.append(PLAIN.get(block, "{}").replace("{}", words))
    markup.append(f"<p>{LAST}</p>")
    expected.append(LAST)
    page = f"<!doctype html><html lang=en><body><article>{''.join(markup)}</article>"
    assert "".join(shown(page)) == "".join(" ".join(expected).split())


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault_of_ours(text: str) -> None:
    data = f"<!doctype html>{text}".encode()
    draft, found = import_file(
        data, path="a.html", settings=Settings(), fallback_date=dt.date(2024, 5, 6)
    )
    assert draft.blocks or any(item.code in {"I001", "I002"} for item in found)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("caf&eacute; &amp; bar &lt;b&gt; &#8364;5 &#x1F600;", "café & bar <b> €5 😀"),
        ("48&nbsp;per&#160;cent", "48 per cent"),
        ("Donau&shy;dampf\u00adschiff\u200bfahrt", "Donaudampfschifffahrt"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a<wbr>b c<sup>2</sup>", "ab c2"),
        ("<q>Yes</q> he said", "“Yes” he said"),
        ("one<br>two", "one two"),
        (
            "[text]{.actor} ::: and *stars* and READ MORE",
            "[text]{.actor} ::: and *stars* and READ MORE",
        ),
        ('<a href="javascript:alert(1)">press</a> <a href="data:x">here</a>', "press here"),
        ('<span hidden>not</span> <span aria-hidden="true">x</span>seen', "seen"),
        ("<script>no</script><style>no</style>kept", "kept"),
    ],
)
def test_what_is_written_so_is_read_so(written: str, read: str) -> None:
    page = f"<!doctype html><html lang=en><body><article><p>{FIRST}</p><p>{written}</p></article>"
    assert shown(page) == [*FIRST.split(), *read.split()]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for page in sorted(benchmark.LAYOUTS.glob("*.html")):
        benchmark.score(page, benchmark.LAYOUTS)
