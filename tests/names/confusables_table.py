"""Makes ``generator/names/confusables.txt``: ``python -m tests.names.confusables_table``.

The source is Unicode's table of confusable characters (UTS #39, ``confusables.txt``) as the ICU
library carries it; ``libicui18n`` must be installed. Kept are letters, digits and marks in normal
form (NFKC) that look like letters of another script, and ASCII's own.
"""

from __future__ import annotations

import ctypes
import unicodedata
from ctypes.util import find_library
from pathlib import Path

from generator.names.appearance import script_of

_PATH = Path(__file__).parents[2] / "generator" / "names" / "confusables.txt"
_LONGEST = 256


class Checker:
    """ICU's spoof checker, in whatever version is installed."""

    def __init__(self) -> None:
        name = find_library("icui18n") or ""
        library = ctypes.CDLL(name)
        version = name.rpartition(".")[2]
        opening = getattr(library, f"uspoof_open_{version}")
        opening.restype = ctypes.c_void_p
        self._skeleton = getattr(library, f"uspoof_getSkeletonUTF8_{version}")
        self._checker = ctypes.c_void_p(opening(ctypes.byref(ctypes.c_int(0))))
        read = getattr(ctypes.CDLL(find_library("icuuc")), f"u_getUnicodeVersion_{version}")
        held = (ctypes.c_uint8 * 4)()
        read(held)
        self.version = f"Unicode {held[0]}.{held[1]} ({name})"

    def skeleton(self, text: str) -> str:
        data = text.encode()
        kept = ctypes.create_string_buffer(_LONGEST)
        fault = ctypes.c_int(0)
        length = self._skeleton(
            self._checker, 0, data, len(data), kept, _LONGEST, ctypes.byref(fault)
        )
        return kept.raw[:length].decode()


def main() -> None:
    checker = Checker()
    rows: dict[str, list[str]] = {}
    for point in range(0x110000):
        letter = chr(point)
        if unicodedata.category(letter)[0] not in "LNM" or not unicodedata.is_normalized(
            "NFKC", letter
        ):
            continue
        if unicodedata.normalize("NFD", letter) != letter:
            continue  # its base letter stands for it
        shape = checker.skeleton(letter)
        if shape == letter or not shape.isprintable():
            continue
        scripts = {script_of(item) for item in shape} - {""}
        if letter.isascii() or (script_of(letter) and scripts - {script_of(letter)}):
            rows.setdefault(shape, []).append(letter)
    lines = [f"{shape}\t{''.join(letters)}" for shape, letters in sorted(rows.items())]
    head = f"# Letters by what they look like: {checker.version}; tests/names/confusables_table.py"
    _PATH.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
