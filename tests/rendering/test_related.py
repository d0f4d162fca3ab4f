"""Why a briefing is related to another, in the words of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import markdown
import pytest

from generator.rendering import plan_pages, render
from generator.rendering.views import BriefingView

if TYPE_CHECKING:
    from generator.model.links import LinkedSite

    from .conftest import Make

TEMPLATES = Path(__file__).parents[2] / "templates"


def reasons(linked: LinkedSite, key: str) -> list[tuple[str, str]]:
    path = f"briefings/{key}.md"
    (view,) = (view for view in plan_pages(linked).views if view.page.path == path)
    assert isinstance(view, BriefingView)
    return [(item.link.href, item.reason) for item in view.related]


def desk(make: Make, language: str = "en", label: str = "Ships") -> LinkedSite:
    both = [make.mark("actor", "Jane Roe"), make.mark("place", "Exampleton")]
    return make.site(
        make.actor("roe", "Jane Roe"),
        make.place("town", "Exampleton"),
        make.series("ships", label),
        make.topic("ports", "Ports"),
        make.article("a", both, language=language, related=("c",), topics=("ports",)),
        make.article("b", both, topics=("ports",)),
        make.article("c", "Nothing shared."),
        make.article("d", "Nothing shared.", language=language),
    )


def test_the_reason_names_what_both_have_and_picks_say_so(make: Make) -> None:
    linked = desk(make)
    assert reasons(linked, "a") == [
        ("c.md", "the editors’ choice"),
        ("b.md", "both involve Jane Roe, Exampleton and Ports"),
    ]
    assert reasons(linked, "d") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "beide betreffen Jane Roe, Exampleton und Ports"),
        ("ar", "كلاهما يتعلق بـ: Jane Roe وExampleton وPorts"),
        ("tr", "ikisi de şunlarla ilgili: Jane Roe, Exampleton ve Ports"),
    ],
)
def test_it_is_in_the_language_of_the_page(make: Make, language: str, words: str) -> None:
    assert reasons(desk(make, language), "a")[1][1] == words


def test_it_is_shown_on_hover_and_below(make: Make) -> None:
    name = 'Jane "J" <b>*Roe*</b> {.x} (y)'
    linked = make.site(
        make.actor("roe", name),
        make.article("a", [make.mark("actor", "x", ref="roe")]),
        make.article("b", [make.mark("actor", "x", ref="roe")]),
    )
    outputs = {item.path: item for item in render(linked, templates=[TEMPLATES]).outputs}
    text = outputs["briefings/a.md"].content.decode()
    _, _, body = text.removeprefix("---\n").partition("---\n")  # MkDocs reads what stands above
    html = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])
    assert 'title="both involve Jane &quot;J&quot; &lt;b&gt;' in html
    assert html.count("both involve") == 2
    assert "<b>" not in html
