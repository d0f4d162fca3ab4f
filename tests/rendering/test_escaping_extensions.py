"""Escaped text stays text whichever extensions of Markdown a newsroom switches on."""

from __future__ import annotations

import re
from html import unescape

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering import escaping
from tests.hostile.payloads import sample

# Those that are meant to change words (smarty, smartsymbols) are left out.
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("wikilinks", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret"),
    *("pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight"),
    *("pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark"),
    *("pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist"),
    "pymdownx.tilde",
]
FRAMES = (
    ("{}", r"<p>(.*)</p>"),
    ("- {}", r"<ul>\s*<li>(.*)</li>\s*</ul>"),
    ("x [{}](y.md) z", r'<p>x <a href="y.md">(.*)</a> z</p>'),
    ('<p>x <span class="c">{}</span></p>', r'<p>x <span class="c">(.*)</span></p>'),
)
TEXTS = [
    "$x$ and $y$ for $2.5tn and $3",
    "\\(x\\) $$x$$ \\[x\\]",
    "ftp://desk.example/a and https://desk.example/b",
    '--8<-- "mkdocs.yml"',
    ';--8<-- "/etc/passwd"',
    '-8<- "mkdocs.yml"',
    "``` py\nx",
    '=== "tab"',
    "!!! note",
    '??? note "x"',
    "[ ] task",
    "[1]",
    "[[page]] [^1] *[x]: y",
    "++ctrl+c++ {++a++} ==m== ^^i^^ ~~d~~ H~2~O",
    ":smile: :material-account: #!py x",
    "@user #1 user/repo@1234567 www.desk.example",
    "desk@desk.example",
]  # fmt: skip
parser = markdown.Markdown(
    extensions=EXTENSIONS, extension_configs={"pymdownx.arithmatex": {"generic": True}}
)


def reads_as_itself(text: str) -> None:
    expected = " ".join(escaping.one_line(text).split())
    if not expected:
        return
    for frame, pattern in FRAMES:
        parser.reset()
        escape = escaping.html if frame.startswith("<") else escaping.md
        made = parser.convert(frame.format(escape(text)))
        found = re.fullmatch(pattern, made, re.DOTALL)
        assert found, (text, made)
        assert "<" not in found[1], (text, made)
        assert " ".join(unescape(found[1]).split()) == expected, (text, made)


@pytest.mark.parametrize("text", [*TEXTS, *sample(300)])
def test_it_reads_as_itself(text: str) -> None:
    reads_as_itself(text)


@given(st.text(alphabet="\\`*_{}[]()<>#+-.!|&~^=:?\"' \n1a;$%@/w", max_size=14))
@settings(max_examples=150, deadline=None)
def test_so_does_any_other(text: str) -> None:
    reads_as_itself(text)
