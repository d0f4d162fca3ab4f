"""Dates with their precision."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import Edtf, Precision

POINTS = [
    ("2021-09-13", Precision.DAY, "2021-09-13", "2021-09-13"),
    ("2020-02-29", Precision.DAY, "2020-02-29", "2020-02-29"),
    ("2021-09", Precision.MONTH, "2021-09-01", "2021-09-30"),
    ("2020-02", Precision.MONTH, "2020-02-01", "2020-02-29"),
    ("2021-09-XX", Precision.MONTH, "2021-09-01", "2021-09-30"),
    ("2021", Precision.YEAR, "2021-01-01", "2021-12-31"),
    ("2021-XX", Precision.YEAR, "2021-01-01", "2021-12-31"),
    ("2021-XX-XX", Precision.YEAR, "2021-01-01", "2021-12-31"),
    ("0001", Precision.YEAR, "0001-01-01", "0001-12-31"),
    ("9999", Precision.YEAR, "9999-01-01", "9999-12-31"),
    ("199X", Precision.DECADE, "1990-01-01", "1999-12-31"),
    ("000X", Precision.DECADE, "0001-01-01", "0009-12-31"),
    ("19XX", Precision.CENTURY, "1900-01-01", "1999-12-31"),
    ("00XX", Precision.CENTURY, "0001-01-01", "0099-12-31"),
    ("2021-21", Precision.SEASON, "2021-03-01", "2021-05-31"),
    ("2021-22", Precision.SEASON, "2021-06-01", "2021-08-31"),
    ("2021-23", Precision.SEASON, "2021-09-01", "2021-11-30"),
    ("2019-24", Precision.SEASON, "2019-12-01", "2020-02-29"),
    ("9999-24", Precision.SEASON, "9999-12-01", "9999-12-31"),
]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), POINTS)
def test_a_date_lies_between_its_first_and_last_day(
    text: str, precision: Precision, earliest: str, latest: str
) -> None:
    date = Edtf.parse(text)
    assert date.text == text
    assert date.precision is precision
    assert date.earliest == dt.date.fromisoformat(earliest)
    assert date.latest == dt.date.fromisoformat(latest)
    assert not date.interval
    assert date.start is date.end


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (" 2021-09 ", "2021-09"),
        ("199x", "199X"),
        ("19xx", "19XX"),
        ("2021-xx", "2021-XX"),
        ("2016?~", "2016%"),
        ("2016~?", "2016%"),
        ("2021-09-13T20:15", "2021-09-13"),
        ("2021-09-13T20:15:07Z", "2021-09-13"),
        ("2021-09-13T20:15:07.123+03:00", "2021-09-13"),
        ("2021-09-13 20:15", "2021-09-13"),
        ("2021-09-13T20:15Z?", "2021-09-13?"),
        ("2012 / 2015", "2012/2015"),
        (" .. / 2015~", "../2015~"),
        ("2021-09-13T20:15/2021-09-14T01:00", "2021-09-13/2021-09-14"),
    ],
)
def test_text_is_canonical(text: str, canonical: str) -> None:
    assert Edtf.parse(text).text == canonical


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2016", False, False),
        ("2016~", True, False),
        ("2016-03?", False, True),
        ("2016-03-01%", True, True),
        ("2016~/2017", True, False),
        ("../2017?", False, True),
        ("2021-22~", True, False),
    ],
)
def test_qualifiers(text: str, *, approximate: bool, uncertain: bool) -> None:
    date = Edtf.parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    assert date.text == text


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2012/2015", "2012-01-01", "2015-12-31"),
        ("2011-03/..", "2011-03-01", None),
        ("2011-03/", "2011-03-01", None),
        ("../2015", None, "2015-12-31"),
        ("/2015-06-30", None, "2015-06-30"),
        ("2021-09/2021", "2021-09-01", "2021-12-31"),
        ("2021-22/2021-23", "2021-06-01", "2021-11-30"),
        ("2021-09-13/2021-09-13", "2021-09-13", "2021-09-13"),
    ],
)
def test_intervals(text: str, earliest: str | None, latest: str | None) -> None:
    date = Edtf.parse(text)
    assert date.interval
    assert date.text == text
    assert date.earliest == (dt.date.fromisoformat(earliest) if earliest else None)
    assert date.latest == (dt.date.fromisoformat(latest) if latest else None)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("2021-02-30", "2021-02 has the days 01 to 28"),
        ("2021-02-29", "does not exist"),
        ("2021-09-00", "does not exist"),
        ("2021-13", "month 13"),
        ("2021-00", "month 00"),
        ("2021-25", "seasons 21 to 24"),
        ("0000", "0000"),
        ("2021-21-03", "season"),
        ("199X-03", "month of a year that is not known"),
        ("2021-XX-03", "a day but no month"),
        ("2021-9-3", "write 2021-09-03"),
        ("2021-9", "write 2021-09"),
        ("13.09.2021", "begin with the year"),
        ("13-09-2021", "begin with the year"),
        ("09/13/2021", "more than one slash"),
        ("2015/2012", "ends before it starts"),
        ("2021-12/2021-03", "ends before it starts"),
        ("../..", "open at both ends"),
        ("/", "open at both ends"),
        ("2012/2015/2018", "more than one slash"),
        ("September 2021", "not a date"),
        ("21", "not a date"),
        ("XXXX", "not a date"),
        ("1X99", "not a date"),
        ("2021-09-13T25:00", "hour 25"),
        ("2021-09-13T20:75", "not a date"),
        ("-0044", "not a date"),
        ("12021", "not a date"),
        ("٢٠٢١", "not a date"),
        ("2021~/September", "“September” is not a date"),
    ],
)
def test_a_fault_is_said_in_a_sentence(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        Edtf.parse(text)
    message = str(caught.value)
    assert part in message


def test_a_long_fault_is_quoted_in_short() -> None:
    with pytest.raises(ValueError, match="…") as caught:
        Edtf.parse("9" * 10_000)
    assert len(str(caught.value)) < 200


def test_order() -> None:
    ordered = [
        "..",
        "../1999",
        "/1998",
        "19XX",
        "1990/..",
        "199X",
        "1990",
        "1990-01",
        "1990-01-01",
        "1990-01-02",
        "2021-21",
        "2021-03",
        "2021-03-01",
    ]
    dates = [Edtf.parse(text) for text in ordered[1:]]
    dates_at_random = [*dates[5:], *dates[:5]]
    assert sorted(dates_at_random, key=lambda date: date.sort_key) == dates


@pytest.mark.parametrize(
    ("outer", "inner", "contains", "overlaps"),
    [
        ("2021", "2021-09", True, True),
        ("2021-09", "2021", False, True),
        ("2021-09", "2021-10", False, False),
        ("2011/..", "2021-09-13", True, True),
        ("2011/..", "2015/..", True, True),
        ("2015/..", "2011/..", False, True),
        ("../2015", "2016", False, False),
        ("2012/2015", "2015-12-31", True, True),
        ("2012/2015", "2015/2016", False, True),
        ("199X", "1999-12", True, True),
        ("2019-24", "2020-02-29", True, True),
        ("2012/", "2030", True, True),
        ("../2015", "2015/..", False, True),
    ],
)
def test_contains_and_overlaps(outer: str, inner: str, *, contains: bool, overlaps: bool) -> None:
    first, second = Edtf.parse(outer), Edtf.parse(inner)
    assert first.contains(second) is contains
    assert first.overlaps(second) is overlaps
    assert second.overlaps(first) is overlaps


def test_of_day() -> None:
    day = dt.date(2021, 9, 13)
    assert Edtf.of_day(day) == Edtf.parse("2021-09-13")
    assert Edtf.of_day(dt.datetime(2021, 9, 13, 20, tzinfo=dt.UTC)) == Edtf.parse("2021-09-13")


YEARS = st.integers(1, 9999).map(lambda year: f"{year:04}")
DATES = st.one_of(
    st.dates().map(dt.date.isoformat),
    YEARS,
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.builds("{}-{}".format, YEARS, st.integers(21, 24)),
    st.integers(1, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(0, 99).map(lambda century: f"{century:02}XX"),
)
MARKED = st.builds(str.__add__, DATES, st.sampled_from(["", "?", "~", "%"]))
TEXTS = st.one_of(
    MARKED,
    st.builds("{}/{}".format, st.one_of(MARKED, st.sampled_from(["", ".."])), MARKED),
    st.builds("{}/{}".format, MARKED, st.sampled_from(["", ".."])),
)


def parsed(text: str) -> Edtf | None:
    try:
        return Edtf.parse(text)
    except ValueError:
        return None


@given(TEXTS)
def test_text_reads_as_itself(text: str) -> None:
    date = parsed(text)
    if date is None:
        assert "/" in text  # only a reversed interval is refused
        return
    assert date.text == text
    assert Edtf.parse(date.text) == date
    assert date.contains(date)
    assert date.overlaps(date)


@given(TEXTS, TEXTS)
def test_sort_key_agrees_with_the_bounds(first: str, second: str) -> None:
    one, two = parsed(first), parsed(second)
    if one is None or two is None:
        return
    if one.sort_key < two.sort_key:
        assert (one.earliest or dt.date.min) <= (two.earliest or dt.date.min)
    if one.latest and two.earliest and one.latest < two.earliest:
        assert one.sort_key < two.sort_key
        assert not one.overlaps(two)
    if one.contains(two):
        assert one.overlaps(two)
        assert one.sort_key <= two.sort_key or one.earliest == two.earliest


@given(st.text() | st.text("0123456789X-/.~?%T: Z"))
def test_any_text_is_read_or_refused(text: str) -> None:
    date = parsed(text)
    if date is not None:
        assert Edtf.parse(date.text) == date
