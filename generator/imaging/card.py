"""The picture that stands for a page where it is shared: drawn offline, the same for the same card.

1200 by 630 pixels in the site's light colours: the site and the day above a rule, the headline, and
below another rule one figure with what it counts. Text runs from the right where the page does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from generator.model.card import CARD_HEIGHT, CARD_WIDTH

from .bidi import in_order_of_sight
from .lettering import Family, place
from .lines import Setting, fitted
from .png import written_png

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.model.card import Card

    from .lettering import Font

_PAPER: Final = (0xFB, 0xF9, 0xF4)
_INK: Final = (0x1D, 0x1B, 0x18)
_QUIET: Final = (0x5F, 0x59, 0x4F)
_ACCENT: Final = (0x8A, 0x1C, 0x1C)
_RULE: Final = (0xDD, 0xD6, 0xC8)
_LEVELS: Final = 15  # shades between paper and ink: letters look the same with more

_MARGIN: Final = 72
_ROOM: Final = CARD_WIDTH - 2 * _MARGIN
_BAR: Final = 16
_TOP: Final = 92  # the baseline of the line above
_UPPER, _LOWER = 124, 446  # the rules
_BOTTOM: Final = CARD_HEIGHT - 56
_HEADLINE: Final = ((82, 2), (74, 2), (66, 3), (60, 3), (54, 3), (50, 4), (46, 4))
_HEADLINE_ALONE: Final = ((92, 3), (82, 4), (74, 4), (66, 5), (58, 6), (50, 6))
_FIGURE: Final = ((104, 1), (88, 1), (72, 1), (60, 1), (48, 1))
_LABEL: Final = ((34, 2), (30, 3), (28, 3))
_LINE_HEIGHT: Final = 1.14
_ARABIC_LINE_HEIGHT: Final = 1.42
_SMALL: Final = 28
_AIR: Final = 30
_GAP: Final = 40
_ASCENT, _CAPITAL = 0.72, 0.67  # in font sizes


def card_png(card: Card, fonts: Path) -> bytes:
    """A card of which all can be drawn as PNG; ``fonts`` is the folder of the vendored fonts.

    Raises:
        OSError: a font is not there or is none.
    """
    picture = _Picture(fonts, right_to_left=card.right_to_left)
    picture.bar()
    date = _line(card.date, Family.SANS, _SMALL)
    room = _ROOM - (place(card.date, Family.SANS)[1] * _SMALL + _GAP if card.date else 0)
    picture.text(fitted(card.site, Family.SERIF, room, ((36, 1), (30, 1))), _TOP, _Look(_INK))
    picture.text(date, _TOP, _Look(_QUIET, Family.SANS, end=True))
    picture.rule(_UPPER)
    top = _UPPER + 30
    if card.topic:
        topic = fitted(card.topic, Family.SANS, _ROOM, ((_SMALL, 1),))
        top += 36
        picture.text(topic, top, _Look(_ACCENT, Family.SANS))
    bottom = _LOWER if card.figure else _BOTTOM
    if card.headline:
        _draw_headline(picture, card, top, bottom)
        if card.figure:
            picture.rule(_LOWER)
    if card.figure:
        _draw_figure(picture, card, _LOWER if card.headline else _UPPER)
    return picture.png()


def _draw_headline(picture: _Picture, card: Card, top: int, bottom: int) -> None:
    """The headline in the middle of what room there is."""
    wanted = _HEADLINE if card.figure else _HEADLINE_ALONE
    height = _ARABIC_LINE_HEIGHT if _is_tall(card.headline) else _LINE_HEIGHT
    tall = bottom - top - 2 * _AIR
    sizes = tuple(
        (size, min(most, max(1, int((tall / size - _ASCENT) / height) + 1)))
        for size, most in wanted
    )
    setting = fitted(card.headline, Family.SERIF, _ROOM, sizes)
    step = setting.size * height
    used = step * (len(setting.lines) - 1) + setting.size * _ASCENT
    first = top + 8 + (bottom - top - used) * 0.46 + setting.size * _ASCENT
    picture.text(setting, round(first), _Look(_INK, step=step))


def _draw_figure(picture: _Picture, card: Card, top: int) -> None:
    """The number, and what it counts beside it: as much room as each needs."""
    number = fitted(card.figure, Family.SERIF, _ROOM * 0.62, _FIGURE)
    wide = max(place(line, Family.SERIF)[1] for line in number.lines) * number.size
    middle = (top + _BOTTOM) / 2 + 12
    picture.text(number, round(middle + number.size * _CAPITAL / 2), _Look(_ACCENT))
    label = fitted(card.label, Family.SANS, _ROOM - wide - _GAP, _LABEL)
    step = label.size * (1.5 if _is_tall(card.label) else 1.3)
    first = middle + label.size * 0.36 - step * (len(label.lines) - 1) / 2
    look = _Look(_INK, Family.SANS, step=step, indent=wide + _GAP)
    picture.text(label, round(first), look)


def _line(text: str, family: Family, size: int) -> Setting:
    return fitted(text, family, _ROOM, ((size, 1),))


def _is_tall(text: str) -> bool:
    """Whether letters reach far above and below their line, as Arabic ones do."""
    return any("\u0600" <= char <= "\u08ff" or "\ufb50" <= char <= "\ufefc" for char in text)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text stands: its colour, its place from the side where lines begin (or ``end``)."""

    ink: tuple[int, int, int]
    family: Family = Family.SERIF
    step: float = 0
    indent: float = 0
    end: bool = False


class _Picture:
    """One plane of palette indices; each ink has its shades in the palette."""

    def __init__(self, folder: Path, *, right_to_left: bool) -> None:
        self._folder = folder
        self._right = right_to_left
        self._layers: dict[tuple[int, int, int], Image.Image] = {}

    def bar(self) -> None:
        """The bar that heads every page of the site."""
        self._draw(_ACCENT).rectangle((0, 0, CARD_WIDTH, _BAR - 1), fill=255)

    def rule(self, y: int) -> None:
        """A thin line across."""
        self._draw(_RULE).rectangle((_MARGIN, y, CARD_WIDTH - _MARGIN - 1, y + 1), fill=255)

    def text(self, setting: Setting, baseline: float, look: _Look) -> None:
        """Lines, the first on ``baseline``."""
        pen = self._draw(look.ink)
        for number, line in enumerate(setting.lines):
            seen = in_order_of_sight(line, right_to_left=self._right)
            letters, width = place(seen, look.family)
            wide = width * setting.size
            start = _MARGIN + look.indent
            x = CARD_WIDTH - start - wide if self._right != look.end else start
            y = round(baseline + number * look.step)
            for item in letters:
                if item.char not in " \u00a0":
                    font = _face(self._folder, item.font, setting.size)
                    at = x + item.x * setting.size
                    pen.text((at, y), item.char, fill=255, font=font, anchor="ls")

    def png(self) -> bytes:
        """The picture."""
        plane = Image.new("L", (CARD_WIDTH, CARD_HEIGHT), 0)
        palette = [*_PAPER]
        for number, (ink, layer) in enumerate(self._layers.items()):
            first = 1 + number * _LEVELS
            levels = [round(value / 255 * _LEVELS) for value in range(256)]
            shades = [first + level - 1 if level else 0 for level in levels]
            plane = ImageChops.lighter(plane, layer.point(shades))
            palette.extend(_shades(ink))
        rows = Image.new("L", (CARD_WIDTH + 1, CARD_HEIGHT), 0)
        rows.paste(plane, (1, 0))
        return written_png(rows.tobytes(), CARD_WIDTH, CARD_HEIGHT, bytes(palette))

    def _draw(self, ink: tuple[int, int, int]) -> ImageDraw.ImageDraw:
        layer = self._layers.get(ink)
        if layer is None:
            layer = self._layers[ink] = Image.new("L", (CARD_WIDTH, CARD_HEIGHT), 0)
        return ImageDraw.Draw(layer)


def _shades(ink: tuple[int, int, int]) -> Iterable[int]:
    for level in range(1, _LEVELS + 1):
        for paper, full in zip(_PAPER, ink, strict=True):
            yield round(paper + (full - paper) * level / _LEVELS)


@cache
def _face(folder: Path, font: Font, size: int) -> ImageFont.FreeTypeFont:
    pixels = size * font.scale
    # Basic: letters are joined, ordered and placed here, whatever a machine has for that.
    face = ImageFont.truetype(folder / font.file, pixels, layout_engine=ImageFont.Layout.BASIC)
    if font.weight:
        face.set_variation_by_axes([font.weight])
    return face
