from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records import (
    Refusal,
    is_slip,
    nearest,
    propose_id,
    propose_slug,
    read_id,
    read_language,
    read_line,
    read_path,
    read_slug,
)
from generator.records.addresses import read_address
from generator.records.dates import propose_date, propose_day, read_day, read_published
from generator.records.paths import read_picture_path

READERS: list[Callable[[str], object]] = [
    read_address,
    read_day,
    read_id,
    read_language,
    read_line,
    read_path,
    read_picture_path,
    read_published,
    read_slug,
]


@settings(deadline=None)  # the first language tag loads CLDR
@given(st.text() | st.text("abcAB019-./:\\~%?#@[]TZ +", max_size=30))
def test_no_text_makes_a_reader_fail(text: str) -> None:
    for read in READERS:
        try:
            read(text)
        except Refusal as refusal:
            assert refusal.reason  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    ("text", "day", "moment"),
    [
        ("2021-09-14", "2021-09-14", None),
        ("2021-09-14T18:30Z", "2021-09-14", "2021-09-14T18:30:00+00:00"),
        ("2021-09-14 18:30:05+02:00", "2021-09-14", "2021-09-14T18:30:05+02:00"),
        ("2021-09-14T23:30-0800", "2021-09-14", "2021-09-14T23:30:00-08:00"),
        ("2021-09-14T18:30", "2021-09-14", "2021-09-14T18:30:00+00:00"),
        ("2099-01-01", "2099-01-01", None),
    ],
)
def test_days_and_moments(text: str, day: str, moment: str | None) -> None:
    published = read_published(text)
    assert published.day.isoformat() == day
    assert (published.moment and published.moment.isoformat()) == moment


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("yesterday", "Write it as 2021-09-14"),
        ("1631577600", "Write it as 2021-09-14"),
        ("2021-02-30", "Write it as 2021-09-14"),
        ("2021-09", "Write it as 2021-09-14"),
        ("0000-01-01", "Write it as 2021-09-14"),
        ("٢٠٢١-٠٩-١٤", "Write it as 2021-09-14"),
        ("03/04/2021", "Write it as 2021-09-14"),
        ("20210914", "Write 2021-09-14"),
        ("2021-9-4", "Write 2021-09-04"),
        ("14.9.2021", "Write 2021-09-14"),
        ("09/14/2021", "Write 2021-09-14"),
        ("4/4/2021", "Write 2021-04-04"),
        ("14th September 2021", "Write 2021-09-14"),
        ("Sept. 14, 2021", "Write 2021-09-14"),
    ],
)
def test_what_is_no_date_says_what_to_write(text: str, mend: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_day(text)
    assert caught.value.mend == mend


@given(st.datetimes(min_value=dt.datetime(1000, 1, 1)), st.integers(-1439, 1439))  # noqa: DTZ001 - its zone is drawn
def test_a_moment_with_its_zone_comes_back(clock: dt.datetime, minutes: int) -> None:
    moment = clock.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    assert read_published(moment.isoformat()) == (clock.date(), moment)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("ar", "ar"),
        ("zh-hANT", "zh-Hant"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("iw", "he"),
        ("eng", "en"),
        ("en-uk", "en-GB"),
        ("ckb", "ckb"),
        ("de-CH-1996", "de-CH-1996"),
        ("en-x-desk", "en-x-desk"),
    ],
)
def test_language_tags_in_canonical_case(text: str, tag: str) -> None:
    assert read_language(text) == tag


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("English", "Write en"),
        ("arabic", "Write ar"),
        ("Deutsch", "Write de"),
        ("français", "Write fr"),
        ("en_GB", ""),
        ("xx", ""),
        ("en-Qqqq", ""),
        ("en-YY", ""),
        ("", ""),
        ("e", ""),
    ],
)
def test_what_is_no_language_tag(text: str, mend: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_language(text)
    assert mend in caught.value.mend


@pytest.mark.parametrize(
    "text",
    [
        "https://desk.example/2021/moscow-damascus",
        "http://desk.example",
        "HTTPS://desk.example:8443/a?b=c&d=%20#e",
        "https://مثال.example/خبر",
        "https://[2001:db8::1]/",
        "https://desk.example/a_(b),c;d='e'!$*+",
    ],
)
def test_addresses_stay_as_written(text: str) -> None:
    assert read_address(text) == text


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("mailto:a@desk.example", ""),
        ("desk.example/a", "Write https://desk.example/a"),
        ("www.desk.example", "Write https://www.desk.example"),
        ("//desk.example/a", "Write https://desk.example/a"),
        ("https:desk.example", ""),
        ("https:///a", ""),
        ("https://", ""),
        ("https://desk.example/a b", "Write it as %20, or delete it"),
        ("https://desk.example/\u202egpj", "%E2%80%AE"),
        ('https://desk.example/"onclick', "%22"),
        ("https://desk.example\\@evil.example", "%5C"),
        ("https://user:secret@desk.example/", "in front of @"),
        ("https://desk.example:99999/", ""),
        ("https://desk.example:port/", ""),
        ("https://[::1", ""),
        ("https://-desk.example/", ""),
        ("https://desk.example/" + "a" * 3000, ""),
    ],
)
def test_addresses_that_are_not_linked(text: str, mend: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_address(text)
    assert mend in caught.value.mend


@pytest.mark.parametrize(
    "text",
    [
        "../a.jpg",
        "a/../../b.jpg",
        "/a.jpg",
        "\\a.jpg",
        "\\\\server\\share\\a.jpg",
        "C:a.jpg",
        "c:/a.jpg",
        "a\\b.jpg",
        "~/a.jpg",
        "a//b.jpg",
        "./a.jpg",
        "a/./b.jpg",
        "a\x00.jpg",
        "a\u202egpj.exe.jpg",
        "con.jpg",
        "images/NUL/a.jpg",
        "a./b.jpg",
        "a.jpg?x",
        "a.md",
        "a",
        "",
        "a" * 300 + ".jpg",
        "articles/draft.md",
        "images/.hidden/a.jpg",
        "images/.a.jpg",
    ],
)
def test_paths_that_are_no_picture_below_the_content_folder(text: str) -> None:
    with pytest.raises(Refusal):
        read_picture_path(text)


def test_picture_paths() -> None:
    for path in ("a.jpg", "images/2021/ferry photo.JPEG", "صور/ميناء.png", "a..b/c..jpg.svg"):
        assert read_picture_path(path) == path


def test_a_backslash_is_mended() -> None:
    with pytest.raises(Refusal) as caught:
        read_picture_path("images\\a.jpg")
    assert caught.value.mend == "Write images/a.jpg"


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Syria War", "syria-war"),
        ("Zürich_2024", "zurich-2024"),
        ("--a--b--", "a-b"),
        ("Straße", "strasse"),
        ("CON", "con-page"),
        ("دمشق", ""),
        ("", ""),
        ("x" * 500, "x" * 100),
    ],
)
def test_slugs_are_proposed(text: str, proposed: str) -> None:
    assert propose_slug(text) == proposed
    with pytest.raises(Refusal):
        read_slug(text)


@given(st.text())
def test_a_proposed_slug_is_a_slug(text: str) -> None:
    for propose, read in ((propose_slug, read_slug), (propose_id, read_id)):
        proposed = propose(text)
        assert not proposed or read(proposed) == proposed


@pytest.mark.parametrize("text", ["a", "2021/moscow-damascus", "a-1/b-2/c-3", "9"])
def test_ids(text: str) -> None:
    assert read_id(text) == text


@pytest.mark.parametrize(
    "text", ["", "/", "a/", "/a", "a//b", "a/con", "A", "a_b", "a b", "ä", "a-"]
)
def test_no_ids(text: str) -> None:
    with pytest.raises(Refusal):
        read_id(text)


def test_lines_are_run_together_and_hold_no_controls() -> None:
    assert read_line("  a\n\tb  ") == "a b"
    for control in "\x00\x1b\x7f\x9b\ufffe":
        with pytest.raises(Refusal):
            read_line(f"a{control}b")


def test_the_nearest_word() -> None:
    known = ("title", "topics", "as-of", "url")
    assert nearest("Titel", known) == "title"
    assert nearest("as_of", known) == "as-of"
    assert nearest("quantity", known) == ""
    assert nearest("x", ()) == ""


@pytest.mark.parametrize(
    ("wanted", "guess", "sure"),
    [
        ("sumary", "summary", True),
        ("Summary", "summary", True),
        ("sumamry", "summary", True),
        ("summery", "summary", True),
        ("quotation_limits", "quotation-limit", True),
        ("summry's", "summary", False),
        ("rf", "ref", False),
        ("law", "low", True),
        ("", "ref", False),
    ],
)
def test_a_slip_is_one_letter(wanted: str, guess: str, *, sure: bool) -> None:
    known = ("summary", "quotation-limit", "ref", "low", "high")
    assert is_slip(wanted, guess, known) is sure


def test_what_could_be_two_words_is_no_certain_slip() -> None:
    assert not is_slip("lot", "low", ("low", "log"))
    assert is_slip("low", "low", ("low", "log"))
    assert nearest("onw", ("own",)) == "own"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13.9.2021", "2021-09-13"),
        ("9/13/2021", "2021-09-13"),
        ("13 9 2021", "2021-09-13"),
        ("5/5/2021", "2021-05-05"),
        ("2021-9-3", "2021-09-03"),
        ("2021/9/3", "2021-09-03"),
        ("20210903", "2021-09-03"),
        ("13 September 2021", "2021-09-13"),
        ("13th Sept. 2021", "2021-09-13"),
        ("13-Sep-2021", "2021-09-13"),
        ("Sept 13,  2021", "2021-09-13"),
    ],
)
def test_days_written_otherwise(text: str, day: str) -> None:
    assert propose_day(text) == propose_date(text) == (day, True)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Sept 2021", "2021-09"),
        ("September, 2021", "2021-09"),
        ("9/2021", "2021-09"),
        ("2021-9", "2021-09"),
        ("09.2021", "2021-09"),
    ],
)
def test_months_written_otherwise(text: str, month: str) -> None:
    assert propose_date(text) == (month, True)
    assert propose_day(text) == ("", False)


def test_what_may_be_two_days_is_not_certain() -> None:
    assert propose_day("03.04.2021") == ("2021-04-03", False)
    assert propose_day("03/04/2021") == ("", False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021111",
        "31 February 2021",
        "13.13.2021",
        "1 Marble 2021",
        "1 M 2021",
        "13/9-2021",
        "3.4.21",
        "2021-13",
        "13/2021",
        "2021/09",
        "Monday",
    ],
)
def test_no_date_is_made_up(text: str) -> None:
    assert propose_date(text) == ("", False)
