"""Shares of a whole in a series of percentages, from the text to what is compared."""

from __future__ import annotations

import pytest

from tests.pipeline.test_properties import head, linked

ARTICLE = {"title": "Article", "date": "2021-03-04"}


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("half of the ships", "50 percent", False),
        ("half of the ships", "60 percent", True),
        ("two thirds of them", "67 percent", False),
        ("one in five ships", "0.2 percent", True),
        ("0.5", "0.5 percent", False),
    ],
)
def test_shares_of_a_whole_are_percentages(first: str, second: str, *, differ: bool) -> None:
    article = head(f"[{first}]{{.figure ref=f}} or [{second}]{{.figure ref=f}}", **ARTICLE)
    figure = head(label="Ships that leak", unit="percent")
    site = linked({"content/figures/f.md": figure, "content/articles/a.md": article})
    assert bool(site.disagreements) is differ
