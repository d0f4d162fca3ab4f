"""Makes generator/imaging/lettering.json: what the vendored fonts can draw, and how wide it is.

Run it after a change of templates/theme/assets/fonts, with ``fonttools[woff]`` and ``uharfbuzz``
installed:

    python -m tests.imaging.lettering_tables

For each file at the weight in which cards use it: the advance of every character and the kerning
of every pair, in units of the font. Rows and columns of the kerning that are alike are one class.
"""

from __future__ import annotations

import io
import json
import unicodedata
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_FONTS = _ROOT / "templates/theme/assets/fonts"
_TABLE = _ROOT / "generator/imaging/lettering.json"

# Of several files that hold a character the first draws it.
FAMILIES: dict[str, tuple[tuple[str, int], ...]] = {
    "serif": (
        ("source-serif-4-latin", 680),
        ("source-serif-4-latin-ext", 680),
        ("source-serif-4-cyrillic", 680),
        ("noto-naskh-arabic-700", 0),
        ("noto-serif-hebrew", 680),
    ),
    "sans": (
        ("inter-latin", 500),
        ("inter-latin-ext", 500),
        ("inter-cyrillic", 500),
        ("noto-naskh-arabic-400", 0),
        ("noto-serif-hebrew", 500),
    ),
}


def tables() -> dict[str, Any]:
    """The tables of all families."""
    return {
        family: [_table(name, weight) for name, weight in files]
        for family, files in FAMILIES.items()
    }


def _table(name: str, weight: int) -> dict[str, Any]:
    import uharfbuzz as hb  # noqa: PLC0415 - only whoever changes fonts has these two
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    unpacked = io.BytesIO()
    font = TTFont(_FONTS / f"{name}.woff2")
    font.flavor = None
    font.save(unpacked)
    shaper = hb.Font(hb.Face(unpacked.getvalue()))
    if weight:
        shaper.set_variations({"wght": weight})

    def width(text: str) -> int:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(shaper, buffer, {"liga": False, "calt": False, "ccmp": False})
        return sum(position.x_advance for position in buffer.glyph_positions)

    drawn = [chr(code) for code in sorted(font.getBestCmap()) if _is_drawn(chr(code))]
    advances = {
        char: shaper.get_glyph_h_advance(shaper.get_nominal_glyph(ord(char))) for char in drawn
    }
    kerned = [char for char in drawn if "arabic" not in name and "hebrew" not in name]
    rows: dict[str, list[int]] = {}
    for first in kerned:
        rows[first] = [
            width(first + second) - advances[first] - advances[second] for second in kerned
        ]
    columns = {
        second: tuple(rows[first][at] for first in kerned) for at, second in enumerate(kerned)
    }
    left = _classes({char: tuple(row) for char, row in rows.items() if any(row)})
    right = _classes({char: column for char, column in columns.items() if any(column)})
    place = {char: at for at, char in enumerate(kerned)}
    pairs = [[rows[one[0]][place[other[0]]] for other in right] for one in left]
    return {
        "file": f"{name}.woff2",
        "weight": weight,
        "units": font["head"].unitsPerEm,
        "widths": _by_width(advances),
        "left": left,
        "right": right,
        "kerning": pairs,
    }


def _is_drawn(char: str) -> bool:
    return unicodedata.category(char)[0] not in "CMZ" or char in " \u00a0"


def _classes(rows: dict[str, tuple[int, ...]]) -> list[str]:
    found: dict[tuple[int, ...], str] = {}
    for char, row in rows.items():
        found[row] = found.get(row, "") + char
    return list(found.values())


def _by_width(advances: dict[str, int]) -> dict[str, str]:
    found: dict[str, str] = {}
    for char, width in advances.items():
        found[str(width)] = found.get(str(width), "") + char
    return dict(sorted(found.items(), key=lambda item: int(item[0])))


if __name__ == "__main__":
    made = json.dumps(tables(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    _TABLE.write_text(f"{made}\n", encoding="utf-8")
