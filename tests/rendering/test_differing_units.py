"""What readers are told where reports that differ are in two units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.rendering import plan_pages
from generator.rendering.views import BriefingView

if TYPE_CHECKING:
    from .conftest import Make


def test_both_ends_are_in_the_unit_of_the_card(make: Make) -> None:
    linked = make.site(
        make.series("front", "Length of the front", unit="km"),
        make.article("a", [make.figure("400 km", "400", "km", ref="front")]),
        make.article("b", [make.figure("100 miles", "100", "mi", ref="front")]),
    )
    told = {
        view.page.path: view.figures[0].differs.text
        for view in plan_pages(linked).views
        if isinstance(view, BriefingView) and view.figures[0].differs
    }
    assert told == {
        "briefings/a.md": "Reports differ: 161 kilometres (Example Desk) to "
        "400 kilometres (Example Desk)",
        "briefings/b.md": "Reports differ: 100 miles (Example Desk) to 249 miles (Example Desk)",
    }
