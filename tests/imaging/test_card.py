"""Cards: their lines, their pixels, and when there is none."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.imaging import card_png, drawable_card
from generator.imaging.lettering import Family, width
from generator.imaging.lines import fitted
from generator.model.card import CARD_HEIGHT, CARD_WIDTH, Card

FONTS = Path(__file__).parents[2] / "templates/theme/assets/fonts"
PAPER = (0xFB, 0xF9, 0xF4)
ACCENT = (0x8A, 0x1C, 0x1C)
CARD = Card(
    path="assets/cards/harbour.png",
    headline="Harbour reopens after a winter of repairs",
    site="Example Desk",
    topic="Trade",
    date="4 March 2024",
    figure="about 4 million",
    label="tonnes a year",
)
LONG = "A headline that does not end " * 40


def drawn(card: Card) -> Image.Image:
    known = drawable_card(card)
    assert known is not None
    return Image.open(BytesIO(card_png(known, FONTS))).convert("RGB")


def marked(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box of all that is not paper, the bar at the top left out."""
    below = picture.crop((0, 20, CARD_WIDTH, CARD_HEIGHT))
    plain = Image.new("RGB", below.size, PAPER)
    from PIL import ImageChops  # noqa: PLC0415 - read where it is needed

    box = ImageChops.difference(below, plain).getbbox()
    assert box is not None
    return box


def test_a_card_has_the_size_that_networks_ask_for() -> None:
    picture = drawn(CARD)
    assert picture.size == (1200, 630)
    assert picture.getpixel((600, 5)) == ACCENT
    assert picture.getpixel((5, 300)) == PAPER


def test_the_same_card_is_the_same_bytes() -> None:
    known = drawable_card(CARD)
    assert known is not None
    assert card_png(known, FONTS) == card_png(replace(known), FONTS)
    assert card_png(known, FONTS) != card_png(replace(known, figure="4 million"), FONTS)


@pytest.mark.parametrize(
    "card",
    [
        CARD,
        replace(CARD, figure="", label=""),
        replace(CARD, headline=LONG, label=LONG, figure="300,000 to 500,000 tonnes", topic=LONG),
        replace(CARD, headline=LONG, figure="", label="", site=LONG[:200]),
        replace(CARD, headline="W" * 300, figure="9" * 40),
        replace(CARD, headline="الأطفال يفقدون المدارس " * 9, right_to_left=True),
        replace(CARD, headline="הנמל נפתח מחדש", label="בני אדם", right_to_left=True),
        replace(CARD, headline="港が再開"),
    ],
    ids=["plain", "no figure", "long", "long alone", "one word", "arabic", "hebrew", "no headline"],
)
def test_nothing_leaves_the_margins(card: Card) -> None:
    picture = drawn(card)
    left, _, right, bottom = marked(picture)
    assert left >= 72 - 4  # a letter may reach a little before its place
    assert right <= CARD_WIDTH - 72 + 4
    assert bottom + 20 <= CARD_HEIGHT - 20
    file = BytesIO()
    picture.save(file, "PNG")


def test_a_card_is_small() -> None:
    for headline in (CARD.headline, LONG, "الأطفال يفقدون المدارس " * 9):
        known = drawable_card(replace(CARD, headline=headline))
        assert known is not None
        assert len(card_png(known, FONTS)) < 30_000


def test_right_to_left_is_mirrored() -> None:
    """The site's name stands where lines begin."""
    plain = replace(CARD, topic="", date="", figure="", label="", headline="Harbour")
    head = (0, 50, CARD_WIDTH, 120)
    left = drawn(plain).crop(head)
    right = drawn(replace(plain, right_to_left=True)).crop(head)
    half = (0, 0, CARD_WIDTH // 2, 70)
    assert left.crop(half).getcolors(999) != right.crop(half).getcolors(999)
    assert right.crop(half).getcolors(999) == [(CARD_WIDTH // 2 * 70, PAPER)]


def test_what_cannot_be_drawn_is_left_out() -> None:
    known = drawable_card(replace(CARD, headline="港が再開", topic="貿易", site="机"))
    assert known is not None
    assert (known.headline, known.topic, known.site) == ("", "", "")
    assert known.figure == CARD.figure


def test_a_number_needs_what_it_counts() -> None:
    known = drawable_card(replace(CARD, label="人"))
    assert known is not None
    assert (known.figure, known.label) == ("", "")


def test_there_is_no_card_of_nothing() -> None:
    assert drawable_card(replace(CARD, headline="港が再開", label="人")) is None
    assert drawable_card(Card("a.png", "", "Example Desk")) is None


def test_a_missing_font_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="open"):
        card_png(CARD, tmp_path)


def test_lines_are_about_as_long_as_each_other() -> None:
    setting = fitted("Four months into the battle, how many left?", Family.SERIF, 900, ((72, 3),))
    wide = [width(line, Family.SERIF) * setting.size for line in setting.lines]
    assert len(wide) == 2
    assert max(wide) - min(wide) < 200


def test_what_fits_no_size_is_cut_behind_a_word() -> None:
    setting = fitted(LONG.strip(), Family.SERIF, 900, ((72, 3), (48, 3)))
    assert setting.size == 48
    assert len(setting.lines) == 3
    assert setting.lines[-1].endswith("…")
    assert LONG.startswith(" ".join(setting.lines).removesuffix("…"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aWi1 -éЖשم…"), min_size=1), st.integers(60, 1200))
def test_lines_fit_whatever_the_text(text: str, room: int) -> None:
    text = " ".join(text.split()) or "a"
    setting = fitted(text, Family.SANS, room, ((60, 2), (30, 3)))
    assert len(setting.lines) <= 3
    assert all(width(line, Family.SANS) * setting.size <= room + 0.01 for line in setting.lines)


def test_hostile_length_is_no_matter() -> None:
    setting = fitted("a" * 200_000, Family.SERIF, 900, ((72, 3), (48, 3)))
    assert setting.lines
