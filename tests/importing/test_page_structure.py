"""The structure of a page as blocks of the format, and boxes as READ MORE lines."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.config import Settings
from generator.importing import import_file
from generator.model.document import (
    Block,
    Caption,
    Heading,
    List,
    Paragraph,
    Quote,
    ReadMore,
    Table,
)
from generator.syntax import parse_article, write_article

pytest.importorskip("trafilatura")

FIRST = "<p>The bridge over the river opened to traffic on Monday morning, after three years.</p>"
LAST = "<p>The council will decide in May whether another bridge is to be built further down.</p>"
BASE = '<link rel="canonical" href="https://desk.example/a/bridge">'


def written(inner: str, lang: str = "en") -> str:
    """The body of the draft's file, without the first and last paragraphs."""
    page = (
        f"<!doctype html><html lang={lang}><head>{BASE}</head><body><article>{FIRST}{inner}{LAST}"
        "</article></body></html>"
    )
    draft, _ = import_file(
        page.encode(), path="a.html", settings=Settings(), fallback_date=dt.date(2024, 5, 6)
    )
    body = write_article(draft, Settings()).split("---\n", 2)[2].strip()
    return body.partition("\n\n")[2].rpartition("\n\n")[0]


def blocks(inner: str) -> tuple[Block, ...]:
    text = f"---\ntitle: A\ndate: 2024-05-06\n---\n\n{written(inner)}\n"
    article, found = parse_article("content/articles/a.md", text, Settings())
    assert article is not None
    assert not [item for item in found if item.severity == "error"]
    return article.document.blocks


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>a <b>bold </b>and <i>slanted</i> word</p>", "a **bold** and *slanted* word"),
        ("<p><strong><em>both</em></strong> of them</p>", "***both*** of them"),
        ("<p>a <a href='/b?c=d'>link</a> here</p>", "a [link](https://desk.example/b?c=d) here"),
        (
            "<p>a <a href='mailto:a@desk.example'>mail</a> here</p>",
            "a [mail](mailto:a@desk.example) here",
        ),
        ("<p>a <a href='#top'>top</a> here</p>", "a top here"),
        ("<p>a <a href='ftp://desk.example'>file</a> here</p>", "a file here"),
        ("<p>one<br>two</p>", "one\\\ntwo"),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ("<h3>Next</h3><p>words in it</p>", "## Next\n\nwords in it"),
        ("<ul><li>one<ul><li>in it</li></ul></li><li>two</li></ul>", "- one\n  + in it\n- two"),
        ("<ol start=4><li>four</li><li>five</li></ol>", "4. four\n5. five"),
        ("<blockquote>said so</blockquote>", "> said so"),
        ("<hr>", "* * *"),
        ("<dl><dt>Length</dt><dd>412 metres</dd></dl>", "**Length**\n\n412 metres"),
        ("<p>*not* [this]{.actor} `or` that</p>", "\\*not\\* \\[this\\]\\{.actor} \\`or\\` that"),
    ],
)
def test_markup_becomes_the_formats(inner: str, text: str) -> None:
    assert written(inner) == text


def test_a_table_of_data() -> None:
    (table,) = blocks("<table><tr><th>a<th>b<tr><td>1<td><p>2</p><tr><td colspan=2>3</table>")
    assert isinstance(table, Table)
    assert len(table.rows) == 2


def test_a_table_that_lays_out_is_none() -> None:
    found = blocks("<table><tr><td><p>one of them</p><p>two of them</p></td></tr></table>")
    assert [type(block) for block in found] == [Paragraph, Paragraph]


def test_captions_are_the_formats() -> None:
    figure = (
        "<figure><img src=a.jpg><figcaption>The bridge at dawn, seen from the east. "
        "<span class=credit>Ann Example/Desk</span></figcaption></figure>"
    )
    (caption,) = blocks(figure)
    assert isinstance(caption, Caption)
    assert caption.text == "The bridge at dawn, seen from the east."
    assert caption.credit == "Ann Example/Desk"


LINK = '<a href="/a/plan">What the plan for the bridge said</a>'


@pytest.mark.parametrize(
    "box",
    [
        f"<p>READ MORE: {LINK}</p>",
        f"<p><strong>READ MORE: {LINK}</strong></p>",
        f"<blockquote><p>READ MORE: {LINK}</p></blockquote>",
        f"<div><b>READ MORE</b> {LINK}</div>",
        f'<aside class="related-stories"><h4>More on this</h4>{LINK}</aside>',
        f'<div class="c-related"><ul><li>{LINK}</li></ul></div>',
        f"<aside>{LINK}</aside>",
        (
            '<div class="teaser"><a href="/a/plan"><img src=x><h4>What the plan for the bridge said'
            "</h4><p>A look back at ten years of drawings and of quarrels.</p></a></div>"
        ),
    ],
)
def test_a_box_is_a_read_more_line(box: str) -> None:
    (line,) = blocks(box)
    assert isinstance(line, ReadMore)
    assert line.label == "READ MORE"
    assert line.title == "What the plan for the bridge said"
    assert line.target == "https://desk.example/a/plan"


def test_a_printed_label_is_kept_and_its_language_decides_where_there_is_none() -> None:
    assert written(f"<p>Lesen Sie auch: {LINK}</p>", "de").startswith("Lesen Sie auch: [")
    assert written(f"<aside class=related>{LINK}</aside>", "de").startswith("LESEN SIE AUCH: [")


def test_several_links_are_several_lines() -> None:
    box = f"<p>Read more: {LINK} | <a href='/b'>Who paid for the bridge</a></p>"
    assert [type(block) for block in blocks(box)] == [ReadMore, ReadMore]


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><a href=/>Home</a></nav>",
        "<div class='share-buttons'>Share this <a href=#>now</a></div>",
        "<div class=newsletter-signup><p>Sign up for our weekly letter and miss nothing.</p></div>",
        "<section id=comments><p>I have been waiting for that bridge for years.</p></section>",
        "<div class=cookie-banner>We use cookies.</div>",
        "<button>Play</button><select><option>one</select>",
        "<div style='display:none'>Hidden words.</div>",
        "<noscript>Enable scripts.</noscript>",
        "<p class='post-tags'>Tags: <a href=/t>bridges</a></p>",
        "<ul><li><a href=/1>More news of today</a><li><a href=/2>And more of it</a></ul>".replace(
            "<ul", "<div><ul"
        ).replace("</ul>", "</ul></div>"),
    ],
)
def test_what_belongs_to_the_site_is_left_out(chrome: str) -> None:
    assert written(f"<p>Words above.</p>{chrome}<p>Words below.</p>") == (
        "Words above.\n\nWords below."
    )


def test_a_called_box_that_holds_the_text_is_not_left_out() -> None:
    page = f"<!doctype html><body><div class='social comments ad'>{FIRST * 3}{LAST}</div></body>"
    draft, _ = import_file(
        page.encode(), path="a.html", settings=Settings(), fallback_date=dt.date(2024, 5, 6)
    )
    assert len(draft.blocks) >= 2


def test_words_pulled_out_are_there_once() -> None:
    said = "We shall keep the timetable where we can"
    inner = f"<p>“{said},” said the mayor.</p><aside class=pullquote>“{said}”</aside>"
    assert written(inner).count(said) == 1
    other = inner.replace("<aside class=pullquote>“We", "<aside class=pullquote>“They")
    assert "They shall keep" in written(other)


def test_headings_begin_at_the_second_level() -> None:
    found = blocks("<h4>One</h4><p>words</p><h5>In it</h5><p>words</p>")
    assert [block.level for block in found if isinstance(block, Heading)] == [2, 3]


def test_quotes_and_lists_hold_blocks() -> None:
    quote, list_ = blocks(
        "<blockquote><p>one</p><p>two</p></blockquote><ul><li><p>a</p><p>b</p></li></ul>"
    )
    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert isinstance(list_, List)
    assert not list_.tight


def test_however_many_headings_without_words_stand_above_a_text_it_is_read() -> None:
    heading = "<h1>The bridge is open again</h1>"
    assert written(f"{heading}{3000 * '<h2></h2>'}{FIRST}<p>Cars went first.</p>").endswith(
        "Cars went first."
    )
