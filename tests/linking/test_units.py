"""Reports of one series in several units."""

from __future__ import annotations

import pytest

from generator.linking import link
from generator.model.links import LinkedSite
from tests.linking.building import article, series, site


def reports(unit: str, *texts: str) -> LinkedSite:
    articles = (article(f"a{n}", text) for n, text in enumerate(texts))
    return link(site(series("s", unit=unit), *articles))


def figure(number: str, unit: str = "", more: str = "") -> str:
    given = f' unit="{unit}"' if unit else ""
    return f"[{number}]{{.figure ref=s{given}{more}}}"


@pytest.mark.parametrize(
    ("unit", "first", "second", "differ"),
    [
        ("km", figure("100", "mi"), figure("161"), False),
        ("km", figure("100", "mi"), figure("400"), True),
        ("mi", figure("5", "mi"), figure("8", "km"), False),
        ("mi", figure("1", "km"), figure("1000", "m"), False),
        ("days", figure("2", "week"), figure("14"), False),
        ("days", figure("2", "week"), figure("30"), True),
        ("days", figure("1", "month"), figure("90"), False),
        ("t", figure("3000", "kg"), figure("3"), False),
        ("million tonnes", figure("3000000", "t"), figure("3"), False),
        ("percent", figure("5", "permille"), figure("3"), True),
        ("people", figure("500", "deaths"), figure("900", "civilians"), True),
        ("people", figure("500", "deaths"), figure("500", "civilians"), False),
        ("", figure("5", "mi"), figure("20", "km"), True),
        ("", figure("5", "mi"), figure("8", "km"), False),
        ("", figure("5", "death"), figure("6", "deaths"), True),
        ("", figure("5", "EUR"), figure("6", "USD"), False),
        ("", figure("5", "families"), figure("30", "people"), False),
    ],
)
def test_they_are_compared_in_the_unit_of_the_series(
    unit: str, first: str, second: str, *, differ: bool
) -> None:
    linked = reports(unit, first, second)
    assert bool(linked.disagreements) is differ
    assert linked.unlike_units == ()


@pytest.mark.parametrize(
    ("unit", "number", "given", "kinds"),
    [
        ("km", "5", "kg", ("mass", "length")),
        ("EUR", "5", "USD", ("money", "money")),
        ("people", "5", "EUR", ("money", "count")),
        ("people", "5", "percent", ("share", "count")),
    ],
)
def test_unlike_units_are_told_and_left_out(
    unit: str, number: str, given: str, kinds: tuple[str, str]
) -> None:
    linked = reports(unit, figure(number, given), figure("900"), figure("900"))
    (item,) = linked.unlike_units
    assert (item.kind, item.series_kind) == kinds
    assert (item.unit, item.series_unit) == (given, unit)
    assert linked.disagreements == ()
    assert len(linked.series["s"]) == 3


@pytest.mark.parametrize("number", ["9" * 5000, "0", "0.000"])
def test_hostile_amounts_are_converted(number: str) -> None:
    linked = reports("km", figure(number, "mi"), figure("1"))
    assert len(linked.disagreements) == 1
