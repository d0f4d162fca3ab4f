"""Dates found in running text, and what is left out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import FoundDate, parse_dates
from generator.model.edtf import Edtf

TUESDAY = dt.date(2021, 9, 14)
LANGUAGES = ["en", "ar", "de", "es", "fr", "ru", "tr", "fa", "he", "sv", "zz"]


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    dates = parse_dates(text, TUESDAY, language)
    return [(text[item.start : item.end], item.date.text) for item in dates]


FOUND = {
    "The meeting on Monday night, reported on Tuesday, was the first since January last year.": [
        ("Monday night", "2021-09-13"),
        ("Tuesday", "2021-09-14"),
        ("since January last year", "2020-01/.."),
    ],
    "It began in March 2011. Last week a deal went into effect.": [
        ("March 2011", "2011-03"),
        ("Last week", "2021-09-06/2021-09-12"),
    ],
    "the first time since 2013": [("since 2013", "2013/..")],
    "Saturday, September 12, 2015\n\nA storm yesterday": [
        ("Saturday, September 12, 2015", "2015-09-12"),
        ("yesterday", "2021-09-13"),
    ],
    "before the 2014 protests": [("2014", "2014")],
    "from file, 2008.": [("2008", "2008")],
    "in November 2014 and March 2015": [("November 2014", "2014-11"), ("March 2015", "2015-03")],
    "on Friday and Saturday": [("Friday", "2021-09-10"), ("Saturday", "2021-09-11")],
    "early in 2016": [("early in 2016", "2016~")],
    "They march in May.": [("May", "2021-05")],
    "On May 3, 2000 people came.": [("May 3", "2021-05-03")],
    "the 2012-2015 war": [("2012-2015", "2012/2015")],
    "1.5 million in 2019": [("2019", "2019")],
    "Dec. 6th. Then": [("Dec. 6th", "2021-12-06")],
    "It ended in March. In 2020 it began.": [("March", "2021-03"), ("2020", "2020")],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


NOT_DATES = [
    "107 people and 238 more",
    "some 2000 people",
    "of 2000 people",
    "$2011 and 2011 dollars",
    "Resolution 2254 of the F-2014",
    "Theresa May said it may be so.",
    "They march on; march 3 miles.",
    "The Sun and the Sat nav, the Mon people",
    "over the last year, the next month",
    "the second time, a second",
    "at 12:30 on the 24/7 line",
    "version 1.2.3.2011",
    "a summer of fun, the winter coat",
    "call 555-2011",
    "12,2011 and 2,011",
    "two years in office, three days later",
    "31 September",
    "from here to there, between us and them",
    "since then, until now",
    "the quarter of the century",
    "in Jan Kowalski's house",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_left_out(text: str) -> None:
    assert found(text) == []


def check(text: str, items: tuple[FoundDate, ...]) -> None:
    end = 0
    for item in items:
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip() == text[item.start : item.end]
        assert Edtf.parse(item.date.text) == item.date
        end = item.end


DAYS = st.dates()


@given(st.text(), DAYS, st.sampled_from(LANGUAGES))
def test_any_text(text: str, reference: dt.date, language: str) -> None:
    check(text, parse_dates(text, reference, language))


PIECES = """
    1 3rd 13 31 1990s 2011 2021 2021-09-13 13/9/2021 ’90s Q3 . , - – / ( )
    Monday Sept. September May last this next early mid since until from to between and of the
    yesterday week month year summer ago three a days years century quarter first in on
    Montag März vor drei Tagen im Jahr von bis seit Ende vergangenen
    lundi mars dernier depuis il y a de à jours l’année
    lunes marzo pasado desde hace del año
    الاثنين آذار الماضي منذ عام بين و2015 من إلى أيلول سبتمبر قبل أيام
    понедельник марта года назад недели Eylül yılı önce  בספטמבר
"""


@given(
    st.lists(
        st.tuples(st.sampled_from([*PIECES.split(), "\n\n"]), st.sampled_from(["", " ", " "])),
        max_size=30,
    ),
    DAYS,
    st.sampled_from(LANGUAGES),
)
def test_any_mixture_of_the_grammars_words(
    pieces: list[tuple[str, str]], reference: dt.date, language: str
) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    check(text, parse_dates(text, reference, language))


@given(st.dates(dt.date(1500, 1, 1), dt.date(2100, 12, 31)), DAYS)
def test_written_dates_read_back(day: dt.date, reference: dt.date) -> None:
    month = "January February March April May June July August September October November December"
    name = month.split()[day.month - 1]
    for written in (
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{name[:3]}{'' if len(name) == 3 else '.'} {day.day}, {day.year}",
        f"{day:%A}, {day.day} {name} {day.year}",
        day.isoformat(),
    ):
        (item,) = parse_dates(f"on {written}", reference)
        assert item.date == Edtf.of_day(day)
        assert (item.start, item.end) == (3, 3 + len(written))


@given(st.dates(dt.date(1, 2, 1), dt.date(9999, 11, 30)), st.integers(0, 6))
def test_a_weekday_is_at_most_six_days_back(reference: dt.date, number: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number]
    (item,) = parse_dates(f"on {name}", reference)
    day = item.date.earliest
    assert day is not None
    assert day.weekday() == number
    assert 0 <= (reference - day).days <= 6


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "2011-",
        "2011",
        "May ",
        "from ",
        "early ",
        "1-",
        "12-14 ",
        "since ",
        "Monday, ",
        "a",
        "1.",
        "kanun ",
        "كانون ",
        "-",
        "\n",
        "(",
        "three days ",
        "’90s",
        "1/",
    ],
)
def test_long_repetition_is_read(piece: str) -> None:
    text = piece * 800
    for language in LANGUAGES:
        check(text, parse_dates(text, TUESDAY, language))
