"""Letters of the vendored fonts: which characters they hold, how wide these are, their pixels.

Widths and kerning are tables made from the fonts (``lettering.json``), so that lines break at the
same words whatever libraries a machine has for shaping text.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from .arabic import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE: Final = "lettering.json"
# Naskh looks small beside Latin letters of one size.
_SCALES: Final = {"noto-naskh": 1.12}
# Nothing that letters depend on: marks of direction, soft hyphens, invisible ones.
_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]"
)
_SPACES: Final = re.compile(r"\s+")
_LIKE: Final = str.maketrans({"\u2011": "-", "\u2010": "-", "\u2015": "—", "\u02bc": "’"})
# Pictures among words say nothing that is missed.
_PASSED_OVER: Final = frozenset({"So", "Sk", "Cn", "Co", "Cs", "Cc"})
_LEFT_OUT: Final = re.compile("[\u0301\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")


class Family(StrEnum):
    """A typeface: that of headlines and numbers, and that of everything small."""

    SERIF = "serif"
    SANS = "sans"


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """One file of a family, at one weight (0: the file has but one).

    ``widths`` and ``kerning`` are in font sizes; pairs are of ``left`` and ``right`` classes.
    """

    file: str
    weight: int
    scale: float
    widths: Mapping[str, float]
    left: Mapping[str, int]
    right: Mapping[str, int]
    kerning: tuple[tuple[float, ...], ...]

    def kern(self, first: str, second: str) -> float:
        """What lies between two characters beyond their widths."""
        row, column = self.left.get(first), self.right.get(second)
        return 0.0 if row is None or column is None else self.kerning[row][column]


@dataclass(frozen=True, slots=True)
class Placed:
    """A character with its font, and where it begins on its line, in font sizes."""

    char: str
    font: Font
    x: float


@cache
def fonts(family: Family) -> tuple[Font, ...]:
    """The files of a family, in the order in which a character is looked for."""
    table = json.loads(files(__package__).joinpath(_TABLE).read_text("utf-8"))
    return tuple(_font(item) for item in table[family])


def drawable(text: str, family: Family) -> str:
    """``text`` as it will be drawn, in the order of reading; ``""`` where letters are missing.

    Arabic letters are in their joined forms. Pictographs and marks of direction are left out.
    """
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text).translate(_LIKE))
    shaped = joined(_LEFT_OUT.sub("", text))
    if shaped is None:
        return ""
    kept = []
    for char in _SPACES.sub(" ", shaped).strip():
        if _font_of(char, family) is not None:
            kept.append(char)
        elif unicodedata.category(char) not in _PASSED_OVER:
            return ""
    return _SPACES.sub(" ", "".join(kept)).strip()


def place(line: str, family: Family) -> tuple[tuple[Placed, ...], float]:
    """The characters of a line, in the order of sight, and the line's width in font sizes."""
    found = []
    x = 0.0
    before: Placed | None = None
    for char in line:
        font = _font_of(char, family)
        if font is None:
            continue
        if before is not None and before.font is font:
            x += font.kern(before.char, char)
        before = Placed(char, font, x)
        found.append(before)
        x += font.widths[char]
    return tuple(found), x


def width(text: str, family: Family) -> float:
    """How wide a text is, in font sizes."""
    return place(text, family)[1]


@cache
def _font_of(char: str, family: Family) -> Font | None:
    return next((font for font in fonts(family) if char in font.widths), None)


def _font(table: Mapping[str, Any]) -> Font:
    scale = next((value for start, value in _SCALES.items() if table["file"].startswith(start)), 1)
    unit = scale / table["units"]
    return Font(
        table["file"],
        table["weight"],
        scale,
        {char: int(size) * unit for size, chars in table["widths"].items() for char in chars},
        {char: at for at, chars in enumerate(table["left"]) for char in chars},
        {char: at for at, chars in enumerate(table["right"]) for char in chars},
        tuple(tuple(value * unit for value in row) for row in table["kerning"]),
    )
