"""What a fact is as of, where the block around it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.edtf import Edtf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Span

    from .texts import SourceText


def inherited_dates(text: SourceText) -> Mapping[int, Edtf]:
    """For each annotation in a block with ``as-of``: the date of the innermost such block."""
    dated = [
        (span, date)
        for span, written in text.document.dated
        if (date := _read(written)) is not None
    ]
    dated.sort(key=lambda pair: pair[0])
    found: dict[int, Edtf] = {}
    around: list[tuple[Span, Edtf]] = []
    opened = 0
    for annotation in text.document.annotations if dated else ():
        while opened < len(dated) and dated[opened][0].start <= annotation.place.start:
            around.append(dated[opened])
            opened += 1
        while around and not around[-1][0].contains(annotation.place):
            around.pop()
        if around:
            found[annotation.number] = around[-1][1]
    return found


def _read(written: str) -> Edtf | None:
    try:
        return Edtf.parse(written)
    except ValueError:
        return None  # reported where it was read
