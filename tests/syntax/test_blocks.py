"""Which lines make which block."""

from __future__ import annotations

import pytest

from tests.syntax.reading import clean, faults, read, shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a\nb\n\nc", "p(a/b) p(c)"),
        ("  a\n   b  ", "p(a/b)"),
        ("a  \nb\\\nc", "p(a//b//c)"),
        ("a\n \t\nb", "p(a) p(b)"),
        ("a\rb\r\rc\r\nd", "p(a/b) p(c/d)"),
        ("\ufeffa", "p(a)"),
        ("# a", "h1(a)"),
        ("###### a ######", "h6(a)"),
        ("####### a", "h6(a)"),
        ("#a", "p(#a)"),
        ("a\n# b", "p(a/# b)"),
        ("# b\na", "h1(b) p(a)"),
        (" # a", "p(# a)"),
        ("a\n===\nb", "h1(a) p(b)"),
        ("a\n-\nb", "h2(a) p(b)"),
        ("a\nb\n---", "p(a/b/---)"),
        ("# a {#b}", "h1#b(a)"),
        ("a {#b}\n---", "h2#b(a)"),
        ("# C#", "h1(C#)"),
        ("# [a]{.plain}", "h1(plain(a))"),
        ("***", "hr"),
        ("a\n\n- - -\n\nb", "p(a) hr p(b)"),
        ("a\n***", "p(a/***)"),
        ("```\na\n\n b\n```", "code('a\\n\\n b')"),
        ("a\n```\nb\n```\nc", "p(a) code('b') p(c)"),
        ("a\n~~~\nb\n~~~", "p(a/~~~/b/~~~)"),
        ("~~~~ python\n~~~\n~~~~~", "code:python('~~~')"),
        ("``` {.python #x}\na\n```", "code:python('a')"),
        ("    a\n\n      b\nc", "code('a\\n\\n  b') p(c)"),
        ("\ta", "code('a')"),
        ("   ```\n    a\n   ```", "code(' a')"),
        ("> a\nb\n\n> c", "q[p(a/b)] q[p(c)]"),
        ("> a\n>\n> > b", "q[p(a) q[p(b)]]"),
        ("a\n> b", "p(a/> b)"),
        (">a", "q[p(a)]"),
        ("> a\n```\nb\n```", "q[p(a)] code('b')"),
        ("- a\n- b", "ul<p(a)><p(b)>"),
        ("- a\n\n- b", "ul*<p(a)><p(b)>"),
        ("* a\n+ b", "ul<p(a)><p(b)>"),
        ("- a\n  - b\n- c", "ul<p(a) ul<p(b)>><p(c)>"),
        ("- a\nb", "ul<p(a/b)>"),
        ("- a\n\nb", "ul<p(a)> p(b)"),
        ("- a\n\n  b", "ul*<p(a) p(b)>"),
        ("-", "ul<>"),
        ("-a", "p(-a)"),
        ("a\n- b", "p(a/- b)"),
        ("3. a\n9. b", "ol3<p(a)><p(b)>"),
        ("1. a\n2) b", "ol1<p(a)> ol2<p(b)>"),
        ("(1) a\n(2) b", "ol1<p(a)><p(b)>"),
        ("#. a\n2. b", "ol1<p(a)><p(b)>"),
        ("A. Smith", "p(A. Smith)"),
        ("i. e. this", "p(i. e. this)"),
        ("1986\\. A year", "p(1986. A year)"),
        ("1234567890. a", "p(1234567890. a)"),
        ("- # a\n\n  > b", "ul<h1(a) q[p(b)]>"),
        ("-\ta\n\n\tb", "ul*<p(a) p(b)>"),
        ("a | b\n--|--\nc | d", "table[,](a|b;c|d)"),
        ("| a | b |\n|:-:|--:|\n| c |\n\nd", "table[center,right](a|b;c|) p(d)"),
        ("| a |\n|---|\n| `b|c` \\| |", "table[](a;`b|c` |)"),
        ("x\n| a |\n|---|", "p(x/| a |//|---|)".replace("//", "/")),
        ("::: background\na\n:::", "div:background[p(a)]"),
        (":::{.background .own}\na\n\n- b\n:::::", "div:background.own[p(a) ul<p(b)>]"),
        ("::: outlook :::\n::: summary\na\n:::\nb\n:::", "div:outlook[div:summary[p(a)] p(b)]"),
        ("> ::: outlook\n> a\n> :::", "q[div:outlook[p(a)]]"),
        ("- ::: outlook\n  a\n  :::", "ul<div:outlook[p(a)]>"),
        ("::: outlook\n> a\n:::\nb", "div:outlook[q[p(a)]] p(b)"),
        ("::: outlook\n```\n:::\n```\n:::", "div:outlook[code(':::')]"),
        ("::: {.outlook\nas-of=2024}\na\n:::", "div:outlook[p(a)]"),
        ("[a]\n\n[a]: b", "p(L(a -> b))"),
        ('[a][c]\n\n[C]: <b d>\n  "t"', "p(L(a -> b d 't'))"),
        ("[c][]\n\n> [c]: b", "p(L(c -> b)) q[]"),
        ("- a\n\n[b]: c\n\n- [b]", "ul<p(a)><p(L(b -> c))>"),
        ("[Note]: these words stay", "p([Note]: these words stay)"),
        ("[^1]: a note", "p([^1]: a note)"),
    ],
)
def test_blocks(text: str, expected: str) -> None:
    assert shape(text) == expected
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("::: background\na", "B001", "::: background"),
        ("::: background\n::: outlook\na\n:::", "B001", "::: background"),
        ("a\n\n:::", "B002", ":::"),
        ("a\n:::\nb", "B002", ":::"),
        ("> :::\n", "B002", ":::"),
        ("::: backgroud\na\n:::", "B003", "backgroud"),
        ("::: {as-of=2024}\na\n:::", "B004", "::: {as-of=2024}"),
        ("::: background of it\na\n:::", "B005", "::: background of it"),
        ("::: {.background} a\nb\n:::", "B005", "a"),
        ("a\n::: background\nb\n:::", "B006", "::: background"),
        (" ::: background\nb\n:::", "B006", "::: background"),
        ("::: {.background .onw}\na\n:::", "B007", ".onw"),
        ("::: {.background asof=2024}\na\n:::", "B007", "asof"),
        ("::: {.background as-of=soon}\na\n:::", "A013", "soon"),
        ("::: {.background as-of=2024\na\n:::", "A001", "{.background as-of=2024"),
        ("a\n\n```\nb", "B009", "```"),
        ("[a]: b", "B011", "a"),
        ("[a]\n\n[a]: b\n[a]: c", "B012", "a"),
        ("# a {#b .c}", "B013", ".c"),
        ("a | b\n--|--\nc | d | e", "B014", "e"),
    ],
)
def test_faults_of_blocks(text: str, code: str, place: str) -> None:
    assert faults(text) == [(code, place)]


def test_what_is_wrong_is_still_read() -> None:
    assert shape("::: backgroud\na\n:::\n\nb") == "div:backgroud[p(a)] p(b)"
    assert shape("::: background\na") == "div:background[p(a)]"
    assert shape("a\n\n:::\n\nb") == "p(a) p(:::) p(b)"
    assert shape("a\n::: outlook\nb\n:::\n\nc") == "p(a/::: outlook/b/:::) p(c)"
    assert shape("a | b\n--|--\nc | d | e") == "table[,](a|b;c|d)"


def test_a_name_near_a_block_is_proposed() -> None:
    for text, proposed in (("::: sumary", "summary"), ("::: context", "background")):
        (fault,) = read(f"{text}\na\n:::")[1]
        assert fault.help == f"Write {proposed}."


def test_the_last_definition_counts() -> None:
    assert shape("[a]\n\n[a]: b\n[a]: c") == "p(L(a -> c))"


def test_one_swallowed_block_is_one_fault() -> None:
    text = "::: background\na\n::: outlook\nb\n:::\nc\n:::\n\nd"
    assert [code for code, _ in faults(text)] == ["B006"]


def test_divisions_stand_in_file_order() -> None:
    document = clean("::: outlook\n::: summary\na\n:::\n:::\n\n::: background\nb\n:::")
    assert [item.name for item in document.divisions] == ["outlook", "summary", "background"]


def test_spans_of_blocks_cover_their_markup() -> None:
    text = "# a {#b}\n\n- c\n  d\n\n> e\n\n::: outlook\nf\n:::\n\n| g | h |\n|---|---|\n| i | j |\n"
    found = [text[block.span.start : block.span.end] for block in clean(text).blocks]
    assert found == [
        "# a {#b}",
        "- c\n  d",
        "> e",
        "::: outlook\nf\n:::",
        "| g | h |\n|---|---|\n| i | j |",
    ]


def test_words_are_counted() -> None:
    assert clean("# One two\n\nthree [four five]{.plain}\n\n- six\n").words == 6
    assert clean("港口重新开放", language="zh").words >= 3
