from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing import slug_for, slugify
from generator.model.draft import Draft

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ferry sinks off Example Town!", "ferry-sinks-off-example-town"),
        ("The U.S. & Türkiye: Größe, łódź, œuvre", "the-u-s-turkiye-grosse-lodz-oeuvre"),
        ("Da'esh and Xi’s aides", "daesh-and-xis-aides"),
        ("İstanbul'da yağmur ışığı", "istanbulda-yagmur-isigi"),
        ("½ price, ﬁne", "1-2-price-fine"),
        ("100%", "100"),
        ("غرق عبّارة", ""),
        ("غرق عبّارة في المدينة 2021", ""),
        ("Паром", ""),
        ("渡轮", ""),
        ("?!", ""),
        ("", ""),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_title_is_cut_between_words() -> None:
    assert slugify("ferry " * 40) == "-".join(["ferry"] * 13)
    assert slugify("x" * 200) == "x" * 80


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "lpt9", "index", "con " + "x" * 79])
def test_names_that_mean_something_to_others_are_avoided(name: str) -> None:
    assert slugify(name) not in {"con", "nul", "com1", "lpt9", "index"}
    assert SLUG.fullmatch(slugify(name))


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_a_slug_or_nothing(text: str) -> None:
    slug = slugify(text)
    assert not slug or SLUG.fullmatch(slug)
    assert len(slug) <= 85
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("matter", "name", "slug"),
    [
        ({"title": "Ferry sinks", "date": "2021-09-13"}, "a.txt", "ferry-sinks"),
        (
            {"title": "Ferry", "date": "2021-09-13", "review": ("title",)},
            "My Ferry.txt",
            "my-ferry",
        ),
        ({"title": "غرق عبّارة", "date": "2021-09-13"}, "x/ferry.txt", "ferry"),
        ({"title": "غرق عبّارة", "date": "2021-09-13T10:00"}, "عبّارة.txt", "article-2021-09-13"),
        ({"title": "?", "date": "2021-09-13"}, "", "article-2021-09-13"),
    ],
)
def test_a_draft_always_has_a_slug(matter: dict[str, str], name: str, slug: str) -> None:
    assert slug_for(Draft(matter, ()), name) == slug
