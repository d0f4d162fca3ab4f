from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.rendering import escaping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]

Frames = dict[str, tuple[str, str]]

# Where a template puts escaped text, and what Python-Markdown must make of it.
MARKDOWN: Frames = {
    "paragraph": ("{}", r"<p>(.*)</p>"),
    "heading": ("## {} {{ #x }}", r'<h2 id="x">(.*)</h2>'),
    "heading without id": ("## {}", r'<h2 id="[^"]*">(.*)</h2>'),
    "list item": ("- {}", r"<ul>\s*<li>(.*)</li>\s*</ul>"),
    "quotation": ("> {}", r"<blockquote>\s*<p>(.*)</p>\s*</blockquote>"),
    "cell": (
        "| a | b |\n| --- | --- |\n| {} | z |",
        r"<table>.*<tbody>\s*<tr>\s*<td>(.*)</td>\s*<td>z</td>\s*</tr>\s*</tbody>\s*</table>",
    ),
    "link text": ("x [{}](y.md) z", r'<p>x <a href="y.md">(.*)</a> z</p>'),
    "link with class": ("[{}](y.md){{ .c }}", r'<p><a class="c" href="y.md">(.*)</a></p>'),
    "before a link": ("{}[l](y.md)", r'<p>(.*)<a href="y.md">l</a></p>'),
    "block in HTML": ('<div markdown="block">\n\n{}\n\n</div>', r"<div>\s*<p>(.*)</p>\s*</div>"),
}
HTML: Frames = {
    "raw block": ('<p>x <span class="c">{}</span></p>', r'<p>x <span class="c">(.*)</span></p>'),
    "inline": ('x <span class="c">{}</span>', r'<p>x <span class="c">(.*)</span></p>'),
    "parsed span": ('<p markdown="span">{}</p>', r"<p>(.*)</p>"),
    "parsed block": ('<div markdown="block">\n{}\n</div>', r"<div>\s*<p>(.*)</p>\s*</div>"),
}
ATTRIBUTE: Frames = {
    "raw": ('<p><a title="{}">x</a></p>', r'<p><a title="(.*)">x</a></p>'),
    "inline": ('y <a title="{}">x</a>', r'<p>y <a title="(.*)">x</a></p>'),
}

NASTY = [
    "# heading",
    "trailing ##",
    "1. item",
    "1986.",
    "١٩٨٦. بند",
    "2) item",
    "- item",
    "+ item",
    "* item",
    "> quote",
    "| a | b |",
    "a|b",
    "---",
    "===",
    ": definition",
    "::: block",
    "!!! note",
    "??? details",
    '=== "tab"',
    "*emphasis* and **strong** and _under_ and __under__",
    "snake_case_name and 2*3*4",
    "`code` and ``code``",
    "[text](href)",
    "![alt](src)",
    "wow!",
    "wow! ",
    "[text][ref]",
    "[ref]: http://example.org",
    "[^1]",
    "*[abbr]: x",
    "{ .class #id }",
    "{: onclick=x }",
    "x { .class }",
    "<script>alert(1)</script>",
    "<div markdown='block'>",
    "</div>",
    "<!-- comment -->",
    "<!-- open",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<a@b.example>",
    "<http://a.example>",
    "&amp; &lt; &#42; &copy R&D",
    "\\ \\* \\\\ \\",
    "ends in backslash\\",
    "~~strike~~ ^sup^ ==mark== :smile:",
    "{{ jinja }} {% raw %}",
    "12:30–13:45, $5 and $6 (50%)",
    "quotes “ ” \" '",
    "زيلينسكي [x] *y*",
    "306\u00a0887 and 306\u202f887",
    "two  spaces\tand\ttabs",
    "line\nbreak\r\nand \u2028 more",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x00",
    "[" * 50,
    "*" * 50,
    "`" * 50,
    "<" * 50,
]

characters = st.text(alphabet="\\`*_{}[]()<>#+-.!|&~^=:?\"' \n1a;٣$%@/אب\u00a0\x02\t", max_size=12)
texts = st.one_of(characters, st.text(max_size=20))

parser = markdown.Markdown(extensions=EXTENSIONS)


def tidy(text: str) -> str:
    return " ".join(text.split())


def reads_as(
    text: str, escape: Callable[[str], str], frames: Mapping[str, tuple[str, str]]
) -> None:
    """Every frame shows exactly ``text``, white space aside, without an element in it."""
    expected = tidy(escaping.one_line(text))
    if not expected:
        return
    for name, (frame, pattern) in frames.items():
        parser.reset()
        made = parser.convert(frame.format(escape(text)))
        match = re.fullmatch(pattern, made, re.DOTALL)
        assert match, (name, escape(text), made)
        assert "<" not in match[1], (name, made)
        assert tidy(unescape(match[1])) == expected, (name, escape(text), made)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_reads_as_itself(text: str) -> None:
    reads_as(text, escaping.md, MARKDOWN)
    reads_as(text, escaping.html, HTML)
    reads_as(text, escaping.attr, ATTRIBUTE)


@given(texts)
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_text_reads_as_itself_in_markdown(text: str) -> None:
    reads_as(text, escaping.md, MARKDOWN)


@given(texts)
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_text_reads_as_itself_in_html(text: str) -> None:
    reads_as(text, escaping.html, HTML)
    reads_as(text, escaping.attr, ATTRIBUTE)


@given(st.text(max_size=40))
def test_yaml_reads_the_text(text: str) -> None:
    escaped = escaping.yaml(text)
    assert "\n" not in escaped
    assert yaml.safe_load(f"title: {escaped}\n") == {"title": escaping.one_line(text).strip(" ")}


@given(st.lists(characters, max_size=4))
@hypothesis_settings(max_examples=60, deadline=None)
def test_pieces_join_to_their_text(pieces: list[str]) -> None:
    reads_as(
        "".join(pieces),
        lambda _: escaping.guarded("".join(map(escaping.inline, pieces)).strip(" ")),
        {"paragraph": MARKDOWN["paragraph"]},
    )


def test_plain_words_stay_readable() -> None:
    text = "U.S. troops (some 4,000) – “gone” by 12:30, he said!? 50% of it."
    assert escaping.md(text) == text
    assert escaping.md("a_b * [c]") == "a\\_b \\* \\[c\\]"


def test_a_name_in_another_script_is_isolated() -> None:
    assert escaping.bdi("بوتين", "ar") == '<bdi lang="ar">بوتين</bdi>'
    assert escaping.bdi('<"b">', 'x" onclick="') == (
        '<bdi lang="x&quot; onclick&#61;&quot;">&lt;"b"&gt;</bdi>'
    )
    assert escaping.bdi("Putin & Co.") == "Putin &amp; Co."
