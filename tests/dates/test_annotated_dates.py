"""The date that an annotated text states, read against a Tuesday."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.dates import parse_date

TUESDAY = dt.date(2021, 9, 14)


def read(text: str, language: str = "en", reference: dt.date = TUESDAY) -> str:
    date = parse_date(text, reference, language)
    return date.text if date else "-"


ENGLISH = {
    # weekdays
    "on Monday night": "2021-09-13",
    "Tuesday": "2021-09-14",
    "on Wednesday": "2021-09-08",
    "Monday's meeting": "2021-09-13",
    "last Tuesday": "2021-09-07",
    "last Monday": "2021-09-13",
    "next Friday": "2021-09-17",
    "next Tuesday": "2021-09-21",
    "this Friday": "2021-09-17",
    "this Tuesday": "2021-09-14",
    "Monday last week": "2021-09-06",
    "Friday next week": "2021-09-24",
    "early Monday": "2021-09-13",
    # days
    "yesterday": "2021-09-13",
    "yesterday afternoon": "2021-09-13",
    "last night": "2021-09-13",
    "the day before yesterday": "2021-09-12",
    "today": "2021-09-14",
    "tonight": "2021-09-14",
    "this morning": "2021-09-14",
    "tomorrow": "2021-09-15",
    # periods
    "last week": "2021-09-06/2021-09-12",
    "this week": "2021-09-13/2021-09-19",
    "next week": "2021-09-20/2021-09-26",
    "last weekend": "2021-09-11/2021-09-12",
    "last month": "2021-08",
    "next month": "2021-10",
    "last year": "2020",
    "this year": "2021",
    "in January last year": "2020-01",
    "15 January last year": "2020-01-15",
    "September this year": "2021-09",
    # whole dates
    "13 September 2021": "2021-09-13",
    "13th September, 2021": "2021-09-13",
    "13th of September 2021": "2021-09-13",
    "September 13, 2021": "2021-09-13",
    "September 13th 2021": "2021-09-13",
    "Oct. 20, 2011": "2011-10-20",
    "Sept. 3, 2011": "2011-09-03",
    "Saturday, September 12, 2015": "2015-09-12",
    "Sun, 12 Sep 2021": "2021-09-12",
    "2021-09-13": "2021-09-13",
    "2021-09": "2021-09",
    "2021-09-13T20:15:00Z": "2021-09-13",
    "13/09/2021": "2021-09-13",
    "09/13/2021": "2021-09-13",
    "13.09.2021": "2021-09-13",
    # day and month
    "10 December": "2021-12-10",
    "Dec. 6th": "2021-12-06",
    "May 16": "2021-05-16",
    "20 March": "2021-03-20",
    "February 29": "2020-02-29",
    "Sunday, 3 May": "2020-05-03",
    "Monday, May 3": "2021-05-03",
    # months
    "March 2011": "2011-03",
    "in March 2011": "2011-03",
    "in January": "2021-01",
    "in September": "2021-09",
    "in December": "2020-12",
    "last September": "2020-09",
    "next March": "2022-03",
    "mid-September": "2021-09~",
    "the end of March": "2021-03~",
    "March": "2021-03",
    "May": "2021-05",
    # years and more
    "2021": "2021",
    "in 2020": "2020",
    "the year 2015": "2015",
    "the 2014 protests": "2014",
    "(2008)": "2008",
    "early 2016": "2016~",
    "early in 2016": "2016~",
    "late last year": "2020~",
    "mid-2015": "2015~",
    "the 1990s": "199X",
    "the early 1990s": "199X~",
    "the ’90s": "199X",
    "the 19th century": "18XX",
    "the twentieth century": "19XX",
    "Q3 2020": "2020-07/2020-09",
    "the first quarter of 2020": "2020-01/2020-03",
    # seasons
    "last summer": "2021-22",
    "last autumn": "2020-23",
    "last winter": "2020-24",
    "next spring": "2022-21",
    "this summer": "2021-22",
    "summer 2015": "2015-22",
    "in the spring of 2015": "2015-21",
    # ago
    "three days ago": "2021-09-11",
    "two weeks ago": "2021-08-31~",
    "a month ago": "2021-08",
    "10 months ago": "2020-11",
    "two years ago": "2019",
    "a decade ago": "2011~",
    "six hours ago": "2021-09-14",
    # intervals
    "since 2011": "2011/..",
    "since March 2011": "2011-03/..",
    "since Monday": "2021-09-13/..",
    "since last week": "2021-09-06/..",
    "since early 2016": "2016~/..",
    "until 2015": "../2015",
    "2012-2015": "2012/2015",
    "2012–2015": "2012/2015",
    "from 2012 to 2015": "2012/2015",
    "between 2012 and 2015": "2012/2015",
    "from March to June 2015": "2015-03/2015-06",
    "from November to March 2015": "2014-11/2015-03",
    "between March and June 2015": "2015-03/2015-06",
    "March–June 2015": "2015-03/2015-06",
    "March 2015 to June 2016": "2015-03/2016-06",
    "12-14 September 2021": "2021-09-12/2021-09-14",
    "12 to 14 September": "2021-09-12/2021-09-14",
    "September 12–14, 2021": "2021-09-12/2021-09-14",
    "from November 20 to December 11": "2021-11-20/2021-12-11",
    "from 20 March 2015 to 3 April 2015": "2015-03-20/2015-04-03",
    # nothing
    "31 September": "-",
    "Theresa May said": "-",
    "march on": "-",
    "page 2011": "-",
    "05/06/2021": "-",
    "2021-02-30": "-",
    "2000 people": "-",
    "the Sun": "-",
    "soon": "-",
    "": "-",
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_english(text: str, expected: str) -> None:
    assert read(text) == expected


OTHERS = {
    "ar": {
        "13 سبتمبر 2021": "2021-09-13",
        "١٣ سبتمبر ٢٠٢١": "2021-09-13",
        "13 أيلول/سبتمبر 2021": "2021-09-13",
        "13 سبتمبر (أيلول) 2021": "2021-09-13",
        "كانون الثاني 2020": "2020-01",
        "في آذار 2011": "2011-03",
        "يوم الاثنين": "2021-09-13",
        "الاثنين الماضي": "2021-09-13",
        "الثلاثاء الماضي": "2021-09-07",
        "أمس": "2021-09-13",
        "اليوم الثلاثاء": "2021-09-14",
        "الأسبوع الماضي": "2021-09-06/2021-09-12",
        "منذ عام 2011": "2011/..",
        "في عام 2020": "2020",
        "عام 2015": "2015",
        "في يناير من العام الماضي": "2020-01",
        "قبل ثلاثة أيام": "2021-09-11",
        "بين عامي 2012 و2015": "2012/2015",
    },
    "de": {
        "am 13. September 2021": "2021-09-13",
        "am Montagabend": "2021-09-13",
        "am letzten Freitag": "2021-09-10",
        "im März 2011": "2011-03",
        "seit März 2011": "2011-03/..",
        "letzte Woche": "2021-09-06/2021-09-12",
        "im Januar vergangenen Jahres": "2020-01",
        "gestern": "2021-09-13",
        "heute": "2021-09-14",
        "vor drei Tagen": "2021-09-11",
        "13.09.2021": "2021-09-13",
        "Ende 2019": "2019~",
        "im Jahr 2015": "2015",
        "von 2012 bis 2015": "2012/2015",
        "im Sommer 2015": "2015-22",
        "vom 12. bis 14. September": "2021-09-12/2021-09-14",
    },
    "fr": {
        "le 13 septembre 2021": "2021-09-13",
        "le 1er juin": "2021-06-01",
        "lundi dernier": "2021-09-13",
        "mardi dernier": "2021-09-07",
        "en mars 2011": "2011-03",
        "depuis 2011": "2011/..",
        "hier": "2021-09-13",
        "aujourd’hui": "2021-09-14",
        "la semaine dernière": "2021-09-06/2021-09-12",
        "en janvier de l’année dernière": "2020-01",
        "il y a trois jours": "2021-09-11",
        "entre 2012 et 2015": "2012/2015",
        "de mars à juin 2015": "2015-03/2015-06",
    },
    "es": {
        "el 13 de septiembre de 2021": "2021-09-13",
        "el lunes pasado": "2021-09-13",
        "en marzo de 2011": "2011-03",
        "desde 2011": "2011/..",
        "ayer": "2021-09-13",
        "hoy": "2021-09-14",
        "la semana pasada": "2021-09-06/2021-09-12",
        "en enero del año pasado": "2020-01",
        "hace tres días": "2021-09-11",
        "a finales de 2019": "2019~",
        "de 2012 a 2015": "2012/2015",
    },
    "ru": {
        "13 сентября 2021 года": "2021-09-13",
        "в понедельник": "2021-09-13",
        "в среду": "2021-09-08",
        "в марте 2011 года": "2011-03",
        "вчера": "2021-09-13",
        "с 2011 года": "2011/..",
        "две недели назад": "2021-08-31~",
    },
    "tr": {
        "13 Eylül 2021": "2021-09-13",
        "Pazartesi günü": "2021-09-13",
        "Mart 2011'de": "2011-03",
        "dün": "2021-09-13",
        "iki yıl önce": "2019",
    },
    "fa": {
        "۱۳ سپتامبر ۲۰۲۱": "2021-09-13",
        "دوشنبه": "2021-09-13",
        "سه‌شنبه": "2021-09-14",
        "در سال ۲۰۱۵": "2015",
        "دیروز": "2021-09-13",
    },
    "he": {
        "13 בספטמבר 2021": "2021-09-13",
        "ביום שני": "2021-09-13",
        "במרץ 2011": "2011-03",
        "אתמול": "2021-09-13",
        "מאז 2011": "2011/..",
    },
    "sv": {"13 september 2021": "2021-09-13", "måndag": "2021-09-13"},
    "zz": {"2021-09-13": "2021-09-13", "13.9.2021": "2021-09-13", "September": "-"},
    "en-US": {"05/06/2021": "2021-05-06"},
    "en-GB": {"05/06/2021": "2021-06-05"},
    "ar_SY": {"أيلول 2021": "2021-09"},
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(code, text, date) for code, rows in OTHERS.items() for text, date in rows.items()],
)
def test_other_languages(language: str, text: str, expected: str) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("10 December", "2021-01-05", "2020-12-10"),
        ("5 January", "2020-12-28", "2021-01-05"),
        ("in December", "2021-01-05", "2020-12"),
        ("last month", "2021-01-05", "2020-12"),
        ("next month", "2020-12-28", "2021-01"),
        ("last week", "2021-01-05", "2020-12-28/2021-01-03"),
        ("this winter", "2021-01-05", "2020-24"),
        ("last summer", "2021-07-10", "2020-22"),
        ("last winter", "2021-03-01", "2020-24"),
        ("last winter", "2021-02-01", "2019-24"),
        ("yesterday", "0001-01-01", "-"),
        ("next year", "9999-12-31", "-"),
        ("last week", "0001-01-01", "-"),
        ("next winter", "9999-12-31", "-"),
        ("from December 20 to January 5", "2021-01-10", "2020-12-20/2021-01-05"),
    ],
)
def test_other_reference_days(text: str, reference: str, expected: str) -> None:
    assert read(text, reference=dt.date.fromisoformat(reference)) == expected
