from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering import plan_pages
from generator.rendering.network import Centre, actor_network
from generator.rendering.scope import Scope
from generator.rendering.site_index import SiteIndex
from generator.rendering.views import ActorPageView, CompanionView, LinkView
from tests.rendering.conftest import Make
from tests.rendering.drawings import SVG, Drawing, assert_readable, read_drawings

MAKE = Make()
CENTRE = Centre("Ann Other", "AO", person=True)


def drawn(companions: list[CompanionView], language: str = "en") -> list[Drawing]:
    scope = Scope(SiteIndex(MAKE.site(language=language)), "actors/a.md")
    drawings = read_drawings(actor_network(scope, CENTRE, companions))
    for drawing in drawings:
        assert_readable(drawing)
    return drawings


def companion(name: str, count: int = 1, *, person: bool = False) -> CompanionView:
    return CompanionView(LinkView(name), count, person=person)


def widths(drawing: Drawing) -> list[float]:
    return [float(item.attrib["stroke-width"]) for item in drawing.root.iter(f"{SVG}path")]


def test_lines_are_as_wide_as_counts_are_high() -> None:
    wide, narrow = drawn([companion("A", 9), companion("B", 5), companion("C"), companion("D")])
    assert widths(narrow) == [8.0, 4.8, 1.5, 1.5]
    assert sorted(widths(wide)) == sorted(widths(narrow))


def test_two_briefings_are_not_drawn_as_many() -> None:
    _, narrow = drawn([companion("A", 2), companion("B", 1)])
    assert widths(narrow) == [3.1, 1.5]


def test_words_say_what_the_picture_shows() -> None:
    for drawing in drawn([companion("Example Office", 3), companion("Bo", person=True)]):
        assert [item.text for item in drawing.root[:2]] == [
            "Who appears with Ann Other",
            "Example Office (3), Bo (1). The wider the line, the more briefings both appear in.",
        ]
        assert {item.text for item in drawing.texts} == {"AO", "Example Office", "Bo"}
        assert not [item for item in drawing.root.iter() if item.tag == f"{SVG}a"]


def test_both_sides_have_of_the_most_frequent() -> None:
    wide, narrow = drawn([companion(name, 9 - place) for place, name in enumerate("ABCD")])
    middle = wide.room.end / 2
    assert [wide.text(name).box.start > middle for name in "ABCD"] == [True, False, True, False]
    heights = [narrow.text(name).box.top for name in "ABCD"]
    assert heights == sorted(heights)


def test_it_is_mirrored_where_reading_starts_at_the_right() -> None:
    left = drawn([companion("A"), companion("B")])[1]
    right = drawn([companion("A"), companion("B")], "ar")[1]
    assert left.text("AO").box.start < left.text("A").box.start
    assert right.text("AO").box.start > right.text("A").box.start


@pytest.mark.parametrize("companions", [[], [companion("A")]])
def test_no_picture_of_one_line(companions: list[CompanionView]) -> None:
    assert drawn(companions) == []


NAMES = st.one_of(
    st.sampled_from(["المرصد السوري لحقوق الإنسان", "Syrian Observatory for Human Rights", "<b>&"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=80),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(NAMES, st.integers(1, 2000), st.booleans()), min_size=2, max_size=20),
    st.sampled_from(["en", "ar"]),
)
def test_no_name_lies_on_another(items: list[tuple[str, int, bool]], language: str) -> None:
    companions = [companion(name, count, person=person) for name, count, person in items]
    for drawing in drawn(companions, language):
        assert len(drawing.of_kind("bf-node")) == min(len(items), 12) + 1
        nodes = drawing.of_kind("bf-node")[:-1]
        for text in drawing.texts:
            assert text.text == "AO" or not any(map(text.box.overlaps, nodes))


def test_an_actor_page_has_it_above_its_list() -> None:
    text = [MAKE.mark("actor", name) for name in ("Ann Other", "Bo Example", "Example Office")]
    linked = MAKE.site(
        MAKE.actor("ann", "Ann Other"),
        MAKE.actor("bo", "Bo Example"),
        MAKE.actor("office", "Example Office", kind="PublicBody"),
        MAKE.article("one", text),
        MAKE.article("two", text[:2]),
    )
    views = {v.page.path: v for v in plan_pages(linked).views if isinstance(v, ActorPageView)}
    view = views["actors/ann.md"]
    assert [(item.link.text, item.count, item.person) for item in view.companions] == [
        ("Bo Example", 2, True),
        ("Example Office", 1, False),
    ]
    wide, _ = read_drawings(view.network)
    assert widths(wide) == [3.1, 1.5]
