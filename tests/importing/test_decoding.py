from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.importing import decode

ENGLISH = "The café by the harbour was closed, and the owner said it would open at noon.\n"
ARABIC = "قال الوزير إن الجسر الجديد في المدينة افتتح بعد ثلاث سنوات من العمل.\n"
PERSIAN = "وزیر گفت که این پل در شهر به روی مردم باز شده است.\n"
RUSSIAN = "Министр сказал, что новый мост в городе открыт после трёх лет работы.\n"
TURKISH = (
    "Bakan, yeni köprünün üç yıl süren bir çalışmadan sonra açıldığını söyledi; karşı yaka için.\n"
)
HEBREW = "השר אמר כי הגשר החדש של העיר נפתח אחרי שלוש שנים של עבודה.\n"


@settings(deadline=None)
@given(st.text(min_size=1))
def test_utf8_is_read_as_it_stands(text: str) -> None:
    decoded, encoding, found = decode(text.encode(), path="a.txt")
    if encoding == "utf-8" and not text.startswith("\ufeff"):
        assert decoded == text
        assert bool(found) == ("\ufffd" in text)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding), path="a.txt") == (text, encoding, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (ARABIC, "cp1256"),
        ("مرحبا بالعالم", "cp1256"),
        (RUSSIAN, "cp1251"),
        (TURKISH, "cp1254"),
        (HEBREW, "cp1255"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_an_undeclared_encoding_is_guessed_with_a_warning(text: str, encoding: str) -> None:
    decoded, guess, found = decode(text.encode(encoding), path="a.txt")
    assert (decoded, guess) == (text, encoding)
    assert [(item.code, item.severity) for item in found] == [("I003", Severity.WARNING)]


def test_the_warning_stands_at_the_first_letter_that_was_guessed() -> None:
    _, _, (warning,) = decode(b"One\nTwo caf\xe9\n", path="a.txt")
    assert (warning.line, warning.column) == (2, 8)
    assert "café" in warning.message


@settings(deadline=None)
@given(st.binary(min_size=1))
def test_any_bytes_give_text_or_an_error(data: bytes) -> None:
    text, encoding, found = decode(data, path="a.txt")
    refused = any(item.severity is Severity.ERROR for item in found)
    assert refused == (encoding == "binary")
    assert not (refused and text)


@settings(deadline=None)
@given(st.binary(min_size=1).filter(lambda data: b"\x00" not in data))
def test_a_guessed_encoding_loses_no_byte(data: bytes) -> None:
    text, encoding, _ = decode(data, path="a.txt")
    if encoding.startswith("cp"):
        assert len(text) == len(data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 x",
        b"PK\x03\x04word",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"{\\rtf1 text}",
        b"\x00\x01\x02\x03\x04",
        b"text\x00\x00and more\x00",
        bytes(range(256)) * 10,
        b"<?xml version='1.0'?><rss><item>Text</item></rss>",
        b"7z\xbc\xaf\x27\x1c",
    ],
)
def test_what_is_not_plain_text_is_an_error(data: bytes) -> None:
    text, _, found = decode(data, path="a.txt")
    assert not text
    assert [item.code for item in found] == ["I001"]


def test_an_empty_file_is_an_error() -> None:
    _, _, found = decode(b"", path="a.txt")
    assert [item.code for item in found] == ["I002"]


def test_utf8_that_was_cut_off_stays_utf8() -> None:
    data = ("é ü ö " * 20 + "é").encode()[:-1]
    text, encoding, found = decode(data, path="a.txt")
    assert (encoding, text[-1]) == ("utf-8", "\ufffd")
    assert [item.code for item in found] == ["I003"]


@pytest.mark.parametrize("data", [b"\xff\xfeA", b"\xff\xfe\x00\xd8", b"\xef\xbb\xbf\xff text"])
def test_broken_characters_behind_a_mark_are_shown_and_told(data: bytes) -> None:
    text, _, found = decode(data, path="a.txt")
    assert "\ufffd" in text
    assert [item.code for item in found] == ["I003"]


@pytest.mark.slow
@pytest.mark.parametrize("unit", [b"word \xe9 ", b"\x81\x8d", "é".encode() + b"\xe9", b"a\r"])
def test_ten_megabytes_are_read(unit: bytes) -> None:
    text, _, _ = decode(unit * (10_000_000 // len(unit)), path="a.txt")
    assert len(text) > 5_000_000
