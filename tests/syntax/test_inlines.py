"""What stands within a paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.diagnostics import SourceFile
from generator.model.document import (
    Annotated,
    Emphasis,
    HardBreak,
    Link,
    Paragraph,
    SoftBreak,
    Text,
)
from tests.syntax.reading import clean, faults, read, shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_ **c** __d__", "E(a) E(b) S(c) S(d)"),
        ("***a*** ***b** c* ***d* e**", "S(E(a)) E(S(b) c) S(E(d) e)"),
        ("a_b_c a*b*c", "a_b_c aE(b)c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*a **b** c*", "E(a S(b) c)"),
        ("**a", "**a"),
        ("*a [b* c]{.plain}*", "E(a plain(b* c))"),
        ("[a *b] c*", "[a *b] c*"),
        ("`a*b*` ``c`d`` `e", "`a*b*` `c`d` `e"),
        ("` a\nb `", "`a b`"),
        ("\\*a\\* \\[b\\] \\\\ \\a", "*a* [b] \\ \\a"),
        ("a\\ b", "a\u00a0b"),
        ("&amp; &#65; &#x41; &nosuch; &amp", "& A A &nosuch; &amp"),
        ("[a](b) [c](<d e> 'f') [g]()", "L(a -> b) L(c -> d e 'f') L(g -> )"),
        ("[a](b(c)d) [e](f\\)g) [h](i&amp;j)", "L(a -> b(c)d) L(e -> f)g) L(h -> i&j)"),
        ("[a](b c) [d] (e)", "[a](b c) [d] (e)"),
        ("[[a](b)](c)", "L([a](b) -> c)"),
        ("[[a]{.plain}](b) [[c](d)]{.plain}", "L(plain(a) -> b) plain(L(c -> d))"),
        ('![a *b*](c "d") ![e]', "I(a b -> c) ![e]"),
        ("<https://a.b/c_d_>", "L(https://a.b/c_d_ -> https://a.b/c_d_)"),
        ("<a@b.example>", "L(a@b.example -> mailto:a@b.example)"),
        ("<b>a</b> <!-- c --> $x$", "<b>a</b> <!-- c --> $x$"),
        ("[^1] ~~d~~ H~2~O @e", "[^1] ~~d~~ H~2~O @e"),
        ("[sic] a [b [c] d]", "[sic] a [b [c] d]"),
        ("the [harbour ]{.plain}opens", "the plain(harbour )opens"),
        ("[a\nb]{.plain}", "plain(a/b)"),
        ("`[a]{.actor}`", "`[a]{.actor}`"),
        ("\\[a]{x} [b]\\{.plain}", "[a]{x} [b]{.plain}"),
        ("[a [b] c]{.plain}", "plain(a [b] c)"),
        ("[[a]{.plain} b]{.plain}", "plain(plain(a) b)"),
        ("[[[[a]{.plain}", "[[[plain(a)"),
        ("a   b\tc", "a b c"),
        ("a\u00a0b\u2003c", "a\u00a0b\u2003c"),
    ],
)  # fmt: skip
def test_inlines(text: str, expected: str) -> None:
    assert shape(text) == f"p({expected})"
    assert faults(text) == []


def test_spans_of_inlines_join_without_a_gap() -> None:
    text = "a \\* *b* `c`  \nd &amp; [e\n  f](g) <https://h.i>\n> ![j](k)"
    (block,) = clean(text).blocks
    assert isinstance(block, Paragraph)
    assert block.inlines[0].span.start == 0
    assert block.inlines[-1].span.end == len(text)
    for one, two in pairwise(block.inlines):
        assert one.span.end == two.span.start


def test_spans_of_inlines_within_a_quotation() -> None:
    text = "> a *b\n>   c* [d\n> e]{.plain}\nf"
    (quote,) = clean(text).blocks
    (paragraph,) = quote.blocks  # type: ignore[union-attr]
    found = [
        (type(node), text[node.span.start : node.span.end])
        for node in paragraph.inlines  # type: ignore[union-attr]
    ]
    assert found == [
        (Text, "a "),
        (Emphasis, "*b\n>   c*"),
        (Text, " "),
        (Annotated, "[d\n> e]{.plain}"),
        (SoftBreak, "\n"),
        (Text, "f"),
    ]


def test_a_link_knows_where_its_target_stands() -> None:
    text = "[a](<b c> 't') [d]\n\n[d]: e 'f'"
    (block,) = clean(text).blocks
    assert isinstance(block, Paragraph)
    links = [node for node in block.inlines if isinstance(node, Link)]
    assert [text[node.target_span.start : node.target_span.end] for node in links] == ["b c", "e"]


def test_a_hard_break_covers_its_mark() -> None:
    for text in ("a  \n b", "a\\\r\n b", "a   \r b"):
        (block,) = clean(text).blocks
        assert isinstance(block, Paragraph)
        hard = block.inlines[1]
        assert isinstance(hard, HardBreak)
        assert (hard.span.start, hard.span.end) == (1, text.index("b"))


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[a] {.actor}", "A015", "{.actor}"),
        ("a{.actor ref=b} c", "A015", "{.actor ref=b}"),
        ("[a](b){.actor}", "A015", "{.actor}"),
        ("`a`{.figure}", "A015", "{.figure}"),
        ("a]{.place}", "A015", "{.place}"),
        ("![[a]{.place}](b)", "A018", "[a]{.place}"),
    ],
)
def test_faults_of_inlines(text: str, code: str, place: str) -> None:
    assert faults(text) == [(code, place)]


def test_braces_that_are_no_attributes_are_text() -> None:
    for text in ("a {b}", "{.note}", "f(x) = {x}", "{ .actors }", "\\{.actor}"):
        assert faults(text) == []


def test_lines_and_columns_of_a_fault() -> None:
    text = "one\r\n\r\nx\tשלום [x]{.figrue} a\n"
    (fault,) = read(text)[1]
    assert (fault.line, fault.column, fault.end_column) == (3, 12, 19)
    source = SourceFile("a.md", text)
    assert source.text[source.offset(3, 12) : source.offset(3, 19)] == ".figrue"
