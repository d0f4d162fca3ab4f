"""Long lists are divided by time: nothing is lost, nothing grows, old parts stay as they are."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.periods import Period, divided

DAYS = st.lists(
    st.one_of(st.none(), st.dates(dt.date(2021, 1, 1), dt.date(2023, 12, 31))), max_size=60
)


Dated = tuple[int, dt.date | None]


def by_day(days: list[dt.date | None]) -> list[Dated]:
    numbered = list(enumerate(days))
    return sorted(numbered, key=lambda item: (item[1] or dt.date.min, item[0]), reverse=True)


def leaves(periods: tuple[Period[Dated], ...]) -> list[Period[Dated]]:
    return [one for period in periods for one in period.all() if not one.periods]


@given(DAYS, st.integers(1, 8))
def test_every_item_stands_once_in_its_order_and_no_page_has_more_than_its_room(
    days: list[dt.date | None], room: int
) -> None:
    items = by_day(days)
    found = leaves(divided(items, lambda item: item[1], room))

    assert [item for period in found for item in period.items] == items
    assert all(0 < len(period.items) <= room for period in found)


@given(DAYS, st.integers(1, 8))
def test_addresses_are_unlike_and_say_when(days: list[dt.date | None], room: int) -> None:
    periods = divided(by_day(days), lambda item: item[1], room)
    every = [one for period in periods for one in period.all()]

    assert len({period.stem for period in every}) == len(every)
    for period in every:
        for _, day in period.items:
            wanted = f"{day:%Y-%m}" if day and period.month else f"{day:%Y}" if day else "undated"
            assert period.stem == wanted or period.stem.startswith(f"{wanted}-")


@given(DAYS, st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), st.integers(1, 8))
def test_what_is_newer_leaves_older_years_as_they_are(
    days: list[dt.date | None], newer: dt.date, room: int
) -> None:
    before = divided(by_day(days), lambda item: item[1], room)
    after = divided([(-1, newer), *by_day(days)], lambda item: item[1], room)

    assert after[1:] == before


def test_a_full_month_has_parts_counted_from_the_oldest() -> None:
    day = dt.date(2024, 3, 1)
    (year,) = divided(range(5), lambda _: day, 2)
    (month,) = year.periods

    assert [(part.stem, part.items) for part in month.periods] == [
        ("2024-03-3", (0,)),
        ("2024-03-2", (1, 2)),
        ("2024-03-1", (3, 4)),
    ]
    assert (year.stem, month.stem, year.size) == ("2024", "2024-03", 5)
