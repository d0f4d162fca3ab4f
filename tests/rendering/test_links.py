from __future__ import annotations

from urllib.parse import unquote

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.annotation import Quotation
from generator.rendering.addresses import media_path, relative
from generator.rendering.links import external, internal, to_text

URL = "https://desk.example/a"


LONG = Quotation(
    "The first words of a long sentence " + "and more " * 40 + "to its very last words"
)
CUT = Quotation(
    "twice",
    "tters that are cut at their start ",
    " letters that are cut at their end",
    repeated=True,
)


@pytest.mark.parametrize(
    ("quotation", "fragment"),
    [
        (Quotation("4 million people"), "4 million people"),
        (Quotation("12-month, more & less"), "12%2Dmonth%2C more %26 less"),
        (Quotation("نصف"), "%D9%86%D8%B5%D9%81"),
        (Quotation("once", "before ", " after"), "once"),
        (Quotation("twice", "before ", " after", repeated=True), "before-,twice,-after"),
        (Quotation("twice", "", " after", repeated=True), "twice,-after"),
        (Quotation("Russia", "(", ") x", repeated=True), "%28-,Russia,-%29 x"),
        (Quotation("Russia", "in ", "’s war"), "Russia%E2%80%99s"),
        (Quotation("Observatoire", "de l’", " syrien"), "l%E2%80%99Observatoire"),
        (Quotation("Russia", "said '", "' again"), "Russia"),
        (CUT, "that are cut at their start-,twice,-letters that are cut at their"),
        (LONG, "The first words of a long sentence and,more and more to its very last words"),
    ],
)
def test_a_text_fragment_follows_its_specification(quotation: Quotation, fragment: str) -> None:
    assert to_text(URL, quotation) == f"{URL}#:~:text={fragment.replace(' ', '%20')}"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (URL, f"{URL}#:~:text=x"),
        (f"{URL}#part", f"{URL}#part:~:text=x"),
        (f"{URL}#:~:text=y", f"{URL}#:~:text=y&amp;text=x"),
        (f"{URL}?a=1&b=2", f"{URL}?a=1&amp;b=2#:~:text=x"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_fragment_joins_the_address_it_finds(url: str, address: str) -> None:
    assert to_text(url, Quotation("x")) == address


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "/a",
        "a.md",
        "http:",
        "https:///x",
        "http://[bad",
        "",
    ],
)
def test_no_other_scheme_is_linked(url: str) -> None:
    assert external(url) == ""


@given(st.text(max_size=30))
def test_a_finished_address_survives_markdown_and_html(path: str) -> None:
    address = external(f"https://desk.example/{path}")
    if not address:
        return
    made = markdown.markdown(f'[t]({address}) <a href="{address}">u</a>')
    assert made == f'<p><a href="{address}">t</a> <a href="{address}">u</a></p>'


def test_pages_refer_to_each_other() -> None:
    assert relative("briefings/a.md", "briefings/b.md") == "b.md"
    assert relative("briefings/a.md", "actors/x.md") == "../actors/x.md"
    assert relative("articles/2021/a.md", "index.md") == "../../index.md"
    assert relative("index.md", "actors/x.md") == "actors/x.md"
    assert internal("a/b.md", "a/b.md", "x") == "#x"
    assert internal("a/b.md", "c/d e.md", "ش") == "../c/d%20e.md#%D8%B4"
    assert unquote(internal("a.md", "b.md", "ش")) == "b.md#ش"


def test_pictures_stay_below_content() -> None:
    assert media_path("images/a.jpg") == "assets/media/images/a.jpg"
    assert media_path("images/../a.jpg") == "assets/media/a.jpg"
    assert media_path("../a.jpg") == ""
    assert media_path("/etc/a.jpg") == ""
    assert media_path("..\\a.jpg") == ""
