"""Pages as files: their encodings, what is malformed, what is too large, what is no page."""

from __future__ import annotations

import codecs
import datetime as dt
import os
import subprocess
import sys

import pytest

from generator.config import Settings
from generator.diagnostics import Diagnostic
from generator.importing import import_file
from generator.model.draft import Draft
from generator.records import LARGEST_FILE
from generator.syntax import write_article

pytest.importorskip("trafilatura")

ENGLISH = "The café by the harbour was closed, and the owner’s sister said it would open at noon. "
ARABIC = "قال الوزير إن الجسر الجديد في المدينة افتتح بعد ثلاث سنوات من العمل. "
RUSSIAN = "Министр сказал, что новый мост в городе открыт после трёх лет работы. "
SENTENCE = "The bridge over the river opened to traffic on Monday morning after years of work. "


def imported(data: bytes, path: str = "a.html") -> tuple[Draft, list[Diagnostic], str]:
    draft, found = import_file(
        data, path=path, settings=Settings(), fallback_date=dt.date(2024, 5, 6)
    )
    text = write_article(draft, Settings()) if draft.blocks else ""
    return draft, list(found), text


def page(text: str, charset: str = "") -> str:
    meta = f"<meta charset={charset}>" if charset else ""
    return f"<!doctype html><html>{meta}<body><article><p>{text * 4}</p></article></body></html>"


@pytest.mark.parametrize(
    ("text", "declared", "encoding"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "windows-1252", "cp1252"),
        (ENGLISH, "ISO-8859-1", "cp1252"),  # browsers read the larger set under this name
        (ENGLISH, "iso-8859-1", "utf-8"),  # saved anew by a browser
        (ENGLISH, "utf-16", "utf-8"),
        (ENGLISH, "no-such-name", "utf-8"),
        (ENGLISH, "rot13", "utf-8"),
        (ARABIC, "windows-1256", "cp1256"),
        (ARABIC, "iso-8859-6", "iso-8859-6"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "windows-1251", "cp1251"),
        ("東京の橋は月曜日の朝に開通した。", "shift_jis", "cp932"),
        ("北京的新桥星期一早上通车。", "gb2312", "gb18030"),
    ],
)
def test_a_declared_encoding_is_read_as_the_bytes_bear_out(
    text: str, declared: str, encoding: str
) -> None:
    _, found, shown = imported(page(text, declared).encode(encoding))
    assert text.strip() in shown
    assert "I003" not in [item.code for item in found]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), (ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")],
)
@pytest.mark.parametrize("declared", ["", "utf-8"])
def test_what_is_not_declared_or_wrongly_is_guessed_with_a_warning(
    text: str, encoding: str, declared: str
) -> None:
    _, found, shown = imported(page(text, declared).encode(encoding))
    assert text.strip() in shown
    assert found[0].code == "I003"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_wins_over_what_is_declared(mark: bytes, encoding: str) -> None:
    for path in ("a.html", "a.saved"):
        _, found, shown = imported(mark + page(ENGLISH, "koi8-r").encode(encoding), path)
        assert ENGLISH.strip() in shown
        assert "I003" not in [item.code for item in found]


def test_a_page_is_one_whatever_it_is_called() -> None:
    for path in ("a.txt", "a", "a.HTM", "a.php"):
        assert SENTENCE.strip() in imported(page(SENTENCE).encode(), path)[2]
    xhtml = "<?xml version='1.0' encoding='iso-8859-1'?>\n" + page(ENGLISH).replace("’", "'")
    assert "café" in imported(xhtml.encode("iso-8859-1"))[2]


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 3000 + SENTENCE.encode() * 3,
        b"<b>" * 3000 + SENTENCE.encode() * 3,
        b"<table><tr><td>" * 2000 + SENTENCE.encode() * 3,
        b"<ul><li>" * 2000 + SENTENCE.encode() * 3,
        b"<p>" + SENTENCE.encode() * 3 + b"</span></div></b></html></body></p></p>",
        b"<p>" + SENTENCE.encode() * 3 + b"<p <b>more</p",
        b"<html><html><body><head></body>" + SENTENCE.encode() * 3,
        b"&" * 50_000 + b" " + SENTENCE.encode() * 3,
        b"<" * 50_000 + b" " + SENTENCE.encode() * 3,
        b"<p " + b" ".join(b"a%d=1" % n for n in range(5000)) + b">" + SENTENCE.encode() * 3,
        b"<p>" + SENTENCE.encode() * 3 + b"<table><p>in a table</p><tr><td></table>",
    ],
    ids=range(11),
)
def test_malformed_pages_keep_their_words(data: bytes) -> None:
    _, _, shown = imported(b"<!doctype html><body>" + data)
    assert shown.count("opened to traffic") == 3


@pytest.mark.parametrize(
    "data",
    [
        b"<!doctype html>",
        b"<html>",
        b"<!doctype html><script>let a = 'words';</script>",
        b"<!doctype html><body><nav><a href=/>Home</a></nav>",
        b"<!doctype html><!-- never closed " + SENTENCE.encode(),
    ],
)
def test_a_page_without_words_is_an_error(data: bytes) -> None:
    draft, found, _ = imported(data)
    assert [item.code for item in found] == ["I002"]
    assert not draft.blocks


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7", "copy"),
        (b"PK\x03\x04word/document.xml", "save"),
        (b"\xd0\xcf\x11\xe0", "save"),
        (b"\x89PNG\r\n\x1a\n", "type"),
        (b"\x1f\x8b\x08", "unpack"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "save"),
        (b"\x00\x01\x02", "copy"),
    ],
)
@pytest.mark.parametrize("path", ["a.html", "a.txt", "a.md", "a.pdf"])
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, word: str, path: str) -> None:
    draft, found, _ = imported(data, path)
    assert [item.code for item in found] == ["I001"]
    assert word in found[0].help.lower()
    assert not draft.front_matter


def test_control_characters_are_told() -> None:
    _, found, shown = imported(page(f"one&#143;word \x07{SENTENCE}").encode())
    assert "oneword" in shown
    assert "I007" in [item.code for item in found]


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_a_text_that_no_article_can_hold_is_refused_whole(path: str) -> None:
    text = f"<p>{SENTENCE}</p>\n" * (5 * LARGEST_FILE // len(SENTENCE))
    if path == "a.html":
        text = f"<!doctype html><body><article>{text}"
    draft, found, _ = imported(text.encode(), path)
    assert [item.code for item in found] == ["I009"]
    assert not draft.front_matter


def test_a_large_page_with_a_small_text_is_read() -> None:
    picture = "<img src='data:image/png;base64," + "A" * (10 * LARGEST_FILE) + "'>"
    script = "<script>" + "var a = '<p>x</p>';\n" * 20_000 + "</script>"
    icons = "<div><i class=icon></i></div>" * 20_000
    _, _, shown = imported(page(SENTENCE).replace("</article>", picture + script + icons).encode())
    assert shown.count("opened to traffic") == 4


def test_what_reads_pages_is_not_loaded_before_there_is_one() -> None:
    code = (
        "import sys, datetime as dt\n"
        "import generator.pipeline, generator.pipeline.imports, generator.importing as importing\n"
        "from generator.config import Settings\n"
        "importing.import_file(b'Words of a text.', path='a.txt', settings=Settings(),"
        " fallback_date=dt.date(2024, 5, 6))\n"
        "print({'lxml', 'nh3', 'trafilatura', 'urllib3'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    assert done.stdout == "set()\n"
