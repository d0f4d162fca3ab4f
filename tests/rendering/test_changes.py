from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.model.edtf import Edtf
from generator.model.registers import Better
from generator.rendering import plan_pages
from generator.rendering.views import ChangeView, DateView, FigurePageView, HomeView

if TYPE_CHECKING:
    from .conftest import Make


def shown(
    make: Make,
    *reports: Any,  # noqa: ANN401
    better: Better | None = None,
    date: Edtf | None = None,
) -> ChangeView | None:
    """What a figure's page tells of the latest of these reports, each of an article of its own."""
    linked = make.site(
        replace(make.series("ships", "Ships"), better=better, date=date),
        make.actor("port", "Port office", kind="Organization"),
        *(
            make.article(f"a{number}", [report], publisher=f"Desk {publisher}")
            for number, (publisher, report) in enumerate(reports)
        ),
    )
    views = plan_pages(linked).views
    page = next(view for view in views if isinstance(view, FigurePageView))
    (home,) = (view for view in views if isinstance(view, HomeView))
    assert [item.change for item in home.figures] == ([page.change] if home.figures else [])
    return page.change


def report(make: Make, value: str, as_of: str, **given: Any) -> Any:  # noqa: ANN401
    given = {"unit": "ships", "ref": "ships", **given}
    return make.figure(f"{value} ships", value, as_of=as_of, **given)


@pytest.mark.parametrize(
    ("before", "after", "better", "expected"),
    [
        ("10", "15", None, ("up", "up from 10", "", "")),
        ("15", "10", None, ("down", "down from 15", "", "")),
        ("10", "15", Better.HIGHER, ("up", "up from 10", "better", "for the better")),
        ("10", "15", Better.LOWER, ("up", "up from 10", "worse", "for the worse")),
        ("15", "10", Better.LOWER, ("down", "down from 15", "better", "for the better")),
        ("10", "10", Better.LOWER, None),
    ],
)
def test_a_change_says_which_way_and_whether_that_is_good(
    make: Make, before: str, after: str, better: Better | None, expected: tuple[str, ...] | None
) -> None:
    change = shown(
        make,
        ("A", report(make, before, "2020")),
        ("A", report(make, after, "2021")),
        better=better,
    )
    found = change and (change.direction, change.text, change.verdict, change.verdict_text)
    assert found == expected
    assert change is None or change.date == DateView("2020", "2020")


def test_what_measures_one_event_is_revised_and_not_better_or_worse(make: Make) -> None:
    change = shown(
        make,
        ("A", report(make, "15", "2020")),
        ("A", report(make, "10", "2021")),
        better=Better.LOWER,
        date=Edtf.parse("2020"),
    )
    assert change == ChangeView("", "revised from 15", DateView("2020", "2020"))


def test_only_one_source_can_tell_a_change(make: Make) -> None:
    two_desks = ("A", report(make, "10", "2020")), ("B", report(make, "15", "2021"))
    assert shown(make, *two_desks) is None
    one_office = (
        ("A", report(make, "10", "2020", by="port")),
        ("B", report(make, "15", "2021", by="port")),
    )
    change = shown(make, *one_office)
    assert change is not None
    assert change.text == "up from 10"


def test_what_overlaps_in_time_or_amount_is_no_change(make: Make) -> None:
    within_the_year = ("A", report(make, "10", "2021")), ("A", report(make, "15", "2021-06"))
    assert shown(make, *within_the_year) is None
    overlapping = (
        (
            "A",
            make.figure(
                "5 to 20", None, "ships", "between", ("5", "20"), ref="ships", as_of="2020"
            ),
        ),
        ("A", report(make, "15", "2021")),
    )
    assert shown(make, *overlapping) is None
    unlike = ("A", report(make, "10", "2020", unit="percent")), ("A", report(make, "15", "2021"))
    assert shown(make, *unlike) is None


def test_the_report_just_before_counts_with_its_qualifier(make: Make) -> None:
    change = shown(
        make,
        ("A", report(make, "10", "2019")),
        ("A", report(make, "12", "2020", qualifier="at-least")),
        ("A", report(make, "15", "2021")),
    )
    assert change is not None
    assert (change.text, change.date) == ("up from at least 12", DateView("2020", "2020"))
