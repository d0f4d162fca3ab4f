from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.time_axis import TimeUnit, time_scales
from generator.rendering.value_axis import value_axis


def amounts(*values: str) -> list[Decimal]:
    return [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("values", "ticks", "cut"),
    [
        (("191369", "606000"), ("0", "200000", "400000", "600000"), False),
        (("24", "36"), ("0", "10", "20", "30"), False),
        (("20", "20"), ("0", "5", "10", "15", "20"), False),
        (("0", "0"), ("0", "1"), False),
        (("1", "2"), ("0", "1", "2"), False),
        (("0.5", "2"), ("0", "0.5", "1", "1.5", "2"), False),
        (("-12", "8"), ("-10", "-5", "0", "5"), False),
        (("1200003", "1208702"), ("1200000", "1205000", "1210000"), True),
        (("67.3", "67.8"), ("67.2", "67.4", "67.6", "67.8"), True),
        (("90", "100"), ("90", "95", "100"), True),
        (("89", "100"), ("0", "50", "100"), False),
        (("-0.302", "0.499"), ("-0.2", "0", "0.2", "0.4"), False),
        (("-1", "1"), ("-1", "0", "1"), False),
    ],
)
def test_the_axis_of_amounts(values: tuple[str, ...], ticks: tuple[str, ...], cut: bool) -> None:  # noqa: FBT001
    axis = value_axis(amounts(*values), 4)
    assert axis.ticks == tuple(amounts(*ticks))
    assert axis.cut is cut


@given(st.lists(st.decimals(-(10**15), 10**15, places=3), min_size=1, max_size=8))
def test_an_axis_holds_all_and_is_not_cut_without_saying_so(values: list[Decimal]) -> None:
    axis = value_axis(values, 4)
    assert all(axis.low <= value <= axis.high for value in values)
    assert all(0 <= axis.share(value) <= 1 for value in values)
    assert axis.low < axis.high
    assert 2 <= len(axis.ticks) <= 7
    assert axis.cut or 0 in axis.ticks
    steps = {b - a for a, b in pairwise(axis.ticks)}
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in {(1,), (2,), (5,)}


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2014-04-01", "2021-06-30", ["2016", "2018", "2020"]),
        ("2016-12-18", "2017-02-19", ["Jan 2017", "Feb"]),
        ("2015-08-20", "2015-08-21", ["20 Aug 2015", "21 Aug"]),
        ("2022-06-30", "2023-12-28", ["Jul 2022", "Jan 2023", "Jul"]),
        ("1900-01-01", "1999-12-31", ["1900", "1950"]),
    ],
)
def test_the_axis_of_time(first: str, last: str, labels: list[str]) -> None:
    start, end = (dt.date.fromisoformat(item).toordinal() for item in (first, last))
    ticks = next(time_scales(start, end, 4, "en"))
    assert [f"{tick.label} {tick.year}".strip() for tick in ticks] == labels


@given(
    st.integers(1, dt.date.max.toordinal()),
    st.integers(1, 400_000),
    st.integers(2, 8),
    st.sampled_from(["en", "ar", "tr", "ru", "he", "ja"]),
)
def test_ticks_are_few_and_lie_between_the_ends(
    first: int, length: int, most: int, language: str
) -> None:
    last = min(first + length, dt.date.max.toordinal())
    scales = list(time_scales(first, last, most, language))
    assert scales
    for ticks in scales:
        assert 1 <= len(ticks) <= most
        assert all(first <= tick.day <= last and tick.label for tick in ticks)
        assert all(a.day < b.day for a, b in pairwise(ticks))
        assert ticks[0].year or ticks[0].unit is TimeUnit.YEAR
