from __future__ import annotations

import markdown
import pytest

from generator.config import Settings
from generator.config.record import SAFE_ELEMENTS
from generator.rendering.document import Surroundings, write_blocks
from generator.syntax import parse_article
from tests.hostile.payloads import sample

pytest.importorskip("nh3")
HEAD = "---\ntitle: Words\ndate: 2024-03-04\n---\n\n"
SOME = frozenset({"sub", "sup", "abbr", "br", "kbd", "u", "wbr"})


def page(text: str, allowed: frozenset[str] = SOME) -> str:
    article, _ = parse_article("content/articles/a.md", f"{HEAD}{text}\n", Settings())
    assert article is not None
    blocks = write_blocks(
        article.document.blocks, article.document.annotations, Surroundings(html=allowed)
    )
    return markdown.markdown(blocks, extensions=["attr_list", "md_in_html", "tables"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("</br><wbr>", "<p>&lt;/br&gt;<wbr></p>"),
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
        ("<SUP >*2*</sup >", "<p><sup><em>2</em></sup></p>"),
        ("a<br/>b<br>c", "<p>a<br>b<br>c</p>"),
        ("<kbd>a<u>b</u></kbd>", "<p><kbd>a<u>b</u></kbd></p>"),
        (
            '<abbr title="a {b} #c" onclick="alert(1)">x</abbr>',
            '<p><abbr title="a &#123;b&#125; &#35;c">x</abbr></p>',
        ),
        ("<sub onclick=alert(1)>2</sub>", "<p><sub>2</sub></p>"),
        ("<sub>2", "<p>&lt;sub&gt;2</p>"),
        ("2</sub>", "<p>2&lt;/sub&gt;</p>"),
        ("<kbd><u>2</kbd>", "<p><kbd>&lt;u&gt;2</kbd></p>"),
        ("*<sub>2*</sub>", "<p><em>&lt;sub&gt;2</em>&lt;/sub&gt;</p>"),
        ("<b>2</b>", "<p>&lt;b&gt;2&lt;/b&gt;</p>"),
        ("`<sub>2</sub>`", "<p><code>&lt;sub&gt;2&lt;/sub&gt;</code></p>"),
    ],
)
def test_elements_that_are_allowed(text: str, shown: str) -> None:
    assert " ".join(page(text).replace("<br />", "<br>").split()) == shown


def test_without_the_setting_all_is_text() -> None:
    assert page("H<sub>2</sub>O", frozenset()) == "<p>H&lt;sub&gt;2&lt;/sub&gt;O</p>"


@pytest.mark.parametrize("text", sample(150))
def test_nothing_else_comes_through(text: str) -> None:
    if "\x00" in text or not text.isprintable():
        text = "".join(character for character in text if character.isprintable())
    before = page(f"words {text} words", frozenset())
    after = page(f"words {text} words", frozenset(SAFE_ELEMENTS))
    for tag in (
        "<script",
        "<img",
        "<svg",
        "<iframe",
        "<style",
        "<a ",
        "<p ",
        "<b ",
        "<div",
        "<span",
    ):
        assert after.count(tag) == before.count(tag), tag
