"""The tables of letters say what the fonts say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from generator.imaging.lettering import Family, Font, drawable, fonts, place, width

FONTS = Path(__file__).parents[2] / "templates/theme/assets/fonts"
NO_CHARACTER = "\U0010ffff"
ALL = [(family, font) for family in Family for font in fonts(family)]


def face(font: Font, size: int) -> ImageFont.FreeTypeFont:
    found = ImageFont.truetype(FONTS / font.file, size, layout_engine=ImageFont.Layout.BASIC)
    if font.weight:
        found.set_variation_by_axes([font.weight])
    return found


@pytest.mark.parametrize(("family", "font"), ALL, ids=[f"{one} {two.file}" for one, two in ALL])
def test_the_tables_are_those_of_the_fonts(family: Family, font: Font) -> None:
    drawn = face(font, 1000)
    missing = face(font, 40).getmask(NO_CHARACTER)
    small = face(font, 40)
    chars = sorted(font.widths)
    for char in chars[:: max(1, len(chars) // 60)]:
        told = font.widths[char] / font.scale * 1000
        assert drawn.getlength(char) == pytest.approx(told, abs=2.5), (family, font.file, char)
        assert char.isspace() or bytes(small.getmask(char)) != bytes(missing), (font.file, char)


def test_kerning_brings_letters_together() -> None:
    apart = width("A", Family.SERIF) + width("V", Family.SERIF)
    assert width("AV", Family.SERIF) < apart - 0.02


def test_each_character_is_of_the_first_font_that_has_it() -> None:
    letters, _ = place("Łódź и", Family.SERIF)
    assert [item.font.file for item in letters] == [
        "source-serif-4-latin-ext.woff2",
        "source-serif-4-latin.woff2",
        "source-serif-4-latin.woff2",
        "source-serif-4-latin-ext.woff2",
        "source-serif-4-latin.woff2",
        "source-serif-4-cyrillic.woff2",
    ]


@pytest.mark.parametrize(
    "text", ["港が再開", "서울", "ภาษาไทย", "ქართული", "Việt Nam thắng", "کوردی ڵێ", "हिन्दी"]
)
def test_what_no_font_has_is_not_drawn(text: str) -> None:
    assert drawable(text, Family.SERIF) == ""
    assert drawable(f"Name of {text}", Family.SANS) == ""


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("  The\tharbour\n reopens ", "The harbour reopens"),
        ("Ships 🚢 wait", "Ships wait"),
        ("soft\u00adhyphen \u202eturned\u202c", "softhyphen turned"),
        ("e\u0301te\u0301", "été"),
        ("замо\u0301к", "замок"),
        ("12‑month", "12-month"),
        ("", ""),
        ("🚢", ""),
        ("הַנָּמֵל", "הנמל"),
    ],
)
def test_what_is_drawn_of_a_text(text: str, drawn: str) -> None:
    assert drawable(text, Family.SERIF) == drawn


@given(st.text())
def test_every_character_of_what_is_drawn_has_a_place(text: str) -> None:
    found = drawable(text, Family.SANS)
    letters, wide = place(found, Family.SANS)
    assert len(letters) == len(found)
    assert wide >= 0
