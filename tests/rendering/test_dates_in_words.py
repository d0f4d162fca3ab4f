from __future__ import annotations

import datetime as dt

import pytest

from generator.model.edtf import Edtf
from generator.rendering.date_text import DateText

CASES = [
    # text, English, Arabic, French, German
    (
        "2021-09-13",
        "13 September 2021",
        "13 سبتمبر 2021",
        "13 septembre 2021",
        "13. September 2021",
    ),
    ("2021-09", "September 2021", "سبتمبر 2021", "septembre 2021", "September 2021"),
    ("2021", "2021", "2021", "2021", "2021"),
    ("199X", "1990s", "عقد 1990", "années 1990", "1990er-Jahre"),
    ("19XX", "20th century", "القرن 20", "XXe siècle", "20. Jahrhundert"),
    ("2021-21", "spring 2021", "ربيع 2021", "printemps 2021", "Frühjahr 2021"),
    ("2021-24", "winter 2021", "شتاء 2021", "hiver 2021", "Winter 2021"),
    ("2011~", "about 2011", "نحو 2011", "vers 2011", "um 2011"),
    ("2011?", "2011 (uncertain)", "2011 (غير مؤكد)", "2011 (incertain)", "2011 (unsicher)"),
    ("2011-03/..", "since March 2011", "منذ مارس 2011", "depuis mars 2011", "seit März 2011"),
    ("2011/", "from 2011", "من 2011", "à partir de 2011", "ab 2011"),
    ("../2011", "until 2011", "حتى 2011", "jusqu’à 2011", "bis 2011"),
    ("2011/2013-05", "2011 – May 2013", "2011 – مايو 2013", "2011 – mai 2013", "2011 – Mai 2013"),
]


@pytest.mark.parametrize(("text", "english", "arabic", "french", "german"), CASES)
def test_a_date_has_its_precision(
    text: str, english: str, arabic: str, french: str, german: str
) -> None:
    date = Edtf.parse(text)
    written = [DateText(language).edtf(date).text for language in ("en", "ar", "fr", "de")]
    assert written == [english, arabic, french, german]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-09-13", "2021-09-13"),
        ("2021-09~", "2021-09"),
        ("2021", "2021"),
        ("199X", ""),
        ("2021-21", ""),
        ("2011/2013", ""),
    ],
)
def test_only_what_html_can_say_has_a_machine_form(text: str, iso: str) -> None:
    assert DateText("en").edtf(Edtf.parse(text)).iso == iso


def test_roles_are_held_between_dates() -> None:
    dates = DateText("en")
    start, end = Edtf.parse("2008-05"), Edtf.parse("2012")
    assert dates.held(start, end).text == "May 2008 – 2012"
    assert dates.held(start, None).text == "since May 2008"
    assert dates.held(None, end).text == "until 2012"
    assert dates.held(None, None).text == ""


def test_a_country_has_its_own_order_and_an_unknown_language_english() -> None:
    day = dt.date(2021, 9, 13)
    assert DateText("en-US").day(day).text == "September 13, 2021"
    assert DateText("xx").day(day).text == "13 September 2021"
    assert DateText("en").day(dt.datetime(2021, 9, 13, tzinfo=dt.UTC)).iso == "2021-09-13"
